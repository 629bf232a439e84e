"""Changes papers in ways in which forgers do, with pikepdf, PyMuPDF and fontTools.

usage: tamper.py OUT SEED COUNT PAPER...   COUNT files of every way, from papers taken in turn
Writes OUT/<way>-<n>.pdf and prints [{"way": …, "file": …, "source": …}]. A way that does not fit a
paper (no date to move) is tried on the next. TAMPER_WAYS names ways, by commas: those only.
"""

import io
import json
import os
import random
import re
import sys

import pymupdf as fitz
import pikepdf
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Operator, Stream

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


def rest(font):
    """The font dictionary that holds widths and program."""
    return font.DescendantFonts[0] if "/DescendantFonts" in font else font


# Text


@way
@mupdf
def white_box(document, page, rng):
    """A word painted over."""
    box, _ = rng.choice(words(page))
    page.draw_rect(box, color=(1, 1, 1), fill=(1, 1, 1), overlay=True)


@way
@mupdf
def other_word(document, page, rng):
    """A word painted over and another written in its place."""
    box, text = rng.choice(words(page))
    page.draw_rect(box, color=(1, 1, 1), fill=(1, 1, 1), overlay=True)
    digits = "".join(str((int(c) + 3) % 10) if c.isdigit() else c for c in text)
    page.insert_text(box.bl + (0, -2), digits, fontsize=10)


@way
@mupdf
def word_more(document, page, rng):
    """A small word in white space."""
    page.insert_text((rng.uniform(80, 400), rng.uniform(100, 600)), "NOT", fontsize=9)


@way
@mupdf
def redacted(document, page, rng):
    """A word taken out of text and picture, as a tool for redaction does."""
    box, _ = rng.choice(words(page))
    page.add_redact_annot(box)
    page.apply_redactions()


@way
@pike
def all_invisible(document, page, rng):
    """All text in rendering mode 3."""
    instructions = list(content(page))
    for place in reversed(range(len(instructions))):
        if str(instructions[place][1]) == "BT":
            instructions.insert(place + 1, ([3], Operator("Tr")))
    put(document, page, instructions)


@way
@pike
def one_invisible(document, page, rng):
    """One piece of text in rendering mode 3."""
    instructions = list(content(page))
    place = rng.choice(shown(instructions))
    instructions.insert(place + 1, ([0], Operator("Tr")))
    instructions.insert(place, ([3], Operator("Tr")))
    put(document, page, instructions)


@way
@pike
def white_text(document, page, rng):
    """One piece of text in white."""
    instructions = list(content(page))
    place = rng.choice(shown(instructions))
    instructions.insert(place + 1, ([0, 0, 0], Operator("rg")))
    instructions.insert(place, ([1, 1, 1], Operator("rg")))
    put(document, page, instructions)


@way
@pike
def tiny_text(document, page, rng):
    """One piece of text in letters that nobody sees."""
    instructions = list(content(page))
    place = rng.choice([i for i, (_, op) in enumerate(instructions) if str(op) == "Tm"])
    matrix = [float(x) for x in instructions[place][0]]
    instructions[place] = ([matrix[0] / 100, 0, 0, matrix[3] / 100] + matrix[4:], Operator("Tm"))
    put(document, page, instructions)


@way
@pike
def off_the_page(document, page, rng):
    """One piece of text beyond the edge."""
    instructions = list(content(page))
    place = rng.choice([i for i, (_, op) in enumerate(instructions) if str(op) == "Tm"])
    matrix = [float(x) for x in instructions[place][0]]
    matrix[4] += 900
    instructions[place] = (matrix, Operator("Tm"))
    put(document, page, instructions)


@way
@pike
def clipped(document, page, rng):
    """A band in the middle cut out, the code left."""
    instructions = list(content(page))
    first = next(i for i, (_, op) in enumerate(instructions) if str(op) == "cm") + 1
    bottom = rng.uniform(200, 400)
    cut = [
        ([0, 0, 600, bottom], Operator("re")),
        ([0, bottom + 60, 600, 800], Operator("re")),
        ([], Operator("W")),
        ([], Operator("n")),
    ]
    put(document, page, instructions[:first] + cut + instructions[first:])


@way
@pike
def swapped(document, page, rng):
    """Two pieces of text change places; the order of drawing stays."""
    instructions = list(content(page))
    places = [i for i, (_, op) in enumerate(instructions) if str(op) == "Tm"]
    if len(places) < 8:
        raise DoesNotFit()
    for _ in range(50):
        a, b = rng.sample(places, 2)
        if abs(float(instructions[a][0][5]) - float(instructions[b][0][5])) > 20:
            break
    else:
        raise DoesNotFit()
    first, second = list(instructions[a][0]), list(instructions[b][0])
    instructions[a] = (first[:4] + second[4:], Operator("Tm"))
    instructions[b] = (second[:4] + first[4:], Operator("Tm"))
    put(document, page, instructions)


