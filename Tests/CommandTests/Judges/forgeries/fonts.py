"""Letters that look like others."""

import io
import re

import pikepdf
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Operator

from .base import DoesNotFit, content, pike, put, shown, way


def digits_of(document, page):
    """A simple font with at least two digits, and their codes."""
    for name, font in page.Resources.Font.items():
        if font.Subtype != "/TrueType":
            continue
        text = font.ToUnicode.read_bytes()
        codes = re.findall(rb"<(3[0-9])> <003[0-9]>", text)
        if len(codes) >= 2:
            return font, [int(code, 16) for code in codes]
    raise DoesNotFit()


@way
@pike
def lying_map(document, page, rng):
    """Codes exchanged in the text and in the map: the text reads as before, digits look otherwise."""
    font, codes = digits_of(document, page)
    a, b = rng.sample(codes, 2)
    swap = {a: b, b: a}

    def flip(codes):
        return pikepdf.String(bytes(swap.get(c, c) for c in bytes(codes)))

    for leaf in document.pages:
        names = [n for n, f in leaf.Resources.Font.items() if f.objgen == font.objgen]
        current, instructions = None, []
        for operands, operator in content(leaf):
            op = str(operator)
            if op == "Tf":
                current = str(operands[0])
            if current in names and op == "Tj":
                operands = [flip(operands[0])]
            elif current in names and op == "TJ":
                items = operands[0]
                operands = [Array([flip(x) if isinstance(x, pikepdf.String) else x for x in items])]
            instructions.append((operands, operator))
        put(document, leaf, instructions)
    text = font.ToUnicode.read_bytes().decode()
    row_a, row_b = f"<{a:02x}> <{a:04x}>", f"<{b:02x}> <{b:04x}>"
    text = text.replace(row_a, f"<{a:02x}> <{b:04x}>").replace(row_b, f"<{b:02x}> <{a:04x}>")
    font.ToUnicode = document.make_stream(text.encode())


@way
@pike
def changed_font(document, page, rng):
    """The drawings of two digits exchanged inside the font."""
    font, codes = digits_of(document, page)
    a, b = rng.sample(codes, 2)
    descriptor = font.FontDescriptor
    program = TTFont(io.BytesIO(descriptor.FontFile2.read_bytes()))
    names = program.getBestCmap()
    glyphs = program["glyf"]
    one, two = names[a], names[b]
    glyphs[one], glyphs[two] = glyphs[two], glyphs[one]
    out = io.BytesIO()
    program.save(out)
    descriptor.FontFile2 = document.make_stream(out.getvalue())


@way
@pike
def bent_letters(document, page, rng):
    """The points of one letter moved by a hint that runs when it is drawn."""
    font, _ = digits_of(document, page)
    descriptor = font.FontDescriptor
    program = TTFont(io.BytesIO(descriptor.FontFile2.read_bytes()))
    program["cvt "].values[0] += 50
    out = io.BytesIO()
    program.save(out)
    descriptor.FontFile2 = document.make_stream(out.getvalue())


@way
@pike
def other_font(document, page, rng):
    """A font of the same name that is no font of the papers."""
    font, codes = digits_of(document, page)
    descriptor = font.FontDescriptor
    del descriptor["/FontFile2"]


@way
@pike
def word_beside(document, page, rng):
    """Another word for readers of the text: ActualText over what is drawn."""
    instructions = list(content(page))
    place = rng.choice(shown(instructions))
    span = Dictionary(ActualText=pikepdf.String("0"))
    instructions.insert(place + 1, ([], Operator("EMC")))
    instructions.insert(place, ([Name("/Span"), span], Operator("BDC")))
    put(document, page, instructions)


@way
@pike
def two_programs(document, page, rng):
    """A second program beside the font's own: each reader takes the one that it looks for first."""
    font, _ = digits_of(document, page)
    descriptor = font.FontDescriptor
    program = TTFont(io.BytesIO(descriptor.FontFile2.read_bytes()))
    glyphs = program["glyf"]
    names = list(program.getBestCmap().values())
    glyphs[names[-1]], glyphs[names[-2]] = glyphs[names[-2]], glyphs[names[-1]]
    out = io.BytesIO()
    program.save(out)
    other = document.make_stream(out.getvalue())
    other.Subtype = Name.OpenType
    descriptor[rng.choice(["/FontFile", "/FontFile3"])] = other


def table_more(program, tag, body):
    """A font file with one more table, put first."""
    count = int.from_bytes(program[4:6], "big")
    rows = [program[12 + 16 * i:28 + 16 * i] for i in range(count)]
    moved = b"".join(
        row[:8] + (int.from_bytes(row[8:12], "big") + 16).to_bytes(4, "big") + row[12:] for row in rows)
    place = (len(program) + 16 + 3) // 4 * 4
    entry = tag + bytes(4) + place.to_bytes(4, "big") + len(body).to_bytes(4, "big")
    head = program[:4] + (count + 1).to_bytes(2, "big") + program[6:12]
    file = head + entry + moved + program[12 + 16 * count:]
    return file + bytes(place - len(file)) + body


@way
@pike
def table_twice(document, page, rng):
    """Two tables of drawings in one font file, or drawings of another sort."""
    font, _ = digits_of(document, page)
    descriptor = font.FontDescriptor
    file = descriptor.FontFile2.read_bytes()
    program = TTFont(io.BytesIO(file))
    tag = rng.choice([b"glyf", b"CFF ", b"EBDT", b"SVG "])
    drawings = bytearray(program.reader["glyf"])
    drawings[len(drawings) // 2] ^= 4
    descriptor.FontFile2 = document.make_stream(table_more(file, tag, bytes(drawings)))


@way
@pike
def drawn_by_procedure(document, page, rng):
    """A word in a font whose letters are little programs."""
    letter = document.make_stream(b"600 0 d0 0 0 500 700 re f")
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 600, 700]),
        FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]), CharProcs=Dictionary(a=letter), FirstChar=97,
        LastChar=97, Widths=Array([600]), Resources=Dictionary(),
        Encoding=Dictionary(Type=Name.Encoding, Differences=Array([97, Name.a])))
    page.Resources.Font["/T3"] = font
    more = b"BT /T3 10 Tf 1 0 0 -1 120 500 Tm (aaa) Tj ET"
    page.contents_add(more, prepend=False)


@way
@pike
def words_of_structure(document, page, rng):
    """Another text for readers that follow the structure."""
    root = document.Root.StructTreeRoot
    element = root.K[0] if isinstance(root.K, Array) else root.K
    while isinstance(element.get("/K"), Array) and isinstance(element.K[0], Dictionary):
        element = rng.choice([kid for kid in element.K if isinstance(kid, Dictionary)])
    element.ActualText = pikepdf.String("VALID UNTIL 31.12.2039")
