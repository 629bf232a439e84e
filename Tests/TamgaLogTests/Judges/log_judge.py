"""Judges a log without a line of its code: RFC 6962 written again from its definitions with hashlib,
pymerkle as a library of others, and Ed25519 by cryptography.

Input:  {"entries": [hex], "paths": [[index, size, [hex]]], "proofs": [[old, new, [hex]]],
         "vkey": text, "inclusion": [text], "consistency": [[old checkpoint, text]]}
Output: {"roots": [hex of size 0, 1, ...], "pymerkle": [hex of size 1, 2, ...],
         "paths": [bool], "proofs": [bool], "entries": [fields of the entry of each evidence],
         "consistency": [bool], "unnoticed": [place of a byte whose change was not noticed]}
"""

import base64
import hashlib
import json
import struct
import sys

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from pymerkle import InmemoryTree


def leaf_hash(entry):
    return hashlib.sha256(b"\x00" + entry).digest()


def node_hash(left, right):
    return hashlib.sha256(b"\x01" + left + right).digest()


def split(count):
    power = 1
    while power * 2 < count:
        power *= 2
    return power


def tree_hash(leaves):
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    k = split(len(leaves))
    return node_hash(tree_hash(leaves[:k]), tree_hash(leaves[k:]))


def path(m, leaves):
    if len(leaves) == 1:
        return []
    k = split(len(leaves))
    if m < k:
        return path(m, leaves[:k]) + [tree_hash(leaves[k:])]
    return path(m - k, leaves[k:]) + [tree_hash(leaves[:k])]


def subproof(m, leaves, whole):
    if m == len(leaves):
        return [] if whole else [tree_hash(leaves)]
    k = split(len(leaves))
    if m <= k:
        return subproof(m, leaves[:k], whole) + [tree_hash(leaves[k:])]
    return subproof(m - k, leaves[k:], False) + [tree_hash(leaves[:k])]


def root_of_path(leaf, index, size, hashes):
    """The root to which a path leads, from the top down: each step takes the last hash."""
    if size == 1:
        if hashes:
            raise ValueError("path too long")
        return leaf
    k = split(size)
    if index < k:
        return node_hash(root_of_path(leaf, index, k, hashes[:-1]), hashes[-1])
    return node_hash(hashes[-1], root_of_path(leaf, index - k, size - k, hashes[:-1]))


def roots_of_proof(m, size, hashes, old, whole=True):
    """The old and the new root to which a consistency proof leads."""
    if m == size:
        if whole:
            if hashes:
                raise ValueError("proof too long")
            return old, old
        (only,) = hashes
        return only, only
    k = split(size)
    if m <= k:
        first, second = roots_of_proof(m, k, hashes[:-1], old, whole)
        return first, node_hash(second, hashes[-1])
    first, second = roots_of_proof(m - k, size - k, hashes[:-1], old, False)
    return node_hash(hashes[-1], first), node_hash(hashes[-1], second)


def opened(note, vkey):
    """A checkpoint under its signature: origin, size and root."""
    name, key_id, key = vkey.split("+", 2)
    key = base64.b64decode(key, validate=True)
    assert key[0] == 1
    computed = hashlib.sha256(name.encode() + b"\n" + key).digest()[:4]
    assert computed.hex() == key_id
    body, signatures = note.rsplit("\n\n", 1)
    body += "\n"
    signed = False
    for line in signatures.removesuffix("\n").split("\n"):
        dash, signer, value = line.split(" ")
        assert dash == "\u2014"
        value = base64.b64decode(value, validate=True)
        if signer == name and value[:4] == computed:
            Ed25519PublicKey.from_public_bytes(key[1:]).verify(value[4:], body.encode())
            signed = True
    assert signed
    origin, size, root, end = body.split("\n")
    assert end == "" and str(int(size)) == size
    root_bytes = base64.b64decode(root, validate=True)
    assert base64.b64encode(root_bytes).decode() == root and origin == name
    return int(size), root_bytes


