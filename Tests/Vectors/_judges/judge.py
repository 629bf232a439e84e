"""Judges the shared vectors without a line of Tamga: stock readers of COSE and CWT (cwt, pycose) and of
the IETF Token Status List (token-status-list), and a reader of such lists written from the draft.

usage: judge.py [VECTORS]   prints one line for each disagreement; exit status 1 if there is any

For each vector with a payload text: both libraries take a genuine seal, read the claims that the vector
names, and refuse every other seal, except those where `laxer` names them. The status that the bundle's
list gives is the one that the verdict speaks of.
"""

import base64
import hashlib
import json
import os
import sys
import zlib

import cbor2
import cwt
from pycose.keys import EC2Key, OKPKey
from pycose.keys.curves import Ed25519, P256
from pycose.messages import Sign1Message
from token_status_list import BitArray

REST = {3: 1, 5: 2, 8: 3, 10: 4, 13: 5, 15: 6}
BASE45 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
NAMES = {
    1: "document", 2: "number", 3: "copy", 4: "name", 5: "passport", 6: "citizenship",
    7: "status", 8: "digest", -1: "body",
}
STATUS = {0: set(), 1: {"status-revoked"}, 2: {"status-suspended"}, 3: {"status-superseded"}}
SPOKEN = {"status-revoked", "status-suspended", "status-superseded"}


def from_digits(digits):
    octets = b""
    while len(digits) >= 17:
        octets += int(digits[:17]).to_bytes(7, "big")
        digits = digits[17:]
    if digits:
        octets += int(digits).to_bytes(REST[len(digits)], "big")
    return octets


def from_base45(text):
    octets = b""
    for start in range(0, len(text), 3):
        part = [BASE45.index(c) for c in text[start:start + 3]]
        number = sum(value * 45**place for place, value in enumerate(part))
        octets += number.to_bytes(len(part) - 1, "big")
    return octets


def seal_of(text):
    """The bytes that a payload text carries; raises where it carries none."""
    text = text.strip()
    if text.startswith("https://"):
        return from_digits(text.split("/v#", 1)[1])
    if text.startswith("TG1:"):
        return from_base45(text[4:])
    return from_digits(text) if text.isdigit() else from_base45(text)


