"""Decisions of programs over HTTP, and batches at the desk: issued once, whole or not at all."""

import concurrent.futures
import datetime
import json
import pathlib
import re
import signal
import time
import unittest

from desk import Desk, Person
from office import TEMPLATES, Served, until

ISSUE = "/api/v1/decisions"


def records(office, count, seed):
    """Decisions about persons of whom the office has no paper."""
    lines = office.run("sample", "--count", str(count), "--seed", str(seed), "--document", "permanent-residence-permit")
    return [json.loads(line) for line in lines.splitlines()]


class DecisionTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.desk = Desk(2)
        cls.token = cls.desk.client("integration", "issue", "papers")
        cls.served = Served(cls.desk, "--port", "0")
        cls.records = iter(records(cls.desk, 12, 41))

    @classmethod
    def tearDownClass(cls):
        cls.served.close()
        cls.desk.close()

    def send(self, path, value, **fields):
        return self.served.json(path, value, Authorization="Bearer " + self.token, **fields)

    def test_issued_once(self):
        record = next(self.records)
        status, _, judged = self.send(ISSUE + "/check", record)
        self.assertEqual((status, judged["wouldIssue"]), (200, True), judged)
        status, _, made = self.send(ISSUE, record)
        self.assertEqual((status, made["outcome"]), (201, "issued"), made)
        self.assertTrue(made["links"]["pdf"].endswith("/pdf"))
        path = made["links"]["paper"].split("/api/", 1)[1]
        status, _, body = self.served.ask("GET", "/api/" + path, headers={"Authorization": "Bearer " + self.token})
        paper = json.loads(body)
        self.assertEqual((status, paper["number"], paper["status"]), (200, made["number"], "valid"))
        self.assertIn("integration", {event["who"] for event in paper["events"]})
        status, _, again = self.send(ISSUE, record)
        self.assertEqual((status, again["outcome"], again["number"]), (200, "already-issued", made["number"]))
        record["fields"]["latinFullName"] = "OTHER PERSON"
        status, _, other = self.send(ISSUE, record)
        self.assertEqual((status, other["code"]), (422, "rejected"))

    def test_keys(self):
        record = next(self.records)
        key = {"Idempotency-Key": "night-7-42"}
        status, fields, made = self.send(ISSUE, record, **key)
        self.assertEqual(status, 201, made)
        self.assertNotIn("idempotent-replayed", fields)
        status, fields, again = self.send(ISSUE, record, **key)
        self.assertEqual((status, fields["idempotent-replayed"], again), (201, "true", made))
        status, _, problem = self.send(ISSUE, next(self.records), **key)
        self.assertEqual((status, problem["code"]), (422, "key-reused"))

    def test_what_is_refused_leaves_nothing(self):
        record = next(self.records)
        broken = dict(record, issueDate="2026-13-45")
        key = {"Idempotency-Key": "refused-1"}
        for _ in range(2):
            status, _, problem = self.send(ISSUE, broken, **key)
            self.assertEqual((status, problem["code"]), (422, "rejected"))
            self.assertTrue(problem["findings"])
        status, _, made = self.send(ISSUE, record)
        self.assertEqual(status, 201, made)
        for body, code in ((b"{", "malformed"), (b'{"id":"A","id":"B"}', "malformed"), (b"[]", "malformed")):
            status, _, answer = self.served.ask(
                "POST", ISSUE, body,
                {"Content-Type": "application/json", "Authorization": "Bearer " + self.token})
            self.assertEqual((status, json.loads(answer)["code"]), (400, code), body)

    def test_a_foreign_body(self):
        token = self.desk.client("narrow", "issue", options=("--bodies", "ALA-AKIM-01"))
        status, _, problem = self.served.json(ISSUE, next(self.records), Authorization="Bearer " + token)
        self.assertEqual((status, problem["code"]), (403, "forbidden"))

    def test_reprint_and_handover(self):
        status, _, made = self.send(ISSUE, next(self.records))
        self.assertEqual(status, 201, made)
        paper = f"/api/v1/papers/{made['document']}/{made['number']}"
        status, _, event = self.send(paper + "/reprint", {"reason": "printer of the counter"})
        self.assertEqual((status, event["type"], event["who"]), (200, "reprinted", "integration"))
        status, _, event = self.send(paper + "/handover", {"reason": "holder, passport shown"})
        self.assertEqual((status, event["type"], event["reason"]), (200, "handed-over", "holder, passport shown"))
        status, _, problem = self.send(paper + "/handover", {"reason": " "})
        self.assertEqual((status, problem["code"]), (400, "malformed"))
        self.desk.run("void", made["number"], "--reason", "made in error", "--office", self.desk.path)
        status, _, problem = self.send(paper + "/handover", {"reason": "holder, passport shown"})
        self.assertEqual((status, problem["code"], problem["from"]), (409, "move-not-allowed", "voided"))


