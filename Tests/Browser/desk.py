"""A desk: an office with accounts, and people who are signed in to its server."""

import base64
import hashlib
import hmac
import html
import json
import pathlib
import re
import struct
import time
import urllib.parse

from office import Office


def totp(secret, at=None):
    """The six digits of RFC 6238 for a moment."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    step = struct.pack(">Q", int((time.time() if at is None else at) // 30))
    digest = hmac.new(key, step, hashlib.sha1).digest()
    place = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[place:place + 4])[0] & 0x7FFFFFFF) % 1_000_000:06d}"


class Desk(Office):
    """An office whose accounts need no second factor unless their role does."""

    PASSWORD = "correct horse battery"

    def __init__(self, count=4):
        super().__init__(count)
        path = pathlib.Path(self.path, "tamga.yaml")
        path.write_text(path.read_text() + "\nserve: {secondFactor: optional}\n")
        self.secrets = {}

    def move_to_postgresql(self, connection, schema):
        """The office once more, with its register in PostgreSQL and nothing in it."""
        text = re.sub(r"(?m)^register:.*\n(?:  .*\n)*", "", pathlib.Path(self.path, "tamga.yaml").read_text())
        config = pathlib.Path(self.folder, "office.yaml")
        config.write_text(f'{text}\nregister:\n  postgresql: "{connection}"\n  schema: {schema}\n')
        self.path = self.folder + "/office-postgresql"
        self.run("init", self.path, "--config", str(config))

    def account(self, login, role, *options):
        strong = role in ("supervisor", "auditor", "administrator")
        factor = () if strong else ("--second-factor", "none")
        password = pathlib.Path(self.folder, "password")
        password.write_text(self.PASSWORD + "\n")
        with open(password) as file:
            made = self.run("users", "add", login, "--role", role, "--office", self.path, "--password-fd", "0",
                            *factor, *options, stdin=file)
        self.secrets[login] = json.loads(made).get("totpSecret")
        return json.loads(made)

    def client(self, name, *scopes, options=()):
        made = self.run("clients", "add", name, "--scope", ",".join(scopes), "--office", self.path, *options)
        return json.loads(made)["token"]


class Person:
    """A browser of one person: cookie, pages, forms."""

    def __init__(self, served, language="en"):
        self.served = served
        self.cookie = None
        self.page = ""
        self.language = language

    def ask(self, method, path, body=None, **fields):
        headers = {"Accept": "text/html", "Accept-Language": self.language}
        headers.update({k.replace("_", "-"): v for k, v in fields.items()})
        if self.cookie:
            headers["Cookie"] = self.cookie
        status, answer, body = self.served.ask(method, path, body, headers)
        if "set-cookie" in answer:
            self.cookie = answer["set-cookie"].split(";")[0]
        self.answer = answer
        if "text/html" in answer.get("content-type", ""):
            self.page = body.decode()
        return status, answer, body

    @property
    def csrf(self):
        return re.search(r'name="csrf" value="([^"]+)"', self.page)[1]

    def get(self, path):
        return self.ask("GET", path)

    def send(self, path, pairs=(), csrf=True, **fields):
        pairs = list(pairs.items() if isinstance(pairs, dict) else pairs)
        if csrf:
            pairs.append(("csrf", self.csrf))
        return self.ask("POST", path, urllib.parse.urlencode(pairs),
                        Content_Type="application/x-www-form-urlencoded", **fields)

    def sign_in(self, login, password=Desk.PASSWORD, secret=None):
        self.get("/login")
        status, answer, _ = self.send("/login", {"login": login, "password": password})
        if status == 303 and answer["location"].startswith("/login/second"):
            self.get("/login/second")
            status, answer, _ = self.send("/login/second", {"code": totp(secret)})
        if status == 303:
            self.get(answer["location"])
        return status, answer.get("location")

    def controls(self):
        """Names and values of the controls of the page's form, as a browser would send them."""
        return [(html.unescape(n), html.unescape(v)) for n, v in
                re.findall(r'<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"', self.page)]
