"""The days of those who oversee an office, in Chromium: supervisor, auditor, administrator."""

import json
import pathlib
import unittest

from day import Day
from desk import Desk, totp
from selenium.webdriver.common.by import By


class OversightTests(Day):
    papers = 4
    accounts = {
        "aigul": "clerk", "samal": "supervisor", "timur": "supervisor", "audit": "auditor", "root": "administrator",
    }

    def place(self, index):
        paper = self.desk.papers[index]
        return f"/desk/papers/{paper['document']}/{paper['number']}"

    def problem(self):
        return self.browser.run("return document.querySelector('[data-problem]')?.dataset.problem")

    def status(self, index):
        self.go(self.place(index) + "?lang=ru")
        self.view("paper")
        return self.browser.data("[data-paper]")["status"]

    def propose(self, index, move, reason):
        self.go(self.place(index) + "?lang=ru")
        self.view("paper")
        self.press("#propose > summary")
        self.browser.run("document.querySelector('#move').value = arguments[0]", move)
        self.find("#propose-reason").send_keys(reason)
        self.press("[data-action=propose]")

    def answer(self, login, last4, code=None):
        self.fill("last4", last4)
        self.fill("code", code or self.code(login))
        self.press("[data-action=confirm]")

    # MARK: The supervisor

    def test_a_revocation_with_four_eyes(self):
        paper, record = self.desk.papers[3], self.desk.records[3]["fields"]
        self.enter("aigul")
        self.propose(3, "revoke", "көшіп кеткен, тексерілді")
        self.view("revocation")
        self.assertIn(paper["number"], self.find("form[data-document]").get_attribute("innerHTML"))
        self.check("revocation")
        for place, text in {
            "/fields/latinFullName": record["fullName"], "/fields/officerRank/kk": "полиция майоры",
            "/fields/officerRank/ru": "майор полиции", "/fields/officerFullName": "Үлгіқасымов Е. І.",
        }.items():
            self.fill(place, text)
        # Judged as it stands and still no more than a proposal.
        self.press("[data-action=check]")
        self.view("revocation")
        self.assertEqual(self.browser.data("#summary")["state"], "refused")
        self.press("[name='/fields/groundIds'][value='PR-G10']")
        self.press("[data-action=propose]")
        self.view("proposal")
        own = self.browser.run("return location.pathname")
        self.assertEqual(self.count("[data-action=confirm]"), 0)
        self.assertEqual(self.status(3), "valid")

        self.enter("samal")
        self.go("/desk?lang=ru")
        self.assertEqual(self.find(".places a[href='/desk/proposals'] .badge").text, "1")
        self.see("/desk/proposals", "proposals")
        self.go("/desk/proposals?lang=ru")
        self.press(f"[data-proposal='{own.rsplit('/', 1)[1]}'] a")
        self.view("proposal")
        self.see(own, "proposal")
        self.go(own + "?lang=ru")
        self.answer("samal", "0000", "111111")
        self.browser.until("document.querySelector('[role=alert]')")
        self.answer("samal", paper["number"][-4:], "000000")
        self.browser.until("document.querySelector('[role=alert]')")
        self.check("proposal-wrong")
        self.assertEqual(self.status(3), "valid")
        self.go(own + "?lang=ru")
        self.answer("samal", paper["number"][-4:])
        self.browser.until("document.querySelector('[data-state=confirmed]')")
        self.assertEqual(self.status(3), "revoked")
        self.see(self.place(3), "paper", "paper-revoked")
        # Whoever holds the paper in hand learns it at once.
        status, _, verdict = self.served.ask(
            "POST", "/api/v1/verify", self.desk.pdf(paper).read_bytes(), {"Content-Type": "application/pdf"})
        self.assertEqual((status, json.loads(verdict)["verdicts"][0]["verdict"]), (200, "revoked"))

    def test_nobody_confirms_alone(self):
        self.enter("timur")
        self.propose(2, "suspend", "мән-жайлары тексеріледі")
        self.view("proposal")
        own = self.browser.run("return location.pathname")
        self.assertEqual(self.count("[data-action=confirm]"), 0)
        self.check("proposal-own")
        self.enter("samal")
        self.go(own + "?lang=ru")
        self.fill("reason", "жеткіліксіз")
        self.press("[data-action=refuse]")
        self.browser.until("document.querySelector('[data-state=refused]')")
        self.assertEqual(self.status(2), "valid")

    def test_statistics(self):
        self.enter("samal")
        day = self.desk.papers[0]["issueDate"]
        days = sorted(paper["issueDate"] for paper in self.desk.papers)
        self.go(f"/desk/statistics?from={days[0]}&to={days[-1]}&lang=ru")
        self.view("statistics")
        charts = self.data("chart")
        self.assertIn("by-kind", charts)
        self.assertEqual(self.count("figure[data-chart] table"), len(charts))
        kinds = self.browser.run(
            "return [...document.querySelectorAll('[data-chart=by-kind] tbody .number')].map(n => Number(n.textContent))")
        self.assertGreaterEqual(sum(kinds), len(self.desk.papers))
        page = self.driver.page_source
        for record, paper in zip(self.desk.records, self.desk.papers):
            for text in (record["fields"]["fullName"], record["fields"]["passportSeriesNumber"], paper["number"]):
                self.assertNotIn(text, page)
        self.see(f"/desk/statistics?from={days[0]}&to={days[-1]}", "statistics")
        self.see("/desk/statistics?from=1999-01-01&to=1999-01-31", "statistics", "statistics-empty")
        self.assertTrue(day)

    # MARK: The auditor

    def test_the_log_and_its_proofs(self):
        desk, paper = self.desk, self.desk.papers[1]
        kept = desk.run("register", "checkpoint", "--office", desk.path)
        self.enter("audit")
        self.go("/desk/log?lang=ru")
        self.view("log")
        self.browser.run("document.querySelector('#paper').value = arguments[0]", paper["number"].lower())
        self.find("#what").send_keys("Выдан")
        self.browser.run("document.querySelector('#what').value = 'issued'")
        self.press("[data-action=filter]")
        self.view("log")
        self.assertEqual(self.data("event"), ["issued"])
        index = int(self.data("index")[0])
        # What an auditor downloads is proof to others: they need the log's key alone.
        status, _, proof = self.fetch(f"/desk/log/proofs/{index}")
        self.assertEqual(status, 200)
        self.assertEqual(self.find("[data-proof]").get_attribute("href"), f"{self.served.url}/desk/log/proofs/{index}")
        key = desk.run("register", "checkpoint", "--key", "--office", desk.path).strip()
        path = pathlib.Path(desk.folder, "entry.tlog-proof")
        path.write_bytes(proof)
        told = json.loads(desk.run("register", "prove", "--check", str(path), "--key", key))
        self.assertEqual((told["sequence"], told["what"]), (index, "issued"))
        spot = proof.index(b"extra ") + 30
        path.write_bytes(proof[:spot] + (b"A" if proof[spot:spot + 1] != b"A" else b"B") + proof[spot + 1:])
        desk.run("register", "prove", "--check", str(path), "--key", key, status=4)
        for other in ("0", "999999", "x", "-1", "9223372036854775807"):
            self.assertEqual(self.fetch(f"/desk/log/proofs/{other}")[0], 404, other)
        # The paper itself is read, and nothing can be done with it.
        self.press(f"[data-index='{index}'] td a.code")
        self.view("paper")
        self.assertEqual(set(self.data("action", "main")), set())
        self.see(self.place(1), "paper", "paper-auditor")

        self.go("/desk/log?who=nobody&lang=ru")
        self.assertEqual(self.data("event"), [])
        self.check("log-empty")
        self.go("/desk/log?lang=ru")
        self.assertEqual(self.data("audit"), ["never"])
        desk.run("register", "audit", "--office", desk.path)
        for text, answer in ((kept, "true"), (kept.replace("/log/", "/lag/"), "false")):
            self.go("/desk/log?lang=ru")
            self.browser.run("document.querySelector('#held').value = arguments[0]", text)
            self.press("[data-action=compare]")
            self.view("log")
            self.assertEqual(self.data("consistent"), [answer])
            self.check("log-compared-" + answer)
        self.assertEqual(self.data("audit"), ["clean"])
        self.see("/desk/log", "log")

    # MARK: The administrator

    def test_accounts_and_clients(self):
        self.enter("root")
        self.view("users")
        self.see("/desk/users", "users")
        for path in ("/desk", "/desk/new", self.place(0), "/desk/log", "/desk/batches"):
            self.go(path)
            self.assertEqual(self.problem(), "forbidden", path)
        self.go("/desk/users?lang=ru")
        self.press("details.act > summary")
        self.fill("login", "Dana")
        self.driver.find_element(By.ID, "name").send_keys("Дана Үлгі")
        self.press("[data-action=add-user]")
        self.view("users")
        self.check("users-secret")
        secret = {name: self.find(f"[data-secret={name}]").text for name in ("password", "totp")}
        self.go("/desk/users?lang=ru")
        for text in secret.values():
            self.assertNotIn(text, self.driver.page_source)
        self.assertIn("dana", self.data("user"))

        # The newcomer signs in with what was handed over, and has a password of their own before anything else.
        self.driver.delete_all_cookies()
        self.go("/login?lang=ru")
        self.fill("login", "dana")
        self.fill("password", secret["password"])
        self.press("form[data-form=login] button")
        self.browser.until("document.querySelector('input[name=code]')")
        self.check("second")
        self.fill("code", totp(secret["totp"]))
        self.press("form button.primary")
        self.view("password")
        self.check("password")
        self.go("/desk")
        self.view("password")
        for name, text in (("old", secret["password"]), ("new", Desk.PASSWORD), ("again", Desk.PASSWORD)):
            self.fill(name, text)
        self.press("form button.primary")
        self.view("desk")
        cookie = self.driver.get_cookie("tamga-session")
        self.sessions["dana"] = {"name": cookie["name"], "value": cookie["value"], "url": self.served.url, "httpOnly": True}

        self.enter("root")
        self.go("/desk/users?lang=ru")
        self.press("[data-user=dana] [data-action=lock]")
        self.view("users")
        self.assertEqual(self.find("[data-user=dana]").get_attribute("data-locked"), "true")
        self.enter("dana")
        self.view("login")

        self.enter("root")
        self.go("/desk/users?lang=ru")
        self.press("section:nth-of-type(2) details.act > summary")
        self.driver.find_element(By.ID, "client-name").send_keys("burkit")
        self.press("#scopes-feed")
        self.press("[data-action=add-client]")
        self.view("users")
        token = self.find("[data-secret=token]").text
        ask = lambda: self.served.ask(  # noqa: E731
            "GET", "/api/v1/feed?after=0&limit=1", headers={"Authorization": "Bearer " + token})[0]
        self.assertEqual(ask(), 200)
        self.go("/desk/users?lang=ru")
        self.assertIn("burkit", self.data("client"))
        self.press("[data-client=burkit] [data-action=remove]")
        self.view("users")
        self.assertEqual(ask(), 401)
        self.assertNotIn("burkit", self.data("client"))


if __name__ == "__main__":
    unittest.main(verbosity=2)
