"""What a person does on the check page, and what the page leaves behind."""

import json
import pathlib
import tempfile
import time
import unittest

from PIL import Image

from browser import VECTORS, WEB, Browser, vectors
from server import Server

CASES = dict(vectors())
LINK = CASES["link"]
NOW = LINK["now"]
BUNDLES = VECTORS / "_bundles"
STATE = "document.querySelector('main').dataset.state"


def digits(name):
    return CASES[name]["payload"].split("#")[-1]


def file_of(name):
    vector = json.loads((VECTORS / name / "vector.json").read_text())
    return str(VECTORS / name / vector["file"])


class PageCase(unittest.TestCase):
    """A server and a browser of its own for each class; the page's clock is that of the vectors."""

    camera = None
    language = "ru"

    @classmethod
    def setUpClass(cls):
        cls.server = Server(WEB, BUNDLES / "current.bundle")
        cls.browser = Browser(camera=cls.camera, language=cls.language)
        cls.browser.clock(NOW)

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()
        cls.server.stop()

    def setUp(self):
        self.server.requests.clear()
        self.server.answers.clear()

    def page(self, fragment="", query=""):
        self.browser.open(f"{self.server.url}/v{query}" + (f"#{fragment}" if fragment else ""))

    def verdict(self, fragment):
        self.page(fragment)
        self.browser.until(f"{STATE} === 'verdict'")
        return self.browser.data("#verdict")


class AddressTests(PageCase):
    def test_payload_leaves_the_address_and_reaches_nobody(self):
        self.assertEqual(self.verdict(digits("link"))["verdict"], "valid")
        self.assertEqual(self.browser.run("return location.href;"), self.server.url + "/v")
        self.assertEqual(self.browser.data("[data-note=link-kept]"), {"note": "link-kept"})
        self.assertFalse(self.browser.run("return document.querySelector('[data-note=link-kept]').hidden;"))
        self.browser.until("document.querySelector('main').dataset.offline === 'ready'")
        kept = self.browser.wait("""
            const texts = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie,
              JSON.stringify(history.state), JSON.stringify(await indexedDB.databases())];
            for (const name of await caches.keys()) {
              const cache = await caches.open(name);
              for (const request of await cache.keys()) {
                texts.push(request.url, await (await cache.match(request)).text());
              }
            }
            return texts.join('\\n');""")
        heard = "\n".join(f"{path} {head} {body!r}" for _, path, head, body in self.server.requests)
        logged = "\n".join(self.browser.messages())
        payload = digits("link")
        for text in (kept, heard, logged):
            for at in range(0, len(payload) - 12, 12):
                self.assertNotIn(payload[at:at + 12], text)
            self.assertNotIn("KARIMOV", text)
            self.assertNotIn("FA1234567", text)
        self.assertIn("/api/v1/trust", heard)

    def test_a_changed_fragment_is_judged_anew(self):
        self.verdict(digits("link"))
        self.browser.run("location.hash = arguments[0];", digits("revoked_fail"))
        self.browser.until("document.querySelector('#verdict').dataset.verdict === 'revoked'")
        self.assertEqual(self.browser.run("return location.href;"), self.server.url + "/v")
        self.browser.run("history.back();")
        self.browser.until("location.pathname === '/v' && location.hash === ''")

    def test_other_carriers_in_the_fragment(self):
        for name in ("tg1", "base45"):
            self.assertEqual(self.verdict(CASES[name]["payload"].strip())["verdict"], "valid", name)


