"""What the server promises to those who ask it, by the contract `serve.md`."""

import json
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import threading
import time
import unittest
import zlib

from office import TAMGA, TEMPLATES, Office, Served, until

OFFICE = None
SAFETY = {
    "x-content-type-options": "nosniff", "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin", "cross-origin-resource-policy": "same-origin",
}
JSON = {"Content-Type": "application/json"}


def setUpModule():
    global OFFICE
    OFFICE = Office()


def tearDownModule():
    OFFICE.close()


class ServeCase(unittest.TestCase):
    options = ("--port", "0")

    @classmethod
    def setUpClass(cls):
        cls.served = Served(OFFICE, *cls.options)

    @classmethod
    def tearDownClass(cls):
        cls.served.close()

    def problem(self, answer, status, code):
        got, fields, body = answer
        self.assertEqual(got, status, body)
        self.assertEqual(fields["content-type"], "application/problem+json")
        self.safe(fields)
        value = json.loads(body)
        self.assertEqual((value["code"], value["status"]), (code, status))
        self.assertEqual(value["type"], "urn:tamga:problem:" + code)
        self.assertEqual(set(value["messages"]), {"kk", "ru", "en"})
        self.assertTrue(value["title"] and value["detail"] and value["request"])
        return value, fields

    def safe(self, fields, page=False):
        for name, value in SAFETY.items():
            self.assertEqual(fields.get(name), value, name)
        policy = fields["content-security-policy"]
        for part in ("default-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"):
            self.assertIn(part, policy)
        self.assertNotRegex(policy, r"unsafe-(inline|eval)'? ?;|'unsafe-eval'|https?:")
        self.assertEqual("'wasm-unsafe-eval'" in policy, page)
        self.assertIn("camera=(self)" if page else "camera=()", fields["permissions-policy"])
        self.assertNotIn("server", fields)


class StartTests(unittest.TestCase):
    def status(self, *options):
        return subprocess.run(
            [TAMGA, "serve", "--templates", TEMPLATES, *options], capture_output=True, text=True, timeout=60)

    def test_one_line_and_a_quiet_end(self):
        for how in (signal.SIGTERM, signal.SIGINT):
            served = Served(OFFICE, "--port", "0")
            self.assertEqual(set(served.ready), {"ready", "url", "office", "pid"})
            self.assertEqual((served.ready["ready"], served.ready["pid"]), (True, served.process.pid))
            self.assertEqual(served.ask("GET", "/healthz")[0], 200)
            tasks = pathlib.Path(f"/proc/{served.process.pid}/task").glob("*/children")
            children = [child for task in tasks for child in task.read_text().split()]
            self.assertGreaterEqual(len(children), 2)  # the signer and the reader
            self.assertEqual(served.stop(how), (0, ""))
            # Whoever manages the service may kill what it finds behind the server.
            self.assertEqual([child for child in children if os.path.exists("/proc/" + child)], [])
            served.close()

    def test_a_request_at_hand_is_finished(self):
        served = Served(OFFICE, "--port", "0")
        pdf = OFFICE.pdf(OFFICE.papers[0]).read_bytes()
        head = f"POST /api/v1/verify HTTP/1.1\r\nHost: 127.0.0.1:{served.port}\r\nContent-Type: application/pdf\r\n"
        slow = served.socket(f"{head}Content-Length: {len(pdf)}\r\n\r\n".encode() + pdf[:-1])
        time.sleep(0.3)
        served.process.send_signal(signal.SIGTERM)
        time.sleep(0.3)
        with self.assertRaises(OSError):
            served.socket(b"GET /healthz HTTP/1.1\r\n\r\n").recv(1) or self.fail("still open")
            raise ConnectionResetError
        slow.sendall(pdf[-1:])
        self.assertTrue(slow.recv(4096).startswith(b"HTTP/1.1 200"))
        slow.close()
        self.assertEqual(served.stop(), (0, ""))
        served.close()

    def test_refused_starts(self):
        taken = socket.create_server(("127.0.0.1", 0))
        port = str(taken.getsockname()[1])
        office = ("--office", OFFICE.path)
        for options, status, words in [
            ((*office, "--port", port), 1, port), (("--office", "/nowhere"), 66, ""),
            ((*office, "--port", "70000"), 64, "--port"), ((*office, "--host", "0.0.0.0"), 64, "TLS"),
            ((*office, "--host", "0.0.0.0", "--public-url", "http://check.example"), 64, "TLS"),
            ((*office, "--public-url", "ftp://x"), 64, "--public-url"),
            ((*office, "--certificate", "c", "--certificate-key", "k"), 64, "TLS"), ((*office, "--log", "xml"), 64, ""),
        ]:
            run = self.status(*options)
            self.assertEqual((run.returncode, run.stdout), (status, ""), options)
            self.assertIn(words, run.stderr)
            self.assertIn("error", run.stderr)
        taken.close()


