"""axe-core on every state in three languages; what a keyboard reaches; pictures for the eye.

TAMGA_SHOTS=FOLDER writes the pictures.
"""

import importlib.util
import os
import pathlib
import unittest

from browser import WEB, Browser
from server import Server
from test_page import BUNDLES, CASES, NOW, STATE, digits

LANGUAGES = ("kk", "ru", "en")
VERDICTS = {
    "valid": "link", "revoked": "revoked_fail", "superseded": "superseded_fail", "suspended": "suspended_fail",
    "refusal": "refusal", "not-genuine": "flip-name_fail", "unknown": "status-unknown_fail",
}


def axe():
    found = importlib.util.find_spec("axe_playwright_python")
    return pathlib.Path(found.origin).with_name("axe.min.js").read_text()


class AccessTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server(WEB, BUNDLES / "current.bundle")
        cls.browser = Browser()
        cls.browser.clock(NOW)
        cls.axe = axe()

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()
        cls.server.stop()

    def states(self):
        """Brings every state onto the screen, one after the other."""
        browser = self.browser
        browser.open(self.server.url + "/v")
        yield "idle"
        browser.click("[data-action=type]")
        yield "typing"
        browser.click("[data-action=scan]")
        browser.until(f"{STATE} === 'idle' && document.querySelector('#notices').textContent")
        yield "no-camera"
        browser.run("document.querySelector('details').open = true;")
        yield "about"
        for name, vector in VERDICTS.items():
            fragment = digits(vector) if vector in CASES else ""
            browser.open(f"{self.server.url}/v#{fragment}")
            browser.until(f"{STATE} === 'verdict'")
            yield name
        browser.open(self.server.url + "/v#" + digits("link"))
        browser.until(f"{STATE} === 'verdict'")
        browser.click("[data-action=passport]")
        yield "passport"
        browser.open(self.server.url + "/v#hello")
        browser.until(f"{STATE} === 'verdict'")
        yield "no-seal"
        browser.run("document.querySelector('main').dataset.state = 'scanning';"
                    "for (const id of ['verdict', 'next', 'link']) document.getElementById(id).hidden = true;"
                    "for (const id of ['scan', 'ways']) document.getElementById(id).hidden = false;")
        yield "scanning"

    def test_axe_finds_nothing(self):
        shots = os.environ.get("TAMGA_SHOTS")
        faults = []
        for state in self.states():
            for language in LANGUAGES:
                self.browser.click(f"[data-action=language][data-lang={language}]")
                self.browser.run(f"if (!window.axe) {{ {self.axe} }}")
                found = self.browser.wait(
                    "return (await axe.run(document, {resultTypes: ['violations']})).violations"
                    ".map(rule => rule.id + ': ' + rule.nodes.map(node => node.target + ' ' + node.failureSummary).join('; '));")
                faults += [f"{state} {language}: {text}" for text in found]
                for width, height in ((360, 740), (768, 1024), (1440, 900)) if shots else ():
                    self.browser.resize(width, height)
                    pathlib.Path(shots).mkdir(parents=True, exist_ok=True)
                    self.browser.driver.save_screenshot(f"{shots}/{state}-{language}-{width}.png")
                self.browser.resize(390, 844)
        self.assertEqual(faults, [])

    def test_nothing_is_wider_than_the_screen(self):
        for state in self.states():
            for width in (320, 360, 768, 1440):
                self.browser.resize(width, 740)
                wide = self.browser.run("return document.documentElement.scrollWidth - document.documentElement.clientWidth;")
                self.assertLessEqual(wide, 0, f"{state} {width}")
            self.browser.resize(390, 844)

    def test_the_keyboard_reaches_every_control(self):
        self.browser.open(self.server.url + "/v")
        reached = []
        for _ in range(9):
            self.browser.driver.switch_to.active_element.send_keys("\ue004")
            reached.append(self.browser.run("return document.activeElement.dataset.action ?? document.activeElement.tagName;"))
        for action in ("language", "scan", "file", "type", "update"):
            self.assertIn(action, reached)


if __name__ == "__main__":
    unittest.main()