@way
@pike
def pulled_over(document, page, rng):
    """Letters drawn over the ones before them, so that others stand first."""
    instructions = list(content(page))
    place = rng.choice([i for i, (_, op) in enumerate(instructions) if str(op) == "TJ"])
    items = list(instructions[place][0][0])
    items.insert(len(items) // 2, 1800)
    instructions[place] = ([Array(items)], Operator("TJ"))
    put(document, page, instructions)


def exchanged(codes, rng):
    """The codes with one of them exchanged for another that the text has too."""
    codes = list(codes)
    place = rng.randrange(len(codes))
    others = [c for c in codes if c != codes[place]]
    if not others:
        raise DoesNotFit()
    codes[place] = rng.choice(others)
    return codes


@way
@pike
def retyped(document, page, rng):
    """A letter of the same font in the place of another: the words are written anew, nothing else."""
    instructions = list(content(page))
    wide = {n for n, f in page.Resources.Font.items() if f.Subtype == "/Type0"}
    size, places = 1, []
    for place, (operands, operator) in enumerate(instructions):
        if str(operator) == "Tf":
            size = 2 if str(operands[0]) in wide else 1
        if str(operator) == "Tj" and len(bytes(operands[0])) >= 4 * size:
            places.append((place, size))
    if not places:
        raise DoesNotFit()
    place, size = rng.choice(places)
    text = bytes(instructions[place][0][0])
    codes = exchanged([text[i:i + size] for i in range(0, len(text), size)], rng)
    instructions[place] = ([pikepdf.String(b"".join(codes))], Operator("Tj"))
    put(document, page, instructions)


def strings(instructions):
    """The places of the arrays of text that have several strings."""
    return [
        i for i, (what, op) in enumerate(instructions)
        if str(op) == "TJ" and sum(isinstance(x, pikepdf.String) for x in what[0]) >= 3
    ]


@way
@pike
def pulled_in_steps(document, page, rng):
    """Letters drawn over those before them by many steps, each as small as a pair of letters has."""
    instructions = list(content(page))
    places = strings(instructions)
    if not places:
        raise DoesNotFit()
    place = rng.choice(places)
    items = list(instructions[place][0][0])
    middle = len(items) // 2
    items[middle:middle] = [180] * rng.randrange(6, 16)
    instructions[place] = ([Array(items)], Operator("TJ"))
    put(document, page, instructions)


@way
@pike
def pulled_over_blanks(document, page, rng):
    """The same with a space between the steps."""
    instructions = list(content(page))
    font, spaces = None, {}
    for name, entry in page.Resources.Font.items():
        found = re.search(rb"<([0-9a-f]+)> <0020>", entry.ToUnicode.read_bytes())
        if found:
            spaces[name] = bytes.fromhex(found[1].decode())
    places = []
    for place, (operands, operator) in enumerate(instructions):
        if str(operator) == "Tf":
            font = str(operands[0])
        if font in spaces and place in strings(instructions):
            places.append((place, spaces[font]))
    if not places:
        raise DoesNotFit()
    place, space = rng.choice(places)
    items = list(instructions[place][0][0])
    middle = len(items) // 2
    for _ in range(8):
        items[middle:middle] = [240, pikepdf.String(space), 240]
    instructions[place] = ([Array(items)], Operator("TJ"))
    put(document, page, instructions)


@way
@pike
def turned_in_line(document, page, rng):
    """Two pieces of text of one line change places."""
    instructions = list(content(page))
    places = [i for i, (_, op) in enumerate(instructions) if str(op) == "Tm"]
    pairs = [
        (a, b) for a, b in zip(places, places[1:])
        if float(instructions[a][0][5]) == float(instructions[b][0][5])
        and abs(float(instructions[a][0][4]) - float(instructions[b][0][4])) > 8
    ]
    if not pairs:
        raise DoesNotFit()
    a, b = rng.choice(pairs)
    first, second = list(instructions[a][0]), list(instructions[b][0])
    instructions[a] = (first[:4] + second[4:], Operator("Tm"))
    instructions[b] = (second[:4] + first[4:], Operator("Tm"))
    put(document, page, instructions)


def around_text(before, after):
    """A way that puts operators before and after one piece of text."""

    def edit(document, page, rng):
        instructions = list(content(page))
        place = rng.choice(shown(instructions))
        instructions[place + 1:place + 1] = after
        instructions[place:place] = before
        put(document, page, instructions)

    return edit


@way
@pike
def clipping_text(document, page, rng):
    """One piece of text in rendering mode 7: it only clips."""
    around_text([([7], Operator("Tr"))], [([0], Operator("Tr"))])(document, page, rng)


@way
@pike
def squeezed(document, page, rng):
    """Letters of one piece pushed together."""
    around_text([([-0.4], Operator("Tc"))], [([0], Operator("Tc"))])(document, page, rng)


@way
@pike
def narrowed(document, page, rng):
    around_text([([3], Operator("Tz"))], [([100], Operator("Tz"))])(document, page, rng)


@way
@pike
def raised(document, page, rng):
    around_text([([500], Operator("Ts"))], [([0], Operator("Ts"))])(document, page, rng)


@way
@pike
def paper_ink(document, page, rng):
    """One piece of text in white by another colour model."""
    around_text([([0, 0, 0, 0], Operator("k"))], [([0, 0, 0, 1], Operator("k"))])(document, page, rng)


@way
@pike
def no_ink(document, page, rng):
    """One piece of text with an opacity of nothing."""
    page.Resources.ExtGState["/gone"] = Dictionary(ca=0, CA=0)
    page.Resources.ExtGState["/back"] = Dictionary(ca=1, CA=1)
    around_text([([Name("/gone")], Operator("gs"))], [([Name("/back")], Operator("gs"))])(
        document, page, rng)


@way
@pike
def masked(document, page, rng):
    """Everything under a soft mask that lets nothing through."""
    form = document.make_stream(b"")
    form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 595, 842])
    form.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceGray)
    mask = Dictionary(Type=Name.Mask, S=Name.Luminosity, G=form)
    page.Resources.ExtGState["/masked"] = Dictionary(SMask=mask)
    put(document, page, [([Name("/masked")], Operator("gs"))] + list(content(page)))


