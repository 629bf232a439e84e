"""Signing in: the contract's table, and what does not get in."""

import json
import re
import unittest
import urllib.parse

from desk import Desk, totp
from house import JSON, House, sentence

HOUSE = None


def setUpModule():
    global HOUSE
    HOUSE = House()


def tearDownModule():
    HOUSE.close()


class SignInTests(unittest.TestCase):
    def test_the_table(self):
        HOUSE.desk.account("table", "auditor")
        one = HOUSE.visitor()
        status, fields, _ = one.get("/login")
        self.assertEqual(status, 200)
        self.assertIn('data-form="login"', one.page)
        for name in ("login", "password", "csrf"):
            self.assertIn(f'name="{name}"', one.page)
        cookie = fields["set-cookie"]
        self.assertRegex(cookie, r"^tamga-session=[A-Za-z0-9_-]{43};")
        for word in ("HttpOnly", "SameSite=Strict", "Path=/", "Secure"):
            self.assertIn(word, cookie)
        before = one.cookie
        self.assertEqual(one.get("/desk")[0], 303, "the first cookie has no rights")
        one.get("/login")
        status, fields, _ = one.send("/login", {"login": "table", "password": Desk.PASSWORD})
        self.assertEqual((status, fields["location"]), (303, "/login/second"))
        self.assertNotEqual(one.cookie, before)
        half = one.cookie
        self.assertEqual(one.get("/desk")[0], 303, "the password alone opens nothing")
        one.get("/login/second")
        self.assertEqual(one.send("/login/second", {"code": "000000"})[0], 401)
        code = totp(HOUSE.desk.secrets["table"])
        status, fields, _ = one.send("/login/second", {"code": code})
        self.assertEqual((status, fields["location"]), (303, "/desk"))
        self.assertNotEqual(one.cookie, half)
        self.assertEqual(one.get("/desk")[0], 200)
        whole = one.cookie
        one.cookie = half
        self.assertEqual(one.get("/desk")[0], 303, "the cookie of the first step is dead")
        # The same code again, in a sign-in of its own.
        other = HOUSE.visitor()
        other.get("/login")
        other.send("/login", {"login": "table", "password": Desk.PASSWORD})
        other.get("/login/second")
        self.assertEqual(other.send("/login/second", {"code": code})[0], 401)
        one.cookie = whole
        one.get("/desk")
        status, fields, _ = one.send("/logout")
        self.assertEqual((status, fields["location"]), (303, "/login"))
        one.cookie = whole
        self.assertEqual(one.get("/desk")[0], 303, "the session is dead on the server")

    def test_one_sentence_for_every_cause(self):
        HOUSE.desk.account("locked", "clerk")
        HOUSE.run("users", "lock", "locked")
        pages = []
        for login, password in (("clerk", "wrong horse battery"), ("nobody", Desk.PASSWORD), ("", ""),
                                ("locked", Desk.PASSWORD), ("' OR 1=1 --", "x" * 5000)):
            one = HOUSE.visitor()
            one.get("/login")
            self.assertEqual(one.send("/login", {"login": login, "password": password})[0], 401)
            pages.append(sentence(one.page))
        self.assertEqual(len(set(pages)), 1)

    def test_a_cookie_that_another_one_chose(self):
        one = HOUSE.visitor()
        one.cookie = "tamga-session=" + "A" * 43
        one.get("/login")
        status, _, _ = one.send("/login", {"login": "clerk", "password": Desk.PASSWORD})
        self.assertEqual(status, 303)
        self.assertNotEqual(one.cookie, "tamga-session=" + "A" * 43)
        thief = HOUSE.visitor()
        thief.cookie = "tamga-session=" + "A" * 43
        self.assertEqual(thief.get("/desk")[0], 303)

    def test_a_form_of_another_page(self):
        one, other = HOUSE.visitor(), HOUSE.visitor()
        one.get("/login")
        other.get("/login")
        form = {"login": "clerk", "password": Desk.PASSWORD}
        self.assertEqual(one.send("/login", form, csrf=False)[0], 403)
        self.assertEqual(one.send("/login", {**form, "csrf": other.csrf}, csrf=False)[0], 403)
        for site in ("cross-site", "same-site"):
            one.get("/login")
            self.assertEqual(one.send("/login", form, Sec_Fetch_Site=site)[0], 403, site)
        one.get("/login")
        self.assertEqual(one.send("/login", form, Sec_Fetch_Site="same-origin")[0], 303)

    def test_where_one_wanted_to_go(self):
        for wanted, place in (("/desk/new", "/desk/new"), ("//evil.example", "/desk"), ("https://evil.example", "/desk"),
                              ("/desk/../v", None), ("/\\evil.example", "/desk"), ("/v", "/desk")):
            one = HOUSE.visitor()
            one.get("/login?next=" + urllib.parse.quote(wanted, safe=""))
            pairs = {"login": "clerk", "password": Desk.PASSWORD}
            kept = re.search(r'name="next" value="([^"]*)"', one.page)
            status, fields, _ = one.send("/login", {**pairs, **({"next": kept[1]} if kept else {})})
            self.assertEqual(status, 303)
            self.assertRegex(fields["location"], "^/(desk|login)")
            if place:
                self.assertEqual(fields["location"], place, wanted)

    def test_lock_reset_and_removal_act_at_the_next_request(self):
        for word in ("lock", "reset", "remove"):
            HOUSE.desk.account(word, "clerk")
            one = HOUSE.enter(word)
            self.assertEqual(one.get("/desk")[0], 200)
            HOUSE.run("users", word, word)
            status, fields, _ = one.get("/desk")
            self.assertEqual((status, fields["location"].split("?")[0]), (303, "/login"), word)

    def test_a_drawn_password_is_changed_first(self):
        made = json.loads(HOUSE.run("users", "add", "drawn", "--role", "clerk", "--second-factor", "none"))
        one = HOUSE.visitor()
        one.get("/login")
        status, fields, _ = one.send("/login", {"login": "drawn", "password": made["password"]})
        self.assertEqual((status, fields["location"]), (303, "/password"))
        self.assertEqual(one.get("/desk/new")[1].get("location"), "/password")
        one.get("/password")
        status, _, body = one.ask(
            "POST", "/api/v1/decisions/check", "{}", **JSON, X_CSRF_Token=one.csrf)
        self.assertEqual((status, json.loads(body)["code"]), (403, "password-change"))
        before = one.cookie
        self.assertEqual(one.send("/password", {"old": made["password"], "new": "short", "again": "short"})[0], 422)
        new = {"old": made["password"], "new": Desk.PASSWORD, "again": Desk.PASSWORD}
        self.assertEqual(one.send("/password", new)[0], 303)
        self.assertNotEqual(one.cookie, before)
        self.assertEqual(one.get("/desk")[0], 200)
        one.cookie = before
        self.assertEqual(one.get("/desk")[0], 303)

    def test_five_wrong_tries(self):
        HOUSE.desk.account("five", "clerk")
        evil = HOUSE.visitor()
        evil.get("/login")
        answers = [evil.send("/login", {"login": "five", "password": "wrong horse battery"})[0] for _ in range(6)]
        self.assertEqual(answers, [401] * 5 + [429])
        right = {"login": "five", "password": Desk.PASSWORD}
        status, fields, _ = evil.send("/login", right)
        self.assertEqual(status, 429)
        self.assertTrue(0 < int(fields["retry-after"]) <= 900)
        self.assertEqual(evil.send("/login", {**right, "login": "clerk"})[0], 429, "the address, whoever it is")
        home = HOUSE.visitor()
        home.get("/login")
        self.assertEqual(home.send("/login", right)[0], 429, "the account, from everywhere")
        # An address that the caller invents before the proxy's own is not believed.
        forged = HOUSE.visitor(address="10.99.0.1, " + evil.address)
        forged.get("/login")
        self.assertEqual(forged.send("/login", {**right, "login": "clerk"})[0], 429)
        HOUSE.run("users", "unlock", "five")
        self.assertEqual(home.send("/login", right)[0], 303)

    def test_the_log_names_nobody(self):
        one = HOUSE.visitor()
        one.get("/login")
        one.send("/login", {"login": "somebody.special", "password": "wrong horse battery"})
        HOUSE.signed_in("clerk").get("/desk/users")
        log = HOUSE.served.logged()
        for word in ("somebody.special", "wrong horse", one.address, one.cookie.split("=")[1]):
            self.assertNotIn(word, log)
        causes = [json.loads(line) for line in log.splitlines() if "refused" in line]
        self.assertTrue(any("unknown-login" in json.dumps(row) for row in causes))
        self.assertTrue(any("forbidden" in json.dumps(row) and "clerk" in json.dumps(row) for row in causes))


if __name__ == "__main__":
    unittest.main()
