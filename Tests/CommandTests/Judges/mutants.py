"""Structure-aware mutants of papers in the canonical form, and whether readers agree on what they show.

usage: mutants.py make OUT SEED COUNT PAPER...   COUNT mutants of each paper, OUT/<paper>-<n>-<way>.pdf;
                                                 prints [{"file": …, "source": …, "way": …}]
       mutants.py compare                        reads such a list, prints the files that poppler, MuPDF and
                                                 pdfium (where it is installed) show differently
"""

import importlib.util
import io
import json
import os
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import zlib

import numpy
import pymupdf
from PIL import Image

STREAM = re.compile(rb"(<<.*?>>)\nstream\n", re.S)


class Paper:
    """The objects of a file in the order of writing: number, dictionary, data if any, and whether it stands among
    the packed ones."""

    def __init__(self, data):
        self.head = data[:15]
        self.objects = []
        place = 15
        while match := re.compile(rb"(\d+) 0 obj\n<< /Length (\d+)").match(data, place):
            place = match.end(1) + len(b" 0 obj\n")
            start = data.index(b"stream\n", place) + 7
            end = start + int(match[2])
            number, members, stream = int(match[1]), data[place:start - 8], data[start:end]
            place = end + len(b"\nendstream\nendobj\n")
            if b"/Type /ObjStm" in members:
                self.container = number
                plain = zlib.decompress(stream)
                first = int(re.search(rb"/First (\d+)", members)[1])
                numbers = [int(row.split()[0]) for row in plain[:first].splitlines()]
                self.packed = [[n, m, None] for n, m in zip(numbers, plain[first:].splitlines())]
            elif b"/Type /XRef" in members:
                self.table = number
                self.trailer = members[members.index(b" /Root"):]
            else:
                self.objects.append([number, members, stream])
        self.objects += self.packed

    def written(self):
        out, places = bytearray(self.head), {}

        def put(number, members, data):
            places[number] = b"\1" + len(out).to_bytes(3, "big") + b"\0\0"
            members = re.sub(rb"/Length \d+", b"/Length %d" % len(data), members, count=1)
            out.extend(b"%d 0 obj\n" % number + members + b"\nstream\n" + data + b"\nendstream\nendobj\n")

        heads, plain = b"", b""
        for number, members, data in self.objects:
            if data is not None:
                put(number, members, data)
                continue
            index = heads.count(b"\n")
            places[number] = b"\2" + self.container.to_bytes(3, "big") + index.to_bytes(2, "big")
            heads += b"%d %d\n" % (number, len(plain))
            plain += members + b"\n"
        put(self.container, b"<< /Length 0 /Type /ObjStm /N %d /First %d /Filter /FlateDecode >>" % (
            heads.count(b"\n"), len(heads)), zlib.compress(heads + plain, 1))
        start, size = len(out), self.table + 1
        places[self.table] = b"\1" + start.to_bytes(3, "big") + b"\0\0"
        rows = b"".join(places.get(number, bytes(4) + b"\xff\xff") for number in range(size))
        put(self.table, b"<< /Length 0 /Type /XRef /W [ 1 3 2 ] /Size %d" % size + self.trailer, rows)
        return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)

    def streams(self, wanted):
        """Indices of the streams of a sort: content, font, letters, symbol."""
        sorts = {
            "content": lambda m, p: m == re.sub(rb"\d+", b"0", b"<< /Length 0 /Filter /FlateDecode >>") and b" BDC" in p,
            "letters": lambda m, p: b"begincmap" in p,
            "font": lambda m, p: m.count(b"/Length") == 2,
            "symbol": lambda m, p: b"/ImageMask" in m,
        }
        found = []
        for index, (_, members, data) in enumerate(self.objects):
            if data is None:
                continue
            plain = zlib.decompress(data) if b"/FlateDecode" in members else data
            if sorts[wanted](re.sub(rb"\d+", b"0", members), plain):
                found.append(index)
        return found

    def change(self, rng, sort, function):
        index = rng.choice(self.streams(sort))
        members, data = self.objects[index][1:]
        if b"/FlateDecode" not in members:
            self.objects[index][2] = function(rng, data)
            return
        plain = function(rng, zlib.decompress(data))
        self.objects[index][1] = re.sub(rb"/Length1 \d+", b"/Length1 %d" % len(plain), members)
        self.objects[index][2] = zlib.compress(plain, rng.choice([1, 6, 9]))


