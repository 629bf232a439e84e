"""schemathesis, a judge that is not ours, asks every route what its description promises."""

import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

from desk import Desk
from office import Served

# A decision that a description allows may still be against the law: 422 is no fault of either.
LEFT_OUT = "positive_data_acceptance"
# Python up to 3.11.7 counts the depth of `ast.parse` for all threads together: two workers end one another.
WORKERS = ("--workers", "1")


class DescriptionTests(unittest.TestCase):
    def test_every_route_keeps_its_promise(self):
        """No 5xx, no status, type or body that is not described, nothing accepted that the description refuses."""
        desk = Desk(2)
        self.addCleanup(desk.close)
        token = desk.client("judge", "issue", "papers", "feed", "verify", "metrics")
        served = Served(desk, "--port", "0")
        self.addCleanup(served.close)
        folder = tempfile.mkdtemp(prefix="tamga-schemathesis-")
        self.addCleanup(shutil.rmtree, folder, True)
        run = subprocess.run(
            [str(pathlib.Path(sys.executable).with_name("schemathesis")), "run", served.url + "/api/v1/openapi.json",
             "-H", "Authorization: Bearer " + token, "--phases=coverage", "--exclude-checks", LEFT_OUT, "--seed", "16",
             *WORKERS, "--continue-on-failure", "--request-timeout", "35", "--generation-database", "none", "--no-color"],
            cwd=folder, capture_output=True, text=True, timeout=300)
        self.assertEqual(run.returncode, 0, run.stdout[-6000:] + run.stderr[-2000:])
        self.assertRegex(run.stdout, r"Tested: +1[5-9]")
        self.assertNotIn('"level":"error"', served.logged())


if __name__ == "__main__":
    unittest.main(verbosity=2)
