"""The core in the browser says what `tamga verify --json` says, byte for byte."""

import base64
import collections
import datetime
import json
import os
import pathlib
import random
import re
import subprocess
import tempfile
import unittest

from browser import ROOT, VECTORS, WEB, Browser, vectors
from server import Server

TAMGA = os.environ.get("TAMGA", str(ROOT / ".build/debug/tamga"))
MUTATIONS = 600
SEED = 20261128

JUDGE = """
const bytes = text => Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
const bundles = Object.fromEntries(Object.entries(given[1]).map(([name, text]) => [name, bytes(text)]));
const texts = [];
for (const {payload, bundle, now, on} of given[0]) {
  texts.push(await tamga.text(payload, {bundle: bundles[bundle], now, on}).catch(error => String(error.code)));
}
return texts;
"""


def mutated(payload, draw):
    """A payload with one thing wrong, or one that only looks so."""
    letters = list(payload)
    place = draw.randrange(len(letters))
    way = draw.randrange(8)
    if way == 0:
        letters[place] = draw.choice("0123456789")
    elif way == 1:
        del letters[place:place + draw.randrange(1, 20)]
    elif way == 2:
        letters.insert(place, draw.choice("0123456789ABC #/\u00a0\u0451\U0001f600%"))
    elif way == 3:
        letters[place:] = []
    elif way == 4:
        return payload.replace("tamga.example", draw.choice(["tamga.example.org", "TAMGA.example", "10.0.0.1", "a"]))
    elif way == 5:
        digits = payload.split("#")[-1]
        at = draw.randrange(len(digits))
        return digits[:at] + str((int(digits[at]) + 1) % 10) + digits[at + 1:] if digits.isdigit() else payload[::-1]
    elif way == 6:
        return draw.choice(["  ", "\n", "\t"]) + payload + draw.choice(["", " ", "\r\n", "1"])
    else:
        letters[place:place] = letters[place:place + draw.randrange(1, 40)]
    return "".join(letters)


def native(cases):
    """The lines of `tamga verify --json` for cases, without `input`; None where it cannot read the input."""
    groups = collections.defaultdict(list)
    for index, case in enumerate(cases):
        groups[case["bundle"], case["now"], case.get("on", "")].append(index)
    lines = [None] * len(cases)
    with tempfile.TemporaryDirectory() as folder:
        for (bundle, now, on), indices in groups.items():
            paths = []
            for index in indices:
                path = pathlib.Path(folder, f"{index}.txt")
                path.write_bytes(cases[index]["payload"].encode("utf-8", "surrogatepass"))
                paths.append(str(path))
            moment = datetime.datetime.fromtimestamp(now, datetime.UTC).strftime("%Y-%m-%d %H:%M:%S")
            command = ["faketime", "-f", moment, TAMGA, "verify", "--json", "--trust", str(VECTORS / bundle), "--jobs", "1", "--ocr", "never"]
            if on:
                command += ["--on", on]
            made = subprocess.run(
                command + paths, capture_output=True, text=True, env={**os.environ, "TZ": "UTC"}, check=False)
            for line in made.stdout.splitlines():
                value = json.loads(line)
                if "error" in value:
                    continue
                index = int(pathlib.Path(value["input"]).stem)
                lines[index] = re.sub(r'^\{"input":"[^"]*",', "{", line)
            if not made.stdout:
                raise AssertionError(made.stderr)
    return lines


class VerdictTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server(WEB, VECTORS / "_bundles/current.bundle")
        cls.browser = Browser()
        cls.browser.open(cls.server.url + "/v")

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()
        cls.server.stop()

    def judged(self, cases):
        bundles = {name: base64.b64encode((VECTORS / name).read_bytes()).decode() for name in {case["bundle"] for case in cases}}
        texts = self.browser.wait(JUDGE, cases, bundles)
        self.assertIsInstance(texts, list, texts)
        return texts

    def assert_same(self, cases):
        lines = native(cases)
        compared = 0
        for case, text, line in zip(cases, self.judged(cases), lines, strict=True):
            if line is None:
                # An empty file cannot be read; an empty text is no seal.
                self.assertIn('"verdict":"no-seal"', text)
                continue
            compared += 1
            self.assertEqual(text, f"[{line}]", case["payload"][:80])
        return compared

    def test_vectors_expect_it(self):
        cases = list(vectors())
        self.assertGreater(len(cases), 80)
        for (name, vector), text in zip(cases, self.judged([vector for _, vector in cases]), strict=True):
            with self.subTest(name):
                verdict = json.loads(text)[0]
                expect = vector["expect"]
                self.assertEqual(verdict["verdict"], expect["verdict"])
                self.assertEqual([reason["code"] for reason in verdict["reasons"]], expect["reasons"])
                self.assertEqual(verdict["replacedBy"], expect.get("replacedBy"))

    def test_vectors_are_the_command_lines(self):
        self.assertGreater(self.assert_same([vector for _, vector in vectors()]), 80)

    def test_mutations_are_the_command_lines(self):
        draw = random.Random(SEED)
        genuine = [vector for name, vector in vectors() if name in ("link", "tg1", "base45", "digits", "es256", "superseded_fail")]
        cases = [
            {"payload": mutated(vector["payload"], draw), "bundle": vector["bundle"], "now": vector["now"]}
            for vector in draw.choices(genuine, k=MUTATIONS)]
        self.assertGreater(self.assert_same(cases), MUTATIONS * 9 // 10)

    def test_bundles_that_are_refused(self):
        for path in sorted(VECTORS.glob("*/vector.json")):
            vector = json.loads(path.read_text())
            if "refusal" not in vector or "held" in vector:
                continue
            with self.subTest(path.parent.name):
                text = self.judged([{"payload": "1", "bundle": vector["bundle"], "now": 1}])[0]
                self.assertEqual(json.loads(text)["refused"], vector["refusal"])


if __name__ == "__main__":
    unittest.main()
