"""Lines, pictures and codes over the words or beside them."""

import io

import pymupdf as fitz
import pikepdf
from pikepdf import Array, Dictionary, Name, Operator

from .base import DoesNotFit, content, mupdf, pike, put, way, words


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
