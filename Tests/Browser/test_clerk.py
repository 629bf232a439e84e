"""A clerk's day in Chromium: sign in, find, fill in a permit, take a correction, issue, print, spoil, hand over."""

import base64
import json
import os
import pathlib
import unittest

import axe_playwright_python

from browser import Browser
from desk import Desk
from office import Served
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

AXE = next(pathlib.Path(axe_playwright_python.__file__).parent.rglob("axe.min.js")).read_text()
# Where pictures of the pages go, to be looked at; nowhere when it is not set.
SHOTS = os.environ.get("TAMGA_SHOTS")


class ClerkTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.desk = Desk()
        cls.desk.account("aigul", "clerk", "--name", "А. Үлгі")
        cls.served = Served(cls.desk, "--port", "0")
        cls.browser = Browser(size=(1440, 900))
        cls.driver = cls.browser.driver
        cls.go("/login")
        for name, text in (("login", "aigul"), ("password", Desk.PASSWORD)):
            cls.driver.find_element(By.NAME, name).send_keys(text)
        cls.look("login")
        cls.driver.find_element(By.CSS_SELECTOR, "form[data-form=login] button").click()
        cls.view("desk")

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()
        cls.served.stop()
        cls.desk.close()

    @classmethod
    def go(cls, path):
        cls.driver.get(cls.served.url + path)

    @classmethod
    def view(cls, name):
        cls.browser.until(f"document.body && document.body.dataset.view === '{name}' && document.readyState === 'complete'")

    def find(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def fill(self, place, text):
        control = self.driver.find_element(By.NAME, place)
        control.clear()
        control.send_keys(text)

    @classmethod
    def look(cls, name):
        """A picture in each size and language, for those who look."""
        if SHOTS:
            picture = cls.driver.execute_cdp_cmd("Page.captureScreenshot", {"format": "png"})["data"]
            pathlib.Path(SHOTS, name + ".png").write_bytes(base64.b64decode(picture))

    def check(self, name):
        """Nothing that axe knows of, nothing wider than the window, nothing refused by the policy."""
        self.driver.execute_script(AXE)
        found = self.browser.wait("const r = await axe.run(document); return r.violations.map(v => [v.id, v.nodes[0].html.slice(0, 200)]);")
        self.assertEqual(found, [], name)
        self.assertFalse(self.browser.run("return document.documentElement.scrollWidth > innerWidth"), name)
        self.look(name)

    def permit(self):
        """Fills in a lawful permit of a walk-in, as typed."""
        today = self.desk.records[0]["issueDate"]
        self.go("/desk/new/labour-immigrant-permit?lang=ru")
        self.view("form")
        self.assertEqual(self.find("form[data-document]").get_attribute("data-document"), "labour-immigrant-permit")
        return today

    def test_pages_are_clean(self):
        for path, view in (("/desk", "desk"), ("/desk/new", "kinds"), ("/desk/new/labour-immigrant-permit", "form")):
            for language in ("kk", "ru", "en"):
                for width in (1440, 768):
                    self.browser.resize(width, 900)
                    self.go(f"{path}?lang={language}")
                    self.view(view)
                    self.assertEqual(self.browser.run("return document.documentElement.lang"), language)
                    self.check(f"{view}-{language}-{width}")
        self.browser.resize(1440, 900)
        refused = [m for m in self.browser.messages() if "Content Security Policy" in m]
        self.assertEqual(refused, [])

    def test_search_as_one_types(self):
        paper = self.desk.papers[0]
        self.go("/desk?lang=ru")
        self.view("desk")
        body = self.find("h1")
        body.click()
        body.parent.switch_to.active_element.send_keys(Keys.NULL)
        self.browser.run("document.activeElement.blur()")
        self.find("body").send_keys("/")
        self.assertEqual(self.browser.run("return document.activeElement.name"), "q")
        self.browser.run("document.activeElement.value = ''")
        self.driver.switch_to.active_element.send_keys(paper["number"])
        self.browser.until(f"document.querySelector('[data-hit=\"{paper['number']}\"]')")
        self.look("search-hits")
        self.find(f"[data-hit='{paper['number']}']").click()
        self.view("paper")
        self.assertEqual(self.browser.data("[data-paper]")["paper"], paper["number"])
        self.browser.until("document.querySelector('.sheet img').complete && document.querySelector('.sheet img').naturalWidth > 100")
        self.check("paper")

    def test_kinds_are_filtered(self):
        self.go("/desk/new?lang=ru")
        self.view("kinds")
        self.find("[data-filter=kinds]").send_keys("отказ трудов")
        shown = self.browser.run("return [...document.querySelectorAll('[data-kind]')].filter(k => k.offsetParent).map(k => k.dataset.kind)")
        self.assertIn("labour-immigrant-permit-refusal", shown)
        self.assertNotIn("qualification-certificate", shown)

    def test_a_finding_appears_once_its_field_is_left(self):
        self.go("/desk/new/labour-immigrant-permit?lang=ru")
        self.view("form")
        self.fill("/fields/latinFullName", "ҮЛГІ АНВАР")
        self.browser.run("document.activeElement.blur()")
        self.browser.until("document.querySelector('[data-field=\"/fields/latinFullName\"] [data-finding=\"LIM-LATIN-NAME\"]')")
        shown = self.browser.run("return [...document.querySelectorAll('[data-field] [data-finding]')].filter(f => f.offsetParent).map(f => f.closest('[data-field]').dataset.field)")
        self.assertEqual(set(shown), {"/fields/latinFullName"})
        self.look("form-one-finding")
        # Enter goes on and issues nothing.
        self.find("[name='/fields/latinFullName']").send_keys(Keys.ENTER)
        self.assertEqual(self.browser.run("return document.body.dataset.view"), "form")
        self.check("form-one-name")

    def test_issue_print_spoil_hand_over(self):
        sample = self.desk.run("sample", "--count", "1", "--seed", "41", "--document", "labour-immigrant-permit")
        record = json.loads(sample.splitlines()[0])
        self.go("/desk/new/labour-immigrant-permit?lang=ru")
        self.view("form")
        once = self.find("[name=once]").get_attribute("value")
        self.browser.run(FILL, record)
        self.fill("/fields/citizenship", "Узбекистан")
        day = record["fields"]["validUntil"]
        self.fill("/fields/validUntil", "31.12." + day[:4] if not day.endswith("12-31") else "30.12." + day[:4])
        self.find("[data-action=check]").click()
        self.browser.until("document.querySelector('#summary').dataset.state === 'refused'")
        self.assertEqual(self.browser.run("return document.activeElement.id"), "summary")
        self.check("form-refused")
        self.browser.until("document.querySelector('#preview').dataset.state === 'drawn'")
        self.check("form-preview")
        # The middle of the window: what scrolls there by itself may lie behind the bar.
        self.browser.run("document.querySelector(\"[data-action=suggest]\").scrollIntoView({block: 'center'})")
        self.find("[data-action=suggest][data-place='/fields/validUntil']").click()
        self.browser.until("document.querySelector('#summary').dataset.state !== 'refused'")
        self.find("[name='/fields/latinFullName']").send_keys(Keys.CONTROL, Keys.ENTER)
        self.view("paper")
        self.assertTrue(once)
        number = self.browser.data("[data-paper]")["paper"]
        self.assertEqual(self.browser.data("[data-paper]")["status"], "valid")
        self.browser.until("document.querySelector('.sheet img').naturalWidth > 100")
        self.check("issued")
        self.browser.run("window.print = () => {}; document.activeElement.blur()")
        self.find("body").send_keys("p")
        self.browser.until("document.querySelector('[data-note=printed]')")
        self.check("printed")
        self.find("[data-note=printed] [data-action=spoil]").click()
        self.browser.until("document.querySelector('[data-event=spoilt]')")
        self.find("form[data-form=print] button").click()
        self.browser.until("document.querySelector('[data-note=printed]')")
        self.find("[data-note=printed] [data-action=handover]").click()
        self.browser.until("document.querySelector('[data-event=handed-over]')")
        events = self.browser.run("return [...document.querySelectorAll('[data-event]')].map(e => e.dataset.event)")
        self.assertEqual(events[:4], ["handed-over", "reprinted", "spoilt", "reprinted"])
        self.assertEqual(self.browser.data("[data-paper]")["paper"], number)


# A record into the controls of its form, as a person would leave them.
FILL = """
const record = arguments[0];
const set = (name, value) => {
  const found = [...document.getElementsByName(name)];
  if (!found.length) throw new Error(name);
  for (const control of found) {
    if (control.type === 'checkbox') control.checked = value === true || value === control.value;
    else if (control.type !== 'hidden') control.value = value;
  }
};
set('/issuingBody', record.issuingBody);
set('/issueDate', record.issueDate);
for (const [part, values] of [['fields', record.fields], ['facts', record.facts ?? {}]]) {
  for (const [name, value] of Object.entries(values)) {
    const place = `/${part}/${name}`;
    if (document.getElementsByName(place + '/kk').length) {
      for (const language of ['kk', 'ru']) set(`${place}/${language}`, value[language] ?? value);
    } else set(place, value);
  }
}
"""


if __name__ == "__main__":
    unittest.main(verbosity=2)
