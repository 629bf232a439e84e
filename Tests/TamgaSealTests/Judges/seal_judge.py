"""Judges seals with stock libraries only: reads cases as JSON, prints what cwt and pycose say.

Input:  {"seals": [{"seal": hex, "public": hex, "alg": "EdDSA"|"ES256", "kid": hex}],
         "lists": [{"token": hex, "public": hex, "alg": ..., "kid": hex, "positions": [int]}]}
Output: {"seals": [{"cwt": claims, "pycose": claims, "flips": {"cwt": [bit], "pycose": [bit]}}],
         "lists": [{"sub": text, "statuses": [int]}]}
`flips` names the bits that a library did not notice when they were turned over.
"""

import json
import sys
import zlib

import cbor2
import cwt
from pycose.keys import EC2Key, OKPKey
from pycose.keys.curves import Ed25519, P256
from pycose.messages import Sign1Message


def cwt_key(case):
    raw = bytes.fromhex(case["public"])
    kid = bytes.fromhex(case["kid"])
    if case["alg"] == "EdDSA":
        return cwt.COSEKey.new({1: 1, 2: kid, 3: -8, -1: 6, -2: raw})
    return cwt.COSEKey.new({1: 2, 2: kid, 3: -7, -1: 1, -2: raw[:32], -3: raw[32:]})


def pycose_key(case):
    raw = bytes.fromhex(case["public"])
    if case["alg"] == "EdDSA":
        return OKPKey(crv=Ed25519, x=raw)
    return EC2Key(crv=P256, x=raw[:32], y=raw[32:])


def by_cwt(seal, key):
    return cbor2.loads(cwt.COSE.new(alg_auto_inclusion=False).decode(seal, key))


def by_pycose(seal, key):
    message = Sign1Message.decode(seal)
    message.key = key
    if not message.verify_signature():
        raise ValueError("signature")
    return cbor2.loads(message.payload)


def unnoticed(judge, seal, key):
    bits = []
    for bit in range(8 * len(seal)):
        flipped = bytearray(seal)
        flipped[bit // 8] ^= 1 << (bit % 8)
        try:
            judge(bytes(flipped), key)
            bits.append(bit)
        except Exception:
            pass
    return bits


def plain(value):
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in sorted(value.items())}
    return value


def seal_row(case):
    seal = bytes.fromhex(case["seal"])
    first, second = cwt_key(case), pycose_key(case)
    return {
        "cwt": plain(by_cwt(seal, first)),
        "pycose": plain(by_pycose(seal, second)),
        "flips": {
            "cwt": unnoticed(by_cwt, seal, first),
            "pycose": unnoticed(by_pycose, seal, second),
        },
    }


def list_row(case):
    claims = by_cwt(bytes.fromhex(case["token"]), cwt_key(case))
    by_pycose(bytes.fromhex(case["token"]), pycose_key(case))
    entry = claims[65533]
    octets = zlib.decompress(entry["lst"])
    bits = entry["bits"]
    per = 8 // bits
    statuses = [
        octets[position // per] >> (position % per * bits) & ((1 << bits) - 1)
        for position in case["positions"]
    ]
    return {"sub": claims[2], "statuses": statuses}


cases = json.load(sys.stdin)
json.dump(
    {
        "seals": [seal_row(case) for case in cases["seals"]],
        "lists": [list_row(case) for case in cases["lists"]],
    },
    sys.stdout,
)
