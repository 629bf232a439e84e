"""Judges the payload texts of papers with stock readers of COSE: cwt and pycose.

Input:  {"payloads": [text], "keys": [a row of `tamga keys list --json`]}
Output: [{"kid": hex, "claims": {...}, "unnoticed": [bit]}]: what both libraries read in each, and
which of 64 single bits turned over one of them took for genuine.
"""

import base64
import json
import sys

import cbor2
import cwt
from pycose.keys import EC2Key, OKPKey
from pycose.keys.curves import Ed25519, P256
from pycose.messages import Sign1Message

FLIPS = 64
REST = {3: 1, 5: 2, 8: 3, 10: 4, 13: 5, 15: 6}


def seal_of(payload):
    """Seven bytes are 17 digits; the rest by its length."""
    digits = payload.split("#", 1)[1]
    octets = b""
    while len(digits) >= 17:
        octets += int(digits[:17]).to_bytes(7, "big")
        digits = digits[17:]
    if digits:
        octets += int(digits).to_bytes(REST[len(digits)], "big")
    return octets


def keys_of(row):
    text = row["publicKey"]
    raw = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    kid = bytes.fromhex(row["kid"])
    if row["alg"] == "EdDSA":
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


def takes(judge, seal, key):
    try:
        judge(seal, key)
        return True
    except Exception:
        return False


def plain(value):
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    return value


def judged(payload, keys):
    seal = seal_of(payload)
    outer = cbor2.loads(seal)
    protected = cbor2.loads(outer.value[0])
    if outer.tag != 18 or outer.value[1] != {} or set(protected) != {1, 4}:
        raise ValueError("not the headers of the contract")
    kid = protected[4].hex()
    first, second = keys[kid]
    claims = by_cwt(seal, first)
    if claims != by_pycose(seal, second):
        raise ValueError("the two disagree")
    bits = 8 * len(seal)
    unnoticed = []
    for flip in range(FLIPS):
        bit = flip * (bits - 1) // (FLIPS - 1)
        turned = bytearray(seal)
        turned[bit // 8] ^= 1 << (bit % 8)
        turned = bytes(turned)
        if takes(by_cwt, turned, first) or takes(by_pycose, turned, second):
            unnoticed.append(bit)
    return {"kid": kid, "claims": plain(cbor2.loads(claims)), "unnoticed": unnoticed}


question = json.load(sys.stdin)
keys = {row["kid"]: keys_of(row) for row in question["keys"] if row["role"] == "issuing"}
json.dump([judged(payload, keys) for payload in question["payloads"]], sys.stdout)
