"""Letters that look like others."""

import array
import io
import re

import pikepdf
from fontTools.ttLib import TTFont, newTable
from pikepdf import Array, Dictionary, Name, Operator

from .base import DoesNotFit, content, pike, put, rest, shown, way


def digits_of(page):
    """A font with at least two digits on the page, and their codes in hexadecimal: of one byte or two."""
    drawn, current = {}, None
    for operands, operator in content(page):
        if str(operator) == "Tf":
            current = str(operands[0])
        items = operands[0] if str(operator) == "TJ" else operands if str(operator) == "Tj" else []
        texts = b"".join(bytes(x) for x in items if isinstance(x, pikepdf.String))
        drawn[current] = drawn.get(current, b"") + texts
    for name, font in page.Resources.Font.items():
        codes = re.findall(r"<(..(?:..)?)> <003[0-9]>", font.ToUnicode.read_bytes().decode())
        # A font may have more letters than the page.
        text, size = drawn.get(name, b"").hex(), len(codes[0]) if codes else 2
        used = {text[i:i + size] for i in range(0, len(text), size)}
        codes = [code for code in codes if code in used]
        if len(codes) >= 2:
            return font, codes
    raise DoesNotFit()


def program_of(font):
    """The dictionary that holds the font's file, and the file itself."""
    descriptor = rest(font).FontDescriptor
    return descriptor, TTFont(io.BytesIO(descriptor.FontFile2.read_bytes()), recalcBBoxes=False)


def saved(document, program):
    out = io.BytesIO()
    program.save(out)
    return document.make_stream(out.getvalue())


@way
@pike
def lying_map(document, page, rng):
    """Codes exchanged in the text and in the map: the text reads as before, digits look otherwise."""
    font, codes = digits_of(page)
    a, b = rng.sample(codes, 2)
    size = len(a) // 2
    one, two = bytes.fromhex(a), bytes.fromhex(b)
    swap = {one: two, two: one}

    def flip(codes):
        codes = bytes(codes)
        parts = [codes[i:i + size] for i in range(0, len(codes), size)]
        return pikepdf.String(b"".join(swap.get(part, part) for part in parts))

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
    rows = {code: re.search(f"<{code}> (<003.>)", text)[1] for code in (a, b)}
    text = text.replace(f"<{a}> {rows[a]}", f"<{a}> {rows[b]}", 1)
    text = text.replace(f"<{b}> {rows[b]}", f"<{b}> {rows[a]}", 1)
    font.ToUnicode = document.make_stream(text.encode())


@way
@pike
def changed_font(document, page, rng):
    """The drawings of two digits exchanged inside the font."""
    font, codes = digits_of(page)
    descriptor, program = program_of(font)
    places = [int(code, 16) for code in rng.sample(codes, 2)]
    # Codes of two bytes are the numbers of glyphs.
    names = program.getGlyphOrder() if len(codes[0]) == 4 else program.getBestCmap()
    one, two = names[places[0]], names[places[1]]
    glyphs = program["glyf"]
    glyphs[one], glyphs[two] = glyphs[two], glyphs[one]
    descriptor.FontFile2 = saved(document, program)


@way
@pike
def bent_letters(document, page, rng):
    """The points of letters moved by a hint that runs when they are drawn."""
    font, _ = digits_of(page)
    descriptor, program = program_of(font)
    if "cvt " in program:
        program["cvt "].values[0] += 50
    else:
        program["cvt "] = newTable("cvt ")
        program["cvt "].values = array.array("h", [50])
    descriptor.FontFile2 = saved(document, program)


@way
@pike
def other_font(document, page, rng):
    """A font of the same name that is no font of the papers."""
    font, _ = digits_of(page)
    del rest(font).FontDescriptor["/FontFile2"]


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
    font, _ = digits_of(page)
    descriptor, program = program_of(font)
    glyphs, names = program["glyf"], program.getGlyphOrder()
    glyphs[names[-1]], glyphs[names[0]] = glyphs[names[0]], glyphs[names[-1]]
    other = saved(document, program)
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
    font, _ = digits_of(page)
    descriptor, program = program_of(font)
    file = descriptor.FontFile2.read_bytes()
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
