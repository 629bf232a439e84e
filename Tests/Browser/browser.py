"""Chromium with a profile of its own, on the check page."""

import json
import os
import pathlib
import shutil
import tempfile
import time

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

ROOT = pathlib.Path(__file__).resolve().parents[2]
VECTORS = ROOT / "Tests/Vectors"
WEB = pathlib.Path(os.environ.get("TAMGA_WEB", ROOT / ".build/web"))


class Browser:
    """`camera`: a y4m file that stands for the camera. `network`: whether requests are recorded."""

    def __init__(self, *, camera=None, language="ru", size=(390, 844), colours=False):
        self.profile = tempfile.mkdtemp(prefix="tamga-browser-")
        options = Options()
        options.binary_location = shutil.which("chromium")
        flags = [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", f"--user-data-dir={self.profile}",
            f"--lang={language}", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        ]
        if camera:
            flags += ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", f"--use-file-for-fake-video-capture={camera}"]
        if colours:
            flags += ["--force-high-contrast"]
        for flag in flags:
            options.add_argument(flag)
        options.add_experimental_option("prefs", {"intl.accept_languages": language})
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
        self.driver.set_script_timeout(120)
        self.resize(*size)

    def resize(self, width, height):
        self.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 700})

    def close(self):
        self.driver.quit()
        shutil.rmtree(self.profile, ignore_errors=True)

    def open(self, url):
        # A changed fragment alone is no new page.
        self.driver.get("about:blank")
        self.driver.get(url)
        self.until("document.querySelector('main')?.dataset.ready === ''")

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def wait(self, script, *arguments):
        """What a promise gives; a rejected one gives {"rejected": CODE}."""
        return self.driver.execute_async_script(
            "const done = arguments[arguments.length - 1]; const given = [...arguments].slice(0, -1);"
            f"(async () => {{ {script} }})().then(done, error => done({{rejected: error.code ?? String(error)}}));",
            *arguments)

    def until(self, condition, seconds=30):
        end = time.monotonic() + seconds
        while not self.run(f"return Boolean({condition});"):
            if time.monotonic() > end:
                raise AssertionError(f"not within {seconds} s: {condition}; state {self.state}; {self.messages()}")
            time.sleep(0.05)

    def messages(self):
        return [entry["message"] for entry in self.driver.get_log("browser")]

    @property
    def state(self):
        return self.run("return document.querySelector('main')?.dataset.state;")

    def data(self, selector):
        """The data of an element; None where there is none."""
        return self.run("const found = document.querySelector(arguments[0]); return found && {...found.dataset};", selector)

    def text(self, selector="body"):
        return self.run("return document.querySelector(arguments[0])?.innerText;", selector)

    def click(self, selector):
        self.run("document.querySelector(arguments[0]).click();", selector)

    def clock(self, now):
        """Stops the page's clock at a moment, before its scripts run."""
        self.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": CLOCK % json.dumps(now * 1000)})


# `Date` that stands still; everything else is the browser's.
CLOCK = """
{
  const Real = Date, moment = %s;
  window.Date = class extends Real {
    constructor(...given) { given.length ? super(...given) : super(moment); }
    static now() { return moment; }
  };
}
"""


def vectors():
    """Name and content of every vector with a payload."""
    for path in sorted(VECTORS.glob("*/vector.json")):
        vector = json.loads(path.read_text())
        if "payload" in vector and "expect" in vector:
            yield path.parent.name, vector