NUMBERS = [b"0", b"1", b"-1", b"+1", b"1.", b".5", b"1.0", b"00", b"0.0", b"1e3", b"--1", b"4294967297", b"0.0000001"]
OPERATORS = (b"q Q cm BT ET Tf Tm Td Tj TJ Tr Ts Tz Tc Tw TL T* ' \" rg RG g G k w J j M d m l c h re f f* S s n W "
             b"W* gs Do BDC BMC EMC sh BI cs scn i ri MP DP BX EX").split()


def tokens(rng, plain):
    """A content with one word changed, put in, left out or exchanged with its neighbour."""
    words = re.split(rb"(\s+)", plain)
    places = [i for i in range(0, len(words), 2) if words[i]]
    place = rng.choice(places)
    way = rng.randrange(7)
    if way == 0:
        del words[place:place + 2]
    elif way == 1:
        words[place:place] = [rng.choice(NUMBERS + OPERATORS), b" "]
    elif way == 2:
        words[place] = rng.choice(NUMBERS + OPERATORS)
    elif way == 3:
        words[place:place] = [words[place], b" "]
    elif way == 4:
        numbers = [i for i in places if re.fullmatch(rb"-?[\d.]+", words[i])]
        place = rng.choice(numbers)
        words[place] = b"%g" % (float(words[place]) * rng.choice([0.5, 0.9, 1.1, 2]) + rng.choice([-40, 0, 3]))
    elif way == 5:
        lines = plain.split(b"\n")
        one, two = sorted(rng.sample(range(len(lines)), 2))
        lines[one], lines[two] = lines[two], lines[one]
        return b"\n".join(lines)
    else:
        words[place] += rng.choice([b"\r", b"\t", b"\0", b"%x\n", b"\f", b"/x", b"()"])
    return b"".join(words)


def forged(rng, plain):
    """Operators that hide or add words, where a state may begin."""
    more = rng.choice([
        b"1 g 60 200 400 400 re f", b"BT 3 Tr ET", b"3 Tr", b"0 0 0 rg 100 100 200 30 re f",
        b"/x0 Do", b"q 0.1 0 0 0.1 0 0 cm /x0 Do Q", b"1 1 1 rg", b"0 0 0 0 k", b"100 0 0 100 0 0 cm",
        b"0 0 10 10 re W n", b"/Span << /ActualText (x) >> BDC EMC", b"/x5 /x0 Do", b"10 w 0 0 m 500 500 l S",
        # Far away and back, which numbers of 32 bits and of 64 do differently.
        b"q 1 0 0 1 0 0 cm 99999 0 0 99999 0 0 cm 1 0 0 1 99999.3 0 cm 1 0 0 1 -99999.298 0 cm 0.00001 0 0 0.00001 0 0 cm "
        b"100 100 60 1 re f Q", b"1 2 l S", b"q 2 0 0 2 -256 -256 cm Q",
    ])
    places = [m.start() for m in re.finditer(rb"\nq ", plain)]
    place = rng.choice(places) + 1 if places else 0
    return plain[:place] + more + b"\n" + plain[place:]


def bytewise(rng, plain):
    data = bytearray(plain)
    for _ in range(rng.choice([1, 1, 2, 8])):
        place = rng.randrange(len(data))
        way = rng.randrange(4)
        if way == 0:
            data[place] = rng.randrange(256)
        elif way == 1:
            data[place] ^= 1 << rng.randrange(8)
        elif way == 2:
            del data[place]
        else:
            data.insert(place, rng.randrange(256))
    return bytes(data)