def fields(entry):
    version, sequence, at, flags = struct.unpack_from(">BqqB", entry)
    assert version == 1 and flags < 8
    place = 18
    found = {"sequence": sequence, "at": at, "serial": None, "reason": None, "state": None}
    if flags & 1:
        (found["serial"],) = struct.unpack_from(">q", entry, place)
        place += 8
    for flag, name in ((2, "reason"), (4, "state")):
        if flags & flag:
            found[name] = entry[place : place + 32].hex()
            place += 32
    for name in ("who", "what", "detail"):
        (length,) = struct.unpack_from(">H", entry, place)
        found[name] = entry[place + 2 : place + 2 + length].decode()
        place += 2 + length
    assert place == len(entry)
    return found


def proven(text, vkey):
    head, note = text.split("\n\n", 1)
    header, extra, index, *hashes = head.split("\n")
    assert header == "c2sp.org/tlog-proof@v1"
    assert extra.startswith("extra ") and index.startswith("index ")
    entry = base64.b64decode(extra[6:], validate=True)
    assert base64.b64encode(entry).decode() == extra[6:]
    position = int(index[6:])
    assert str(position) == index[6:]
    decoded = [base64.b64decode(line, validate=True) for line in hashes]
    assert [base64.b64encode(hash).decode() for hash in decoded] == hashes
    size, root = opened(note, vkey)
    assert position < size
    assert root_of_path(leaf_hash(entry), position, size, decoded) == root
    found = fields(entry)
    assert found["sequence"] == position + 1
    return found


def follows(held, text, vkey):
    head, note = text.split("\n\n", 1)
    old, *hashes = head.split("\n")
    old_size, old_root = opened(held, vkey)
    new_size, new_root = opened(note, vkey)
    assert old == f"old {old_size}" and 0 < old_size <= new_size
    decoded = [base64.b64decode(line, validate=True) for line in hashes]
    return roots_of_proof(old_size, new_size, decoded, old_root) == (old_root, new_root)


def unnoticed(text, vkey):
    places = []
    raw = text.encode()
    for place in range(len(raw)):
        changed = bytearray(raw)
        changed[place] ^= 1
        try:
            proven(changed.decode(), vkey)
            places.append(place)
        except Exception:
            pass
    return places


case = json.load(sys.stdin)
entries = [bytes.fromhex(entry) for entry in case["entries"]]
leaves = [leaf_hash(entry) for entry in entries]
stranger = InmemoryTree(algorithm="sha256")
for entry in entries:
    stranger.append_entry(entry)


def path_holds(index, size, hashes):
    by_stranger = stranger.prove_inclusion(index + 1, size)
    return (
        hashes == path(index, leaves[:size])
        and [leaves[index], *hashes] == by_stranger.path
        and root_of_path(leaves[index], index, size, hashes) == stranger.get_root(size)
    )


def proof_holds(old, new, hashes):
    first, second = stranger.get_root(old), stranger.get_root(new)
    return (
        hashes == subproof(old, leaves[:new], True)
        and roots_of_proof(old, new, hashes, first) == (first, second)
    )


json.dump(
    {
        "roots": [tree_hash(leaves[:size]).hex() for size in range(len(leaves) + 1)],
        "pymerkle": [stranger.get_root(size).hex() for size in range(1, len(leaves) + 1)],
        "paths": [
            path_holds(index, size, [bytes.fromhex(hash) for hash in hashes])
            for index, size, hashes in case["paths"]
        ],
        "proofs": [
            proof_holds(old, new, [bytes.fromhex(hash) for hash in hashes])
            for old, new, hashes in case["proofs"]
        ],
        "entries": [proven(text, case["vkey"]) for text in case["inclusion"]],
        "consistency": [follows(held, text, case["vkey"]) for held, text in case["consistency"]],
        "unnoticed": unnoticed(case["inclusion"][0], case["vkey"]),
    },
    sys.stdout,
)
