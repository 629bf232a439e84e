"""Who may decide what: nobody ends a paper alone at the counter, nobody decides about another body's papers."""

import concurrent.futures
import json
import re
import time
import unittest
import urllib.parse

from desk import Desk, Person
from office import Served

ANNULMENT = "permanent-residence-permit-annulment-decision"
ISSUE = "/api/v1/decisions"
OTHER = "ALA-AKIM-01"


class MandateTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.desk = desk = Desk(4)
        cls.addClassCleanup(desk.close)
        desk.account("aigul", "clerk")
        desk.account("bound", "operator", "--bodies", OTHER)
        cls.system = desk.client("system", "issue", "papers")
        cls.narrow = desk.client("narrow", "issue", "papers", options=("--bodies", OTHER))
        cls.served = Served(desk, "--port", "0")
        cls.addClassCleanup(cls.served.close)

    def person(self, login):
        person = Person(self.served)
        self.assertEqual(person.sign_in(login), (303, "/desk"))
        return person

    def send(self, token, record, path=ISSUE):
        return self.served.json(path, record, Authorization="Bearer " + token)

    def state(self, place):
        paper = self.desk.papers[place]
        address = f"/api/v1/papers/{paper['document']}/{urllib.parse.quote(paper['number'], safe='')}"
        status, _, body = self.served.ask("GET", address, headers={"Authorization": "Bearer " + self.system})
        self.assertEqual(status, 200)
        return json.loads(body)["status"]

    def annulment(self, place, body=None):
        """The decision that ends a paper, with everything that the act asks for."""
        paper, fields = self.desk.papers[place], self.desk.records[place]["fields"]
        today = time.strftime("%Y-%m-%d")
        return {
            "id": f"END-{place}", "document": ANNULMENT, "issuingBody": body or self.desk.records[place]["issuingBody"],
            "issueDate": today, "previous": paper["number"],
            "fields": {
                "latinFullName": fields["fullName"], "passportSeriesNumber": fields["passportSeriesNumber"],
                "citizenship": fields["citizenship"], "birthDate": fields["birthDate"], "permitNumber": paper["number"],
                "permitIssueDate": paper["issueDate"], "groundIds": ["PR-G10"],
                "officerRank": {"kk": "полиция майоры", "ru": "майор полиции"}, "officerFullName": "Үлгіқасымов Е. І."},
            "facts": {"decisionDate": today}}

    def test_nobody_ends_a_paper_alone(self):
        record = self.annulment(0)
        clerk = self.person("aigul")
        clerk.get(f"/desk/new/{ANNULMENT}")
        once = re.search(r'name="once" value="([^"]+)"', clerk.page)[1]
        pairs = [("once", once), ("/previous", record["previous"]), ("/issuingBody", record["issuingBody"])]
        status, _, body = clerk.send(f"/desk/issue/{ANNULMENT}", pairs, Accept="application/json")
        self.assertEqual((status, json.loads(body)["code"]), (403, "four-eyes"))
        clerk.get("/desk")
        token = re.search(r'data-csrf="([^"]+)"|name="csrf" value="([^"]+)"', clerk.page)
        status, _, body = clerk.ask(
            "POST", ISSUE, json.dumps(record), Content_Type="application/json", Accept="application/json",
            X_CSRF_Token=token[1] or token[2])
        self.assertEqual((status, json.loads(body)["code"]), (403, "four-eyes"))
        self.assertEqual(self.state(0), "valid")
        # What was decided elsewhere is handed over by programs.
        status, _, made = self.send(self.system, record)
        self.assertEqual(status, 201, made)
        self.assertEqual(self.state(0), "revoked")

    def test_papers_of_another_body(self):
        for previous in (self.desk.papers[1]["number"], self.desk.papers[1]["number"].lower(),
                         {"decision": self.desk.papers[1]["decision"]}):
            record = self.annulment(1, OTHER)
            record["previous"] = previous
            for path in (ISSUE, ISSUE + "/check"):
                status, _, problem = self.send(self.narrow, record, path)
                self.assertEqual((status, problem["code"]), (404, "not-found"), (path, previous))
        status, _, problem = self.send(self.narrow, self.annulment(1))
        self.assertEqual((status, problem["code"]), (403, "forbidden"))
        self.assertEqual(self.state(1), "valid")

    def test_a_printed_number_of_another_body(self):
        """What a record does not name in `previous`, it may print: that leads to the same paper."""
        record = self.annulment(1, OTHER)
        del record["previous"]
        for path in (ISSUE, ISSUE + "/check"):
            status, _, problem = self.send(self.narrow, record, path)
            self.assertEqual((status, problem["code"]), (404, "not-found"), path)
        self.assertEqual(self.state(1), "valid")

    def test_numbers_of_another_body(self):
        """A guessed id, and a person's passport: that there is a paper is said, its number is not."""
        paper, fields = self.desk.papers[3], self.desk.records[3]["fields"]
        guessed = {**self.desk.records[3], "issuingBody": OTHER}
        person = {**guessed, "id": "GUESS-1", "fields": {**fields, "officerFullName": "Сейітқали Ә. Б."}}
        for record, rule in ((guessed, "REC-ID-CONFLICT"), (person, "GEN-SAME-PERSON")):
            for token, isShown in ((self.system, True), (self.narrow, False)):
                status, _, answer = self.send(token, record, ISSUE + "/check")
                self.assertEqual(status, 200)
                rules = [finding["rule"] for finding in answer["findings"]]
                self.assertIn(rule, rules)
                self.assertEqual(paper["number"] in json.dumps(answer), isShown, answer)
        status, _, answer = self.send(self.narrow, guessed)
        self.assertEqual(status, 422)
        self.assertNotIn(paper["number"], json.dumps(answer))

    def test_a_file_with_records_of_another_body(self):
        operator = self.person("bound")
        operator.get("/desk/batches")
        token, batches = operator.csrf, operator.page.count("data-batch=")
        for record, wanted in ((self.annulment(2), "forbidden"), (self.annulment(2, OTHER), "not-found")):
            own = {"id": "X", "document": "labour-immigrant-permit", "issuingBody": OTHER}
            lines = "".join(json.dumps(line) + "\n" for line in (own, record))
            status, _, body = operator.ask(
                "POST", "/desk/batches", lines.encode(), Content_Type="application/jsonl", Accept="application/json",
                X_CSRF_Token=token)
            self.assertEqual((status, json.loads(body)["code"]), (403 if wanted == "forbidden" else 404, wanted))
        self.assertEqual(self.state(2), "valid")
        operator.get("/desk/batches")
        self.assertEqual(operator.page.count("data-batch="), batches)


