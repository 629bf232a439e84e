"""Inputs that want to keep their reader busy: name and maker of each."""
from hostile.pdf import (
    BOX, FLATE, deflated_twice, flate, form, letter_map, page_tree, paged, repeated, table_stream)
from hostile.tiff import tiff


def files():
    yield "100,000 pages", lambda: paged(pages=100_000)
    yield "100,000 pages in a tree of depth 100,000", lambda: page_tree(100_000)
    yield "a tree that bites its tail", lambda: page_tree(3).replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]")
    yield "a page that is its own parent", lambda: paged(page=b"/Kids [4 0 R 4 0 R]")
    yield "a gigabyte in a page", lambda: paged(repeated(b"q Q ", 250_000_000), FLATE)
    yield "a gigabyte packed three times", lambda: paged(*deflated_twice(b"\n" * 300_000_000, 3))
    yield "filters a hundred deep", lambda: paged(flate(b"q Q"), b"/Filter [%s]" % (b"/FlateDecode " * 100))
    yield "a predictor of a billion columns", lambda: paged(
        flate(b"x"), FLATE + b" /DecodeParms << /Predictor 12 /Columns 1000000000 >>")
    yield "2,000,000 lines", lambda: paged(repeated(b"0 0 m 500 800 l S ", 2_000_000), FLATE)
    yield "one path of 2,000,000 curves", lambda: paged(
        flate(b"0 0 m " + b"0 0 90 900 595 842 c 0 842 595 0 9 9 c " * 1_000_000 + b"f"), FLATE)
    yield "3,000,000 brackets", lambda: paged(flate(b"[" * 3_000_000), FLATE)
    yield "1,000,000 dictionaries in each other", lambda: paged(catalog=b"/A " + b"<< /A " * 1_000_000)
    yield "1,000,000 arrays in each other", lambda: paged(catalog=b"/A " + b"[" * 1_000_000 + b"]" * 1_000_000)
    yield "a number of 20 MB", lambda: paged(b"1" * 20_000_000 + b" w")
    yield "a text of 50 MB", lambda: paged(b"BT (" + b"a" * 50_000_000 + b") Tj ET")
    yield "2,000,000 letters", lambda: paged(
        flate(b"BT /f 12 Tf " + b"(aaaaaaaaaa) Tj " * 200_000 + b"ET"), FLATE,
        resources=b"<< /Font << /f << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>")
    yield "a form that calls itself", lambda: paged(
        b"/F Do", resources=b"<< /XObject << /F 4 0 R >> >>", more=[form(b"/F Do /F Do", b"/F 4 0 R")])
    yield "forms that double 40 times", lambda: paged(
        b"/F Do", resources=b"<< /XObject << /F 4 0 R >> >>",
        more=[form(b"/F Do /F Do", b"/F %d 0 R" % (5 + n)) for n in range(40)] + [form(b"0 0 9 9 re f")])
    yield "a picture of 100,000 × 100,000", lambda: paged(
        b"595 0 0 842 0 0 cm /I Do", resources=b"<< /XObject << /I 4 0 R >> >>",
        more=[(repeated(b"\0", 300_000_000), FLATE + b" /Type /XObject /Subtype /Image /Width 100000 "
               b"/Height 100000 /ColorSpace /DeviceGray /BitsPerComponent 8")])
    yield "a pattern of tiny cells", lambda: paged(
        b"/Pattern cs /P scn 0 0 595 842 re f", resources=b"<< /Pattern << /P 4 0 R >> >>",
        more=[(b"0 0 1 1 re f", b"/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] "
               b"/XStep 0.0001 /YStep 0.0001 /Resources << >>")])
    yield "a letter that is drawn by itself", lambda: paged(
        b"BT /T 12 Tf (aaaa) Tj ET", resources=b"<< /Font << /T 4 0 R >> >>",
        more=[b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0] /FirstChar 97 "
              b"/LastChar 97 /Widths [9] /CharProcs << /a 5 0 R >> /Encoding << /Differences [97 /a] >> "
              b"/Resources << /Font << /T 4 0 R >> >> >>", (b"BT /T 1 Tf (aaaaaaaa) Tj ET", b"")])
    yield "a page a mile wide", lambda: paged(b"0 0 9 9 re f", box=b"/MediaBox [0 0 99999999 99999999]")
    yield "a page of no height", lambda: paged(b"0 0 9 9 re f", box=b"/MediaBox [0 0 99999999 0.0001]")
    yield "a content in 200,000 parts", lambda: paged(page=b"/Contents [%s]" % (b"3 0 R " * 200_000), box=BOX)
    yield "200,000 notes", lambda: paged(page=b"/Annots [%s]" % (
        b"<< /Subtype /Square /Rect [0 0 500 800] /C [1 0 0] >> " * 200_000))
    yield "1,000,000 objects", lambda: paged(more=[b"null"] * 1_000_000)
    yield "a table of 50,000,000 entries", lambda: table_stream(50_000_000)
    yield "a table that says it has two milliards", lambda: paged().replace(b"xref\n0 5", b"xref\n0 2000000000")
    yield "a table before itself", lambda: paged().replace(b"/Root", b"/Prev 9 /Root")
    yield "names that bite their tail", lambda: paged(
        b"BT ET", catalog=b"/Names << /EmbeddedFiles 4 0 R >>", more=[b"<< /Kids [4 0 R 4 0 R] >>"])
    yield "references in a ring", lambda: paged(b"", catalog=b"/AcroForm 4 0 R", more=[b"5 0 R", b"4 0 R"])
    yield "fifty letter maps of 65,536 rows", lambda: paged(
        b"BT " + b" ".join(b"/f%d 1 Tf 9 0 0 9 50 %d Tm <0041> Tj" % (n, 800 - 10 * n) for n in range(50)) + b" ET",
        resources=b"<< /Font << %s >> >>" % b" ".join(b"/f%d %d 0 R" % (n, 5 + n) for n in range(50)),
        more=[(letter_map(), FLATE)] + [
            b"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /ToUnicode 4 0 R /DescendantFonts "
            b"[<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (Adobe) /Ordering "
            b"(Identity) /Supplement 0 >> >>] >>"] * 50)
    yield "a TIFF of 2,000 frames", lambda: tiff(2_000, 2_000)
    yield "a TIFF of sixty frames of 52 megapixels", lambda: tiff(60, 7_200)
    yield "a TIFF whose frames bite their tail", lambda: tiff(3, 500, ring=True)
    yield "60 MB of nothing", lambda: paged() + bytes(60_000_000)
    yield "60 MB of percent signs", lambda: b"%PDF-1.5\n" + b"%" * 60_000_000