class RouteTests(ServeCase):
    def test_pages_and_their_files(self):
        status, fields, _ = self.served.ask("GET", "/")
        self.assertEqual((status, fields["location"]), (303, "/v"))
        status, fields, page = self.served.ask("GET", "/v?lang=kk")
        self.assertEqual((status, fields["cache-control"]), (200, "no-cache"))
        self.safe(fields, page=True)
        self.assertRegex(page.decode(), r'name="tamga-root" content="[0-9a-f]{64}"')
        for path in set(re.findall(rb'"(/v/[^"]+)"', page)):
            status, fields, _ = self.served.ask("GET", path.decode())
            self.assertEqual(status, 200, path)
            self.safe(fields)
            self.assertIn("immutable" if path != b"/v/worker.js" else "no-cache", fields["cache-control"])
        self.assertEqual(self.served.ask("GET", "/v/worker.js")[1]["service-worker-allowed"], "/v")

    def test_nothing_else_is_there(self):
        for path in [
            "/nope", "/v/", "/v/nope.js", "/v/../tamga.yaml", "/v/..%2f..%2ftamga.yaml", "/v/%2e%2e/keys",
            "//etc/passwd", "/api/v1", "/api/v2/trust", "/api/v1/trust/", "/status/x", "/status/1e3", "/status/-1",
            "/status/99999999999999999999", "/desk/nope", "/desk/", "/v/files.json", "/v\\..\\keys",
        ]:
            self.problem(self.served.ask("GET", path), 404, "not-found")

    def test_methods(self):
        for method, path, allowed in [
            ("POST", "/v", {"GET", "HEAD"}), ("DELETE", "/api/v1/trust", {"GET", "HEAD"}),
            ("GET", "/api/v1/verify", {"POST"}), ("PUT", "/api/v1/lookup", {"POST"}),
            ("OPTIONS", "/api/v1/verify", {"POST"}), ("TRACE", "/healthz", {"GET", "HEAD"}),
        ]:
            _, fields = self.problem(self.served.ask(method, path), 405, "method")
            self.assertEqual({word.strip() for word in fields["allow"].split(",")}, allowed)
        status, fields, body = self.served.ask("HEAD", "/api/v1/trust")
        self.assertEqual((status, body), (200, b""))
        self.assertGreater(int(fields["content-length"]), 1000)

    def test_hosts(self):
        for host in ("evil.example", f"evil.example:{self.served.port}", "127.0.0.1:1", "127.0.0.1.evil.example"):
            self.problem(self.served.ask("GET", "/v", headers={"Host": host}), 421, "host")
        verify = re.search(r"verifyHost: *(\S+)", pathlib.Path(OFFICE.path, "tamga.yaml").read_text())[1]
        for host in (verify, verify.upper(), f"127.0.0.1:{self.served.port}", f"localhost:{self.served.port}"):
            self.assertEqual(self.served.ask("GET", "/v", headers={"Host": host})[0], 200, host)

    def test_language_and_acceptance(self):
        for field, title in [("ru-RU, en;q=0.5", "Не найдено"), ("de, kk;q=0.4", "Табылмады"), ("", "Not found")]:
            value, fields = self.problem(
                self.served.ask("GET", "/nope", headers={"Accept-Language": field}), 404, "not-found")
            self.assertEqual(value["title"], title)
        self.problem(
            self.served.ask("GET", "/api/v1/openapi.json", headers={"Accept": "text/html"}), 406, "not-acceptable")
        self.assertEqual(
            self.served.ask("GET", "/api/v1/openapi.json", headers={"Accept": "text/html, */*;q=0.1"})[0], 200)

    def test_probes(self):
        self.assertEqual(self.served.ask("GET", "/healthz")[2].strip(), b"ok")
        status, _, body = self.served.ask("GET", "/readyz")
        value = json.loads(body)
        self.assertEqual((status, value["ready"]), (200, True))
        self.assertEqual([check["name"] for check in value["checks"]], ["register", "keys", "templates", "trust"])
        self.assertIn(b"tamga_requests_total{", self.served.ask("GET", "/metrics")[2])


