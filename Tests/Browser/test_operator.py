"""An operator's morning in Chromium: the night's file handed in, its rejects corrected, its files taken."""

import json
import pathlib
import subprocess
import unittest

from day import Day
from selenium.webdriver.common.keys import Keys

COUNTS = "#progress"


class OperatorTests(Day):
    papers = 1
    accounts = {"oper": "operator", "aigul": "clerk"}

    def night(self, count, seed, name="night.jsonl", **faults):
        """A file of decisions; `faults` by index: field and what stands there."""
        lines = self.desk.run("sample", "--count", str(count), "--seed", str(seed), "--document", "permanent-residence-permit")
        records = [json.loads(line) for line in lines.splitlines()]
        right = [json.loads(line) for line in lines.splitlines()]
        for place, (part, value) in faults.items():
            record = records[int(place[1:])]
            (record["fields"] if part in record["fields"] else record)[part] = value
        path = pathlib.Path(self.desk.folder, name)
        path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records))
        return path, right

    def counts(self):
        return {name: int(self.find(f"{COUNTS} [data-count={name}]").text) for name in self.data("count", COUNTS)}

    def hand_in(self, path):
        self.go("/desk/batches?lang=ru")
        self.view("batches")
        self.find("input[type=file]").send_keys(str(path))
        self.press("[data-action=upload]")

    def finished(self):
        self.view("batch")
        self.browser.until("document.querySelector('#progress')?.dataset.state === 'done'", 60)
        self.view("batch")

    def test_the_morning(self):
        path, right = self.night(
            7, 61, n1=("issueDate", "2026-02-31"), n3=("issueDate", "2026-02-30"), n5=("fullName", ""))
        self.enter("oper")
        self.view("desk")
        self.hand_in(path)
        self.finished()
        batch = self.browser.run("return location.pathname").rsplit("/", 1)[1]
        self.assertEqual(self.counts(), {"issued": 4, "already-issued": 0, "rejected": 3, "failed": 0, "waiting": 0})
        self.assertRegex(self.browser.text("header.title .quiet"), r"\d\d\.\d\d\.\d{4}")
        # By rule, the most frequent first.
        groups = self.browser.run(
            "return [...document.querySelectorAll('details[data-finding]')]"
            ".map(d => [d.dataset.finding, [...d.querySelectorAll('[data-reject]')].map(r => r.dataset.reject)])")
        self.assertEqual([lines for _, lines in groups], [["2", "4"], ["6"]])
        self.assertEqual(len({rule for rule, _ in groups}), 2)
        self.see(f"/desk/batches/{batch}", "batch", "batch-rejects")

        # One is opened in its form, with what stands against it beside its field.
        self.go(f"/desk/batches/{batch}?lang=ru")
        self.press("[data-reject='2'] [data-action=correct]")
        self.view("reject")
        self.assertEqual(self.browser.data("#summary")["state"], "refused")
        self.assertTrue(self.count("[data-field='/issueDate'] [data-finding]"))
        self.see(f"/desk/batches/{batch}/rejects/2", "reject")
        self.go(f"/desk/batches/{batch}/rejects/2?lang=ru")
        self.view("reject")
        # What is typed is judged while it is typed, though an operator may issue nothing else.
        self.fill("/issueDate", "31.02.26" + Keys.TAB)
        self.browser.until("document.querySelector('#summary').dataset.state === 'refused'")
        day = right[1]["issueDate"]
        self.fill("/issueDate", f"{day[8:]}.{day[5:7]}.{day[:4]}" + Keys.TAB)
        self.browser.until("document.querySelector('#summary').dataset.state !== 'refused'")
        self.browser.until("document.querySelector('#preview').dataset.state === 'drawn'")
        self.press("[data-action=check]")
        self.view("reject")
        self.assertNotEqual(self.browser.data("#summary")["state"], "refused")
        self.find("[name='/issueDate']").send_keys(Keys.CONTROL, Keys.ENTER)
        self.view("batch")
        self.assertEqual(self.browser.run("return location.pathname"), f"/desk/batches/{batch}")
        self.assertEqual(self.counts(), {"issued": 5, "already-issued": 0, "rejected": 2, "failed": 0, "waiting": 0})
        self.assertEqual(sorted(self.data("reject")), ["4", "6"])

        # A clerk may correct as well; whoever comes second finds it done.
        self.enter("aigul")
        self.go(f"/desk/batches/{batch}/rejects/6?lang=ru")
        self.view("reject")
        self.fill("/fields/fullName", right[5]["fields"]["fullName"])
        self.press("[data-action=correct]")
        # The list of the batch itself is not for clerks.
        self.view("problem")
        self.enter("oper")
        self.go(f"/desk/batches/{batch}/rejects/6")
        self.assertEqual(self.browser.run("return document.querySelector('[data-problem]')?.dataset.problem"), "not-found")
        self.go(f"/desk/batches/{batch}/rejects/4?lang=ru")
        self.view("reject")
        day = right[3]["issueDate"]
        self.fill("/issueDate", f"{day[8:]}{day[5:7]}{day[2:4]}")
        self.find("[name='/issueDate']").send_keys(Keys.CONTROL, Keys.ENTER)
        self.view("batch")
        self.assertEqual(self.counts(), {"issued": 7, "already-issued": 0, "rejected": 0, "failed": 0, "waiting": 0})
        self.see(f"/desk/batches/{batch}", "batch", "batch-done")
        self.see("/desk/batches", "batches")
        self.see("/desk", "desk", "desk-operator")

        # The papers are those of the decisions, each once, in the same batch.
        register = [json.loads(row) for row in self.desk.run("register", "list", "--office", self.desk.path).splitlines()]
        numbers = {row["decision"]: row["number"] for row in register}
        self.assertEqual({record["id"] for record in right} - set(numbers), set())
        self.go(f"/desk/batches/{batch}?lang=ru")
        files = self.browser.run("return [...document.querySelectorAll('.files a')].map(a => a.innerText)")
        self.assertEqual(files, ["rejected.jsonl", "results.jsonl", "summary.json", "report.html", "findings.csv", "print-run.pdf"])
        got = {name: self.fetch(f"/desk/batches/{batch}/{name}") for name in files}
        self.assertEqual({status for status, _, _ in got.values()}, {200})
        results = [json.loads(line) for line in got["results.jsonl"][2].splitlines()]
        self.assertEqual([row["outcome"] for row in results].count("issued"), 4)
        self.assertEqual(got["print-run.pdf"][1], "application/pdf")
        pathlib.Path(self.desk.folder, "run.pdf").write_bytes(got["print-run.pdf"][2])
        text = subprocess.run(["pdftotext", self.desk.folder + "/run.pdf", "-"], capture_output=True, text=True, check=True).stdout
        for row in results:
            if row["outcome"] == "issued":
                self.assertIn(row["number"], text)
        # The same file again is the same batch: nothing is issued twice.
        self.hand_in(path)
        self.finished()
        self.assertEqual(self.browser.run("return location.pathname"), f"/desk/batches/{batch}")
        again = self.desk.run("register", "list", "--office", self.desk.path).splitlines()
        self.assertEqual(len(again), len(register))

    def test_the_batch_of_the_night(self):
        """A batch that `tamga issue` made with the desk's folder as its output stands among the others."""
        path, right = self.night(3, 62, "timer.jsonl", n2=("issueDate", "2026-13-01"))
        self.desk.run("issue", str(path), "--office", self.desk.path, "--output", self.desk.path + "/desk", status=2)
        self.enter("oper")
        self.go("/desk?lang=ru")
        self.go("/desk/batches?lang=ru")
        rows = self.browser.run(
            "return [...document.querySelectorAll('[data-batch]')].map(r => [r.dataset.batch,"
            "r.querySelector('[data-count=issued]').innerText, r.querySelector('[data-count=rejected]').innerText])")
        batch = next(name for name, issued, rejected in rows if (issued, rejected) == ("2", "1"))
        self.go(f"/desk/batches/{batch}/rejects/3?lang=ru")
        self.view("reject")
        self.fill("/issueDate", right[2]["issueDate"])
        self.press("[data-action=correct]")
        self.view("batch")
        self.assertEqual((self.counts()["issued"], self.counts()["rejected"]), (3, 0))

    def test_what_is_no_batch_is_said(self):
        self.enter("oper")
        for name, content in (("empty.jsonl", ""), ("words.json", "hello")):
            path = pathlib.Path(self.desk.folder, name)
            path.write_text(content)
            self.hand_in(path)
            self.browser.until("document.querySelector('[data-said=upload]')?.textContent || document.body.dataset.view === 'batch'")
            if self.browser.run("return document.body.dataset.view") == "batch":
                self.browser.until("document.querySelector('#progress').dataset.state !== 'running'")
                self.assertNotEqual(self.data("state", "main")[0], "running")
            else:
                self.assertRegex(self.browser.text("[data-said=upload]"), "[а-я]{3}")

    def test_an_operator_sees_no_paper(self):
        paper = self.desk.papers[0]
        self.enter("oper")
        self.assertEqual(self.count("form[data-form=search]"), 0)
        for path in (f"/desk/papers/{paper['document']}/{paper['number']}", "/desk/new", "/desk/log", "/desk/statistics"):
            self.go(path + "?lang=ru")
            self.assertEqual(self.browser.run("return document.querySelector('[data-problem]')?.dataset.problem"), "forbidden", path)
        self.see("/desk/log", "problem", "problem-forbidden")


if __name__ == "__main__":
    unittest.main(verbosity=2)
