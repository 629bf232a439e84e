"""The intruder's table: every route, every role, every scope, and nobody."""

import json
import unittest
import urllib.parse

from house import ROLES, House

# Answers are of several types.
JSON = {"Content_Type": "application/json", "Accept": "*/*"}

HOUSE = None


def setUpModule():
    global HOUSE
    HOUSE = House()


def tearDownModule():
    HOUSE.close()


def routes():
    """Method, address, who may (contract, "Routes and who may")."""
    paper = HOUSE.desk.papers[0]
    one = f"/desk/papers/{paper['document']}/{urllib.parse.quote(paper['number'], safe='')}"
    kind = paper["document"]
    readers, issuers = ("clerk", "supervisor", "auditor"), ("clerk", "supervisor")
    seeing = ("operator", "supervisor", "auditor")
    table = [
        ("GET", "/desk", ("operator",) + readers), ("POST", "/desk/search", readers),
        ("GET", "/desk/new", issuers), ("GET", f"/desk/new/{kind}", issuers),
        ("POST", f"/desk/check/{kind}", issuers), ("POST", f"/desk/issue/{kind}", issuers),
        ("GET", one, readers), ("GET", one + "/paper.pdf", readers), ("GET", one + "/page-1.png", readers),
        ("GET", "/desk/proposals", ("supervisor",)), ("POST", "/desk/proposals/none/confirm", ("supervisor",)),
        ("POST", "/desk/proposals/none/refuse", ("supervisor",)),
        ("GET", "/desk/batches", seeing), ("GET", "/desk/batches/none-1", seeing),
        ("GET", "/desk/batches/none-1/rejected.jsonl", seeing), ("POST", "/desk/batches", ("operator",)),
        ("GET", "/desk/batches/none-1/rejects/1", ("operator", "clerk")),
        ("POST", "/desk/batches/none-1/rejects/1", ("operator", "clerk")),
        ("GET", "/desk/statistics", ("supervisor", "auditor")), ("GET", "/desk/log", ("auditor",)),
        ("GET", "/desk/users", ("administrator",)), ("POST", "/desk/users", ("administrator",)),
        ("POST", "/desk/clients", ("administrator",)), ("POST", "/desk/clients/none/remove", ("administrator",)),
    ]
    table += [("POST", f"{one}/{act}", issuers) for act in ("print", "spoil", "handover", "duplicate", "propose")]
    table += [("POST", f"/desk/users/none/{act}", ("administrator",)) for act in ("lock", "unlock", "reset", "remove")]
    return table


def programs():
    """Method, address, roles by session, scopes of clients."""
    paper = HOUSE.desk.papers[0]
    one = f"/api/v1/papers/{paper['document']}/{urllib.parse.quote(paper['number'], safe='')}"
    issuers, readers = ("clerk", "supervisor"), ("clerk", "supervisor", "auditor")
    kinds = "/api/v1/templates"
    return [
        ("POST", "/api/v1/papers/search", readers, ("papers",)), ("GET", one, readers, ("papers",)),
        ("GET", one + "/pdf", readers, ("papers",)), ("GET", "/api/v1/feed?after=0&wait=0", (), ("feed",)),
        ("GET", kinds, readers, ("issue", "papers")),
        ("GET", f"{kinds}/{paper['document']}/schema", readers, ("issue", "papers")),
        ("POST", "/api/v1/decisions", issuers, ("issue",)), ("POST", "/api/v1/decisions/check", issuers, ("issue",)),
        ("POST", one + "/reprint", issuers, ("papers",)), ("POST", one + "/handover", issuers, ("papers",)),
    ]