def table(rng, plain):
    """A number in a table of a font changed, its sum made right again."""
    data = bytearray(plain)
    row = 12 + 16 * rng.randrange(int.from_bytes(data[4:6], "big"))
    start, length = (int.from_bytes(data[row + k:row + k + 4], "big") for k in (8, 12))
    if rng.random() < 0.2:
        field = row + rng.choice([4, 8, 12])
        number = int.from_bytes(data[field:field + 4], "big") + rng.choice([-4, -2, -1, 1, 2, 4])
        data[field:field + 4] = (number % 2 ** 32).to_bytes(4, "big")
        return bytes(data)
    place = start + rng.randrange(max(1, min(length, 64) if rng.random() < 0.5 else length))
    if place < len(data):
        data[place] = rng.randrange(256)
    part = bytearray(data[start:start + length])
    if bytes(data[row:row + 4]) == b"head":
        part[8:12] = bytes(4)
    part += bytes(-len(part) % 4)
    total = sum(int.from_bytes(part[i:i + 4], "big") for i in range(0, len(part), 4)) % 2 ** 32
    data[row + 4:row + 8] = total.to_bytes(4, "big")
    return bytes(data)


def fields(rng, plain):
    """A field by which readers make room, cut or scale letters: of `head`, `hhea` or `maxp`."""
    name, places = rng.choice([
        (b"head", [4, 16, 36, 38, 40, 42, 44, 46, 48]), (b"hhea", range(4, 24, 2)), (b"maxp", range(6, 32, 2))])
    data = bytearray(plain)
    row = next(12 + 16 * k for k in range(data[5]) if data[12 + 16 * k:16 + 16 * k] == name)
    start, length = (int.from_bytes(data[row + k:row + k + 4], "big") for k in (8, 12))
    for place in rng.sample(list(places), rng.choice([1, 1, 2, 4])):
        value = rng.choice([0, 1, 0x7FFF, 0x8000, 0xFFFF, rng.randrange(65536)])
        data[start + place:start + place + 2] = value.to_bytes(2, "big")
    part = bytearray(data[start:start + length])
    if name == b"head":
        part[8:12] = bytes(4)
    part += bytes(-len(part) % 4)
    total = sum(int.from_bytes(part[i:i + 4], "big") for i in range(0, len(part), 4)) % 2 ** 32
    data[row + 4:row + 8] = total.to_bytes(4, "big")
    return bytes(data)


def letters(rng, plain):
    rows = re.findall(rb"<[0-9a-f]{4}> <[0-9a-f]+>\n", plain)
    one, two = rng.sample(rows, 2)
    way = rng.randrange(4)
    if way == 0:
        return plain.replace(one, one[:7] + two[7:]).replace(two, two[:7] + one[7:])
    if way == 1:
        return plain.replace(one, one[:7] + rng.choice([b"<00ad>\n", b"<0020>\n", b"<200b>\n", b"<0041>\n"]))
    if way == 2:
        return plain.replace(one, one + one)
    return plain.replace(b"endcmap", b"1 beginbfrange\n<0000> <00ff> <0041>\nendbfrange\nendcmap")


