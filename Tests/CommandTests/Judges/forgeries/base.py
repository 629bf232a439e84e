"""What the ways have in common."""

import io
import re

import pymupdf as fitz
import pikepdf
from pikepdf import Operator

WAYS = {}


class DoesNotFit(Exception):
    pass


def way(function):
    WAYS[function.__name__.replace("_", "-")] = function
    return function


def mupdf(function):
    """A way that edits with PyMuPDF: gets the open document and a page."""

    def edit(paper, other, rng):
        document = fitz.open(paper)
        function(document, document[rng.randrange(len(document))], rng)
        return document.tobytes()

    edit.__name__ = function.__name__
    return edit


def pike(function):
    """A way that edits with pikepdf."""

    def edit(paper, other, rng):
        with pikepdf.open(paper) as document:
            function(document, document.pages[rng.randrange(len(document.pages))], rng)
            out = io.BytesIO()
            document.save(out)
            return out.getvalue()

    edit.__name__ = function.__name__
    return edit


def words(page, pattern=r"\d\d\.\d\d\.\d{4}|[A-Z]{1,2}\d{6,9}|[А-ЯA-ZӘҒҚҢӨҰҮҺІ]{4,}"):
    found = [w for w in page.get_text("words") if re.fullmatch(pattern, w[4])]
    if not found:
        raise DoesNotFit()
    return [(fitz.Rect(w[:4]), w[4]) for w in found]


def content(page):
    return pikepdf.parse_content_stream(page)


def put(document, page, instructions):
    page.Contents = document.make_stream(pikepdf.unparse_content_stream(instructions))


def shown(instructions):
    """The places of the operators that show more than a space."""

    def letters(operands, operator):
        if operator == "Tj":
            return len(bytes(operands[0]).strip()) > 4
        return operator == "TJ" and sum(isinstance(x, pikepdf.String) for x in operands[0]) > 2

    return [i for i, (what, op) in enumerate(instructions) if letters(what, str(op))]


def text_places(instructions):
    """Where pieces of text begin: the index of each `Tm`, and its place on the page in the content's lengths.

    A line of text stands in a `q … cm` of its own, which only moves it.
    """
    places, moved, saved = [], (0.0, 0.0), []
    for index, (what, op) in enumerate(instructions):
        if str(op) == "q":
            saved.append(moved)
        elif str(op) == "Q":
            moved = saved.pop()
        elif str(op) == "cm" and saved:
            moved = (moved[0] + float(what[4]), moved[1] + float(what[5]))
        elif str(op) == "Tm":
            places.append((index, moved[0] + float(what[4]), moved[1] + float(what[5])))
    return places


def exchange(instructions, one, other):
    """Lets two pieces of text change places."""
    (a, *first), (b, *second) = one, other
    for index, here, there in ((a, first, second), (b, second, first)):
        matrix = [float(x) for x in instructions[index][0]]
        matrix[4] += there[0] - here[0]
        matrix[5] += there[1] - here[1]
        instructions[index] = (matrix, Operator("Tm"))


def rest(font):
    """The font dictionary that holds widths and program."""
    return font.DescendantFonts[0] if "/DescendantFonts" in font else font