def digits(octets):
    rest = {1: 3, 2: 5, 3: 8, 4: 10, 5: 13, 6: 15}
    text = "".join("%017d" % int.from_bytes(octets[i:i + 7], "big") for i in range(0, len(octets) - 6, 7))
    end = octets[len(octets) // 7 * 7:]
    return (text + (f"%0{rest[len(end)]}d" % int.from_bytes(end, "big") if end else "")).encode()


def base45(octets):
    alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
    out = []
    for i in range(0, len(octets) - 1, 2):
        n = octets[i] << 8 | octets[i + 1]
        out.append(alphabet[n % 45] + alphabet[n // 45 % 45] + alphabet[n // 2025])
    return "".join(out).encode()


def payloads():
    link = b"https://tamga.example/v#"
    yield "CBOR 1,000,000 deep, digits", lambda: link + digits(b"\x81" * 1_000_000)
    yield "CBOR 1,000,000 deep, base45", lambda: b"TG1:" + base45(b"\x81" * 1_000_000)
    yield "CBOR 400 deep", lambda: link + digits(b"\x81" * 400)
    yield "tags 400 deep", lambda: link + digits(b"\xd2" * 400)
    yield "a map of 2^63 members", lambda: link + digits(b"\xd2\x84\xbb\x7f" + b"\xff" * 7)
    yield "bytes of 2^63", lambda: link + digits(b"\xd2\x84\x5b\x7f" + b"\xff" * 7)
    yield "an array without an end", lambda: link + digits(b"\x9f" * 400)
    yield "8 MB of digits", lambda: b"7" * 8_000_000
    yield "8 MB of blanks", lambda: b" " * 8_000_000
    yield "8 MB of base45", lambda: b"TG1:" + b"A" * 8_000_000
    yield "60 MB of letters", lambda: b"a" * 60_000_000
    yield "8 MB of combining marks", lambda: b"7" + "\u0301".encode() * 4_000_000
