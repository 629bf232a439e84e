"""What programs and viewers are told of a file: its data, its languages, its signature, its table."""

import io
import re

import pikepdf
from pikepdf import Array, Dictionary, Name

from .base import DoesNotFit, pike, way
from .file import data, elements, signature


def elsewhere(document):
    """A specification of a file in another place."""
    return document.make_indirect(Dictionary(
        Type=Name.Filespec, FS=Name.URL, F="http://tamga.invalid/decision.json", AFRelationship=Name.Data))


@way
@pike
def data_elsewhere(document, page, rng):
    """The paper's data are said to be in another place: of the document, a page, an element."""
    data(document)
    rng.choice([document.Root, page.obj, elements(document, "P")[0]]).AF = Array([elsewhere(document)])


@way
@pike
def data_of_other_name(document, page, rng):
    """The true data under a name that only some programs read."""
    data(document)
    if rng.random() < 0.5:
        document.Root.AF[0].F = "other.json"
    else:
        document.Root.Names.EmbeddedFiles.Names[0] = pikepdf.String("other.json")


@way
@pike
def data_that_lie(document, page, rng):
    """What viewers show beside the true data: words, a use, a size, a sort."""
    stream = data(document)
    specification = document.Root.AF[0]
    change = rng.randrange(5)
    if change == 0:
        specification.Desc = "Подлинность проверена до 31.12.2039"
    elif change == 1:
        specification.AFRelationship = Name.Source
    elif change == 2:
        stream.Params.Size = 7
    elif change == 3:
        stream.Subtype = Name("/text/html")
    else:
        other = document.make_stream(b'{"term": "2039-12-31"}')
        specification.RF = Dictionary(F=Array([pikepdf.String("term.json"), other]))


def exchanged(element):
    return "ru" if str(element.Lang) == "kk" else "kk"


@way
@pike
def languages_half_told(document, page, rng):
    """Languages exchanged, and one taken out, so that not all are known."""
    data(document)
    found = [e for tag in ("P", "H1", "Table", "L") for e in elements(document, tag) if "/Lang" in e]
    for element in found:
        element.Lang = exchanged(element)
    del found[0].Lang
    if "/Lang" in document.Root:
        del document.Root.Lang


@way
@pike
def two_structures(document, page, rng):
    """The tree of parents leads to other elements than the root does."""
    data(document)
    parents = document.Root.StructTreeRoot.ParentTree.Nums
    parents[1] = Array([
        document.make_indirect(Dictionary(S=e.S, P=e.P, Pg=page.obj, K=e.K, Lang="kk")) for e in parents[1]])


@way
@pike
def language_of_a_mark(document, page, rng):
    """A mark on the page that names its own language."""
    data(document)
    content = page.Contents.read_bytes()
    changed = re.sub(rb"/MCID 1 >>", b"/MCID 1 /Lang (kk) >>", content, count=1)
    if changed == content:
        raise DoesNotFit()
    page.Contents = document.make_stream(changed)


@way
@pike
def own_signature(document, page, rng):
    """A signature, or the place of one, in a paper whose seal knows of none: viewers name its signer."""
    if "/AcroForm" in document.Root:
        raise DoesNotFit()
    field = signature(document, page)
    if rng.random() < 0.5:
        field.V = document.make_indirect(Dictionary(
            Type=Name.Sig, Filter=Name("/Adobe.PPKLite"), SubFilter=Name("/ETSI.CAdES.detached"),
            ByteRange=Array([0, 10, 20, 10]), Contents=b"\x30\x03\x02\x01\x01"))


@way
def two_tables(paper, other, rng):
    """Marked as written for the web without being so: of two tables programs take the first or the last."""
    with pikepdf.open(paper) as document:
        out = io.BytesIO()
        document.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    plain = out.getvalue()
    name = rng.choice([b"/Linearized", b"/Line#61rized"])
    head, rest = plain[:plain.index(b"\n", 9) + 1], plain[plain.index(b"\n", 9) + 1:]
    table = rest.rindex(b"xref\n0 ")
    root = re.search(rb"/Root \d+ 0 R", rest[table:]).group()

    def first(length):
        return b"%d 0 obj\n<< %s 1 /L %010d /H [ 9 9 ] /O 1 /E 99 /N 1 /T 99 >>\nendobj\n" % (99999, name, length)

    other_table = b"xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 " + root + b" >>\n"
    shift = len(first(0)) + len(other_table)
    moved = re.sub(
        rb"(\d{10}) 00000 n", lambda m: b"%010d 00000 n" % (int(m[1]) + shift), rest[table:])
    moved = re.sub(rb"startxref\n\d+", b"startxref\n%d" % (len(head) + shift + table), moved)
    whole = len(head) + shift + table + len(moved)
    return head + first(whole) + other_table + rest[:table] + moved
