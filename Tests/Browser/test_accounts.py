"""Accounts and clients on the page of an administrator."""

import re
import unittest

from desk import totp
from house import JSON, House

HOUSE = None


def setUpModule():
    global HOUSE
    HOUSE = House()


def tearDownModule():
    HOUSE.close()


class AdministrationTests(unittest.TestCase):
    def setUp(self):
        self.admin = HOUSE.signed_in("administrator")

    def secret(self, name):
        found = re.search(rf'data-secret="{name}"[^>]*>([^<]+)<', self.admin.page)
        return found and found[1]

    def test_an_account_from_beginning_to_end(self):
        admin = self.admin
        status, _, _ = admin.send("/desk/users", [("login", "Newcomer"), ("name", "Жаңа Қ."), ("role", "clerk"),
                                                  ("bodies", "ALA-MPS-01"), ("bodies", "ALA-SC-01")])
        self.assertEqual(status, 200)
        password, secret = self.secret("password"), self.secret("totp")
        self.assertTrue(password and secret)
        admin.get("/desk/users")
        self.assertNotIn(password, admin.page)
        self.assertNotIn(secret, admin.page)
        self.assertIn('data-user="newcomer"', admin.page)
        one = HOUSE.visitor()
        one.get("/login")
        one.send("/login", {"login": "newcomer", "password": password})
        one.get("/login/second")
        status, fields, _ = one.send("/login/second", {"code": totp(secret)})
        self.assertEqual((status, fields["location"]), (303, "/password"))
        self.assertEqual(admin.send("/desk/users/newcomer/lock")[0], 303)
        self.assertEqual(one.get("/password")[0], 303)
        admin.get("/desk/users")
        self.assertRegex(admin.page, r'data-user="newcomer"[^>]*data-locked="true"')
        self.assertEqual(admin.send("/desk/users/newcomer/unlock")[0], 303)
        admin.get("/desk/users")
        self.assertEqual(admin.send("/desk/users/newcomer/reset")[0], 200)
        self.assertNotEqual(self.secret("password"), password)
        self.assertNotEqual(self.secret("totp"), secret)
        self.assertEqual(admin.send("/desk/users/newcomer/remove")[0], 303)
        admin.get("/desk/users")
        self.assertNotIn('data-user="newcomer"', admin.page)
        self.assertEqual(admin.send("/desk/users/newcomer/remove")[0], 404)

    def test_what_is_refused(self):
        for pairs in ({"login": "", "role": "clerk"}, {"login": "a b", "role": "clerk"}, {"login": "x", "role": "boss"},
                      {"login": "clerk", "role": "clerk"}, {"login": "x", "role": "clerk", "bodies": "NOWHERE"},
                      {"login": "x", "role": "auditor", "secondFactor": "none"}, {"login": "x"}):
            self.admin.get("/desk/users")
            self.assertEqual(self.admin.send("/desk/users", pairs)[0], 422, pairs)
            self.assertIn('role="alert"', self.admin.page)
            self.assertNotIn('data-user="x"', self.admin.page)
        for word in ("lock", "remove"):
            self.admin.get("/desk/users")
            self.assertEqual(self.admin.send(f"/desk/users/administrator/{word}")[0], 422)
        self.assertEqual(self.admin.get("/desk/users")[0], 200)

    def test_a_client(self):
        admin = self.admin
        status, _, _ = admin.send("/desk/clients", [("name", "Burkit"), ("scopes", "feed"), ("scopes", "issue"), ("until", "31.12.30")])
        self.assertEqual(status, 200)
        token = self.secret("token")
        self.assertRegex(token, "^tamga_[A-Za-z0-9_-]{43}$")
        ask = lambda: HOUSE.visitor().ask("POST", "/api/v1/decisions/check", "{}", **JSON,
                                    Authorization="Bearer " + token)[0]
        self.assertEqual(ask(), 200)
        admin.get("/desk/users")
        self.assertIn('data-client="burkit"', admin.page)
        self.assertNotIn(token, admin.page)
        for pairs in ({"name": "b"}, {"name": "b", "scopes": "all"}, {"name": "", "scopes": "feed"},
                      {"name": "burkit", "scopes": "feed"}, {"name": "b", "scopes": "feed", "until": "soon"}):
            self.assertEqual(admin.send("/desk/clients", pairs)[0], 422, pairs)
        self.assertEqual(admin.send("/desk/clients/burkit/remove")[0], 303)
        self.assertEqual(ask(), 401)

    def test_names_are_text(self):
        name = "<script>alert(1)</script>"
        self.admin.send("/desk/users", {"login": "script", "name": name, "role": "clerk"})
        self.admin.get("/desk/users")
        self.assertNotIn(name, self.admin.page)
        self.assertIn("&lt;script&gt;", self.admin.page)


if __name__ == "__main__":
    unittest.main()
