"""People behind the proxy of one desk, for the tests of who may do what."""

import re
import time

from desk import Desk, Person, totp
from office import Served

HOST = "desk.example"
JSON = {"Content_Type": "application/json", "Accept": "application/json"}
ROLES = ("operator", "clerk", "supervisor", "auditor", "administrator")


class House:
    """An office with an account of each role, and its server behind a proxy."""

    def __init__(self):
        self.desk = Desk()
        for role in ROLES:
            self.desk.account(role, role)
        self.served = Served(self.desk, "--port", "0", "--public-url", f"https://{HOST}")
        self.sessions = {}

    def visitor(self, address=None):
        return Visitor(self, address)

    def enter(self, login):
        return Visitor(self).enter(login)

    def signed_in(self, role):
        """One session of each role, on its first page, for tests that only ask."""
        if role not in self.sessions:
            self.sessions[role] = self.enter(role)
        self.sessions[role].get("/desk/users" if role == "administrator" else "/desk")
        return self.sessions[role]

    def run(self, *arguments, **options):
        return self.desk.run(*arguments, "--office", self.desk.path, **options)

    def close(self):
        self.served.close()
        self.desk.close()


class Visitor(Person):
    """A person at an address of their own."""

    count = 0

    def __init__(self, house, address=None):
        super().__init__(house.served)
        self.house = house
        Visitor.count += 1
        self.address = address or f"10.7.{Visitor.count // 200}.{Visitor.count % 200 + 1}"

    def ask(self, method, path, body=None, **fields):
        return super().ask(method, path, body, **{"Host": HOST, "X_Forwarded_For": self.address, **fields})

    def enter(self, login):
        """Signs in; a code works once, so the one of the next step may be needed."""
        for late in (0, 30):
            self.get("/login")
            status, answer, _ = self.send("/login", {"login": login, "password": Desk.PASSWORD})
            if status == 303 and answer["location"].startswith("/login/second"):
                self.get("/login/second")
                code = totp(self.house.desk.secrets[login], time.time() + late)
                status, answer, _ = self.send("/login/second", {"code": code})
            if status == 303:
                self.get(answer["location"])
                return self
        raise AssertionError(f"{login}: {status}")


def sentence(page):
    """What a page says, without what is drawn for it."""
    return re.sub(r'(value|data-csrf)="[^"]*"', "", page)