class Bundle:
    """The parts of a trust bundle, as its page of the documentation has them."""

    def __init__(self, path):
        with open(path, "rb") as file:
            magic, version, root_key, root, status, *fonts = cbor2.loads(file.read())
        if magic != "tamga-trust" or version not in (1, 2) or len(fonts) >= version:
            raise ValueError("no trust bundle")
        self.root = cbor2.loads(read(root, keys(root_key, kid_of(root))))
        status_key = keys(self.root[5], kid_of(status))
        self.status = cbor2.loads(read(status, status_key))
        if (13 in self.status) != (version == 2):
            raise ValueError("the hash of the fonts part")
        self.faces = None
        if fonts:
            if hashlib.sha256(fonts[0]).digest() != self.status[13]:
                raise ValueError("the fonts part of another bundle")
            part = cbor2.loads(read(fonts[0], keys(self.root[5], kid_of(fonts[0]))))
            self.faces = {name: part[3][digest] for edition in part[2] for name, digest in edition[2]}
        self.issuing = [row[1] for row in self.root[4]]
        self.status_key = status_key

    def status_of(self, claim):
        """The two bits of a paper in the Token Status List of its number; None without a list.

        draft-ietf-oauth-status-list: `lst` is a zlib stream; the statuses of a byte begin with its
        lowest bits."""
        token = self.status[11].get(claim >> 20)
        if token is None:
            return None
        token = token if isinstance(token, bytes) else cbor2.dumps(token)
        claims = cbor2.loads(read(token, self.status_key))
        if claims[65533]["bits"] != 2:
            raise ValueError("bits")
        octets = zlib.decompress(claims[65533]["lst"])
        index = claim & 0xFFFFF
        if index // 4 >= len(octets):
            return None
        status = octets[index // 4] >> 2 * (index % 4) & 3
        # The library reads the form of a JWT, which has the same bytes in base64url.
        packed = base64.urlsafe_b64encode(claims[65533]["lst"]).decode().rstrip("=")
        if BitArray.load({"bits": 2, "lst": packed})[index] != status:
            raise ValueError("the readers of status lists disagree")
        return status


def kid_of(seal):
    return cbor2.loads(cbor2.loads(seal).value[0])[4]


def keys(row, kid):
    """A key for each library."""
    alg, raw = row
    if alg == -8:
        return (
            cwt.COSEKey.new({1: 1, 2: kid, 3: -8, -1: 6, -2: raw}),
            OKPKey(crv=Ed25519, x=raw),
        )
    raw = raw[-64:]
    return (
        cwt.COSEKey.new({1: 2, 2: kid, 3: -7, -1: 1, -2: raw[:32], -3: raw[32:]}),
        EC2Key(crv=P256, x=raw[:32], y=raw[32:]),
    )


def by_cwt(seal, key):
    return cwt.COSE.new(alg_auto_inclusion=False).decode(seal, key)


def by_pycose(seal, key):
    message = Sign1Message.decode(seal)
    message.key = key
    if not message.verify_signature():
        raise ValueError("signature")
    return message.payload


def read(seal, pair):
    first, second = by_cwt(seal, pair[0]), by_pycose(seal, pair[1])
    if first != second:
        raise ValueError("the two disagree")
    return first


def takers(seal, bundle):
    """The libraries that take a seal as one of the office's keys', and what they read in it."""
    found = {}
    for row in bundle.issuing:
        try:
            pair = keys(row, kid_of(seal))
        except Exception:
            pair = keys(row, b"")
        for name, judge, key in (("cwt", by_cwt, pair[0]), ("pycose", by_pycose, pair[1])):
            try:
                found[name] = judge(seal, key)
            except Exception:
                continue
    return found


def fields(claims):
    """The claims by the names of the vectors."""
    named = {"iss": claims[1], "iat": claims[6], "cti": claims[7].hex()}
    for key, name in ((4, "exp"), (5, "nbf")):
        if key in claims:
            named[name] = claims[key]
    for key, value in claims[-65537].items():
        if key == 9:  # retired, never looked at
            continue
        named[NAMES.get(key, str(key))] = value.hex() if isinstance(value, bytes) else value
    return named


def judge(name, vector, bundle):
    """What is wrong with a vector, in words."""
    expected = vector["expect"]
    is_genuine = expected["verdict"] not in ("not-genuine", "no-seal")
    try:
        seal = seal_of(vector["payload"])
    except Exception:
        return ["a genuine text that carries nothing"] if is_genuine else []
    taken = takers(seal, bundle)
    if not is_genuine:
        laxer = set(vector.get("laxer", []))
        return [] if laxer == set(taken) else [f"taken by {sorted(taken)}, laxer {sorted(laxer)}"]
    stages, wrong = vector["stages"], []
    if set(taken) != {"cwt", "pycose"}:
        return [f"taken only by {sorted(taken)}"]
    if seal.hex() != stages["cose"]:
        wrong.append("the bytes of the text")
    for reader, payload in taken.items():
        if payload.hex() != stages["claims"]:
            wrong.append(f"{reader}: other claims")
    claims = cbor2.loads(taken["cwt"])
    if fields(claims) != stages["fields"]:
        wrong.append("the fields")
    status = bundle.status_of(claims[-65537][7])
    spoken = SPOKEN & set(expected["reasons"])
    if status is None:
        if not {"status-unknown", "status-not-kept"} & set(expected["reasons"]):
            wrong.append("no list has the status")
    elif spoken != STATUS[status]:
        wrong.append(f"status {status}, the verdict speaks of {sorted(spoken)}")
    return wrong


def fonts_fault(name, vector, place):
    """What is wrong with a bundle that is about fonts: taken or refused otherwise than the vector says."""
    try:
        bundle = Bundle(place)
    except Exception as error:
        return [] if "refusal" in vector else [f"{name}: {error}"]
    if "refusal" in vector:
        return [f"{name}: taken"]
    for face, prints in (bundle.faces or {}).items():
        rows = [prints[start:start + 10] for start in range(0, len(prints), 10)]
        if not rows or rows != sorted(set(rows)) or len(rows[-1]) != 10:
            return [f"{name}: the fingerprints of {face}"]
    has_fonts = "fonts-not-in-bundle" not in vector["expect"]["reasons"]
    return [] if has_fonts == (bundle.faces is not None) else [f"{name}: fonts"]


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    folder = sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(here)
    bundles, judged, faults = {}, 0, []
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name, "vector.json")
        if not os.path.exists(path):
            continue
        with open(path, encoding="utf-8") as file:
            vector = json.load(file)
        if name.startswith(("fonts-", "bundle-")):
            judged += 1
            faults += fonts_fault(name, vector, os.path.join(folder, vector["bundle"]))
            continue
        if "expect" not in vector or "payload" not in vector:
            continue
        place = vector["bundle"]
        if place not in bundles:
            bundles[place] = Bundle(os.path.join(folder, place))
        judged += 1
        faults += [f"{name}: {fault}" for fault in judge(name, vector, bundles[place])]
    print("\n".join(faults + [f"{judged} vectors judged, {len(faults)} disagreements"]))
    sys.exit(1 if faults or not judged else 0)


main()
