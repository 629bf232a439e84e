"""One walk-in labour permit by the keyboard alone, and what it costs: keys and decisions, counted."""

import unittest

from day import Day
from selenium.webdriver.common.keys import Keys

# A practised typist strikes five keys a second, and takes a second for each decision: whom, what, that it is right.
KEYS_A_SECOND, MOST_SECONDS = 5, 30

# What an application says besides the person, as it is typed into the controls of the form. Labour permits were
# issued on paper until 25.04.2022, so a day of 2021 stands for today.
def application(month):
    """An application of the ninth day of a month of 2021 for three months."""
    return {
        "/fields/validFrom": f"10{month:02}21", "/fields/validUntil": f"10{month + 3:02}21", "/fields/termMonths": "3",
        "/facts/channel": "Гос", "/facts/applicationDate": f"08{month:02}21", "/facts/acceptanceDate": f"08{month:02}21",
        "/facts/decisionDate": f"09{month:02}21", "/facts/requestedMonths": "3", "/facts/taxPaidMonths": "3",
        "/facts/borderCrossingDate": f"01{month:02}21", "/facts/leftInTime": Keys.SPACE,
        "/facts/fingerprintCertificate": Keys.SPACE, "/facts/employerKind": "Физ", "/facts/workKind": "раб",
        "/facts/quotaLeft": "120",
    }


OFFICER = {
    "/fields/officerPosition/kk": "Инспектор", "/fields/officerPosition/ru": "Инспектор",
    "/fields/officerFullName": "Үлгіәлі Ә. Б.", "/fields/officerFullName/kk": "Үлгіәлі Ә. Б.",
    "/fields/officerFullName/ru": "Үлгіәлі Ә. Б.",
}


def person(name, passport):
    return {"/fields/latinFullName": name, "/fields/passportSeriesNumber": passport, "/fields/citizenship": "узб",
            "/fields/birthDate": "170590"}


class WalkInTests(Day):
    papers = 1
    body = "ALA-MPS-01"

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # The clerks of a counter issue for one body.
        cls.desk.account("aigul", "clerk", "--bodies", cls.body)

    def setUp(self):
        self.keys = self.decisions = 0

    def type(self, *keys, decides=False):
        """Keys into whatever has the focus, each of them counted, those held down too."""
        self.keys += sum(len(key) for key in keys)
        self.decisions += decides
        self.driver.switch_to.active_element.send_keys(*keys)

    def focus(self):
        return self.browser.run("return document.activeElement.name ?? ''")

    def begin(self):
        self.keys = self.decisions = 0
        self.go("/desk?lang=ru")
        self.view("desk")
        # From wherever one was.
        self.browser.run("document.activeElement.blur()")

    def new(self):
        self.type("n", decides=True)
        self.view("kinds")
        self.type("lip")
        shown = "[...document.querySelectorAll('[data-kind]')].filter(k => k.offsetParent).map(k => k.dataset.kind)"
        self.assertEqual(self.browser.run(f"return {shown}"), ["labour-immigrant-permit"])
        self.type(Keys.ENTER, decides=True)

    def walk(self, values, month=2):
        """From control to control by the tabulator, in the order of the form; what is there already stays."""
        self.view("form")
        # The day of the sample, which stands for today: nobody types today.
        self.browser.run("document.querySelector('[name=\"/issueDate\"]').value = arguments[0]", f"09.{month:02}.2021")
        left = {name: text for name, text in values.items() if self.browser.run(
            "const c = document.getElementsByName(arguments[0])[0]; return !!c && (c.type === 'checkbox' || !c.value)", name)}
        for _ in range(60):
            name = self.focus()
            if name in left:
                self.type(left.pop(name))
            if not left:
                return
            self.type(Keys.TAB)
        self.fail(f"not reached: {left}")

    def kept(self, name):
        return self.browser.run("return document.querySelector('[name^=\"/fields/' + arguments[0] + '\"]').value", name)

    def issue_and_hand_over(self):
        self.type(Keys.CONTROL, Keys.ENTER, decides=True)
        self.browser.until("document.body.dataset.view === 'paper' || document.querySelector('#summary')?.dataset.state === 'refused'")
        self.assertEqual(self.browser.run("return document.body.dataset.view"), "paper", self.browser.text("#summary"))
        self.view("paper")
        number = self.browser.data("[data-paper]")["paper"]
        self.browser.run("window.print = () => {}")
        self.type("p", decides=True)
        self.browser.until("document.querySelector('[data-note=printed]')")
        self.view("paper")
        # The answer that is right nearly always comes first.
        self.type(Keys.TAB)
        self.assertEqual(self.browser.run("return document.activeElement.dataset.action"), "handover")
        self.type(Keys.ENTER, decides=True)
        self.browser.until("document.querySelector('[data-event=handed-over]')")
        return number

    def told(self, name):
        seconds = self.keys / KEYS_A_SECOND + self.decisions
        print(f"\n{name}: {self.keys} keys, {self.decisions} decisions: {seconds:.1f} s", flush=True)
        return seconds

    def test_a_walk_in(self):
        self.enter("aigul")
        # The first of the day: the officer of the counter is typed, once.
        self.begin()
        self.new()
        self.walk({**person("SAMPLE DILSHOD KARIMOVICH", "FA7700001"), **application(2), **OFFICER})
        first = self.issue_and_hand_over()
        self.told("the first of the day, with the officer's lines")

        self.begin()
        self.new()
        self.view("form")
        self.assertEqual(self.kept("officerFullName"), OFFICER["/fields/officerFullName"])
        self.walk({**person("SAMPLE RUSTAM ANVAROVICH", "FA7700002"), **application(2)})
        second = self.issue_and_hand_over()
        self.assertNotEqual(second, first)
        # Without the name, which is as long as it is.
        self.keys -= len("SAMPLE RUSTAM ANVAROVICH")
        self.assertLessEqual(self.told("a new person, without the letters of the name"), MOST_SECONDS)

        # Whom the office knows: found by the passport, and not typed again.
        self.begin()
        self.type("/")
        self.type("fa7700001")
        self.browser.until("document.querySelector('[data-hit]')")
        self.type(Keys.DOWN)
        self.type(Keys.ENTER, decides=True)
        self.view("paper")
        self.browser.run("document.activeElement.blur()")
        self.type("r", decides=True)
        self.view("form")
        self.assertEqual(self.kept("latinFullName"), "SAMPLE DILSHOD KARIMOVICH")
        self.assertEqual(self.kept("passportSeriesNumber"), "FA7700001")
        self.assertEqual(self.kept("validUntil"), "", "the person alone is taken over")
        self.walk(application(8), 8)
        self.issue_and_hand_over()
        self.assertLessEqual(self.told("a person whom the office knows"), MOST_SECONDS)


if __name__ == "__main__":
    unittest.main(verbosity=2)
