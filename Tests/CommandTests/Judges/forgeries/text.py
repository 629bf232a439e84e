"""Changed, hidden and moved words."""

import re

import pikepdf
from pikepdf import Array, Dictionary, Name, Operator

from .base import DoesNotFit, content, exchange, mupdf, pike, put, shown, text_places, way, words


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
    places = text_places(instructions)
    if len(places) < 8:
        raise DoesNotFit()
    for _ in range(50):
        one, other = rng.sample(places, 2)
        if abs(one[2] - other[2]) > 20:
            break
    else:
        raise DoesNotFit()
    exchange(instructions, one, other)
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
        if str(operator) in ("Tj", "TJ"):
            items = [operands[0]] if str(operator) == "Tj" else list(operands[0])
            texts = [bytes(x) for x in items if isinstance(x, pikepdf.String)]
            if len(b"".join(texts)) >= 4 * size:
                places.append((place, size, items))
    if not places:
        raise DoesNotFit()
    place, size, items = rng.choice(places)
    long = [i for i, x in enumerate(items) if isinstance(x, pikepdf.String) and len(bytes(x)) > size]
    if not long:
        raise DoesNotFit()
    chosen = rng.choice(long)
    text = bytes(items[chosen])
    codes = exchanged([text[i:i + size] for i in range(0, len(text), size)], rng)
    items[chosen] = pikepdf.String(b"".join(codes))
    instructions[place] = ([Array(items)], Operator("TJ"))
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
    places = text_places(instructions)
    pairs = [
        (one, other) for one, other in zip(places, places[1:])
        if abs(one[2] - other[2]) < 0.001 and abs(one[1] - other[1]) > 8
    ]
    if not pairs:
        raise DoesNotFit()
    exchange(instructions, *rng.choice(pairs))
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
