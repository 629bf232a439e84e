"""What an intruder sends: script and formulas in texts, paths that lead elsewhere, heads that lie."""

import csv
import html
import html.parser
import io
import json
import re
import socket
import time
import unittest
import urllib.parse

from desk import totp
from house import HOST, JSON, ROLES, House
from office import until
from test_decisions import records

HOUSE = None
SCRIPT = '"><script>pwned()</script><img src=x onerror=pwned()>'
FORMULAS = ("=cmd|'/c calc'!A1", "+1+1", "-2+3", "@SUM(A1)", "\t=1+1")


def setUpModule():
    global HOUSE
    HOUSE = House()


def tearDownModule():
    HOUSE.close()


def place(index, end=""):
    paper = HOUSE.desk.papers[index]
    return f"/desk/papers/{paper['document']}/{urllib.parse.quote(paper['number'], safe='')}{end}"


class Elements(html.parser.HTMLParser):
    """The elements of a page and their attributes, as a browser reads them."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.attributes = [], set()
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.attributes.update(name for name, _ in attributes)


class StoredTextTests(unittest.TestCase):
    """Whatever stands in the office's data is text on every page that shows it."""

    def clean(self, person, path):
        status, fields, body = person.get(path)
        self.assertEqual(status, 200, path)
        page = body.decode()
        self.assertNotIn("<script>pwned", page, path)
        self.assertNotIn("<img src=x", page, path)
        found = Elements(page)
        self.assertEqual([name for name in found.attributes if name.startswith("on")], [], path)
        self.assertEqual(found.tags.count("script"), 1, path)
        self.assertNotIn("unsafe-inline", fields["content-security-policy"])
        self.assertEqual(fields["cache-control"], "no-store", path)
        return html.unescape(page)

    def test_script_in_every_text_that_people_write(self):
        clerk, boss = HOUSE.signed_in("clerk"), HOUSE.signed_in("supervisor")
        admin, auditor = HOUSE.signed_in("administrator"), HOUSE.signed_in("auditor")
        for act in ("print", "spoil", "handover"):
            clerk.get(place(0))
            self.assertEqual(clerk.send(place(0, "/" + act), {"reason": act + SCRIPT})[0], 303)
        clerk.get(place(0))
        status, fields, _ = clerk.send(place(0, "/propose"), {"move": "suspend", "reason": "мән-жайы " + SCRIPT})
        self.assertEqual(status, 303)
        self.assertIn(SCRIPT, self.clean(clerk, place(0)))
        self.assertIn(SCRIPT, self.clean(boss, fields["location"]))
        self.clean(boss, "/desk/proposals")
        self.assertIn(SCRIPT, self.clean(auditor, "/desk/log"))
        query = urllib.parse.urlencode({"who": SCRIPT, "paper": SCRIPT, "what": SCRIPT})
        self.assertIn(SCRIPT, self.clean(auditor, "/desk/log?" + query))
        auditor.send("/desk/log/compare", {"checkpoint": SCRIPT})
        self.assertNotIn("<script>pwned", auditor.page)
        admin.get("/desk/users")
        admin.send("/desk/users", {"login": "quiet", "role": "clerk", "name": SCRIPT})
        admin.send("/desk/users", {"login": SCRIPT, "role": "clerk"})
        self.assertNotIn("<script>pwned", admin.page)
        admin.send("/desk/clients", [("name", SCRIPT), ("scopes", "feed"), ("until", SCRIPT)])
        self.assertNotIn("<script>pwned", admin.page)
        self.assertIn(SCRIPT, self.clean(admin, "/desk/users"))
        clerk.get("/desk")
        clerk.send("/desk/search", {"q": SCRIPT})
        self.assertIn(SCRIPT, html.unescape(clerk.page))
        self.assertNotIn("<script>pwned", clerk.page)

    def test_script_in_a_form(self):
        clerk = HOUSE.signed_in("clerk")
        clerk.get("/desk/new/labour-immigrant-permit")
        names = {name for name, _ in clerk.controls()} | set(re.findall(r'<(?:textarea|select)[^>]*name="([^"]+)"', clerk.page))
        pairs = [(name, SCRIPT) for name in sorted(names) if name != "csrf"]
        for path in ("/desk/check/labour-immigrant-permit", "/desk/issue/labour-immigrant-permit"):
            status, _, body = clerk.send(path, pairs)
            self.assertIn(status, (200, 422))
            self.assertIn(SCRIPT, html.unescape(body.decode()))
            self.assertNotIn("<script>pwned", clerk.page)
            self.assertNotIn("<img src=x", clerk.page)

    def test_script_and_formulas_in_a_batch(self):
        operator, clerk = HOUSE.signed_in("operator"), HOUSE.signed_in("clerk")
        lines = records(HOUSE.desk, len(FORMULAS) + 1, 91)
        for line, text in zip(lines, FORMULAS + (SCRIPT,)):
            line["id"] = text
            line["fields"]["fullName"] = text
            line["issueDate"] = text
            line["document" if text == FORMULAS[1] else "issuingBody"] = text
        body = "".join(json.dumps(line) + "\n" for line in lines).encode()
        operator.get("/desk/batches")
        status, fields, _ = operator.ask(
            "POST", "/desk/batches", body, Content_Type="application/jsonl", X_CSRF_Token=operator.csrf)
        self.assertEqual(status, 303)
        batch = fields["location"]
        self.assertTrue(until(lambda: 'data-state="done"' in operator.get(batch)[2].decode(), 30))
        self.clean(operator, batch)
        seen = 0
        for line in range(1, len(lines) + 1):
            for person in (operator, clerk):
                if person.get(f"{batch}/rejects/{line}")[0] == 200:
                    seen += SCRIPT in self.clean(person, f"{batch}/rejects/{line}")
        self.assertEqual(seen, 2)
        # What office software would calculate is no cell of the list of findings.
        status, fields, table = operator.get(batch + "/findings.csv")
        self.assertEqual(status, 200)
        self.assertIn("attachment", fields["content-disposition"])
        cells = [cell for row in csv.reader(io.StringIO(table.decode("utf-8-sig")), delimiter=self.delimiter(table)) for cell in row]
        self.assertGreater(len(cells), len(lines))
        for cell in cells:
            self.assertNotIn(cell[:1], tuple("=+-@\t\r"), cell)
        report = operator.get(batch + "/report.html")
        self.assertIn("attachment", report[1]["content-disposition"])
        self.assertNotIn(b"<script>pwned", report[2])

    @staticmethod
    def delimiter(table):
        first = table.decode("utf-8-sig").splitlines()[0]
        return ";" if ";" in first else ","