class IntruderTests(unittest.TestCase):
    """Every route, every role, and nobody."""

    def test_nobody(self):
        for method, path, _ in routes():
            one = HOUSE.visitor()
            status, fields, _ = one.ask(method, path, "" if method == "POST" else None)
            if method == "GET":
                self.assertEqual(status, 303, path)
                self.assertTrue(fields["location"].startswith("/login?next=%2Fdesk") or
                                fields["location"].startswith("/login?next=/desk"), fields["location"])
            else:
                self.assertEqual(status, 401, path)
        for method, path, _, _ in programs():
            status, _, body = HOUSE.visitor().ask(method, path, "{}", **JSON)
            self.assertEqual((status, json.loads(body)["code"]), (401, "unauthenticated"), path)

    def test_every_role(self):
        for role in ROLES:
            one = HOUSE.signed_in(role)
            token = one.csrf
            for method, path, allowed in routes():
                if method == "POST":
                    status, _, body = one.send(path, {"csrf": token}, csrf=False)
                else:
                    status, _, body = one.get(path)
                if role in allowed:
                    self.assertNotIn(status, (401, 403, 405, 500, 503), f"{role} {method} {path}: {body[:200]}")
                else:
                    self.assertEqual(status, 403, f"{role} {method} {path}")

    def test_no_form_without_its_token(self):
        for role in ROLES:
            one = HOUSE.signed_in(role)
            token = one.csrf
            stranger = HOUSE.signed_in(ROLES[ROLES.index(role) - 1])
            for method, path, allowed in routes():
                if method != "POST" or role not in allowed:
                    continue
                self.assertEqual(one.send(path, csrf=False)[0], 403, path)
                self.assertEqual(one.send(path, {"csrf": stranger.csrf}, csrf=False)[0], 403, path)
                self.assertEqual(one.send(path, {"csrf": token}, csrf=False, Sec_Fetch_Site="cross-site")[0], 403, path)

    def test_sessions_and_scopes_of_programs(self):
        scopes = ("verify", "issue", "papers", "feed", "metrics")
        clients = {scope: HOUSE.desk.client("only-" + scope, scope) for scope in scopes}
        for method, path, roles, allowed in programs():
            for role in ROLES:
                one = HOUSE.signed_in(role)
                status, _, body = one.ask(method, path, "{}", **JSON, X_CSRF_Token=one.csrf)
                if role in roles:
                    self.assertNotIn(status, (401, 403, 404), f"{role} {path}: {body[:200]}")
                    if method == "POST":
                        self.assertEqual(one.ask(method, path, "{}", **JSON)[0], 403, "without its token")
                else:
                    self.assertEqual(status, 403, f"{role} {path}")
            for scope in scopes:
                status, _, body = HOUSE.visitor().ask(
                    method, path, "{}", **JSON, Authorization="Bearer " + clients[scope])
                if scope in allowed:
                    self.assertNotIn(status, (401, 403, 404), f"{scope} {path}: {body[:200]}")
                else:
                    self.assertEqual(status, 403, f"{scope} {path}")
            for token in ("tamga_" + "A" * 43, clients["issue"][:-1], "", "x" * 300):
                status, _, _ = HOUSE.visitor().ask(
                    method, path, "{}", **JSON, Authorization="Bearer " + token)
                self.assertEqual(status, 401, token)

    def test_a_client_that_is_removed_or_over(self):
        path = "/api/v1/decisions/check"
        gone = HOUSE.desk.client("gone", "issue")
        over = HOUSE.desk.client("over", "issue", options=("--until", "2020-01-01"))
        ask = lambda token: HOUSE.visitor().ask(
            "POST", path, "{}", **JSON, Authorization="Bearer " + token)[0]
        self.assertEqual(ask(gone), 200)
        HOUSE.run("clients", "remove", "gone")
        self.assertEqual((ask(gone), ask(over)), (401, 401))

    def test_open_to_all_and_freer_for_a_scope(self):
        """Anybody may verify 60 times a minute; the figures are for neighbours. A scope lifts either."""
        clients = {scope: HOUSE.desk.client("free-" + scope, scope) for scope in ("verify", "metrics")}
        one = HOUSE.visitor()
        body = '{"payload":"x"}'
        statuses = [one.ask("POST", "/api/v1/verify", body, **JSON)[0] for _ in range(61)]
        self.assertEqual(statuses, [200] * 60 + [429])
        for scope, status in (("verify", 200), ("metrics", 429)):
            answer = one.ask("POST", "/api/v1/verify", body, **JSON, Authorization="Bearer " + clients[scope])
            self.assertEqual(answer[0], status, scope)
        for scope, status in (("verify", 404), ("metrics", 200), (None, 404)):
            token = {"Authorization": "Bearer " + clients[scope]} if scope else {}
            self.assertEqual(one.ask("GET", "/metrics", Accept="*/*", **token)[0], status, scope)

    def test_what_another_body_issued_is_not_there(self):
        paper = HOUSE.desk.papers[0]
        bodies = {"ALA-MPS-01", "ALA-AKIM-01", "ALA-SC-01"}
        own = paper["issuingBody"]
        HOUSE.desk.account("foreign", "clerk", "--bodies", ",".join(sorted(bodies - {own})))
        HOUSE.desk.account("home", "clerk", "--bodies", own)
        foreign, home = HOUSE.enter("foreign"), HOUSE.enter("home")
        for method, path, _ in routes():
            if f"/desk/papers/{paper['document']}/" not in path or path.endswith("/duplicate"):
                continue
            for one, expected in ((foreign, True), (home, False)):
                one.get("/desk")
                status = (one.send(path) if method == "POST" else one.get(path))[0]
                self.assertEqual(status == 404, expected, f"{path} {status}")


if __name__ == "__main__":
    unittest.main()
