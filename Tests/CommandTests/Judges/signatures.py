#!/usr/bin/env python3
"""What pyHanko says of the signatures of PDF files.

usage: signatures.py ROOT.pem FILE...    a line for each: intact, valid, trusted, whole, docmdp, stamped; each 1 or 0
"""
import logging
import sys

from pyhanko.keys import load_cert_from_pemder
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

logging.disable(logging.CRITICAL)
root = load_cert_from_pemder(sys.argv[1])
for path in sys.argv[2:]:
    with open(path, "rb") as file:
        signatures = PdfFileReader(file).embedded_signatures
        if len(signatures) != 1:
            print("none" if not signatures else "several")
            continue
        context = ValidationContext(trust_roots=[root])
        status = validate_pdf_signature(
            signatures[0], signer_validation_context=context,
            ts_validation_context=ValidationContext(trust_roots=[root]))
        whole = status.coverage == SignatureCoverageLevel.ENTIRE_FILE
        stamp = status.timestamp_validity
        print(*(int(bool(fact)) for fact in [
            status.intact, status.valid, status.trusted, whole, status.docmdp_ok,
            stamp is not None and stamp.intact and stamp.trusted]))