def members(rng, paper):
    """A dictionary changed: a key more, less, twice, escaped or with another value."""
    index = rng.randrange(len(paper.objects))
    text = paper.objects[index][1]
    keys = list(re.finditer(rb"/[A-Za-z0-9]+", text))
    key = rng.choice(keys)
    way = rng.randrange(7)
    if way == 0:
        more = rng.choice([
            b"/Rotate 90", b"/Annots [ ]", b"/CropBox [ 0 0 300 300 ]", b"/Filter /LZWDecode", b"/DecodeParms null",
            b"/DecodeParms << /Predictor 12 >>", b"/UserUnit 2", b"/OC null", b"/F (x)", b"/Type /XObject",
            b"/SMask null", b"/DW 0", b"/Contents 9 0 R", b"/Resources << >>", b"/FontFile3 10 0 R",
        ])
        text = text[:2] + b" " + more + text[2:]
    elif way == 1:
        text = text[:key.start()] + b"/#%02x" % text[key.start() + 1] + text[key.start() + 2:]
    elif way == 2:
        text = text[:key.start()] + text[key.end():]
    elif way == 3:
        text = text[:2] + b" " + text[3:-3] + b" " + text[3:-3] + text[-3:]
    elif way == 4:
        numbers = list(re.finditer(rb"\d+", text)) or [key]
        number = rng.choice(numbers)
        text = text[:number.start()] + b"%d" % rng.randrange(70) + text[number.end():]
    elif way == 5:
        text = text.replace(b" ", rng.choice([b"  ", b"\n", b"\t", b"\r", b" %x\n"]), 1)
    else:
        other = rng.choice(keys)[0]
        text = text[:key.start()] + other + text[key.end():]
    paper.objects[index][1] = text


def objects(rng, paper):
    """An object more, less, twice or in another place."""
    index = rng.randrange(len(paper.objects))
    way = rng.randrange(4)
    if way == 0:
        del paper.objects[index]
    elif way == 1:
        paper.objects.insert(rng.randrange(len(paper.objects)), list(paper.objects[index]))
    elif way == 2:
        other = rng.randrange(len(paper.objects))
        paper.objects[index], paper.objects[other] = paper.objects[other], paper.objects[index]
    else:
        other = rng.randrange(len(paper.objects))
        one, two = paper.objects[index], paper.objects[other]
        one[1:], two[1:] = two[1:], one[1:]


def data(rng, paper):
    """The packed data of a stream, with what a reader may forgive."""
    index = rng.choice([i for i, o in enumerate(paper.objects) if o[2] is not None])
    packed = paper.objects[index][2]
    paper.objects[index][2] = rng.choice([
        packed + b"\n", packed + b"\0\0", packed[:-1], packed[:-4] + bytes(4), b"\n" + packed, bytewise(rng, packed)])


def around(rng, raw):
    """The file as a whole."""
    start = raw.rindex(b"startxref")
    return rng.choice([
        lambda: b"%x\n" + raw, lambda: raw + b"\n", lambda: raw + b"%%EOF\n", lambda: raw[:-1],
        lambda: raw.replace(b"%PDF-1.7", b"%PDF-1.5", 1), lambda: raw.replace(b"/W [ 1 3 2 ]", b"/W [ 1 3 2 0 ]", 1),
        lambda: raw.replace(b"/Type /XRef", b"/Index [ 0 9 ] /Type /XRef", 1), lambda: raw[:start] + b"startxref\n0\n%%EOF\n",
        lambda: raw.replace(b"/Root", b"/Prev 0 /Root"), lambda: raw.replace(b"\nendobj", b"\rendobj", 1),
        lambda: raw.replace(b"\0\0\0\0\xff\xff", b"\1\0\0\0\0\0", 1), lambda: bytewise(rng, raw), lambda: raw + raw,
    ])()


WAYS = {
    "words": lambda rng, p: p.change(rng, "content", tokens),
    "forged": lambda rng, p: p.change(rng, "content", forged),
    "content": lambda rng, p: p.change(rng, "content", bytewise),
    "table": lambda rng, p: p.change(rng, "font", table),
    "fields": lambda rng, p: p.change(rng, "font", fields),
    "font": lambda rng, p: p.change(rng, "font", bytewise),
    "letters": lambda rng, p: p.change(rng, "letters", letters),
    "symbol": lambda rng, p: p.change(rng, "symbol", bytewise),
    "members": members,
    "objects": objects,
    "data": data,
}


