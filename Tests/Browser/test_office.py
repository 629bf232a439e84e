"""The check page of a real office, from its own server: a paper from its link to the verdict, also offline."""

import subprocess
import unittest

from browser import Browser
from office import Office, Served

STATE = "document.querySelector('main').dataset.state"


def link(office, paper):
    """What the symbol of a paper says."""
    png = office.folder + "/code"
    subprocess.run(["pdftoppm", "-r", "200", "-png", "-singlefile", office.pdf(paper), png], check=True)
    text = subprocess.run(["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", png + ".png"], capture_output=True, text=True)
    return text.stdout.strip()


class OfficeTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.office = Office(2)
        cls.served = Served(cls.office, "--port", "0")
        cls.browser = Browser()

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()
        cls.served.close()
        cls.office.close()

    def verdict(self, condition="true"):
        self.browser.until(f"{STATE} === 'verdict' && {condition}")
        return self.browser.data("#verdict")

    def test_link_number_file_and_no_network(self):
        paper, other = self.office.papers[:2]
        fragment = link(self.office, paper).split("#")[1]
        self.browser.open(f"{self.served.url}/v#{fragment}")
        self.assertEqual(self.verdict()["verdict"], "valid")
        self.assertEqual(self.browser.run("return location.href;"), self.served.url + "/v")

        self.browser.open(self.served.url + "/v")
        self.browser.run("document.querySelector('[data-action=type]').click();")
        for name, value in (("number", other["number"]), ("code", self.office.code(other))):
            self.browser.run("const e = document.querySelector(`[data-input=${arguments[0]}]`); e.value = arguments[1];", name, value)
        self.browser.run("document.querySelector('[data-input=code]').form.requestSubmit();")
        self.assertEqual(self.verdict()["tone"], "note")

        self.browser.open(self.served.url + "/v")
        field = self.browser.driver.find_element("css selector", "input[data-input=file]")
        field.send_keys(str(self.office.pdf(paper)))
        self.browser.until("document.querySelector('[data-action=confirm-upload]')?.offsetParent")
        self.browser.run("document.querySelector('[data-action=confirm-upload]').click();")
        self.assertEqual(self.verdict()["verdict"], "valid")

        self.browser.until("document.querySelector('main').dataset.offline === 'ready'")
        self.served.stop()
        self.browser.open(f"{self.served.url}/v#{fragment}")
        self.assertEqual(self.verdict()["verdict"], "valid")
        forged = fragment[:-1] + ("1" if fragment[-1] != "1" else "2")
        self.browser.open(f"{self.served.url}/v#{forged}")
        self.assertEqual(self.verdict()["verdict"], "not-genuine")


if __name__ == "__main__":
    unittest.main()