@way
@pike
def blended(document, page, rng):
    """Letters that vanish in a blend mode."""
    page.Resources.ExtGState["/blend"] = Dictionary(BM=Name.Screen)
    put(document, page, [([Name("/blend")], Operator("gs"))] + list(content(page)))


# Fonts


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


# Drawings


@way
@mupdf
def struck_out(document, page, rng):
    """A line through a word."""
    box, _ = rng.choice(words(page))
    middle = (box.y0 + box.y1) / 2 + 1
    page.draw_line((box.x0, middle), (box.x1, middle), width=1)


@way
@mupdf
def drawn_digit(document, page, rng):
    """A digit drawn as lines."""
    x, y = rng.uniform(100, 400), rng.uniform(250, 500)
    page.draw_polyline([(x, y), (x + 6, y), (x + 2, y + 10)], width=1.2)


@way
@mupdf
def stamp_picture(document, page, rng):
    """A picture put on the page."""
    picture = fitz.Pixmap(fitz.csRGB, fitz.IRect(0, 0, 60, 30), False)
    picture.clear_with(rng.randrange(120, 256))
    box, _ = rng.choice(words(page))
    page.insert_image(box, pixmap=picture)


@way
@mupdf
def whole_picture(document, page, rng):
    """The page as a picture of a changed page, over its text."""
    box, _ = rng.choice(words(page))
    copy = fitz.open("pdf", document.tobytes())
    twin = copy[page.number]
    twin.draw_rect(box, color=(1, 1, 1), fill=(1, 1, 1))
    page.insert_image(page.rect, pixmap=twin.get_pixmap(dpi=120))


@way
def hidden_under_picture(paper, other, rng):
    """A picture of a changed page, with the sealed words in rendering mode 3 as a scanner has them."""
    document = fitz.open(paper)
    page = document[0]
    box, _ = rng.choice(words(page))
    page.draw_rect(box, color=(1, 1, 1), fill=(1, 1, 1))
    pictures = [p.get_pixmap(dpi=140, colorspace=fitz.csGRAY) for p in document]
    with pikepdf.open(paper) as changed:
        for leaf, picture in zip(changed.pages, pictures):
            instructions = list(content(leaf))
            for place in reversed(range(len(instructions))):
                if str(instructions[place][1]) == "BT":
                    instructions.insert(place + 1, ([3], Operator("Tr")))
            image = changed.make_stream(picture.samples)
            image.Type, image.Subtype = Name.XObject, Name.Image
            image.Width, image.Height = picture.width, picture.height
            image.ColorSpace, image.BitsPerComponent = Name.DeviceGray, 8
            leaf.Resources.XObject["/Scan"] = image
            box = [float(x) for x in leaf.MediaBox]
            show = [
                ([], Operator("q")),
                ([box[2], 0, 0, -box[3], 0, box[3]], Operator("cm")),
                ([Name("/Scan")], Operator("Do")),
                ([], Operator("Q")),
            ]
            put(changed, leaf, instructions + show)
        out = io.BytesIO()
        changed.save(out)
        return out.getvalue()


