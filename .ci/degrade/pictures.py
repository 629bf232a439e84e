#!/usr/bin/env python3
"""Makes the degraded pictures: a file each, and truth.tsv with the text that must be read.

usage: pictures.py TAMGA --folder DIR [--count N] [--seed N] [--papers N]
"""
import argparse
import os
import shutil
import zlib

import cv2
import numpy as np

import papers
from classes import CLASSES


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("tamga")
    parser.add_argument("--folder", required=True)
    parser.add_argument("--count", type=int, default=10, help="pictures of a class")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--papers", type=int, default=12)
    parser.add_argument("--classes", help="only these, with commas")
    options = parser.parse_args()
    cv2.setNumThreads(1)
    shutil.rmtree(options.folder, ignore_errors=True)
    os.makedirs(options.folder)
    # Random bits: the sealing key is new each time, so the code is. All else follows from the seed.
    paths = papers.print_papers(options.tamga, os.path.join(options.folder, "office"), options.papers, options.seed)
    sheets = [p for p in map(papers.load, paths) if p]
    if not sheets:
        raise SystemExit("pictures: no paper with a code")
    chosen = [c for c in CLASSES if not options.classes or c.__name__ in options.classes.split(",")]
    with open(os.path.join(options.folder, "truth.tsv"), "w") as truth:
        for make in chosen:
            for index in range(options.count):
                rng = np.random.default_rng([options.seed, zlib.crc32(make.__name__.encode()), index])
                paper = sheets[int(rng.integers(0, len(sheets)))]
                data = make(paper, rng)
                name = f"{make.__name__}-{index:03}." + ("png" if data[:4] == b"\x89PNG" else "jpg")
                with open(os.path.join(options.folder, name), "wb") as file:
                    file.write(data)
                truth.write(f"{name}\t{make.__name__}\t{paper.text}\n")
    print(f"{len(chosen)} classes × {options.count} pictures of {len(sheets)} papers, seed {options.seed}")


if __name__ == "__main__":
    main()