class PathTests(unittest.TestCase):
    """No address leads out of what it is for."""

    def test_traversal(self):
        up = ("..", "%2e%2e", "..%2f..%2ftamga.yaml", "%2e%2e%2f%2e%2e%2faccounts.sqlite", "..%5c..%5ckeys", "%00", "a%00.css",
              "....//keys", "%252e%252e%252fkeys", "/etc/passwd", "%2fetc%2fpasswd", "~root", "C:%5cwindows")
        operator, clerk, auditor = (HOUSE.signed_in(role) for role in ("operator", "clerk", "auditor"))
        paper = HOUSE.desk.papers[0]
        for word in up:
            for person, path in (
                (operator, "/desk/batches/{}"), (operator, "/desk/batches/{}/results.jsonl"), (operator, "/desk/batches/uploads/{}"),
                (operator, "/desk/batches/{}/rejects/1"), (clerk, "/desk/assets/{}"), (clerk, "/v/{}"), (clerk, "/desk/new/{}"),
                (clerk, "/desk/papers/{}/" + paper["number"]), (clerk, f"/desk/papers/{paper['document']}/{{}}"),
                (clerk, place(0) + "/{}"), (auditor, "/desk/log/proofs/{}"), (clerk, "/desk/proposals/{}"),
                (clerk, "/api/v1/templates/{}/schema"), (clerk, "/api/v1/status/{}"),
            ):
                status, _, body = person.ask("GET", path.format(word), Accept="*/*")
                self.assertIn(status, (400, 403, 404), f"{path} {word}")
                for secret in (b"root:x", b"verifyHost", b"SQLite format", b"PRIVATE KEY"):
                    self.assertNotIn(secret, body)

    def test_answers_end_where_they_should(self):
        """No line break of a request becomes one of an answer's head; no address of an answer is foreign."""
        for path in ("/desk%0d%0aX-Evil:%20x=1", "/desk?next=%0d%0aX-Evil:%201", "/login?next=/desk%0d%0aX-Evil:%201",
                     "/login?next=/desk%0aX", "/desk/new?lang=ru%0d%0aX-Evil:1", "/desk/log?who=%0d%0aX-Evil:1"):
            one = HOUSE.visitor()
            _, fields, _ = one.get(path)
            self.assertNotIn("x-evil", fields)
            self.assertTrue(fields.get("set-cookie", "tamga-session=").startswith("tamga-session="))
            self.assertRegex(fields.get("location", "/login"), r"^/login(\?next=[A-Za-z0-9%/._:~-]*)?$")


