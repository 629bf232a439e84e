"""Pages more, less, cut and turned."""

import pymupdf as fitz
from pikepdf import Array, Dictionary, Name

from .base import DoesNotFit, pike, way


@way
def page_more(paper, other, rng):
    """A page of another paper, or a blank one."""
    document = fitz.open(paper)
    if rng.random() < 0.5:
        document.new_page(pno=rng.randrange(len(document) + 1) - 1)
    else:
        text = document.new_page()
        text.insert_text((80, 100), "Annex: the term is extended until 31.12.2039", fontsize=11)
    return document.tobytes()


@way
def page_less(paper, other, rng):
    document = fitz.open(paper)
    if len(document) < 2:
        raise DoesNotFit()
    document.delete_page(rng.randrange(len(document)))
    return document.tobytes()


@way
@pike
def page_box(document, page, rng):
    """A crop box that leaves the foot of the body out, with the code in it."""
    page.CropBox = Array([0, 0, 595, rng.randrange(300, 600)])


@way
@pike
def untold_page(document, page, rng):
    """A page more in the tree than its count says: some readers show it."""
    leaf = Dictionary(
        Type=Name.Page, MediaBox=Array([0, 0, 595.276, 841.89]), Parent=document.Root.Pages,
        Contents=document.make_stream(b"0 0 0 rg 100 500 200 1 re f"), Resources=Dictionary())
    document.Root.Pages.Kids.append(document.make_indirect(leaf))


@way
def pages_turned(paper, other, rng):
    """The pages in another order."""
    document = fitz.open(paper)
    if len(document) < 2:
        raise DoesNotFit()
    document.select(list(reversed(range(len(document)))))
    return document.tobytes()


@way
@pike
def other_units(document, page, rng):
    page.UserUnit = 3


@way
@pike
def larger_sheet(document, page, rng):
    """More paper around the page."""
    page.MediaBox = Array([0, 0, 595, 1200])