def filled(page, record):
    """The controls of a page's form with the values of a record."""
    pairs = []
    for name in dict.fromkeys(re.findall(r'name="(/[^"]+)"', page)):
        value = record
        for word in name.split("/")[1:]:
            value = value.get(word) if isinstance(value, dict) else value if word in ("kk", "ru") else None
        if value not in (None, {}) and not isinstance(value, dict):
            pairs.append((name, value if isinstance(value, str) else json.dumps(value)))
    return pairs


class OnceTests(unittest.TestCase):
    """The same form is the same paper, also where its key was lost."""

    def test_pressed_twice_and_without_a_key(self):
        desk = Desk(1)
        self.addCleanup(desk.close)
        desk.account("aigul", "clerk")
        served = Served(desk, "--port", "0")
        self.addCleanup(served.close)
        record = json.loads(desk.run(
            "sample", "--count", "1", "--seed", "97", "--document", "permanent-residence-permit"))
        clerk = Person(served)
        clerk.sign_in("aigul")
        clerk.get("/desk/new/permanent-residence-permit")
        csrf = clerk.csrf
        pairs = filled(clerk.page, record)

        def send(once, *further):
            body = urllib.parse.urlencode(
                [*pairs, *([("once", once)] if once is not None else []), *further, ("csrf", csrf)])
            return served.ask(
                "POST", "/desk/issue/permanent-residence-permit", body,
                {"Content-Type": "application/x-www-form-urlencoded", "Cookie": clerk.cookie})

        # Neither key nor paper yet: several presses at once.
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            answers = list(pool.map(send, [None, "", None, ""]))
        self.assertEqual({(status, fields.get("location")) for status, fields, _ in answers},
                         {(303, answers[0][1]["location"])})
        self.assertIn("/desk/papers/permanent-residence-permit/", answers[0][1]["location"])

    def test_a_fresh_form_with_the_same_data(self):
        """A second paper of a day from the same data is asked for once more, and warnings stand on the paper's page."""
        desk = Desk(1)
        self.addCleanup(desk.close)
        desk.account("aigul", "clerk")
        served = Served(desk, "--port", "0")
        self.addCleanup(served.close)
        kind = "fingerprint-photo-certificate"
        record = json.loads(desk.run("sample", "--count", "1", "--seed", "97", "--document", kind))
        clerk = Person(served)
        clerk.sign_in("aigul")
        clerk.get(f"/desk/new/{kind}")
        # Without an id of its own: the form makes one of its key.
        pairs = [pair for pair in filled(clerk.page, record) if pair[0] != "/id"]
        status, fields, _ = clerk.send(f"/desk/issue/{kind}", [*pairs, ("once", "first")])
        self.assertEqual(status, 303, clerk.page)
        first = fields["location"]
        number = urllib.parse.unquote(first.rsplit("/", 1)[1])
        clerk.get(f"/desk/new/{kind}")
        status, _, _ = clerk.send(f"/desk/issue/{kind}", [*pairs, ("once", "second")])
        self.assertEqual(status, 409)
        self.assertIn('data-finding="DESK-SAME-DATA"', clerk.page)
        self.assertIn(number, clerk.page)
        self.assertIn('name="again"', clerk.page)
        # The form of the paper itself, sent again, still leads to it.
        status, fields, _ = clerk.send(f"/desk/issue/{kind}", [*pairs, ("once", "first")])
        self.assertEqual((status, fields["location"]), (303, first))
        clerk.get(f"/desk/new/{kind}")
        status, fields, _ = clerk.send(f"/desk/issue/{kind}", [*pairs, ("once", "second"), ("again", "1")])
        self.assertEqual(status, 303)
        self.assertNotEqual(fields["location"], first)

    def test_handed_over_once_for_each_print(self):
        desk = Desk(1)
        self.addCleanup(desk.close)
        desk.account("aigul", "clerk")
        served = Served(desk, "--port", "0")
        self.addCleanup(served.close)
        clerk = Person(served)
        clerk.sign_in("aigul")
        paper = desk.papers[0]
        address = f"/desk/papers/{paper['document']}/{urllib.parse.quote(paper['number'], safe='')}"
        reason = {"reason": "holder, passport shown"}
        clerk.get(address)
        self.assertIn('data-action="handover"', clerk.page)
        self.assertEqual(clerk.send(address + "/handover", reason)[0], 303)
        clerk.get(address)
        self.assertNotIn('data-action="handover"', clerk.page)
        for act in ("handover", "spoil"):
            status, _, body = clerk.send(f"{address}/{act}", reason, Accept="application/json")
            self.assertEqual((status, json.loads(body)["code"]), (409, "handed-over"), act)
        clerk.get(address)
        self.assertEqual(clerk.send(address + "/print")[0], 303)
        clerk.get(address)
        self.assertEqual(clerk.send(address + "/handover", reason)[0], 303)

    def test_warnings_of_an_issued_paper(self):
        desk = Desk(1)
        self.addCleanup(desk.close)
        desk.account("aigul", "clerk")
        served = Served(desk, "--port", "0")
        self.addCleanup(served.close)
        kind = "temporary-residence-permit"
        record = json.loads(desk.run("sample", "--count", "1", "--seed", "97", "--document", kind))
        record["fields"].pop("iin", None)
        clerk = Person(served)
        clerk.sign_in("aigul")
        clerk.get(f"/desk/new/{kind}")
        pairs = filled(clerk.page, record)
        status, fields, _ = clerk.send(f"/desk/issue/{kind}", [*pairs, ("once", "first")])
        self.assertEqual(status, 303, clerk.page)
        clerk.get(fields["location"])
        self.assertIn('data-note="warnings"', clerk.page)
        self.assertIn("TRP-IIN", clerk.page)


if __name__ == "__main__":
    unittest.main()
