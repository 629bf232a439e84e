"""Puts papers together again out of a store, by the page Store alone, and prints the SHA-256 of those that are whole.

usage: stored.py STORE SHA256...
"""

import hashlib
import pathlib
import sys
import zlib

HEADING = b"TAMGA PAPER 1\n"


def item(data, at):
    """A CBOR array or byte string: its value and where it ends."""
    kind, more = data[at] >> 5, data[at] & 31
    width = {24: 1, 25: 2, 26: 4, 27: 8}.get(more, 0)
    count = int.from_bytes(data[at + 1:at + 1 + width], "big") if width else more
    at += 1 + width
    if kind == 2:
        return data[at:at + count], at + count
    assert kind == 4, kind
    items = []
    for _ in range(count):
        value, at = item(data, at)
        items.append(value)
    return items, at


def paper(store, name):
    """The bytes of a paper."""
    own = (store / name[:2] / (name + ".paper")).read_bytes()
    assert own.startswith(HEADING)
    plain = zlib.decompress(own[len(HEADING):])
    pieces, end = item(plain, 0)
    assert end == len(plain)
    whole = b""
    for piece in pieces:
        if isinstance(piece, list):
            part = piece[0].hex()
            piece = (store / "shared" / part[:2] / part).read_bytes()
        whole += piece
    return whole


def main():
    """Prints what is whole."""
    store = pathlib.Path(sys.argv[1])
    for name in sys.argv[2:]:
        try:
            whole = paper(store, name)
        except (OSError, AssertionError, IndexError, zlib.error):
            continue
        if hashlib.sha256(whole).hexdigest() == name:
            print(name)


main()