class KillTests(unittest.TestCase):
    def test_killed_at_any_moment(self):
        """Whole or not at all, and the repeated request gives the same paper."""
        desk = Desk(1)
        self.addCleanup(desk.close)
        token = desk.client("integration", "issue")
        numbers = {}
        for index, record in enumerate(records(desk, 6, 77)):
            served = Served(desk, "--port", "0")
            connection = served.socket()
            body = json.dumps(record).encode()
            connection.sendall(
                f"POST {ISSUE} HTTP/1.1\r\nHost: 127.0.0.1:{served.port}\r\nContent-Type: application/json\r\n"
                f"Authorization: Bearer {token}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body)
            time.sleep(0.02 * index)
            served.process.send_signal(signal.SIGKILL)
            served.close()
            served = Served(desk, "--port", "0")
            answers = [served.json(ISSUE, record, Authorization="Bearer " + token) for _ in range(2)]
            served.close()
            self.assertTrue(all(status in (200, 201) for status, _, _ in answers), answers)
            self.assertEqual(answers[0][2]["number"], answers[1][2]["number"])
            numbers[record["id"]] = answers[0][2]["number"]
        self.assertEqual(len(set(numbers.values())), 6)
        desk.run("register", "audit", "--office", desk.path)


class DuplicateTests(unittest.TestCase):
    def test_a_button_pressed_twice(self):
        """At once or one after the other: one decision."""
        desk = Desk(1)
        self.addCleanup(desk.close)
        desk.account("clerk", "clerk")
        token = desk.client("integration", "issue")
        served = Served(desk, "--port", "0")
        try:
            status, _, made = served.json(ISSUE, self.of_today(), Authorization="Bearer " + token)
            self.assertEqual(status, 201, made)
            person = Person(served)
            person.sign_in("clerk")
            paper = f"/desk/papers/{made['document']}/{made['number']}"
            person.get(paper)
            self.assertIn('data-action="duplicate"', person.page)
            csrf = person.csrf
            send = lambda _: person.send(  # noqa: E731
                paper + "/duplicate", {"cause": "lost", "csrf": csrf}, csrf=False)
            with concurrent.futures.ThreadPoolExecutor(4) as pool:
                answers = list(pool.map(send, range(4)))
            # What only the clerk knows is asked for in the form; whichever of them is filled in and sent is the
            # same decision, because its key is that of the paper and its last event.
            self.assertEqual({status for status, _, _ in answers}, {422})
            keys = {re.search(r'name="once" value="([^"]+)"', page.decode())[1] for _, _, page in answers}
            self.assertEqual(len(keys), 1, keys)
            self.assertRegex(keys.pop(), r"^D\d+E\d+$")
            desk.run("status", made["number"], "--set", "suspended", "--reason", "a check", "--office", desk.path)
            self.assertEqual(send(0)[0], 409, "of a paper that is not in force there is no duplicate")
        finally:
            served.close()

    @staticmethod
    def of_today():
        """The certificate of the templates' example, granted today."""
        record = json.loads(pathlib.Path(TEMPLATES, "qualification-certificate/examples/ordinary.json").read_text())
        today = datetime.date.today()
        day = lambda days: (today + datetime.timedelta(days)).isoformat()  # noqa: E731
        # Three months from tomorrow, by a day that every month has.
        first = today + datetime.timedelta(1)
        month = first.month + 2
        until = datetime.date(first.year + month // 12, month % 12 + 1, min(first.day, 28))
        record.update(id="DUP-1", issueDate=day(0))
        record["fields"].update(validFrom=first.isoformat(), validUntil=until.isoformat())
        record["facts"].update(acceptanceDate=day(-7), decisionDate=day(0), minutesDate=day(-3))
        return record


class BatchTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.desk = Desk(1)
        cls.desk.account("operator", "operator")
        cls.desk.account("bound", "operator", "--bodies", "ALA-AKIM-01")
        cls.desk.account("clerk", "clerk")
        cls.served = Served(cls.desk, "--port", "0")

    @classmethod
    def tearDownClass(cls):
        cls.served.close()
        cls.desk.close()

    def test_rejects_are_corrected_in_their_batch(self):
        lines = records(self.desk, 4, 55)
        right = lines[2]["issueDate"]
        lines[2]["issueDate"] = "2026-02-31"
        body = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines).encode()
        person = Person(self.served)
        self.assertEqual(person.sign_in("operator"), (303, "/desk"))
        person.get("/desk/batches")
        send = lambda: person.ask(  # noqa: E731
            "POST", "/desk/batches", body, Content_Type="application/jsonl", X_CSRF_Token=person.csrf)
        status, fields, _ = send()
        self.assertEqual(status, 303)
        place = fields["location"]

        def counts():
            person.get(place)
            found = dict(re.findall(r'data-count="([a-z-]+)">(\d+)', person.page))
            return found if found.get("rejected") == "1" else None

        self.assertEqual(until(counts, 30)["issued"], "3")
        self.assertIn('data-finding="', person.page)
        status, fields, _ = send()
        self.assertEqual((status, fields["location"]), (303, place), "the same file is the same batch")
        self.assertTrue(until(counts, 30))
        status, fields, rest = person.get(place + "/rejected.jsonl")
        self.assertEqual((status, len(rest.splitlines())), (200, 1))
        bound = Person(self.served)
        bound.sign_in("bound")
        self.assertEqual(bound.get(place)[0], 200)
        self.assertNotIn("/rejects/3", bound.page)
        self.assertEqual(bound.get(place + "/rejects/3")[0], 404)
        self.assertEqual(bound.get(place + "/rejected.jsonl")[2], b"")
        self.assertEqual(bound.get(place + "/results.jsonl")[0], 404)
        status, _, _ = person.get(place + "/rejects/3")
        self.assertEqual(status, 200)
        pairs = [(name, value) for name, value in person.controls() if name.startswith("/")]
        pairs = [(name, right if name == "/issueDate" else value) for name, value in pairs]
        self.assertIn(("/issueDate", right), pairs)
        chosen = re.findall(r'<select[^>]*name="([^"]+)".*?</select>', person.page, re.S)
        for select in re.findall(r'<select[^>]*name="[^"]+".*?</select>', person.page, re.S):
            name = re.search(r'name="([^"]+)"', select)[1]
            value = re.search(r'<option[^>]*value="([^"]*)"[^>]*selected|<option[^>]*selected[^>]*value="([^"]*)"', select)
            if value:
                pairs.append((name, value[1] or value[2]))
        self.assertTrue(chosen)
        status, fields, page = person.send(place + "/rejects/3", pairs)
        self.assertEqual((status, fields.get("location")), (303, place), re.findall(r'data-finding="[^"]*"', person.page))
        person.get(place)
        found = dict(re.findall(r'data-count="([a-z-]+)">(\d+)', person.page))
        # The second run of the same file found three of them there.
        self.assertEqual((int(found["issued"]) + int(found["already-issued"]), found["rejected"]), (4, "0"))

    def test_the_batches_of_the_night(self):
        """Issued elsewhere by the command line: listed, and its rejects corrected in its own folder."""
        lines = records(self.desk, 3, 56)
        right = lines[1]["issueDate"]
        lines[1]["issueDate"] = "2026-02-31"
        folder = pathlib.Path(self.desk.folder, "night")
        source = folder.with_suffix(".jsonl")
        source.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines))
        self.desk.run("issue", str(source), "--office", self.desk.path, "--output", str(folder), status=2)
        name = next(folder.iterdir()).name
        person = Person(self.served)
        person.sign_in("operator")
        person.get("/desk/batches")
        self.assertIn(f"/desk/batches/{name}", person.page)
        place = f"/desk/batches/{name}"
        self.assertEqual(person.get(place)[0], 200)
        self.assertEqual(dict(re.findall(r'data-count="([a-z-]+)">(\d+)', person.page))["rejected"], "1")
        for file in ("report.html", "results.jsonl", "rejected.jsonl", "findings.csv", "summary.json"):
            self.assertEqual(person.get(f"{place}/{file}")[2], folder.joinpath(name, file).read_bytes(), file)
        self.assertEqual(person.get(place + "/rejects/2")[0], 200)
        pairs = [(n, right if n == "/issueDate" else v) for n, v in person.controls() if n.startswith("/")]
        for select in re.findall(r'<select[^>]*name="[^"]+".*?</select>', person.page, re.S):
            value = re.search(r'<option value="([^"]*)" selected', select)
            if value:
                pairs.append((re.search(r'name="([^"]+)"', select)[1], value[1]))
        made = len(list(folder.rglob("*.pdf")))
        self.assertEqual(person.send(place + "/rejects/2", pairs)[0], 303, re.findall(r'data-finding="[^"]*"', person.page))
        self.assertEqual(len(list(folder.rglob("*.pdf"))), made + 1, "beside the others of its batch")

    def test_a_reject_that_was_issued_elsewhere(self):
        """Corrected by the command line: the desk says as what, and offers nothing to correct."""
        lines = records(self.desk, 2, 57)
        right = lines[1]["issueDate"]
        lines[1]["issueDate"] = "2026-02-31"
        folder = pathlib.Path(self.desk.folder, "late")
        source = folder.with_suffix(".jsonl")
        source.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines))
        self.desk.run("issue", str(source), "--office", self.desk.path, "--output", str(folder), status=2)
        place = "/desk/batches/" + next(folder.iterdir()).name
        person = Person(self.served)
        person.sign_in("operator")
        person.get(place)
        self.assertIn('data-action="correct"', person.page)
        self.assertEqual(person.get(place + "/rejects/2")[0], 200)
        pairs = [(n, right if n == "/issueDate" else v) for n, v in person.controls() if n.startswith("/")]
        source.write_text(json.dumps(lines[1] | {"issueDate": right}, ensure_ascii=False))
        self.desk.run("issue", str(source), "--office", self.desk.path, "--output", str(folder) + "2")
        number = next(pathlib.Path(str(folder) + "2").rglob("*.pdf")).stem
        person.get(place + "?lang=en")
        self.assertNotIn('data-action="correct"', person.page)
        self.assertIn(f"aper {number} was issued since", person.page)
        # Who had the form open already hears the same.
        pairs.append(("/fields/address", "elsewhere"))
        status, _, page = person.send(place + "/rejects/2?lang=en", pairs)
        self.assertEqual(status, 422)
        self.assertIn(f"aper {number} was issued since", person.page)
        self.assertNotIn("void the paper", person.page)

    def test_what_is_no_batch(self):
        person = Person(self.served)
        person.sign_in("operator")
        person.get("/desk/batches")
        for type, body, status in (
                ("text/plain", b"{}", 415), ("application/jsonl", b"", 400)):
            self.assertEqual(
                person.ask("POST", "/desk/batches", body, Content_Type=type, X_CSRF_Token=person.csrf)[0], status)
        for path in ("/desk/batches/..", "/desk/batches/%2e%2e%2fkeys", "/desk/batches/2026-01-01-00000000",
                     "/desk/batches/uploads"):
            self.assertEqual(person.get(path)[0], 404, path)


if __name__ == "__main__":
    unittest.main()