class ProxyTests(ServeCase):
    options = ("--public-url", "https://check.example")

    def ask(self, method, path, body=None, **headers):
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.served.ask(method, path, body, {"Host": "check.example", **headers})

    def test_behind_a_proxy(self):
        self.assertEqual(self.served.ready["url"], "https://check.example")
        status, fields, _ = self.ask("GET", "/v")
        self.assertEqual(status, 200)
        self.assertIn("max-age", fields["strict-transport-security"])
        self.problem(self.served.ask("GET", "/v"), 421, "host")
        # What the proxy's neighbour may see, the world may not.
        self.assertEqual(self.ask("GET", "/metrics")[0], 200)
        self.problem(self.ask("GET", "/metrics", X_Forwarded_For="203.0.113.9"), 404, "not-found")

    def test_each_caller_has_limits_of_its_own(self):
        body = json.dumps({"number": "X-1", "code": "00000000"})
        for address in ("203.0.113.1", "203.0.113.2"):
            for turn in range(5):
                # What a caller puts before its address does not help.
                answer = self.ask(
                    "POST", "/api/v1/lookup", body.replace("X-1", f"{address}-{turn}"), **JSON_,
                    X_Forwarded_For=f"198.51.100.{turn}, {address}")
                self.assertEqual(answer[0], 200)
        answers = [
            self.ask("POST", "/api/v1/lookup", body.replace("X-1", f"Y-{turn}"), **JSON_,
                     X_Forwarded_For=f"198.51.100.{turn}, 203.0.113.1")[0] for turn in range(6)]
        self.assertEqual(answers, [200] * 5 + [429])


JSON_ = {"Content_Type": "application/json"}


