"""What the file holds beside its pages."""

import io
import os
import re

import pymupdf as fitz
import pikepdf
from pikepdf import Array, Dictionary, Name

from .base import DoesNotFit, content, mupdf, pike, put, shown, way, words


@way
@mupdf
def note(document, page, rng):
    page.add_freetext_annot(fitz.Rect(100, 300, 300, 330), "VALID UNTIL 31.12.2039")


@way
@mupdf
def stamp(document, page, rng):
    page.add_stamp_annot(fitz.Rect(100, 300, 300, 360))


@way
@mupdf
def field(document, page, rng):
    widget = fitz.Widget()
    widget.field_name = "term"
    widget.field_type = fitz.PDF_WIDGET_TYPE_TEXT
    widget.rect = fitz.Rect(100, 300, 300, 330)
    widget.field_value = "31.12.2039"
    page.add_widget(widget)


@way
@pike
def script(document, page, rng):
    document.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.alert('genuine')")


@way
@mupdf
def attachment(document, page, rng):
    document.embfile_add("term.json", b'{"term": "2039-12-31"}')


def data(document):
    """The data inside the paper."""
    if "decision.json" not in document.attachments:
        raise DoesNotFit()
    return document.Root.AF[0].EF.F


@way
@pike
def other_data(document, page, rng):
    """A day in the data that no paper prints."""
    stream = data(document)
    changed = re.sub(rb'"20\d\d-', b'"2039-', stream.read_bytes())
    if changed == stream.read_bytes():
        raise DoesNotFit()
    stream.write(changed)


@way
@pike
def no_data(document, page, rng):
    data(document)
    del document.Root.AF
    del document.Root.Names


@way
@pike
def renamed_data(document, page, rng):
    data(document)
    specification = document.Root.AF[0]
    specification.F = specification.UF = "decision-2.json"
    document.Root.Names.EmbeddedFiles.Names[0] = "decision-2.json"


@way
@pike
def two_data(document, page, rng):
    """The true data, and others behind them."""
    data(document)
    stream = document.make_stream(b'{"term": "2039-12-31"}')
    stream.Type = Name.EmbeddedFile
    specification = document.make_indirect(Dictionary(
        Type=Name.Filespec, F="term.json", UF="term.json", EF=Dictionary(F=stream), AFRelationship=Name.Data))
    document.Root.Names.EmbeddedFiles.Names.append("term.json")
    document.Root.Names.EmbeddedFiles.Names.append(specification)
    document.Root.AF.append(specification)


@way
@pike
def other_languages(document, page, rng):
    """Russian words that are read as Kazakh ones, and the other way round."""
    data(document)
    found = [e for e in elements(document, "P") + elements(document, "H1") if "/Lang" in e]
    for element in rng.sample(found, max(1, len(found) // 2)):
        element.Lang = "ru" if str(element.Lang) == "kk" else "kk"


@way
def data_of_another(paper, other, rng):
    with pikepdf.open(paper) as document, pikepdf.open(other) as source:
        if data(document).read_bytes() == data(source).read_bytes():
            raise DoesNotFit()
        data(document).write(data(source).read_bytes())
        out = io.BytesIO()
        document.save(out)
        return out.getvalue()


@way
@mupdf
def layer(document, page, rng):
    """A word in a layer that some readers show and others do not."""
    group = document.add_ocg("layer", on=True)
    page.insert_text((120, 420), "UNTIL 2039", fontsize=10, oc=group)


@way
def update(paper, other, rng):
    """A word painted over in an update at the end of the file."""
    path = paper + ".update"
    with open(paper, "rb") as source, open(path, "wb") as target:
        target.write(source.read())
    try:
        document = fitz.open(path)
        page = document[0]
        box, _ = rng.choice(words(page))
        page.draw_rect(box, color=(1, 1, 1), fill=(1, 1, 1))
        document.saveIncr()
        document.close()
        with open(path, "rb") as changed:
            return changed.read()
    finally:
        os.remove(path)


@way
def empty_update(paper, other, rng):
    """An update that changes the file's description only."""
    with open(paper, "rb") as source:
        data = source.read()
    start = int(re.findall(rb"startxref\s+(\d+)", data)[-1])
    with pikepdf.open(paper) as document:
        root, size = document.Root.objgen[0], int(document.trailer.Size)
    place = len(data) + 1
    entry = b"\n%d 0 obj\n<< /Kind (new) >>\nendobj\n" % size
    table = b"xref\n%d 1\n%010d 00000 n \ntrailer\n<< /Size %d /Root %d 0 R /Prev %d >>\n" % (
        size, place, size + 1, root, start)
    return data + entry + table + b"startxref\n%d\n%%%%EOF\n" % (len(data) + len(entry))


def signature(document, page, **members):
    """A field of a signature, with what else is asked."""
    field = Dictionary(FT=Name.Sig, T="s", Subtype=Name.Widget, Rect=Array([0, 0, 0, 0]))
    for key, value in members.items():
        field["/" + key] = value
    field = document.make_indirect(field)
    page.Annots = Array([field])
    document.Root.AcroForm = Dictionary(Fields=Array([field]), SigFlags=3)
    return field


@way
@pike
def signature_that_is_a_note(document, page, rng):
    """A note without a place, which calls itself a signature: readers show its mark."""
    kind = rng.choice([Name.Text, Name.FileAttachment, Name.Popup, Name.FreeText])
    signature(
        document, page, Subtype=kind, Rect=Array([200, 400, 200, 400]),
        Contents="VALID UNTIL 31.12.2039")


@way
@pike
def seen_signature(document, page, rng):
    """A signature with a picture over the words."""
    form = document.make_stream(b"1 g 0 0 200 40 re f")
    form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 200, 40])
    signature(
        document, page, Rect=Array([100, 400, 300, 440]), AP=Dictionary(N=form))