class VerdictTests(PageCase):
    def test_hooks_of_every_verdict(self):
        """Each vector of this clock and bundle: tone, headline, fields, basis."""
        stop = {"not-genuine", "altered", "revoked", "superseded", "suspended"}
        wait = {"expired", "not-yet-valid", "status-unknown", "no-seal"}
        self.page()
        seen = set()
        for name, vector in CASES.items():
            if (vector["bundle"], vector["now"], vector.get("on")) != ("_bundles/current.bundle", NOW, None):
                continue
            if not vector["payload"].strip().startswith("https://tamga.example/v#") or not digits(name).strip():
                continue
            with self.subTest(name):
                # A paper before this one must not be taken for it.
                self.browser.run("document.querySelector('#verdict').removeAttribute('data-verdict');")
                self.browser.run("location.hash = arguments[0];", vector["payload"].strip().split("#", 1)[1])
                self.browser.until("document.querySelector('#verdict').dataset.verdict")
                data = self.browser.data("#verdict")
                expect = vector["expect"]
                self.assertEqual(data["verdict"], expect["verdict"])
                tone = "stop" if data["verdict"] in stop else "wait" if data["verdict"] in wait else None
                if tone is None:
                    isGo = data["inForce"] == "true" and data["effect"] == "grants" and "test-office" not in expect["reasons"]
                    tone = "go" if isGo else "note"
                self.assertEqual(data["tone"], tone)
                codes = self.browser.run("return [...document.querySelectorAll('[data-reason]')].map(x => x.dataset.reason);")
                self.assertEqual(codes, expect["reasons"])
                claims = self.browser.run("return [...document.querySelectorAll('[data-claim]')].map(x => x.dataset.claim);")
                if data["genuine"] == "false":
                    self.assertEqual(claims, [])
                elif "passport" in claims:
                    self.assertEqual(claims[0], "passport")
                basis = self.browser.data("#basis")
                self.assertEqual((basis["sequence"], basis["source"]), ("41", "bundle"))
                self.assertIn("checkedOn", basis)
                self.assertEqual(self.browser.run("return document.querySelectorAll('[role=status][data-verdict]').length;"), 1)
                seen.add(data["verdict"])
        self.assertGreaterEqual(len(seen), 5, seen)

    def test_passport_in_the_hand(self):
        self.verdict(digits("link"))
        self.browser.click("[data-action=passport]")
        result = "return document.querySelector('#verdict output').className;"
        for typed, wanted in (("fa 1234567", "same"), ("FA1234568", "other")):
            self.browser.run(
                "const field = document.querySelector('#passportTyped'); field.value = arguments[0];"
                "field.dispatchEvent(new Event('input'));", typed)
            self.assertEqual(self.browser.run(result), wanted)

    def test_altered_fields_of_a_file(self):
        self.page()
        verdict = self.browser.wait("return await tamga.judge(given[0]);", LINK["payload"])
        verdict.update(
            verdict="altered", inForce=False, compare=[],
            reasons=[{"code": "text-altered", "message": {"kk": "к", "ru": "р", "en": "e"}}],
            altered=[{"claim": "passport", "sealed": "FA1234567", "printed": "FA1234568"}])
        self.server.answers["/api/v1/verify"] = (200, {"verdicts": [verdict]})
        self.browser.driver.find_element("css selector", "[data-input=file]").send_keys(file_of("file-paper"))
        self.browser.until("!document.querySelector('[data-notice=pdf-goes-to-server]').hidden")
        self.assertEqual([row for row in self.server.requests if row[0] == "POST"], [])
        self.browser.click("[data-action=confirm-upload]")
        self.browser.until(f"{STATE} === 'verdict'")
        self.assertEqual(self.browser.data("#verdict")["tone"], "stop")
        self.assertEqual(self.browser.text("[data-altered=passport] [data-sealed]"), "FA1234567")
        self.assertEqual(self.browser.text("[data-altered=passport] [data-printed]"), "FA1234568")
        sent = [row for row in self.server.requests if row[0] == "POST"]
        self.assertEqual(len(sent), 1)
        self.assertIn("application/pdf", sent[0][2])

    def test_number_and_code(self):
        self.page()
        verdict = self.browser.wait("return await tamga.judge(given[0]);", LINK["payload"])
        verdict["reasons"].append({"code": "seal-not-seen", "message": {"kk": "к", "ru": "р", "en": "e"}})
        verdict["claims"]["passport"] = None
        verdict["key"] = None
        self.server.answers["/api/v1/lookup"] = (200, {"verdicts": [verdict]})
        self.browser.click("[data-action=type]")
        self.browser.driver.find_element("css selector", "[data-input=number]").send_keys("ALA-26-0000017-4")
        self.browser.driver.find_element("css selector", "[data-input=code]").send_keys("ABCD-EFGH\n")
        self.browser.until(f"{STATE} === 'verdict'")
        self.assertEqual(self.browser.data("#verdict")["tone"], "note")
        sent = [json.loads(row[3]) for row in self.server.requests if row[0] == "POST"]
        self.assertEqual(sent, [{"number": "ALA-26-0000017-4", "code": "ABCD-EFGH"}])

    def test_languages(self):
        self.page(digits("revoked_fail"), "?lang=kk")
        self.browser.until(f"{STATE} === 'verdict'")
        words = {"kk": "ҚАЙТАРЫП АЛЫНҒАН", "ru": "ОТОЗВАН", "en": "REVOKED"}
        self.assertEqual(self.browser.run("return location.href;"), self.server.url + "/v")
        for language in ("kk", "ru", "en"):
            self.browser.click(f"[data-action=language][data-lang={language}]")
            self.assertIn(words[language], self.browser.text("#verdict h1"))
            self.assertEqual(self.browser.run("return document.documentElement.lang;"), language)

    def test_pictures(self):
        for name in ("picture", "picture-twice", "picture-revoked_fail", "picture-other-code_fail", "picture-white_fail"):
            with self.subTest(name):
                self.page()
                self.browser.driver.find_element("css selector", "[data-input=file]").send_keys(file_of(name))
                self.browser.until(f"{STATE} === 'verdict'")
                vector = json.loads((VECTORS / name / "vector.json").read_text())
                self.assertEqual(self.browser.data("#verdict")["verdict"], vector["expect"]["verdict"])
                self.assertEqual(len([row for row in self.server.requests if row[0] == "POST"]), 0)

    def test_several_papers_of_a_file(self):
        self.page()
        both = [self.browser.wait("return await tamga.judge(given[0]);", CASES[name]["payload"]) for name in ("link", "revoked_fail")]
        self.server.answers["/api/v1/verify"] = (200, {"verdicts": both})
        self.browser.driver.find_element("css selector", "[data-input=file]").send_keys(file_of("file-paper"))
        self.browser.until("!document.querySelector('[data-notice=pdf-goes-to-server]').hidden")
        self.browser.click("[data-action=confirm-upload]")
        self.browser.until(f"{STATE} === 'verdict'")
        for index, wanted in ((2, "revoked"), (1, "valid")):
            self.browser.click(f"#position button:nth-of-type({index})")
            self.assertEqual(self.browser.data("#verdict")["verdict"], wanted)

    def test_no_picture(self):
        self.page()
        self.browser.driver.find_element("css selector", "[data-input=file]").send_keys(str(VECTORS / "README.md"))
        self.browser.until("document.querySelector('#notices').textContent")
        self.assertEqual(self.browser.state, "idle")


