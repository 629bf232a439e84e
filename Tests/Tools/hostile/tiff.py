"""Writes TIFF pictures of many frames (TIFF 6.0): eight bits of grey, packed by zlib."""
import struct
import zlib


def tiff(frames, side, ring=False):
    """`frames` pictures of `side` × `side`; the last one names the first as the next where they form a ring."""
    data = zlib.compress(b"\xff" * side * side, 9)
    out = bytearray(b"II*\0" + struct.pack("<I", 8))
    for frame in range(frames):
        start = len(out)
        behind = start + 2 + 12 * 9 + 4
        last = frame == frames - 1
        rows = [(256, 4, side), (257, 4, side), (258, 3, 8), (259, 3, 8), (262, 3, 1), (273, 4, behind), (277, 3, 1),
                (278, 4, side), (279, 4, len(data))]
        out += struct.pack("<H", len(rows))
        for tag, kind, value in rows:
            out += struct.pack("<HHII", tag, kind, 1, value)
        out += struct.pack("<I", (8 if ring else 0) if last else behind + len(data))
        out += data
    return bytes(out)