class HeadTests(unittest.TestCase):
    """A head that says who asks, for whom, or where."""

    def test_words_of_a_head_that_are_not_believed(self):
        clerk = HOUSE.signed_in("clerk")
        for name in ("Forwarded", "X_Real_IP", "X_Client_IP", "X_Forwarded_Host", "X_Forwarded_User", "X_Remote_User", "X_Original_URL",
                     "X_Rewrite_URL"):
            one = HOUSE.visitor()
            value = "for=127.0.0.1;host=evil.example;proto=http" if name == "Forwarded" else "/healthz" if "URL" in name else "administrator"
            self.assertEqual(one.ask("GET", "/desk/users", **{name: value})[0], 303, name)
            self.assertEqual(clerk.ask("GET", "/desk/users", **{name: value})[0], 403, name)
            self.assertEqual(one.ask("GET", "/metrics", Accept="*/*", **{name: value})[0], 404, name)
            _, fields, body = one.ask("GET", "/login", **{name: value})
            self.assertNotIn(b"evil.example", body)
        for method in ("X_HTTP_Method_Override", "X_HTTP_Method", "X_Method_Override"):
            self.assertEqual(clerk.ask("GET", "/logout", **{method: "POST"})[0], 405, method)
        for path in ("/desk?access_token=", "/api/v1/papers/search?token=", "/api/v1/feed?access_token="):
            token = HOUSE.desk.client("q" + str(abs(hash(path)) % 10**6), "papers", "feed")
            self.assertIn(HOUSE.visitor().ask("GET", path + token, Accept="*/*")[0], (303, 401, 405))

    def raw(self, head, body=b""):
        """The statuses of the answers to bytes; none of them names a foreign host."""
        with socket.create_connection(("127.0.0.1", HOUSE.served.port), timeout=10) as connection:
            connection.sendall(head.replace("\n", "\r\n").encode() + b"\r\n" + body)
            connection.settimeout(1)
            data = b""
            try:
                while part := connection.recv(65536):
                    data += part
            except OSError:
                pass
        self.assertNotIn(b"evil.example", data)
        return [int(word) for word in re.findall(rb"HTTP/1\.1 (\d{3})", data)]

    def test_two_readings_of_one_request(self):
        hidden = b"0\r\n\r\nGET /healthz HTTP/1.1\r\nHost: desk.example\r\n\r\n"
        for head in (
            f"POST /api/v1/verify HTTP/1.1\nHost: {HOST}\nContent-Length: {len(hidden)}\nTransfer-Encoding: chunked\n",
            f"POST /api/v1/verify HTTP/1.1\nHost: {HOST}\nTransfer-Encoding: chunked\nTransfer-Encoding: identity\n",
            f"POST /api/v1/verify HTTP/1.1\nHost: {HOST}\nContent-Length: 5\nContent-Length: 60\n",
            f"POST /api/v1/verify HTTP/1.1\nHost: {HOST}\nTransfer-Encoding: xchunked\n",
        ):
            statuses = self.raw(head, hidden)
            self.assertNotIn(200, statuses, head)
        for head, status in (
            (f"GET /desk HTTP/1.1\nHost: {HOST}\nHost: evil.example\n", (400, 421)),
            ("GET http://evil.example/desk HTTP/1.1\nHost: desk.example\n", (303, 400, 421)),
            ("GET /desk HTTP/1.1\n", (400, 421)), (f"GET /desk HTTP/1.1\nHost: {HOST}@evil.example\n", (400, 421)),
            (f"GET /login HTTP/1.1\nHost: {HOST}\nX: a\0b\n", (400,)), (f"GET /lo gin HTTP/1.1\nHost: {HOST}\n", (400,)),
        ):
            self.assertIn(self.raw(head)[0], status, head)

    def test_large_bodies_at_the_desk(self):
        clerk, operator = HOUSE.signed_in("clerk"), HOUSE.signed_in("operator")
        token = clerk.csrf
        for path in ("/desk/search", "/desk/check/labour-immigrant-permit", place(0, "/print")):
            status = clerk.send(path, {"q": "x" * (3 << 20), "reason": "y", "csrf": token}, csrf=False)[0]
            self.assertEqual(status, 413, path)
        many = "&".join(f"/fields/f{index}=1" for index in range(60_000)) + "&csrf=" + token
        status = clerk.ask("POST", "/desk/check/labour-immigrant-permit", many, Content_Type="application/x-www-form-urlencoded")[0]
        self.assertIn(status, (200, 400, 413))
        operator.get("/desk/batches")
        head = (f"POST /desk/batches HTTP/1.1\nHost: {HOST}\nCookie: {operator.cookie}\nX-CSRF-Token: {operator.csrf}\n"
                f"Content-Type: application/jsonl\nContent-Length: {65 << 20}\n")
        self.assertEqual(self.raw(head)[:1], [413])


