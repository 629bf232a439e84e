#!/usr/bin/env python3
"""What other readers find: paths on standard input; a line each of path, reader and texts in JSON.

Runs under any Python that has zxingcpp, so that two versions of it can be asked.

usage: others.py NAME [zbar]
"""
import json
import sys
import time

import numpy as np
from PIL import Image, ImageOps


def pixels(path):
    return ImageOps.exif_transpose(Image.open(path)).convert("RGB")


def zxing(picture):
    import zxingcpp
    found = zxingcpp.read_barcodes(np.asarray(picture)[:, :, ::-1].copy(), formats=zxingcpp.BarcodeFormat.QRCode)
    return [code.text for code in found]


def zbar(picture):
    from pyzbar import pyzbar
    found = pyzbar.decode(picture.convert("L"), symbols=[pyzbar.ZBarSymbol.QRCODE])
    return [code.data.decode("utf-8", "replace") for code in found]


def main():
    name = sys.argv[1]
    readers = {name: zxing}
    if "zbar" in sys.argv[2:]:
        readers["zbar"] = zbar
    for line in sys.stdin:
        path = line.rstrip("\n")
        picture = pixels(path)
        for reader, read in readers.items():
            started = time.process_time()
            texts = read(picture)
            print(json.dumps([path, reader, texts, round((time.process_time() - started) * 1000, 1)]), flush=True)


if __name__ == "__main__":
    main()
