"""Papers that Tamga printed, as pages of pixels, with the text of their code."""
import glob
import os
import subprocess
from dataclasses import dataclass

import cv2
import numpy as np
import zxingcpp

DPI = 450
"""Dots per inch of the code's surroundings; a module of 0.66 mm has about 12."""
PAGE_DPI = 300


@dataclass
class Paper:
    path: str
    text: str
    page: np.ndarray
    """The whole page at PAGE_DPI, blue, green, red."""
    crop: np.ndarray
    """The code and about 10 mm around it at DPI."""
    corners: np.ndarray
    """The code's corners in the crop: top left, top right, bottom right, bottom left."""
    modules: int

    @property
    def number(self):
        """Files are named by the number of their paper."""
        return os.path.splitext(os.path.basename(self.path))[0]

    @property
    def module(self):
        """Pixels of the crop a module."""
        return float(np.linalg.norm(self.corners[1] - self.corners[0])) / self.modules


def print_papers(tamga, folder, count, seed):
    """Issues sample papers and gives the paths of `count` PDFs that carry a code."""
    os.makedirs(folder, exist_ok=True)
    office = os.path.join(folder, "office")
    environment = dict(os.environ, TAMGA_OFFICE=office)

    def run(*arguments, **more):
        return subprocess.run([tamga, *arguments], env=environment, check=True, capture_output=True, text=True, **more)

    run("init", office, "--archive")
    records = os.path.join(folder, "sample.jsonl")
    with open(records, "w") as file:
        file.write(run("sample", "--count", str(count * 2), "--seed", str(seed)).stdout)
    run("issue", records, "--output", os.path.join(folder, "out"), "--progress", "never")
    run("trust", "export", "--output", os.path.join(folder, "trust"))
    paths = sorted(glob.glob(os.path.join(folder, "out", "*", "documents", "*", "*.pdf")))
    step = max(1, len(paths) // count)
    return paths[::step][:count]


def render(path, dpi, box=None):
    arguments = ["pdftoppm", "-r", str(dpi), "-f", "1", "-l", "1"]
    if box:
        x, y, width, height = box
        arguments += ["-x", str(x), "-y", str(y), "-W", str(width), "-H", str(height)]
    data = subprocess.run([*arguments, path], check=True, capture_output=True).stdout
    return cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR)


def load(path):
    """The first page of a PDF and its code; None where it has no code."""
    page = render(path, PAGE_DPI)
    found = zxingcpp.read_barcodes(page, formats=zxingcpp.BarcodeFormat.QRCode)
    if len(found) != 1:
        return None
    code = found[0]
    scale = DPI / PAGE_DPI
    corners = np.array(
        [[p.x, p.y] for p in (code.position.top_left, code.position.top_right,
                              code.position.bottom_right, code.position.bottom_left)], np.float64) * scale
    margin = int(10 * DPI / 25.4)
    low = np.maximum(corners.min(axis=0).astype(int) - margin, 0)
    high = np.minimum(corners.max(axis=0).astype(int) + margin, [page.shape[1] * scale, page.shape[0] * scale]).astype(int)
    crop = render(path, DPI, (*low, *(high - low)))
    # The version follows from the run of the upper left finder pattern: seven modules.
    local = corners - low
    row = crop[int(local[0][1] + 6), int(local[0][0]) - 8:, 1] < 128
    start = int(np.argmax(row))
    run = int(np.argmin(row[start:])) if not row[start:].all() else 0
    modules = round((np.linalg.norm(local[1] - local[0]) * 7 / run - 17) / 4) * 4 + 17 if run else 57
    return Paper(path, code.text, page, crop, local, modules)
