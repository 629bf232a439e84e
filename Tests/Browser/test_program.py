"""What programs ask of papers, the feed, and the pages for those who oversee an office."""

import base64
import hashlib
import json
import pathlib
import re
import threading
import time
import unittest
import urllib.parse

from desk import Desk, Person
from office import Served

DESK = None


def setUpModule():
    global DESK
    DESK = Desk(4)
    DESK.account("aigul", "clerk")
    DESK.account("samal", "supervisor")
    DESK.account("audit", "auditor")
    DESK.account("oper", "operator")
    DESK.tokens = {
        "papers": DESK.client("papers", "papers"), "feed": DESK.client("burkit", "feed"),
        "issue": DESK.client("issue", "issue"),
        "other": DESK.client("other", "papers", "feed", options=("--bodies", other_body())),
    }


def other_body():
    used = {paper["issuingBody"] for paper in DESK.papers}
    lines = pathlib.Path(DESK.path, "tamga.yaml").read_text()
    codes = re.findall(r"^  ([A-Z0-9-]+):", lines, re.M)
    return next(code for code in codes if code not in used)


def tearDownModule():
    DESK.close()


class ProgramCase(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.served = Served(DESK, "--port", "0")

    @classmethod
    def tearDownClass(cls):
        cls.served.close()

    def ask(self, client, method, path, value=None):
        headers = {"Authorization": "Bearer " + DESK.tokens[client]} if client else {}
        body = None
        if value is not None:
            headers["Content-Type"] = "application/json"
            body = value if isinstance(value, str) else json.dumps(value)
        status, fields, body = self.served.ask(method, path, body, headers)
        is_json = "json" in fields.get("content-type", "")
        return status, fields, json.loads(body) if is_json else body

    def code(self, *arguments):
        status, _, value = self.ask(*arguments)
        return status, value["code"]


class PaperTests(ProgramCase):
    def path(self, paper, end=""):
        number = urllib.parse.quote(paper["number"], safe="")
        return f"/api/v1/papers/{paper['document']}/{number}{end}"

    def person(self, paper):
        return next(r for r in DESK.records if r["id"] == paper["decision"])["fields"]

    def test_search(self):
        paper = DESK.papers[0]
        fields = self.person(paper)
        passport = fields["passportSeriesNumber"]
        for query in ({"number": paper["number"].lower()}, {"decision": paper["decision"]},
                      {"passport": " " + passport.lower()}):
            status, fields, found = self.ask("papers", "POST", "/api/v1/papers/search", query)
            self.assertEqual(status, 200, found)
            self.assertEqual(fields["cache-control"], "no-store")
            self.assertEqual(found["next"], None)
            row = next(row for row in found["papers"] if row["number"] == paper["number"])
            self.assertEqual(
                list(row), ["document", "number", "copy", "status", "issueDate", "name", "passport", "validFrom", "validUntil"])
            self.assertEqual((row["status"], row["passport"]), ("valid", passport))
        self.assertEqual(
            self.ask("papers", "POST", "/api/v1/papers/search", {"number": "NONE"})[2], {"papers": [], "next": None})
        for wrong in ({}, {"number": "1", "decision": "2"}, {"number": 1}, {"number": ""}, {"name": "x"},
                      {"number": "1", "limit": 0}, {"number": "1", "limit": "1"}, {"number": "1", "cursor": "-1"},
                      {"number": "x" * 257}):
            self.assertEqual(self.code("papers", "POST", "/api/v1/papers/search", wrong), (400, "malformed"), wrong)
        self.assertEqual(self.ask("other", "POST", "/api/v1/papers/search",
                                  {"number": paper["number"]})[2]["papers"], [], "of another body")

    def test_the_scope_that_is_missing_is_named(self):
        status, _, problem = self.ask("feed", "GET", self.path(DESK.papers[0]))
        self.assertEqual((status, problem["code"], problem["scopes"]), (403, "forbidden", ["papers"]))
        for words in problem["messages"].values():
            self.assertIn("papers", words)

    def test_one_paper(self):
        paper = DESK.papers[0]
        status, _, value = self.ask("papers", "GET", self.path(paper))
        self.assertEqual(status, 200)
        self.assertEqual([e["type"] for e in value["events"]][:3], ["reserved", "sealed", "issued"])
        self.assertEqual(set(value["events"][0]), {"type", "at", "who", "reason"})
        self.assertEqual(value["chain"], [paper["number"]])
        status, fields, pdf = self.ask("papers", "GET", self.path(paper, "/pdf"))
        self.assertEqual((status, fields["content-type"]), (200, "application/pdf"))
        self.assertEqual(pdf, DESK.pdf(paper).read_bytes())
        digest = base64.b64encode(hashlib.sha256(pdf).digest()).decode()
        self.assertEqual(fields["content-digest"], f"sha-256=:{digest}:")
        for end in ("", "/pdf"):
            self.assertEqual(self.code("other", "GET", self.path(paper, end)), (404, "not-found"))
            self.assertEqual(self.code("papers", "GET", "/api/v1/papers/none/1" + end), (404, "not-found"))

    def test_templates(self):
        listed = json.loads(DESK.run("templates", "list", "--json"))
        for client in ("papers", "issue"):
            self.assertEqual(self.ask(client, "GET", "/api/v1/templates")[2], listed)
        kind = listed[0]["document"]
        schema = json.loads(DESK.run("templates", "schema", kind))
        self.assertEqual(self.ask("papers", "GET", f"/api/v1/templates/{kind}/schema")[2], schema)
        self.assertEqual(self.code("papers", "GET", "/api/v1/templates/none/schema"), (404, "not-found"))

    def test_schema_of_papers(self):
        """What is inside a paper for programs is described apart from what a decision says."""
        for kind in [row["document"] for row in json.loads(DESK.run("templates", "list", "--json"))][::14]:
            path = f"/api/v1/templates/{kind}/schema"
            of_decision, of_paper = (json.loads(DESK.run("templates", "schema", kind, *more)) for more in ([], ["--paper"]))
            self.assertNotEqual(of_decision, of_paper)
            for client in ("papers", "issue"):
                status, fields, value = self.ask(client, "GET", path + "?of=paper")
                self.assertEqual((status, value), (200, of_paper), kind)
                self.assertTrue(fields["content-type"].startswith("application/json"), fields)
            self.assertEqual(self.ask("papers", "GET", path + "?of=decision")[2], of_decision)
        for of in ("", "Paper", "paper&of=decision", "papers"):
            status, code = self.code("papers", "GET", f"{path}?of={of}")
            self.assertEqual((status, code), (400, "malformed"), of)
        self.assertEqual(self.code("papers", "GET", "/api/v1/templates/none/schema?of=paper"), (404, "not-found"))
        self.assertEqual(self.code("feed", "GET", path + "?of=paper"), (403, "forbidden"))

    def test_who_may(self):
        paper = DESK.papers[0]
        for method, path, value, scopes in [
            ("POST", "/api/v1/papers/search", {"number": "1"}, {"papers"}),
            ("GET", self.path(paper), None, {"papers"}), ("GET", self.path(paper, "/pdf"), None, {"papers"}),
            ("GET", "/api/v1/feed", None, {"feed"}), ("GET", "/api/v1/templates", None, {"papers", "issue"}),
        ]:
            self.assertEqual(self.code(None, method, path, value), (401, "unauthenticated"), path)
            for client in ("papers", "feed", "issue"):
                status, _, _ = self.ask(client, method, path, value)
                self.assertEqual(status, 200 if client in scopes else 403, (client, path))


class FeedTests(ProgramCase):
    def feed(self, query="", client="feed"):
        return self.ask(client, "GET", "/api/v1/feed" + query)

    def whole(self):
        """The feed from its beginning, one event an answer."""
        events, after = [], "0"
        while True:
            status, _, page = self.feed(f"?after={after}&limit=1")
            self.assertEqual(status, 200)
            events += page["events"]
            after = page["next"]
            if not page["more"]:
                return events, page

    def test_from_the_beginning(self):
        events, page = self.whole()
        issued = [e for e in events if e["type"] == "issued"]
        self.assertEqual(sorted(e["number"] for e in issued[:4]), sorted(p["number"] for p in DESK.papers))
        self.assertEqual(
            list(events[0]), ["index", "at", "type", "document", "number", "copy", "effect", "standing", "person",
                              "validFrom", "validUntil", "replacedBy"])
        self.assertEqual(set(events[0]["person"]), {"name", "passport", "citizenship"})
        self.assertEqual(events, self.whole()[0], "the same again")
        self.assertEqual(self.feed()[2]["events"], events)
        self.assertEqual(self.feed("?document=none")[2]["events"], [])
        self.assertEqual(self.feed(client="other")[2]["events"], [])
        last = page["next"]
        status, _, ahead = self.feed(f"?after={int(last) + 1}")
        self.assertEqual((status, ahead["code"]), (409, "cursor-ahead"))
        self.assertEqual(ahead["checkpoint"], page["checkpoint"])
        for wrong in ("after=x", "after=-1", "limit=0", "limit=1001", "wait=31", "wait=", "after=1&after=2"):
            self.assertEqual(self.feed("?" + wrong)[2]["code"], "malformed", wrong)

    def test_an_answer_waits_for_what_comes(self):
        after = self.whole()[1]["next"]
        began = time.monotonic()
        self.assertEqual(self.feed(f"?after={after}&wait=1")[2]["events"], [])
        self.assertGreater(time.monotonic() - began, 0.9)
        paper = DESK.papers[1]
        answers = []
        waiting = threading.Thread(target=lambda: answers.append(self.feed(f"?after={after}&wait=20")[2]))
        waiting.start()
        DESK.run("status", paper["number"], "--set", "suspended", "--reason", "an order of the head",
                 "--office", DESK.path)
        waiting.join()
        event = answers[0]["events"][0]
        self.assertEqual((event["type"], event["standing"], event["number"]), ("suspended", "suspended", paper["number"]))
        first = next(e for e in self.whole()[0] if e["number"] == paper["number"])
        self.assertEqual((first["type"], first["standing"]), ("issued", "suspended"), "standing is of now")

    def test_a_waiting_answer_does_not_stop_the_end(self):
        served = Served(DESK, "--port", "0")
        token = {"Authorization": "Bearer " + DESK.tokens["feed"]}
        status, _, body = served.ask("GET", "/api/v1/feed?limit=1000", headers=token)
        after = json.loads(body)["next"]
        answers = []
        waiting = threading.Thread(
            target=lambda: answers.append(served.ask("GET", f"/api/v1/feed?after={after}&wait=30", headers=token)[0]))
        waiting.start()
        time.sleep(0.7)
        began = time.monotonic()
        self.assertEqual(served.stop()[0], 0)
        self.assertLess(time.monotonic() - began, 5)
        waiting.join()
        self.assertEqual(answers, [200])
        served.close()


class OverviewTests(ProgramCase):
    people = {}

    def person(self, login):
        """Signed in once: a code of the second factor works once."""
        person = self.people.get(login)
        if not person:
            person = self.people[login] = Person(self.served)
            status, place = person.sign_in(login, secret=DESK.secrets.get(login))
            self.assertEqual(status, 303, person.page)
        person.get("/desk")
        return person

    def test_pages_and_who_may(self):
        clerk, operator = self.person("aigul"), self.person("oper")
        for path in ("/desk/statistics", "/desk/log"):
            self.assertEqual(clerk.get(path)[0], 403)
            self.assertEqual(operator.get(path)[0], 403)
            self.assertEqual(Person(self.served).get(path)[0], 303)
        supervisor = self.person("samal")
        self.assertEqual(supervisor.get("/desk/log")[0], 403)
        day = DESK.papers[0]["issueDate"]
        self.assertEqual(supervisor.get(f"/desk/statistics?from={day}&to={day}")[0], 200)
        self.assertIn('data-view="statistics"', supervisor.page)
        for chart in ("by-day", "by-kind", "by-ground", "prints", "waiting"):
            self.assertIn(f'data-chart="{chart}"', supervisor.page)
        for paper in DESK.papers:
            self.assertNotIn(paper["number"], supervisor.page)
        for wrong in ("from=x", "from=2026-02-30", "from=2026-03-01&to=2026-02-01"):
            self.assertEqual(supervisor.get("/desk/statistics?" + wrong)[0], 400, wrong)
        self.assertEqual(supervisor.get("/desk/statistics?from=&to=")[0], 200)

    def test_the_log(self):
        auditor = self.person("audit")
        self.assertEqual(auditor.get("/desk/log")[0], 200)
        self.assertIn('data-audit="never"', auditor.page)
        DESK.run("register", "audit", "--office", DESK.path)
        auditor.get("/desk/log")
        self.assertIn('data-audit="clean"', auditor.page)
        self.assertIn('data-view="log"', auditor.page)
        self.assertIn('data-event="issued"', auditor.page)
        paper = DESK.papers[2]["number"]
        auditor.get("/desk/log?" + urllib.parse.urlencode({"paper": paper, "what": "issued"}))
        self.assertEqual(auditor.page.count('data-event="'), 1)
        auditor.get("/desk/log?who=nobody")
        self.assertEqual(auditor.page.count('data-event="'), 0)
        for wrong in ("before=0", "before=x"):
            self.assertEqual(auditor.get("/desk/log?" + wrong)[0], 400)
        note = DESK.run("register", "checkpoint", "--office", DESK.path)
        auditor.get("/desk/log")
        for text, consistent in ((note, "true"), (note.replace("/log/", "/lag/"), "false"), ("", "false")):
            self.assertEqual(auditor.send("/desk/log/compare", {"checkpoint": text.replace("\n", "\r\n")})[0], 200)
            self.assertIn(f'data-consistent="{consistent}"', auditor.page)

    def test_proofs(self):
        """What the auditor takes away is checked by the command line without the office."""
        DESK.run("register", "checkpoint", "--office", DESK.path)
        auditor = self.person("audit")
        auditor.get("/desk/log?what=issued")
        entry = re.search(r'data-proof="(\d+)"', auditor.page)[1]
        status, fields, body = auditor.get(f"/desk/log/proofs/{entry}")
        self.assertEqual((status, fields["content-disposition"]), (200, f'attachment; filename="{entry}.tlog-proof"'))
        path = pathlib.Path(DESK.folder, "proof")
        path.write_bytes(body)
        key = DESK.run("register", "checkpoint", "--key", "--office", DESK.path).split("\n")[0]
        checked = json.loads(DESK.run("register", "prove", "--check", str(path), "--key", key))
        self.assertEqual((checked["sequence"], checked["what"]), (int(entry), "issued"))
        for record in DESK.records:
            self.assertNotIn(record["fields"]["fullName"], json.dumps(checked))
        lines = body.split(b"\n")
        for place in [place for place, line in enumerate(lines) if len(line) > 40]:
            line = lines[place]
            other = b"A" if line[20:21] != b"A" else b"B"
            path.write_bytes(b"\n".join(lines[:place] + [line[:20] + other + line[21:]] + lines[place + 1:]))
            DESK.run("register", "prove", "--check", str(path), "--key", key, status=4)
        for wrong in ("0", "x", "-1", "99999999"):
            self.assertEqual(auditor.get(f"/desk/log/proofs/{wrong}")[0], 404, wrong)
        self.assertEqual(self.person("samal").get(f"/desk/log/proofs/{entry}")[0], 403)

    def test_what_waits_stands_on_the_first_page(self):
        clerk = self.person("aigul")
        paper = DESK.papers[3]
        self.assertNotIn('data-list="awaited"', clerk.page)
        address = f"/desk/papers/{paper['document']}/{urllib.parse.quote(paper['number'], safe='')}"
        clerk.get(address)
        self.assertEqual(clerk.send(address + "/print")[0], 303)
        clerk.get("/desk")
        self.assertIn('data-list="awaited"', clerk.page)
        self.assertIn(f'data-row="{paper["number"]}"', clerk.page)
        self.assertNotIn('data-list="awaited"', self.person("oper").page, "operators hand nothing over")
        clerk.get(address)
        self.assertEqual(clerk.send(address + "/handover", {"reason": "holder, passport shown"})[0], 303)
        clerk.get("/desk")
        self.assertNotIn('data-list="awaited"', clerk.page)
        clerk.get(address)
        self.assertEqual(clerk.send(address + "/propose", {"move": "suspend", "reason": "complaint under review"})[0], 303)
        self.assertRegex(self.person("samal").page, 'data-count="proposals">[^<]*: 1<')
        self.assertNotIn('data-count="proposals"', self.person("aigul").page)

    def test_security_of_the_description(self):
        """The description says of each route what the server asks for."""
        description = json.loads(self.served.ask("GET", "/api/v1/openapi.json")[2])
        self.assertEqual(set(description["components"]["securitySchemes"]), {"client", "session", "csrf"})
        for path, methods in description["paths"].items():
            for method, operation in methods.items():
                ways = operation["security"]
                is_open = not ways or {} in ways
                status = self.served.ask(
                    method.upper(), re.sub(r"\{[a-z]+\}", "1", path), "{}" if method == "post" else None,
                    {"Content-Type": "application/json"})[0]
                self.assertEqual(status != 401, is_open, (path, method, status))


if __name__ == "__main__":
    unittest.main()
