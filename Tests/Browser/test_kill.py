"""A server that is killed again and again: no paper is lost or made twice, and the feed has no gap."""

import http.client
import json
import os
import random
import re
import signal
import threading
import time
import traceback
import unittest
import urllib.parse

from desk import Desk, Person
from office import Served
from test_decisions import ISSUE, records

# What of an event is of the moment it is asked for; the rest stands for ever.
OF_NOW = ("standing", "person")
BROKEN = (OSError, http.client.HTTPException, ValueError)


class KillTests(unittest.TestCase):
    """A client, a clerk's form and a reader of the feed, while the server and its signer are killed at random."""

    kills = int(os.environ.get("TAMGA_KILLS", "6"))

    def setUp(self):
        self.desk = Desk(2)
        self.addCleanup(self.desk.close)
        self.desk.account("aigul", "clerk")
        self.token = self.desk.client("bao", "issue", "feed")
        self.served = Served(self.desk, "--port", "0")
        self.addCleanup(lambda: self.served.close())
        seed = int(os.environ.get("TAMGA_SEED", random.randrange(1 << 30)))
        self.random = random.Random(seed)
        self.told = f"TAMGA_SEED={seed}"
        self.ended = threading.Event()

    def again(self, ask):
        """What a caller does whose request broke off: the same again, until there is an answer."""
        end = time.monotonic() + 60
        while time.monotonic() < end:
            try:
                status, fields, body = ask(self.served)
                if status not in (409, 503):
                    return status, fields, body
            except BROKEN:
                pass
            time.sleep(0.05)
        raise AssertionError(f"no answer in a minute; {self.told}")

    def client(self, lines, numbers):
        for index, record in enumerate(lines):
            headers = {"Content-Type": "application/json", "Authorization": "Bearer " + self.token,
                       "Idempotency-Key": f"k{index}"}
            answers = []
            for _ in range(2):
                status, _, body = self.again(lambda s: s.ask("POST", ISSUE, json.dumps(record), headers, timeout=10))
                answers.append((status, json.loads(body).get("number")))
            numbers[record["id"]] = answers

    def clerk(self, person, lines, numbers):
        """Forms as the page gives them, each sent until it is answered, and once more."""
        csrf = person.csrf
        for index, record in enumerate(lines):
            pairs = [("csrf", csrf), ("once", f"0NCE{index}A{self.random.randrange(1 << 40)}"),
                     ("/issuingBody", record["issuingBody"]), ("/issueDate", record["issueDate"])]
            for part in ("fields", "facts"):
                for name, value in record.get(part, {}).items():
                    if isinstance(value, dict):
                        pairs += [(f"/{part}/{name}/{key}", text) for key, text in value.items()]
                    elif value is not False:
                        pairs.append((f"/{part}/{name}", "true" if value is True else str(value)))
            body = urllib.parse.urlencode(pairs)
            headers = {"Content-Type": "application/x-www-form-urlencoded", "Cookie": person.cookie, "Accept": "text/html"}
            address = "/desk/issue/" + record["document"]
            answers = []
            for _ in range(2):
                status, fields, page = self.again(lambda s: s.ask("POST", address, body, headers, timeout=10))
                answers.append((status, fields.get("location") or re.findall(rb'data-finding="[^"]*"', page)))
            numbers[pairs[1][1]] = answers

    def reader(self, kept, faults):
        """Reads the feed a few events at a time; its cursor is kept where a reader keeps it."""
        after, headers = "0", {"Authorization": "Bearer " + self.token}
        while True:
            last = self.ended.is_set()
            query = f"/api/v1/feed?after={after}&limit={self.random.choice((1, 2, 5))}&wait={0 if last else 1}"
            try:
                status, _, body = self.served.ask("GET", query, headers=headers, timeout=10)
                if status == 503:
                    continue
                page = json.loads(body)
                if status != 200:
                    return faults.append(page)
            except BROKEN:
                time.sleep(0.05)
                continue
            for event in page["events"]:
                lasting = {name: value for name, value in event.items() if name not in OF_NOW}
                if kept.setdefault(event["index"], lasting) != lasting or event["index"] <= int(after):
                    faults.append(event)
            # Now and then the cursor is lost with the reader, and it begins where it stood before.
            after = page["next"] if self.random.random() > 0.2 else after
            if last and not page["more"]:
                return None

    def others(self, numbers):
        """What the command line does meanwhile."""
        for round in range(3):
            for paper in self.desk.papers:
                self.desk.run("status", paper["number"], "--set", "valid" if round % 2 else "suspended",
                              "--reason", f"round {round}", "--office", self.desk.path)
        numbers["others"] = True

    def kill(self):
        """The server and the process that signs, in either order."""
        server = self.served.process.pid
        with open(f"/proc/{server}/task/{server}/children") as file:
            victims = [int(child) for child in file.read().split()] + [server]
        self.random.shuffle(victims)
        if self.random.random() < 0.4:
            victims = [server]
        for victim in victims:
            os.kill(victim, signal.SIGKILL)
        self.served.close()
        self.served = Served(self.desk, "--port", "0")

    def test_whole_or_not_at_all_and_no_gap(self):
        count = self.kills + 2
        by_program, by_clerk = records(self.desk, count, 77), records(self.desk, count, 78)
        programs, forms, told, kept, faults, broken = {}, {}, {}, {}, [], []
        # Before the first kill: a sign-in that breaks off is tried again by a person, not by the form.
        person = Person(self.served)
        self.assertEqual(person.sign_in("aigul")[0], 303)

        def told_thread(work, *arguments):
            def run():
                try:
                    work(*arguments)
                except Exception:
                    broken.append(traceback.format_exc())
            return threading.Thread(target=run, daemon=True)

        threads = [told_thread(self.client, by_program, programs),
                   told_thread(self.clerk, person, by_clerk, forms), told_thread(self.others, told)]
        reading = told_thread(self.reader, kept, faults)
        for thread in threads + [reading]:
            thread.start()
        for _ in range(self.kills):
            time.sleep(self.random.uniform(0.05, 0.9))
            self.kill()
        for thread in threads:
            thread.join(90)
        self.ended.set()
        reading.join(60)
        self.assertFalse(any(thread.is_alive() for thread in threads + [reading]), self.told)
        self.assertEqual(broken, [], self.told)
        self.assertEqual((len(programs), len(forms), told), (count, count, {"others": True}), self.told)
        for name, (first, second) in programs.items():
            self.assertIn(first[0], (200, 201), (name, first, self.told))
            self.assertEqual(first[1], second[1], (name, self.told))
        for name, (first, second) in forms.items():
            self.assertEqual(first[0], 303, (name, first, self.told))
            self.assertEqual(first, second, (name, self.told))
        issued = [row[0][1] for row in programs.values()]
        issued += [urllib.parse.unquote(row[0][1].rsplit("/", 1)[1]) for row in forms.values()]
        self.assertEqual(len(set(issued)), 2 * count, self.told)
        register = [json.loads(row) for row in self.desk.run("register", "list", "--office", self.desk.path).splitlines()]
        # Whole or not at all: the papers that were asked for, and nothing that was begun.
        self.assertEqual(
            sorted(row["number"] for row in register),
            sorted(issued + [paper["number"] for paper in self.desk.papers]), self.told)
        self.desk.run("register", "audit", "--office", self.desk.path)

        self.assertEqual(faults, [], self.told)
        status, _, body = self.served.ask(
            "GET", "/api/v1/feed?after=0&limit=1000", headers={"Authorization": "Bearer " + self.token})
        whole = {event["index"]: {n: v for n, v in event.items() if n not in OF_NOW} for event in json.loads(body)["events"]}
        self.assertEqual((status, whole), (200, kept), self.told)
        kinds = [event["type"] for event in whole.values()]
        self.assertEqual((kinds.count("issued"), kinds.count("suspended"), kinds.count("resumed")), (2 * count + 2, 4, 2))


if __name__ == "__main__":
    unittest.main(verbosity=2)