class CorelessTests(PageCase):
    def test_without_a_core(self):
        # A browser of its own: one that came before would have kept the core.
        self.server.broken.update(path for path in self.server.files if "core-" in path and path.endswith(".wasm"))
        self.page(digits("link"))
        self.browser.until(f"{STATE} === 'failed'")
        self.assertIsNone(self.browser.data("[data-verdict]"))


class FailureTests(PageCase):
    def test_a_core_that_breaks(self):
        self.page()
        # What a trap of the core looks like from outside.
        self.browser.run("TextEncoder.prototype.encode = () => { throw new WebAssembly.RuntimeError('unreachable'); };")
        self.browser.run("location.hash = arguments[0];", digits("link"))
        self.browser.until(f"{STATE} === 'failed'")
        self.assertIsNone(self.browser.data("[data-verdict]"))

    def test_hostile_payloads_are_answered(self):
        self.page()
        texts = ("'9'.repeat(3e6)", "'TG1:' + 'A'.repeat(2e6)", "'https://tamga.example/v#' + '1'.repeat(4e4)", "'\\0'.repeat(99)", "'\\ud800'")
        for text in texts:
            verdict = self.browser.wait(f"return (await tamga.judge({text})).verdict;")
            self.assertIn(verdict, ("not-genuine", "no-seal"))
        self.assertEqual(self.browser.wait("return (await tamga.judge(given[0])).verdict;", LINK["payload"]), "valid")