def make(out, seed, count, papers):
    os.makedirs(out, exist_ok=True)
    made = []
    for which, source in enumerate(papers):
        with open(source, "rb") as file:
            raw = file.read()
        for turn in range(count):
            rng = random.Random(f"{seed} {which} {turn}")
            way = rng.choice(list(WAYS) + ["words", "table", "around"])
            if way == "around":
                mutant = around(rng, raw)
            else:
                paper = Paper(raw)
                WAYS[way](rng, paper)
                mutant = paper.written()
            if mutant == raw:
                continue
            path = f"{out}/{which}-{turn}-{way}.pdf"
            with open(path, "wb") as file:
                file.write(mutant)
            made.append({"file": path, "source": source, "way": way})
    json.dump(made, sys.stdout)


DPI = 72


def poppler(path):
    shown = subprocess.run(["pdftoppm", "-r", str(DPI), "-gray", path], capture_output=True).stdout
    pages, stream = [], io.BytesIO(shown)
    while stream.tell() < len(shown):
        try:
            image = Image.open(stream)
            image.load()
        except OSError:
            break
        pages.append(image.copy())
    return pages


def mupdf(path):
    with pymupdf.open(path) as document:
        pages = [page.get_pixmap(dpi=DPI, colorspace=pymupdf.csGRAY) for page in document]
    return [Image.frombytes("L", (p.width, p.height), p.samples) for p in pages]


def pdfium(path):
    import pypdfium2
    document = pypdfium2.PdfDocument(path)
    return [page.render(scale=DPI / 72, grayscale=True).to_pil().convert("L") for page in document]


def ghostscript(path):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            ["gs", "-q", "-dSAFER", "-dNOPAUSE", "-dBATCH", "-sDEVICE=pnggray", f"-r{DPI}", f"-sOutputFile={folder}/%04d.png",
             path], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return [Image.open(f"{folder}/{name}").copy() for name in sorted(os.listdir(folder))]


READERS = {"poppler": poppler, "mupdf": mupdf, "pdfium": pdfium, "ghostscript": ghostscript}


def readers():
    found = ["poppler", "mupdf"]
    if importlib.util.find_spec("pypdfium2") is not None:
        found.append("pdfium")
    return found + (["ghostscript"] if shutil.which("gs") else [])


def bounded():
    resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))
    resource.setrlimit(resource.RLIMIT_CPU, (20, 20))


def seen(reader, path):
    """What one reader shows, asked in a process of its own: a font's numbers can make a page of gigabytes."""
    run = subprocess.run(
        [sys.executable, "-W", "ignore", __file__, "show", reader, path], capture_output=True,
        preexec_fn=bounded)
    if run.returncode != 0:
        return []
    return list(numpy.load(io.BytesIO(run.stdout)))


def show(reader, path):
    pymupdf.TOOLS.mupdf_display_errors(False)
    numpy.save(sys.stdout.buffer, numpy.stack(coarse(READERS[reader], path)))


def coarse(reader, path):
    """Pages as squares of eight pixels: what differs in them is more than the smoothing of edges."""
    pages = reader(path)
    return [numpy.asarray(p.convert("L").resize((74, 105), Image.Resampling.BOX), dtype=float) for p in pages]


def difference(one, two):
    if len(one) != len(two) or not one:
        return 255.0
    return max(numpy.abs(a - b).max() for a, b in zip(one, two))


def compare():
    known, wrong = {}, []
    for row in json.load(sys.stdin):
        source = row["source"]
        if source not in known:
            known[source] = [seen(r, source) for r in readers()]
        shown = [seen(r, row["file"]) for r in readers()]
        # How far apart two readers are on the paper itself is how far apart they may be on the mutant.
        for k in range(1, len(shown)):
            usual = difference(known[source][0], known[source][k])
            apart = difference(shown[0], shown[k])
            if apart > usual + 12:
                wrong.append({**row, "reader": readers()[k], "apart": float(apart), "usual": float(usual)})
                break
    json.dump(wrong, sys.stdout)


if __name__ == "__main__":
    if sys.argv[1] == "make":
        make(sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), sys.argv[5:])
    elif sys.argv[1] == "show":
        show(*sys.argv[2:])
    else:
        compare()
