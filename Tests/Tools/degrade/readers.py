"""Other readers of codes: plain ZBar and the newest zxing-cpp, on grey pixels turned as EXIF says."""
import time

from PIL import Image, ImageOps
from pyzbar import pyzbar
import zxingcpp


def zxing(picture):
    return [code.text for code in zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)]


def zbar(picture):
    return [code.data.decode("utf-8", "replace") for code in pyzbar.decode(picture, symbols=[pyzbar.ZBarSymbol.QRCODE])]


READERS = {"zxing-cpp": zxing, "ZBar": zbar}


def texts(path):
    """What each reader finds in a file, and its CPU seconds."""
    picture = ImageOps.exif_transpose(Image.open(path)).convert("L")
    found = {}
    for name, read in READERS.items():
        started = time.process_time()
        found[name] = (read(picture), time.process_time() - started)
    return found