class SessionTests(unittest.TestCase):
    def test_a_code_that_has_confirmed_once(self):
        HOUSE.desk.account("twice", "supervisor")
        boss, clerk = HOUSE.enter("twice"), HOUSE.signed_in("clerk")
        used = totp(HOUSE.desk.secrets["twice"])
        places = []
        for index in (2, 3):
            clerk.get(place(index))
            places.append(clerk.send(place(index, "/propose"), {"move": "suspend", "reason": "мән-жайы тексеріледі"})[1]["location"])
        last4 = [HOUSE.desk.papers[index]["number"][-4:] for index in (2, 3)]
        boss.get(places[0])
        self.assertEqual(boss.send(places[0] + "/confirm", {"code": used, "last4": last4[0]})[0], 401, "that of the sign-in")

        fresh = totp(HOUSE.desk.secrets["twice"], time.time() + 30)
        self.assertEqual(boss.send(places[0] + "/confirm", {"code": fresh, "last4": last4[0]})[0], 303)
        boss.get(places[1])
        self.assertEqual(boss.send(places[1] + "/confirm", {"code": fresh, "last4": last4[1]})[0], 401)

    def test_a_proposal_of_another_clerk(self):
        clerk = HOUSE.signed_in("clerk")
        clerk.get(place(1))
        own = clerk.send(place(1, "/propose"), {"move": "void", "reason": "қате басылған, тексерілді"})[1]["location"]
        HOUSE.desk.account("curious", "clerk")
        other = HOUSE.enter("curious")
        self.assertEqual(other.get(own)[0], 404)
        for act in ("confirm", "refuse"):
            other.get("/desk")
            self.assertEqual(other.send(f"{own}/{act}", {"code": "1", "last4": "1"})[0], 403)

    def test_forms_and_sessions_are_for_one_another(self):
        """What holds the right token in the wrong place, and cookies of a foreign make."""
        clerk = HOUSE.signed_in("clerk")
        token = clerk.csrf
        self.assertEqual(clerk.ask("POST", "/desk/search?csrf=" + token, "q=x", Content_Type="application/x-www-form-urlencoded")[0], 403)
        self.assertEqual(clerk.ask("POST", "/desk/search", json.dumps({"q": "x", "csrf": token}), **JSON)[0], 403)
        self.assertEqual(clerk.ask("POST", "/desk/search", "q=x&csrf=" + token, Content_Type="text/plain")[0], 403)
        self.assertEqual(clerk.ask("POST", "/logout", "", Content_Type="text/plain")[0], 403)
        good = clerk.cookie
        for cookie in (good + "x", good[:-1], good.replace("tamga-session", "Tamga-Session"), "tamga-session=", good.swapcase(),
                       "tamga-session=" + "A" * 5000, "tamga-session=../../x"):
            one = HOUSE.visitor()
            one.cookie = cookie
            self.assertIn(one.get("/desk")[0], (303, 400), cookie[:60])

    def test_pages_keep_their_head(self):
        """Every page of the desk, whoever asks: nothing is kept, framed, sniffed or guessed."""
        for role in ROLES:
            one = HOUSE.signed_in(role)
            for path in ("/desk", "/desk/users", "/desk/log", "/desk/statistics", "/desk/batches", "/desk/new", "/desk/nope", place(0),
                         place(0, "/paper.pdf"), place(0, "/page-1.png"), "/password", "/login"):
                status, fields, _ = one.get(path)
                self.assertIn(status, (200, 303, 403, 404), path)
                policy = fields["content-security-policy"]
                self.assertIn("default-src 'none'", policy)
                self.assertIn("frame-ancestors 'self'" if path.endswith(".pdf") and status == 200 else "frame-ancestors 'none'", policy)
                self.assertEqual(fields["x-content-type-options"], "nosniff")
                self.assertEqual(fields["referrer-policy"], "no-referrer")
                self.assertEqual(fields["cross-origin-opener-policy"], "same-origin")
                self.assertIn("strict-transport-security", fields)
                self.assertEqual(fields.get("cache-control"), "no-store", f"{role} {path} {status}")
                self.assertNotIn("server", fields)
                self.assertNotIn("access-control-allow-origin", fields)


if __name__ == "__main__":
    unittest.main()
