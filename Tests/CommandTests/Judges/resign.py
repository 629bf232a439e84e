#!/usr/bin/env python3
"""Puts another signature over the same bytes into a signed file, made by OpenSSL alone.

usage: resign.py FILE OUT CERT.pem KEY CHAIN.pem
"""
import re
import subprocess
import sys

path, out, certificate, key, chain = sys.argv[1:]
file = bytearray(open(path, "rb").read())
found = re.search(rb"/ByteRange \[ 0 (\d+) (\d+) (\d+) ", file)
begin, end, rest = map(int, found.groups())
assert end + rest == len(file)
cms = subprocess.run(
    ["openssl", "cms", "-sign", "-binary", "-cades", "-md", "sha256", "-outform", "DER", "-signer", certificate,
     "-inkey", key, "-certfile", chain, "-nosmimecap"],
    input=bytes(file[:begin] + file[end:]), capture_output=True, check=True).stdout
digits = cms.hex().encode()
room = end - begin - 2
assert len(digits) <= room, "the other signature is longer"
file[begin + 1:end - 1] = digits.ljust(room, b"0")
open(out, "wb").write(file)
