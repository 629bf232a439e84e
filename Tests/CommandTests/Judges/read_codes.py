"""Reads the QR codes of grey PGM files with zxing, which knows nothing of Tamga.

Arguments: files. Output: one JSON array with an array of texts for each file.
"""

import json
import sys

import numpy
import zxingcpp


def pixels(path):
    with open(path, "rb") as file:
        data = file.read()
    # P5, width, height, 255: pdftoppm writes each after white space and no comments.
    fields = data.split(maxsplit=4)
    width, height = int(fields[1]), int(fields[2])
    grey = numpy.frombuffer(data[-width * height :], dtype=numpy.uint8).reshape(height, width)
    return numpy.ascontiguousarray(numpy.stack([grey] * 3, axis=2))


def texts(path):
    # Of QR alone: its reader of bars ends the process at some words (an assertion of Result.cpp).
    return [code.text for code in zxingcpp.read_barcodes(pixels(path), formats=zxingcpp.BarcodeFormat.QRCode)]


json.dump([texts(path) for path in sys.argv[1:]], sys.stdout)
