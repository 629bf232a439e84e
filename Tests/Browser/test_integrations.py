"""The page for other systems: its commands are run as they stand there."""

import json
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

from desk import Desk
from office import ROOT, TAMGA, TEMPLATES, Served

PAGE = ROOT / "Sources/tamga/Documentation.docc/Integrations.md"


class IntegrationsTests(unittest.TestCase):
    def test_the_page(self):
        desk = Desk(2)
        self.addCleanup(desk.close)
        served = Served(desk, "--port", "0")
        self.addCleanup(served.close)
        blocks = re.findall(r"(?s)```bash\n(.*?)```", PAGE.read_text())
        self.assertGreater(len(blocks), 10)
        with tempfile.TemporaryDirectory() as folder:
            run = subprocess.run(
                ["bash", "-euo", "pipefail"], input="\n".join(blocks), cwd=folder, capture_output=True, text=True,
                timeout=120, env={
                    **os.environ, "PATH": f"{pathlib.Path(TAMGA).parent}:{os.environ['PATH']}",
                    "TAMGA_OFFICE": desk.path, "TAMGA_URL": served.url, "TAMGA_TEMPLATES": TEMPLATES})
            self.assertEqual(run.returncode, 0, run.stdout[-2000:] + run.stderr)
            number = json.loads(pathlib.Path(folder, "result.json").read_text())["number"]
        self.assertIn("suspended: ", run.stdout)
        events = json.loads(desk.run("register", "show", number, "--json", "--office", desk.path))["events"] \
            if "--json" in desk.run("register", "show", "--help") else None
        if events is not None:
            self.assertIn("handed-over", {event["what"] for event in events})


if __name__ == "__main__":
    unittest.main()