@way
@pike
def link(document, page, rng):
    """A link over the page that leads elsewhere."""
    page.Annots = Array([document.make_indirect(Dictionary(
        Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 595, 842]),
        A=Dictionary(S=Name.URI, URI="https://example.com/")))])


@way
@pike
def action_of_page(document, page, rng):
    page.AA = Dictionary(O=Dictionary(S=Name.JavaScript, JS="this.getField('x')"))


@way
@pike
def associated_file(document, page, rng):
    """A file that stands in no list of attachments."""
    stream = document.make_stream(b'{"term": "2039-12-31"}')
    stream.Type = Name.EmbeddedFile
    document.Root.AF = Array([document.make_indirect(Dictionary(
        Type=Name.Filespec, F="decision.json", UF="decision.json", EF=Dictionary(F=stream),
        AFRelationship=Name.Data))])


@way
def locked(paper, other, rng):
    """A changed paper, encrypted without a password."""
    document = fitz.open(paper)
    page = document[0]
    box, _ = rng.choice(words(page))
    page.draw_rect(box, color=(1, 1, 1), fill=(1, 1, 1))
    return document.tobytes(encryption=fitz.PDF_ENCRYPT_AES_256, owner_pw="o", user_pw="")


@way
def packed(paper, other, rng):
    """A word taken away, in a file whose objects are packed into streams."""
    with pikepdf.open(paper) as document:
        page = document.pages[rng.randrange(len(document.pages))]
        instructions = list(content(page))
        del instructions[rng.choice(shown(instructions))]
        put(document, page, instructions)
        out = io.BytesIO()
        document.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return out.getvalue()


@way
def two_files_in_one(paper, other, rng):
    """The file of another paper behind this one's."""
    with open(paper, "rb") as one, open(other, "rb") as two:
        first, second = one.read(), two.read()
    if first == second:
        raise DoesNotFit()
    # With a table that programs find again wherever it stands.
    plain = io.BytesIO()
    with pikepdf.open(paper) as document:
        document.save(plain, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return second + b"\n" + plain.getvalue().replace(b"%PDF-", b"%%%%%", 1)


def elements(document, tag):
    """The elements of the structure of a sort."""
    found, rest = [], [document.Root.StructTreeRoot]
    while rest:
        element = rest.pop()
        if not isinstance(element, Dictionary):
            continue
        if element.get("/S") == Name("/" + tag):
            found.append(element)
        kids = element.get("/K", [])
        rest += list(kids) if isinstance(kids, Array) else [kids]
    return found


@way
@pike
def other_words_for_the_code(document, page, rng):
    """What is read aloud in place of the code."""
    figures = elements(document, "Figure")
    if not figures:
        raise DoesNotFit()
    figures[0].Alt = "VALID UNTIL 31.12.2039"


@way
@pike
def words_for_a_paragraph(document, page, rng):
    """What is read aloud in place of printed words."""
    rng.choice(elements(document, "P")).Alt = "VALID UNTIL 31.12.2039"


@way
@pike
def elements_that_mean_others(document, page, rng):
    document.Root.StructTreeRoot.RoleMap = Dictionary(TH=Name.Artifact, P=Name.Note)


@way
@pike
def bookmark(document, page, rng):
    """Words beside the page."""
    with document.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem("VALID UNTIL 31.12.2039", 0))