class OfflineTests(PageCase):
    def test_one_visit_is_enough(self):
        self.page()
        self.browser.until("document.querySelector('main').dataset.offline === 'ready'")
        self.server.stop()
        try:
            for name in ("link", "revoked_fail", "flip-name_fail"):
                self.assertEqual(self.verdict(digits(name))["verdict"], CASES[name]["expect"]["verdict"])
            self.assertEqual(self.browser.run("return location.href;"), self.server.url + "/v")
            self.page()
            self.browser.driver.find_element("css selector", "[data-input=file]").send_keys(file_of("picture"))
            self.browser.until(f"{STATE} === 'verdict'")
            self.page()
            self.browser.driver.find_element("css selector", "[data-input=file]").send_keys(file_of("file-paper"))
            self.browser.until("!document.querySelector('[data-notice=pdf-goes-to-server]').hidden")
            self.browser.click("[data-action=confirm-upload]")
            self.browser.until("document.querySelector('#notices').textContent.includes('PDF')")
        finally:
            self.server.start()


class BundleTests(unittest.TestCase):
    def setUp(self):
        self.server = Server(WEB, BUNDLES / "current.bundle")
        self.browser = Browser()
        self.browser.clock(NOW)

    def tearDown(self):
        self.browser.close()
        self.server.stop()

    def offered(self, bundle, *, after=BUNDLES / "current.bundle"):
        self.server.bundle = after
        self.browser.open(self.server.url + "/v")
        self.assertIsNone(self.browser.data("[data-bundle-refused]"))
        self.server.bundle = bundle
        self.browser.open(self.server.url + "/v")
        return self.browser.data("[data-bundle-refused]"), self.browser.data("#basis")["sequence"]

    def test_older_is_refused(self):
        refused, sequence = self.offered(BUNDLES / "older.bundle")
        self.assertEqual(refused["bundleRefused"], "older-sequence")
        self.assertEqual(sequence, "41")

    def test_newer_is_taken(self):
        refused, sequence = self.offered(BUNDLES / "current.bundle", after=BUNDLES / "older.bundle")
        self.assertIsNone(refused)
        self.assertEqual(sequence, "41")

    def test_another_root_is_refused(self):
        refused, sequence = self.offered(BUNDLES / "changed-root.bundle")
        self.assertEqual(refused["bundleRefused"], "changed-root")
        self.assertEqual(sequence, "41")

    def test_broken_is_refused(self):
        broken = pathlib.Path(self.browser.profile, "broken.bundle")
        content = bytearray((BUNDLES / "current.bundle").read_bytes())
        content[-10] ^= 1
        broken.write_bytes(content)
        refused, sequence = self.offered(broken)
        self.assertEqual(refused["bundleRefused"], "status-signature")
        self.assertEqual(sequence, "41")

    def test_none_yet(self):
        self.server.bundle = None
        self.browser.open(f"{self.server.url}/v#{digits('link')}")
        self.browser.until(f"{STATE} === 'failed'")
        self.assertIsNone(self.browser.data("[data-verdict]"))