class VerifyTests(ServeCase):
    def told(self, *arguments):
        run = subprocess.run(
            [TAMGA, "verify", "--json", "--office", OFFICE.path, "--templates", TEMPLATES, *arguments],
            capture_output=True, text=True)
        rows = [json.loads(line) for line in run.stdout.splitlines()]
        for row in rows:
            del row["input"], row["status"]["issuedAt"]
        return rows

    def plain(self, body):
        for row in body["verdicts"]:
            self.assertNotIn("input", row)
            del row["status"]["issuedAt"]
        return body["verdicts"]

    def test_the_same_verdicts_as_the_command(self):
        paper = OFFICE.papers[0]
        pdf = OFFICE.pdf(paper)
        png = OFFICE.folder + "/page"
        subprocess.run(["pdftoppm", "-r", "150", "-png", "-singlefile", pdf, png], check=True)
        day = "2026-03-01"
        for path, kind in ((pdf, "application/pdf"), (pathlib.Path(png + ".png"), "image/png")):
            status, fields, body = self.served.ask(
                "POST", f"/api/v1/verify?on={day}", path.read_bytes(), {"Content-Type": kind})
            self.assertEqual((status, fields["cache-control"]), (200, "no-store"), body)
            got = self.plain(json.loads(body))
            self.assertEqual(got, self.told(str(path), "--on", day))
            self.assertEqual(got[0]["verdict"], "valid")
        forged = bytearray(pdf.read_bytes())
        forged[len(forged) // 2] ^= 1
        pathlib.Path(OFFICE.folder, "forged.pdf").write_bytes(forged)
        status, _, body = self.served.ask("POST", "/api/v1/verify", bytes(forged), {"Content-Type": "application/pdf"})
        if status == 200:
            self.assertEqual(self.plain(json.loads(body)), self.told(OFFICE.folder + "/forged.pdf"))
        for payload in ("", "hello", "TG1:AAAA", "https://evil.example/v#123", "1" * 5000, "Ж" * 200):
            status, _, body = self.served.json("/api/v1/verify", {"payload": payload, "on": day})
            self.assertEqual(status, 200, payload)
            self.assertIn(self.plain(body)[0]["verdict"], ("no-seal", "not-genuine"))

    def test_what_cannot_be_read(self):
        def ask(body, kind="application/json"):
            return self.served.ask("POST", "/api/v1/verify", body, {"Content-Type": kind})

        for body in (b"", b"[]", b"{", b'"x"', b"{}", b'{"payload":1}', b'{"payload":null}', b'{"payload":"a","payload":"b"}',
                     b'{"payload":"a","on":"2026-02-30"}', b'{"payload":"a","on":7}', b"\xff\xfe",
                     b"[" * 5000):
            self.problem(ask(body), 400, "malformed")
        for kind, body in [
            ("application/pdf", b""), ("application/pdf", b"hello"), ("application/pdf", b"%PDF-1.7\n"),
            ("image/png", b"\x89PNG\r\n\x1a\n"), ("image/png", OFFICE.pdf(OFFICE.papers[0]).read_bytes()),
            ("image/jpeg", b"\xff\xd8\xff\xe0" + os.urandom(500)), ("image/tiff", b"II*\0" + b"\xff" * 60),
        ]:
            self.problem(ask(body, kind), 400, "malformed")
        for kind in ("text/plain", "image/svg+xml", "multipart/form-data", ""):
            self.problem(ask(b"x", kind), 415, "media-type")
        self.problem(self.served.ask("POST", "/api/v1/verify?on=x", b"%PDF-1.7", {"Content-Type": "application/pdf"}), 400, "malformed")

    def test_sizes(self):
        value, _ = self.problem(
            self.served.ask("POST", "/api/v1/verify", b'{"payload":"' + b"1" * (1 << 20) + b'"}', JSON), 413, "too-large")
        self.assertEqual(value["limit"], 1 << 20)
        value, _ = self.problem(
            self.served.ask("POST", "/api/v1/verify", b"%PDF-" + bytes(12 << 20), {"Content-Type": "application/pdf"}),
            413, "too-large")
        self.assertEqual(value["limit"], 12 << 20)
        chunked = self.served.socket(
            f"POST /api/v1/verify HTTP/1.1\r\nHost: 127.0.0.1:{self.served.port}\r\nContent-Type: application/json\r\n"
            "Transfer-Encoding: chunked\r\n\r\n".encode())
        try:
            for _ in range(40):
                chunked.sendall(b"10000\r\n" + b"1" * 65536 + b"\r\n")
        except OSError:
            pass
        self.assertIn(b"413", chunked.recv(100))
        chunked.close()


class RateTests(ServeCase):
    def test_verifications_of_one_address(self):
        statuses = [self.served.json("/api/v1/verify", {"payload": "x"})[0] for _ in range(61)]
        self.assertEqual(statuses, [200] * 60 + [429])
        _, fields = self.problem(self.served.ask("POST", "/api/v1/verify", b"{}", JSON), 429, "too-many")
        self.assertTrue(1 <= int(fields["retry-after"]) <= 60)
        self.assertEqual(self.served.ask("GET", "/api/v1/trust")[0], 200)


class LookupTests(ServeCase):
    def setUp(self):
        self.paper = OFFICE.papers[0]

    def ask(self, number, code):
        began = time.monotonic()
        status, _, body = self.served.json("/api/v1/lookup", {"number": number, "code": code})
        return status, body, time.monotonic() - began

    def test_number_and_code(self):
        number, code = self.paper["number"], OFFICE.code(self.paper)
        for typed in (code, code.lower(), code.replace("-", "")):
            status, body, _ = self.ask(number, typed)
            self.assertEqual(status, 200)
            claims = body["verdicts"][0]["claims"]
            self.assertEqual((claims["number"], claims["passport"]), (number, None))
        wrong = self.ask(number, "00000000")
        stranger = self.ask("ALA-26-9999999-9", code)
        for answer in (wrong, stranger):
            del answer[1]["verdicts"][0]["status"]["issuedAt"]
        self.assertEqual(wrong[:2], stranger[:2])
        self.assertEqual(wrong[1]["verdicts"][0]["verdict"], "no-seal")
        self.assertTrue(wrong[2] >= 0.12 and stranger[2] >= 0.12)


class WrongCodeTests(ServeCase):
    def test_five_wrong_codes_lock_a_number(self):
        paper = OFFICE.papers[1]
        for number in (paper["number"], "XYZ-26-0000001-1"):
            spellings = [number, number.lower(), number.replace("-", " "), number, number]
            self.served.close()
            type(self).served = Served(OFFICE, *self.options)
            for spelling in spellings:
                self.assertEqual(self.served.json("/api/v1/lookup", {"number": spelling, "code": "ABCD-0000"})[0], 200)
            self.assertEqual(self.served.json("/api/v1/lookup", {"number": number, "code": OFFICE.code(paper)})[0], 429)


class TrustTests(ServeCase):
    def test_the_bundle(self):
        status, fields, body = self.served.ask("GET", "/api/v1/trust")
        self.assertEqual((status, fields["content-type"]), (200, "application/vnd.tamga.trust+cbor"))
        self.assertRegex(fields["etag"], r'^"[0-9]+"$')
        for tag in (fields["etag"], "W/" + fields["etag"], '"0", ' + fields["etag"], "*"):
            again = self.served.ask("GET", "/api/v1/trust", headers={"If-None-Match": tag})
            self.assertEqual((again[0], again[2], again[1]["etag"]), (304, b"", fields["etag"]))
        self.assertEqual(self.served.ask("GET", "/api/v1/trust", headers={"If-None-Match": '"0"'})[0], 200)
        path = OFFICE.folder + "/served.bundle"
        pathlib.Path(path).write_bytes(body)
        verdict = OFFICE.run(
            "verify", "--json", "--trust", path, str(OFFICE.pdf(OFFICE.papers[0])))
        self.assertEqual(json.loads(verdict)["verdict"], "valid")
        small = self.served.ask("GET", "/api/v1/trust?fonts=0")
        self.assertEqual(small[1]["etag"], fields["etag"])
        self.assertLess(len(small[2]), len(body) // 5)
        self.problem(self.served.ask("GET", "/api/v1/trust?fonts=7"), 400, "malformed")

    def test_status_lists(self):
        numbers = [number for number in range(16) if self.served.ask("GET", f"/status/{number}")[0] == 200]
        self.assertEqual(numbers, [0])
        for number in numbers:
            one = self.served.ask("GET", f"/status/{number}")
            self.assertEqual(one[1]["content-type"], "application/statuslist+cwt")
            self.assertEqual(one[2], self.served.ask("GET", f"/api/v1/status/{number}")[2])

    def test_at_most_a_minute_behind(self):
        before = self.served.ask("GET", "/api/v1/trust")[1]["etag"]
        paper = OFFICE.papers[2]
        began = time.monotonic()
        OFFICE.run(
            "status", paper["number"], "--set", "suspended", "--document", paper["document"], "--reason", "a trial of the server",
            "--office", OFFICE.path)
        fresh = until(lambda: (tag := self.served.ask("GET", "/api/v1/trust")[1]["etag"]) != before and tag, 60)
        self.assertTrue(fresh, self.served.logged()[-2000:])
        self.assertGreater(int(fresh.strip('"')), int(before.strip('"')))
        self.assertLess(time.monotonic() - began, 60)


class CheckOnlyTests(unittest.TestCase):
    def test_without_any_key(self):
        office = Office(1)
        hidden = office.folder + "/away"
        served = Served(office, "--port", "0", "--check-only")
        tag = served.ask("GET", "/api/v1/trust")[1]["etag"]
        served.close()
        os.mkdir(hidden)
        for key in pathlib.Path(office.path, "keys").glob("*.key"):
            shutil.move(key, hidden)
        served = Served(office, "--port", "0", "--check-only")
        try:
            self.assertEqual(served.ask("GET", "/api/v1/trust")[1]["etag"], tag)
            self.assertEqual(served.ask("GET", "/readyz")[0], 200)
            status, _, body = served.ask(
                "POST", "/api/v1/verify", office.pdf(office.papers[0]).read_bytes(), {"Content-Type": "application/pdf"})
            self.assertEqual((status, json.loads(body)["verdicts"][0]["genuine"]), (200, True))
            self.assertEqual(served.ask("GET", "/desk")[0], 404)
            os.unlink(office.path + "/published/trust.bundle")
            self.assertTrue(until(lambda: served.ask("GET", "/api/v1/trust")[0] == 503, 10))
            self.assertEqual(served.ask("GET", "/readyz")[0], 503)
        finally:
            served.close()
            office.close()


class AttackTests(ServeCase):
    """Callers that are slow, large or many; the server's life is asked for meanwhile."""

    def setUp(self):
        self.late = []
        self.isOver = threading.Event()
        self.watch = threading.Thread(target=self.ask_life)
        self.watch.start()

    def tearDown(self):
        self.isOver.set()
        self.watch.join()
        # A busy machine may be late now and then; it always answers.
        self.assertLess(sorted(self.late)[len(self.late) // 2], 0.1)
        self.assertLess(max(self.late), 10)

    def ask_life(self):
        while not self.isOver.is_set():
            began = time.monotonic()
            status = self.served.ask("GET", "/healthz")[0]
            self.late.append(time.monotonic() - began if status == 200 else 99)
            time.sleep(0.05)

    def head(self, path="/api/v1/verify", more=""):
        return f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{self.served.port}\r\nContent-Type: application/json\r\n{more}"

    def ended(self, connection, began, least, most, status):
        data = connection.recv(65536)
        took = time.monotonic() - began
        if status:
            self.assertTrue(data.startswith(b"HTTP/1.1 %d" % status), data[:60])
            self.assertIn(b"Content-Security-Policy", data)
        self.assertTrue(least <= took <= most, took)
        connection.close()

    def test_slow_callers(self):
        began = time.monotonic()
        silent = self.served.socket()
        head = self.served.socket(b"GET /v HTTP/1.1\r\n")
        body = self.served.socket((self.head(more="Content-Length: 100\r\n\r\n") + "{").encode())

        def drip():
            try:
                while time.monotonic() - began < 14:
                    head.sendall(b"X")
                    time.sleep(0.5)
            except OSError:
                pass

        thread = threading.Thread(target=drip)
        thread.start()
        self.ended(head, began, 9, 13, 408)
        self.ended(silent, began, 9, 14, None)
        self.ended(body, began, 29, 33, 408)
        thread.join()

    def test_large_heads(self):
        for data in [
            b"GET /v HTTP/1.1\r\nX: " + b"a" * 20000 + b"\r\n\r\n", b"GET /" + b"a" * 20000 + b" HTTP/1.1\r\n\r\n",
            b"GET /v HTTP/1.1\r\n" + b"".join(b"X%d: %s\r\n" % (k, b"a" * 200) for k in range(90)) + b"\r\n",
        ]:
            connection = self.served.socket(data)
            self.assertTrue(connection.recv(100).startswith(b"HTTP/1.1 431"), data[:30])
            connection.close()
        for data in (b"\x16\x03\x01\x02\x00\x01\x00", b"NONSENSE\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n"):
            connection = self.served.socket(data)
            self.assertTrue(connection.recv(100).startswith(b"HTTP/1.1 400"), data)
            connection.close()

    def test_many_connections(self):
        many = [self.served.socket(b"GET /v HTTP/1.1\r\n") for _ in range(300)]
        time.sleep(3)
        for connection in many:
            connection.close()
        more = [self.served.socket() for _ in range(300)]
        time.sleep(1)
        busy = self.served.socket(f"GET /v HTTP/1.1\r\nHost: 127.0.0.1:{self.served.port}\r\n\r\n".encode())
        self.assertTrue(busy.recv(100).startswith(b"HTTP/1.1 503"))
        for connection in more + [busy]:
            connection.close()
        self.assertTrue(until(lambda: self.served.ask("GET", "/v")[0] == 200, 5))

    def test_bombs(self):
        side = 60000
        def chunk(kind, data):
            return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")
        header = side.to_bytes(4, "big") * 2 + bytes([1, 0, 0, 0, 0])
        rows = zlib.compress(bytes(side // 8 + 1) * 2000, 9) * 4
        png = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
        stream = zlib.compress(b"0 0 m 1 1 l S\n" * 4_000_000, 9)
        pdf = (b"%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n"
               b"3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>> endobj\n"
               b"4 0 obj <</Length " + str(len(stream)).encode() + b"/Filter/FlateDecode>> stream\n" + stream + b"\nendstream endobj\ntrailer <</Root 1 0 R>>\n")
        deep = b'{"payload":' + b'{"a":' * 100000 + b"1" + b"}" * 100001
        for kind, body in (("image/png", png), ("application/pdf", pdf), ("application/json", deep)):
            status, _, answer = self.served.ask("POST", "/api/v1/verify", body, {"Content-Type": kind}, timeout=60)
            self.assertIn(status, (200, 400), answer[:200])
            if status == 200:
                self.assertIn(json.loads(answer)["verdicts"][0]["verdict"], ("no-seal", "not-genuine"))

    def test_files_at_once(self):
        pdf = OFFICE.pdf(OFFICE.papers[0]).read_bytes()
        statuses = []

        def ask():
            statuses.append(self.served.ask("POST", "/api/v1/verify", pdf, {"Content-Type": "application/pdf"}, timeout=60)[0])

        threads = [threading.Thread(target=ask) for _ in range(24)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertTrue(set(statuses) <= {200, 503}, statuses)
        self.assertGreaterEqual(statuses.count(200), 10)


class PrivacyTests(ServeCase):
    def test_the_log_names_nobody(self):
        result = OFFICE.papers[0]
        record = OFFICE.records[0]
        name = record["fields"]["fullName"]
        self.served.ask("POST", "/api/v1/verify", OFFICE.pdf(OFFICE.papers[0]).read_bytes(), {"Content-Type": "application/pdf"})
        self.served.json("/api/v1/verify", {"payload": "SECRET-PAYLOAD"})
        self.served.json("/api/v1/lookup", {"number": result["number"], "code": OFFICE.code(result)})
        self.served.ask("GET", "/v/SECRET-PATH?q=SECRET-QUERY", headers={"X-Forwarded-For": "SECRET-ADDRESS"})
        self.served.ask("SECRETMETHOD", "/v")
        log, metrics = self.served.logged(), self.served.ask("GET", "/metrics")[2].decode()
        for text in (log, metrics):
            for secret in ("SECRET", name, record["fields"]["passportSeriesNumber"], f'"{result["number"]}"', OFFICE.code(result)):
                self.assertNotIn(secret, text)
        rows = [json.loads(line) for line in log.splitlines()]
        self.assertTrue(all({"at", "level", "event"} <= set(row) for row in rows))
        self.assertGreaterEqual(sum(row["event"] == "request" for row in rows), 4)


class DescriptionTests(ServeCase):
    @classmethod
    def without_words(cls, value, place=""):
        """Places of schemas, of their properties and of parameters that no sentence describes."""
        found = []
        if isinstance(value, dict):
            named = list(value.get("properties", {}).items())
            if place.endswith("/components"):
                named += value["schemas"].items()
            named += [(one["name"], one) for one in value.get("parameters", [])]
            found += [f"{place}/{name}" for name, one in named
                      if not re.fullmatch(r"\S.{6,}\.", one.get("description", ""))]
        for name, one in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
            found += cls.without_words(one, f"{place}/{name}")
        return found

    def test_every_route_is_described(self):
        status, _, body = self.served.ask("GET", "/api/v1/openapi.json")
        document = json.loads(body)
        self.assertEqual((status, document["openapi"]), (200, "3.1.0"))
        self.assertEqual(
            {(path, method) for path, item in document["paths"].items() for method in item},
            {("/api/v1/verify", "post"), ("/api/v1/lookup", "post"), ("/api/v1/trust", "get"),
             ("/api/v1/status/{list}", "get"), ("/status/{list}", "get"), ("/api/v1/openapi.json", "get"),
             ("/api/v1/decisions", "post"), ("/api/v1/decisions/check", "post"), ("/api/v1/feed", "get"),
             ("/api/v1/papers/search", "post"), ("/api/v1/papers/{document}/{number}", "get"),
             ("/api/v1/papers/{document}/{number}/pdf", "get"), ("/api/v1/papers/{document}/{number}/reprint", "post"),
             ("/api/v1/papers/{document}/{number}/handover", "post"), ("/api/v1/templates", "get"),
             ("/api/v1/templates/{document}/schema", "get")})
        names = re.findall(r'"\$ref":"#/components/(\w+)/(\w+)"', body.decode())
        for kind, name in names:
            self.assertIn(name, document["components"][kind])
        self.assertEqual(self.without_words(document), [])
        for path, item in document["paths"].items():
            for method, operation in item.items():
                answer = self.served.ask(method.upper(), path.replace("{list}", "0"), b"", JSON)
                self.assertIn(str(answer[0]), operation["responses"], (path, method))


if __name__ == "__main__":
    unittest.main()