@way
@pike
def form_object(document, page, rng):
    """Words in a form that the page calls."""
    form = document.make_stream(b"BT /f 12 Tf 100 400 Td (VALID UNTIL 2039) Tj ET")
    form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 595, 842])
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    form.Resources = Dictionary(Font=Dictionary(f=font))
    page.Resources.XObject["/Fm"] = form
    put(document, page, list(content(page)) + [([Name("/Fm")], Operator("Do"))])


@way
def second_code(paper, other, rng):
    """The code of another paper beside its own."""
    document, stranger = fitz.open(paper), fitz.open(other)
    clip = fitz.Rect(55, 660, 185, 810)
    picture = stranger[0].get_pixmap(dpi=200, clip=clip, colorspace=fitz.csGRAY)
    page = document[rng.randrange(len(document))]
    page.insert_image(fitz.Rect(440, 660, 570, 810), pixmap=picture)
    return document.tobytes()


@way
@pike
def pale_page(document, page, rng):
    """Everything drawn with less ink."""
    for state in page.Resources.ExtGState.values():
        state.ca = 0.4


def more_content(text):
    """A way that appends operators in the lengths of the file."""

    def edit(document, page, rng):
        # The content itself may end in lengths of its own.
        page.contents_add(b"q", prepend=True)
        page.contents_add(b"Q q " + text + b" Q", prepend=False)

    return edit


@way
@pike
def dotted_picture(document, page, rng):
    """A stamp painted by many small lines, each as thin as those of a form."""
    rows = [
        b"%d %.1f 1 0.5 re f" % (120 + rng.randrange(160), 380 + 0.5 * y)
        for y in range(80) for _ in range(12)
    ]
    more_content(b"0 0 0 rg " + b" ".join(rows))(document, page, rng)


@way
@pike
def lined_picture(document, page, rng):
    """An area painted by lines as long as those of a form."""
    rows = [b"150 %.1f 60 1.5 re f" % (400 + 1.4 * y) for y in range(20)]
    more_content(b"0 0 0 rg " + b" ".join(rows))(document, page, rng)


@way
@pike
def figure_of_lines(document, page, rng):
    """Two upright lines and two level ones: a figure."""
    text = b"200 400 1.5 30 re f 215 400 1.5 30 re f 200 400 15 1.5 re f 200 428 15 1.5 re f"
    more_content(b"0 0 0 rg " + text)(document, page, rng)


@way
def stroke_on_a_letter(paper, other, rng):
    """A bar above or below a letter, where it makes another of it."""
    document = fitz.open(paper)
    page = document[rng.randrange(len(document))]
    box, _ = rng.choice(words(page))
    number, height = page.number, page.rect.height
    top = rng.choice([box.y0 + 0.2 * box.height, box.y1 - 0.16 * box.height])
    with pikepdf.open(paper) as changed:
        bar = b"%f %f %f 0.7 re f" % (box.x0, height - top, rng.choice([4, box.width + 40]))
        more_content(b"0 0 0 rg " + bar)(changed, changed.pages[number], rng)
        out = io.BytesIO()
        changed.save(out)
        return out.getvalue()


@way
def thick_frame(paper, other, rng):
    """A frame with a thin line in large lengths: a bar over the words."""
    document = fitz.open(paper)
    page = document[rng.randrange(len(document))]
    box, _ = rng.choice(words(page))
    with pikepdf.open(paper) as changed:
        place = (box.x0, page.rect.height - box.y1)
        frame = b"20 0 0 20 %f %f cm 0 0 0 RG 0.8 w 0 0 6 0.6 re S" % place
        more_content(frame)(changed, changed.pages[page.number], rng)
        out = io.BytesIO()
        changed.save(out)
        return out.getvalue()


@way
@pike
def other_emblem(document, page, rng):
    """Strokes of another shape in the place of the emblem."""
    instructions = list(content(page))
    places = [i for i, (_, op) in enumerate(instructions) if str(op) == "l"]
    if not places:
        raise DoesNotFit()
    x, y = [float(v) for v in instructions[places[0]][0]]
    instructions[places[0]:places[0] + 1] = [
        ([x + dx, y + dy], Operator("l")) for dx, dy in ((8, -9), (-6, -3), (0, 0))
    ]
    put(document, page, instructions)


