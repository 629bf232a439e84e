"""A working day at the desk in Chromium: people sign in through its pages, and every page is looked at."""

import base64
import os
import pathlib
import time
import unittest

import axe_playwright_python

from browser import Browser
from desk import Desk, totp
from office import Served
from selenium.webdriver.common.by import By

AXE = next(pathlib.Path(axe_playwright_python.__file__).parent.rglob("axe.min.js")).read_text()
# Where pictures of the pages go, to be looked at; nowhere when it is not set.
SHOTS = os.environ.get("TAMGA_SHOTS")
# What a person may have set: the language, the width of the window, the colours.
LANGUAGES, WIDTHS, COLOURS = ("kk", "ru", "en"), (1280, 390), ("light", "dark", "forced")
# Each of them once; with TAMGA_SIGHTS=all each with each, which takes six times as long.
SIGHTS = [("kk", 1280, "light"), ("ru", 390, "dark"), ("en", 1280, "forced")]
if os.environ.get("TAMGA_SIGHTS") == "all":
    SIGHTS = [(language, width, colours) for language in LANGUAGES for width in WIDTHS for colours in COLOURS]


class Day(unittest.TestCase):
    """One office, its server and one browser, in which one person after the other signs in."""

    papers = 4
    accounts = {}  # login: role

    @classmethod
    def setUpClass(cls):
        cls.desk = Desk(cls.papers)
        cls.addClassCleanup(cls.desk.close)
        for login, role in cls.accounts.items():
            cls.desk.account(login, role)
        cls.served = Served(cls.desk, "--port", "0")
        cls.addClassCleanup(cls.served.close)
        cls.browser = Browser(size=(1280, 900))
        cls.addClassCleanup(cls.browser.close)
        cls.driver = cls.browser.driver
        cls.sessions, cls.codes = {}, {}

    @classmethod
    def go(cls, path):
        cls.driver.get(cls.served.url + path)

    @classmethod
    def view(cls, name, seconds=30):
        """The page is there, and not the one on which something was just pressed."""
        cls.browser.until(
            f"!window.leaving && document.body && document.body.dataset.view === '{name}' && document.readyState === 'complete'",
            seconds)

    def find(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def count(self, selector):
        return len(self.driver.find_elements(By.CSS_SELECTOR, selector))

    def data(self, name, within=""):
        """The values of a data attribute on the page, in their order."""
        key = "".join(word.capitalize() if index else word for index, word in enumerate(name.split("-")))
        return self.browser.run(
            f"return [...document.querySelectorAll('{within} [data-{name}]')].map(e => e.dataset.{key})")

    def fill(self, place, text):
        """Types into a control, or the same into both languages of a pair."""
        controls = self.driver.find_elements(By.NAME, place) or [
            self.driver.find_element(By.NAME, f"{place}/{language}") for language in ("kk", "ru")]
        for control in controls:
            control.clear()
            control.send_keys(text)

    def press(self, selector):
        """A click where a person would make it: in sight, and not behind something."""
        element = self.find(selector)
        self.browser.run("arguments[0].scrollIntoView({block: 'center'}); window.leaving = arguments[0].tagName !== 'SUMMARY';", element)
        element.click()

    # MARK: People

    def code(self, login):
        """A code of the second factor of after the last one; that of the next half minute is taken too."""
        step = max(int(time.time() // 30), self.codes.get(login, 0) + 1)
        while step > time.time() // 30 + 1:
            time.sleep(0.5)
        self.codes[login] = step
        return totp(self.desk.secrets[login], step * 30)

    def enter(self, login, password=Desk.PASSWORD):
        """Signs in through the pages; a second time the browser has the session still."""
        self.driver.delete_all_cookies()
        if login in self.sessions:
            self.driver.execute_cdp_cmd("Network.setCookie", self.sessions[login])
            return self.go("/desk")
        self.go("/login?lang=ru")
        self.fill("login", login)
        self.fill("password", password)
        self.press("form[data-form=login] button")
        if self.desk.secrets.get(login):
            self.browser.until("document.querySelector('input[name=code]')")
            self.fill("code", self.code(login))
            self.press("form button.primary")
        self.browser.until("document.body && document.body.dataset.signed === 'in'")
        cookie = self.driver.get_cookie("tamga-session")
        self.sessions[login] = {"name": cookie["name"], "value": cookie["value"], "url": self.served.url, "httpOnly": True}

    def fetch(self, path):
        """Status, type and bytes of what a link of the page leads to."""
        status, kind, body = self.browser.wait(
            "const a = await fetch(arguments[0]); const b = new Uint8Array(await a.arrayBuffer());"
            "let text = ''; for (let i = 0; i < b.length; i += 8192) text += String.fromCharCode(...b.subarray(i, i + 8192));"
            "return [a.status, a.headers.get('Content-Type'), btoa(text)];", path)
        return status, kind, base64.b64decode(body)

    # MARK: What is seen

    def look(self, name):
        """A picture of the whole page, for those who look."""
        if not SHOTS:
            return
        size = self.driver.execute_cdp_cmd("Page.getLayoutMetrics", {})["cssContentSize"]
        clip = {"x": 0, "y": 0, "width": size["width"], "height": min(size["height"], 2400), "scale": 1}
        picture = self.driver.execute_cdp_cmd(
            "Page.captureScreenshot", {"format": "png", "captureBeyondViewport": True, "clip": clip})["data"]
        pathlib.Path(SHOTS, name + ".png").write_bytes(base64.b64decode(picture))

    def check(self, name, rules=None):
        """Nothing that axe knows of, nothing wider than the window, nothing refused by the policy."""
        self.browser.run(f"if (!window.axe) {{ {AXE} }}")
        found = self.browser.wait(
            "const r = await axe.run(document, {resultTypes: ['violations'], rules: arguments[0]});"
            "return r.violations.map(v => [v.id, v.nodes[0].html.slice(0, 200), v.nodes[0].failureSummary]);", rules or {})
        self.assertEqual(found, [], name)
        self.assertFalse(self.browser.run("return document.documentElement.scrollWidth > innerWidth"), f"{name} is wider")
        self.look(name)
        refused = [m for m in self.browser.messages() if "Content Security Policy" in m]
        self.assertEqual(refused, [], name)

    def see(self, path, view, name=None):
        """Checks a page in each language, width and choice of colours."""
        try:
            for language, width, colours in SIGHTS:
                self.browser.resize(width, 900)
                self.colours(colours)
                self.go(path + ("&" if "?" in path else "?") + "lang=" + language)
                self.view(view)
                self.assertEqual(self.browser.run("return document.documentElement.lang"), language)
                # Colours that the person forces are not those that a page says of itself.
                rules = {"color-contrast": {"enabled": False}} if colours == "forced" else None
                self.check(f"{name or view}-{language}-{width}-{colours}", rules)
        finally:
            self.colours("light")
            self.browser.resize(1280, 900)

    def colours(self, colours):
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [
            {"name": "prefers-color-scheme", "value": "dark" if colours == "dark" else "light"},
            {"name": "forced-colors", "value": "active" if colours == "forced" else "none"}]})
