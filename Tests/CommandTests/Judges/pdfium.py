"""What pdfium, the PDF library of Chromium, makes of a file when it saves or prints it.

usage: pdfium.py save|import|flatten|sheet|shrink IN OUT
"""

import sys

import pypdfium2
import pypdfium2.raw as raw


def main():
    way, source, target = sys.argv[1:]
    document = pypdfium2.PdfDocument(source)
    if way == "import":
        whole, document = document, pypdfium2.PdfDocument.new()
        document.import_pages(whole)
    elif way == "flatten":
        for page in document:
            raw.FPDFPage_Flatten(page, raw.FLAT_PRINT)
    elif way == "sheet":
        # Each page as a drawing upon a new one, as "Save as PDF" in the dialogue of printing does.
        document = pypdfium2.PdfDocument(raw.FPDF_ImportNPagesToOne(document, 595.0, 842.0, 1, 1))
    elif way == "shrink":
        # "Fit to printable area".
        for page in document:
            raw.FPDFPage_TransFormWithClip(
                page, raw.FS_MATRIX(0.97, 0, 0, 0.97, 9, 12), raw.FS_RECTF(0, 842, 595, 0))
    document.save(target)


main()