@way
@pike
def words_in_the_stencil(document, page, rng):
    """Dots beside the code, in the one stencil that it is drawn by."""
    name, stencil = next(iter(page.Resources.XObject.items()))
    side, wide = int(stencil.Width), 177
    data, stride = stencil.read_bytes(), (int(stencil.Width) + 7) // 8
    rows = [bytearray((wide + 7) // 8) for _ in range(wide)]
    for row in range(side):
        for column in range(side):
            if data[row * stride + column // 8] >> (7 - column % 8) & 1:
                rows[row][column // 8] |= 0x80 >> column % 8
    for row in range(side + 20, side + 40):
        for column in range(20, 150):
            if rng.random() < 0.5:
                rows[row][column // 8] |= 0x80 >> column % 8
    drawn = document.make_stream(b"".join(bytes(row) for row in rows))
    for key in ("/Type", "/Subtype", "/ImageMask", "/BitsPerComponent", "/Decode"):
        drawn[key] = stencil[key]
    drawn.Width = drawn.Height = wide
    for leaf in document.pages:
        leaf.Resources.XObject[name] = drawn


@way
@pike
def code_in_a_layer(document, page, rng):
    """The code in a layer that is switched off when it is printed."""
    group = document.make_indirect(Dictionary(Type=Name.OCG, Name="code"))
    for stencil in page.Resources.XObject.values():
        stencil.OC = group
    document.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary(OFF=Array([group])))


@way
@pike
def inline_picture(document, page, rng):
    more_content(b"40 0 0 20 120 500 cm BI /W 2 /H 1 /BPC 8 /CS /G ID \x00\xff EI")(document, page, rng)


@way
@pike
def shaded(document, page, rng):
    """A word under a shading."""
    function = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([1]), C1=Array([1]), N=1)
    page.Resources["/Shading"] = Dictionary(
        s=Dictionary(ShadingType=2, ColorSpace=Name.DeviceGray, Coords=Array([100, 0, 300, 0]),
                     Function=function))
    more_content(b"100 480 120 14 re W n /s sh")(document, page, rng)


@way
@pike
def patterned(document, page, rng):
    """A word under a pattern."""
    cell = document.make_stream(b"1 g 0 0 5 5 re f")
    cell.Type, cell.PatternType, cell.PaintType, cell.TilingType = Name.Pattern, 1, 1, 1
    cell.BBox, cell.XStep, cell.YStep = Array([0, 0, 5, 5]), 5, 5
    cell.Resources = Dictionary()
    page.Resources["/Pattern"] = Dictionary(p=cell)
    more_content(b"/Pattern cs /p scn 100 480 120 14 re f")(document, page, rng)


@way
def outlines(paper, other, rng):
    """All letters as drawings without a text, a word of them painted over."""
    document = fitz.open(paper)
    made = fitz.open()
    for page in document:
        box, _ = rng.choice(words(page))
        page.draw_rect(box, color=(1, 1, 1), fill=(1, 1, 1), overlay=True)
        drawing = fitz.open("svg", page.get_svg_image(text_as_path=True).encode())
        made.insert_pdf(fitz.open("pdf", drawing.convert_to_pdf()))
        clip = fitz.Rect(55, 660, 185, 810)
        picture = page.get_pixmap(dpi=200, clip=clip, colorspace=fitz.csGRAY)
        made[-1].insert_image(clip, pixmap=picture)
    return made.tobytes()


# Pages


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
def turned(document, page, rng):
    page.Rotate = rng.choice([90, 180, 270])


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


# What the file holds beside its pages


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
    document.embfile_add("decision.json", b'{"term": "2039-12-31"}')


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
    return second + b"\n" + first.replace(b"%PDF-", b"%%%%%", 1)


def main():
    out, seed, count, papers = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4:]
    fitz.TOOLS.mupdf_display_errors(False)
    os.makedirs(out, exist_ok=True)
    made = []
    chosen = os.environ.get("TAMPER_WAYS")
    for name in chosen.split(",") if chosen else WAYS:
        function = WAYS[name]
        rng = random.Random(f"{seed} {name}")
        order = rng.sample(papers, len(papers))
        done, tries = 0, 0
        while done < count:
            if tries > 20 * count + 20:
                sys.exit(f"{name} fits no paper")
            paper, other = order[tries % len(order)], order[(tries + 1) % len(order)]
            tries += 1
            try:
                data = function(paper, other, rng)
            except DoesNotFit:
                continue
            path = f"{out}/{name}-{done}.pdf"
            with open(path, "wb") as file:
                file.write(data)
            made.append({"way": name, "file": path, "source": paper})
            done += 1
    json.dump(made, sys.stdout)


main()
