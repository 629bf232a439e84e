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
            return bytes(operands[0]).strip()
        return operator == "TJ"

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
