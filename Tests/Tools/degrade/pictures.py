"""Makes the degraded pictures of a seed, a file each, and says what must be read in them."""
import os
import shutil
import zlib
from dataclasses import dataclass

import cv2
import numpy as np

import papers
from classes import CLASSES


@dataclass
class Degraded:
    path: str
    kind: str
    text: str
    """The text of the paper's code."""
    number: str
    paper: str
    """The file that the office issued."""


def make(tamga, folder, count, seed, number_of_papers, kinds=None):
    """`count` pictures of every class.

    The sealing key is new each time, hence so are the codes; all else follows from the seed.
    """
    cv2.setNumThreads(1)
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    paths = papers.print_papers(tamga, os.path.join(folder, "office"), number_of_papers, seed)
    sheets = [p for p in map(papers.load, paths) if p]
    if not sheets:
        raise SystemExit("bench-reading: no paper with a code")
    made = []
    for kind in CLASSES:
        name = kind.__name__
        if kinds and name not in kinds:
            continue
        for index in range(count):
            rng = np.random.default_rng([seed, zlib.crc32(name.encode()), index])
            paper = sheets[int(rng.integers(0, len(sheets)))]
            data = kind(paper, rng)
            path = os.path.join(folder, f"{name}-{index:03}." + ("png" if data[:4] == b"\x89PNG" else "jpg"))
            with open(path, "wb") as file:
                file.write(data)
            made.append(Degraded(path, name, paper.text, paper.number, paper.path))
    return made
