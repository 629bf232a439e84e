"""Writes PDFs of any shape, also of shapes that no honest program writes."""
import zlib


def flate(data, level=9):
    return zlib.compress(data, level)


def repeated(data, times):
    """A stream that unpacks to `data` many times over, packed piece by piece."""
    packer = zlib.compressobj(9)
    piece = data * max(1, (1 << 20) // len(data))
    parts = [packer.compress(piece) for _ in range(times * len(data) // len(piece))]
    return b"".join(parts) + packer.flush()


class File:
    """A PDF under construction; object 1 is the catalog."""

    def __init__(self):
        self.parts, self.places, self.length = [], [], 0
        self.put(b"%PDF-1.5\n")

    def put(self, data):
        self.parts.append(data)
        self.length += len(data)

    def add(self, body):
        self.places.append(self.length)
        self.put(b"%d 0 obj\n" % len(self.places) + body + b"\nendobj\n")
        return len(self.places)

    def stream(self, data, extra=b""):
        return self.add(b"<< %s /Length %d >>\nstream\n" % (extra, len(data)) + data + b"\nendstream")

    def finish(self, trailer=b"", root=1):
        start = self.length
        self.put(b"xref\n0 %d\n0000000000 65535 f \n" % (len(self.places) + 1))
        self.put(b"".join(b"%010d 00000 n \n" % place for place in self.places))
        self.put(b"trailer\n<< /Size %d /Root %d 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (
            len(self.places) + 1, root, trailer, start))
        return b"".join(self.parts)


BOX = b"/MediaBox [0 0 595 842]"


def paged(content=b"", filters=b"", pages=1, resources=b"<< >>", page=b"", catalog=b"", box=BOX, more=()):
    """A file of some pages that share one content; `more` are objects from number 4 on."""
    file = File()
    first = 4 + len(more)
    file.add(b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalog)
    kids = b" ".join(b"%d 0 R" % (first + n) for n in range(pages))
    file.add(b"<< /Type /Pages /Count %d /Kids [%s] >>" % (pages, kids))
    file.stream(content, filters)
    for body in more:
        file.stream(*body) if isinstance(body, tuple) else file.add(body)
    for _ in range(pages):
        file.add(b"<< /Type /Page /Parent 2 0 R %s /Contents 3 0 R /Resources %s %s >>" % (box, resources, page))
    return file.finish()


def form(content, names=b""):
    return (content, b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << %s >> >>" % names)


FLATE = b"/Filter /FlateDecode"


def page_tree(depth):
    file = File()
    file.add(b"<< /Type /Catalog /Pages 2 0 R >>")
    for level in range(depth):
        file.add(b"<< /Type /Pages /Count 1 /Parent %d 0 R /Kids [%d 0 R] >>" % (max(2, level + 1), level + 3))
    file.add(b"<< /Type /Page /Parent %d 0 R %s >>" % (depth + 1, BOX))
    return file.finish()


def table_stream(size):
    """A table of cross-references that unpacks to very many entries."""
    file = File()
    file.add(b"<< /Type /Catalog /Pages 2 0 R >>")
    file.add(b"<< /Type /Pages /Count 0 /Kids [] >>")
    start = file.length
    rows = repeated(b"\x01\x00\x00\x00\x0f\x00", size)
    file.put(b"3 0 obj\n<< /Type /XRef /Size %d /W [1 4 1] /Root 1 0 R %s /Length %d >>\nstream\n" % (
        size, FLATE, len(rows)) + rows + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % start)
    return b"".join(file.parts)


def deflated_twice(data, times):
    for _ in range(times):
        data = flate(data)
    return data, b"/Filter [%s]" % b" ".join([b"/FlateDecode"] * times)


def letter_map():
    """A map of every code of two bytes (ISO 32000-1, 9.10.3), packed."""
    rows = b"".join(
        b"100 beginbfchar\n" + b"".join(b"<%04x> <%04x>\n" % (n, 0x400 + n % 256) for n in range(k, k + 100))
        + b"endbfchar\n" for k in range(0, 65_500, 100))
    return flate(
        b"/CIDInit /ProcSet findresource begin\nbegincmap\n1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n"
        + rows + b"endcmap\nend\n")