class CameraTests(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        camera = pathlib.Path(folder.name, "camera.y4m")
        write_y4m(file_of("picture"), camera)
        self.server = Server(WEB, BUNDLES / "current.bundle")
        self.addCleanup(self.server.stop)
        self.browser = Browser(camera=camera)
        self.addCleanup(self.browser.close)
        self.browser.clock(NOW)

    def opened(self, *delays):
        """The page; its camera takes `delays` milliseconds to open, one time after the other, or refuses by a name."""
        command, script = self.browser.driver.execute_cdp_cmd, {"source": SLOW_CAMERA % json.dumps(delays)}
        added = command("Page.addScriptToEvaluateOnNewDocument", script)
        self.browser.open(self.server.url + "/v")
        command("Page.removeScriptToEvaluateOnNewDocument", added)

    def test_a_code_before_the_camera(self):
        self.opened()
        if self.browser.state != "verdict":
            self.browser.click("[data-action=scan]")
        self.browser.until(f"{STATE} === 'verdict'", 30)
        self.assertEqual(self.browser.data("#verdict")["verdict"], "valid")
        self.assertEqual(self.browser.text("[data-claim=passport]"), "FA1234567")
        self.browser.click("[data-action=next]")
        self.browser.until(f"{STATE} === 'scanning' || {STATE} === 'verdict'")

    def test_asked_again_while_it_opens(self):
        for delays in [(900, 100), (100, 900), (500, 500), (500, 510)]:
            with self.subTest(delays=delays):
                self.opened(*delays)
                for _ in range(3):
                    self.browser.click("[data-action=scan]")
                self.browser.until(f"{STATE} !== 'scanning' && {STATE} !== 'judging'", 30)
                self.assertEqual(self.browser.state, "verdict")
                self.assertEqual(self.browser.run("return asked;"), 1)
                self.browser.until(f"{LIGHTS} === 0")

    def test_refused(self):
        """A camera that was refused is not asked for again by a return to the page, but by a tap."""
        self.opened("NotAllowedError")
        self.browser.until(f"{STATE} === 'idle'")
        self.assertIn("камер", self.browser.text("#notices"))
        self.browser.run("document.dispatchEvent(new Event('visibilitychange'));")
        time.sleep(0.3)
        self.assertEqual(self.browser.run("return asked;"), 1)
        self.browser.click("[data-action=scan]")
        self.browser.until(f"{STATE} === 'verdict'", 30)

    def test_ended_while_it_opens(self):
        self.opened(800, 100)
        self.browser.click("[data-action=scan]")
        self.browser.click("#stop")
        self.browser.until("opened > 0 && asked === opened")
        self.browser.until(f"{LIGHTS} === 0")
        self.assertEqual(self.browser.state, "idle")
        self.browser.click("[data-action=scan]")
        self.browser.until(f"{STATE} === 'verdict'", 30)

    def test_asked_again_after_an_end(self):
        self.opened(800, 100)
        self.browser.click("#stop")
        self.browser.click("[data-action=scan]")
        self.browser.until(f"{STATE} === 'verdict'", 30)
        self.browser.until("asked === opened")
        self.browser.until(f"{LIGHTS} === 0")


# How many cameras are at work.
LIGHTS = "streams.flatMap(stream => stream.getTracks()).filter(track => track.readyState === 'live').length"

# A camera that opens late: streams, how often it was asked and did open.
SLOW_CAMERA = """
if (navigator.mediaDevices) {
  const delays = %s, given = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  Object.assign(window, {streams: [], asked: 0, opened: 0});
  navigator.mediaDevices.getUserMedia = async wanted => {
    const delay = delays[window.asked++] ?? 0;
    if (typeof delay === 'string') throw new DOMException('', delay);
    await new Promise(done => { setTimeout(done, delay); });
    const stream = await given(wanted);
    window.streams.push(stream);
    window.opened++;
    return stream;
  };
}
"""


def write_y4m(picture, path, size=(1280, 720)):
    """A film of one picture, as Chromium's camera for tests takes it."""
    image = Image.open(picture).convert("YCbCr")
    image.thumbnail(size)
    frame = Image.new("YCbCr", size, (200, 128, 128))
    frame.paste(image, ((size[0] - image.width) // 2, (size[1] - image.height) // 2))
    luma, blue, red = frame.split()
    half = (size[0] // 2, size[1] // 2)
    data = luma.tobytes() + blue.resize(half).tobytes() + red.resize(half).tobytes()
    path.write_bytes(b"YUV4MPEG2 W%d H%d F10:1 Ip A1:1 C420jpeg\n" % size + (b"FRAME\n" + data) * 10)


if __name__ == "__main__":
    unittest.main()
