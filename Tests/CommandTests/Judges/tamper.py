"""Changes papers in ways in which forgers do, with pikepdf, PyMuPDF and fontTools.

usage: tamper.py OUT SEED COUNT PAPER...   COUNT files of every way, from papers taken in turn
Writes OUT/<way>-<n>.pdf and prints [{"way": …, "file": …, "source": …}]. A way that does not fit a
paper (no date to move) is tried on the next. TAMPER_WAYS names ways, by commas: those only.
"""

import json
import os
import random
import sys

import pymupdf as fitz

sys.dont_write_bytecode = True
from forgeries import WAYS, DoesNotFit  # noqa: E402


def main():
    out, seed, count, papers = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4:]
    fitz.TOOLS.mupdf_display_errors(False)
    os.makedirs(out, exist_ok=True)
    made = []
    chosen = os.environ.get("TAMPER_WAYS")
    for name in chosen.split(",") if chosen else WAYS:
        function = WAYS[name]
        rng = random.Random(f"{seed} {name}")
        order = rng.sample(papers, len(papers))
        done, tries = 0, 0
        while done < count:
            if tries > 20 * count + 20:
                sys.exit(f"{name} fits no paper")
            paper, other = order[tries % len(order)], order[(tries + 1) % len(order)]
            tries += 1
            try:
                data = function(paper, other, rng)
            except DoesNotFit:
                continue
            path = f"{out}/{name}-{done}.pdf"
            with open(path, "wb") as file:
                file.write(data)
            made.append({"way": name, "file": path, "source": paper})
            done += 1
    json.dump(made, sys.stdout)


main()
