"""Several servers and a batch on one office in PostgreSQL: one paper a decision, whoever is asked and whoever dies."""

import concurrent.futures
import json
import pathlib
import shutil
import signal
import subprocess
import tempfile
import unittest

from desk import Desk, Person
from office import ROOT, TAMGA, TEMPLATES, Served

ISSUE = "/api/v1/decisions"


class ManyServersTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp(prefix="tamga-postgres-")
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        program = str(ROOT / "Tests/Tools/postgres")
        connection = subprocess.run(
            [program, "start", cls.folder], capture_output=True, text=True, check=True).stdout.strip()
        cls.addClassCleanup(subprocess.run, [program, "stop", cls.folder], capture_output=True)
        cls.desk = Desk(1)
        cls.addClassCleanup(cls.desk.close)
        cls.desk.move_to_postgresql(connection, "many")
        cls.desk.account("aigul", "clerk")
        cls.token = cls.desk.client("system", "issue", "papers")
        lines = cls.desk.run("sample", "--count", "120", "--seed", "71", "--document", "permanent-residence-permit")
        cls.records = iter([json.loads(line) for line in lines.splitlines()])

    def take(self, count):
        return [next(self.records) for _ in range(count)]

    def setUp(self):
        self.servers = [Served(self.desk, "--port", "0") for _ in range(2)]
        for served in self.servers:
            self.addCleanup(served.close)

    def send(self, served, record):
        return served.json(ISSUE, record, Authorization="Bearer " + self.token)

    def audit(self):
        self.desk.run("register", "audit", "--office", self.desk.path)

    def test_one_decision_at_both(self):
        for record in self.take(4):
            with concurrent.futures.ThreadPoolExecutor(8) as pool:
                answers = list(pool.map(lambda place: self.send(self.servers[place % 2], record), range(8)))
            self.assertEqual({status for status, _, _ in answers} - {200, 201}, set(), answers)
            # Two that finish the same paper at once may both say that they made it.
            self.assertEqual(len({(answer["number"], answer["sha256"]) for _, _, answer in answers}), 1)
        self.audit()

    def test_beside_a_batch(self):
        night = self.take(40)
        source = pathlib.Path(self.desk.folder, "night.jsonl")
        source.write_text("".join(json.dumps(record) + "\n" for record in night))
        batch = subprocess.Popen(
            [TAMGA, "issue", source, "--office", self.desk.path, "--output", self.desk.folder + "/night",
             "--templates", TEMPLATES], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        counter = self.take(20)
        # What the night issues is asked for at the counter too.
        asked = counter + night[::4]
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            answers = list(pool.map(lambda at: self.send(self.servers[at % 2], asked[at]), range(len(asked))))
        errors = batch.communicate(timeout=120)[1]
        self.assertEqual(batch.returncode, 0, errors)
        self.assertEqual({status for status, _, _ in answers} - {200, 201}, set(), answers)
        papers = [json.loads(line) for line in self.desk.run("register", "list", "--office", self.desk.path).splitlines()]
        made = [paper for paper in papers if paper["decision"] in {record["id"] for record in night + counter}]
        self.assertEqual(len(made), 60)
        self.assertEqual(len({paper["number"] for paper in made}), 60)
        self.audit()

    def test_a_person_at_both(self):
        """Signed in at one, at work at the other, signed out everywhere."""
        first, second = self.servers
        person = Person(first)
        self.assertEqual(person.sign_in("aigul"), (303, "/desk"))
        person.served = second
        self.assertEqual(person.get("/desk/new")[0], 200)
        self.assertEqual(person.send("/logout")[0], 303)
        person.served = first
        self.assertEqual(person.get("/desk/new")[0], 303)

    def test_one_is_killed(self):
        first, second = self.servers
        records = self.take(12)

        def ask(place):
            if place == 4:
                first.process.send_signal(signal.SIGKILL)
            try:
                return self.send(self.servers[place % 2], records[place])
            except OSError:
                return None

        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            answers = list(pool.map(ask, range(len(records))))
        self.assertTrue(all(answers[place] for place in range(1, 12, 2)), "the other one answers all the time")
        again = [self.send(second, record) for record in records]
        self.assertEqual({status for status, _, _ in again} - {200, 201}, set(), again)
        for before, after in zip(answers, again):
            if before:
                self.assertEqual(before[2]["number"], after[2]["number"])
        self.assertEqual(len({answer["number"] for _, _, answer in again}), len(records))
        self.audit()


if __name__ == "__main__":
    unittest.main()
