"""An office with papers of its own, and the real server of it."""

import http.client
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
TAMGA = os.environ.get("TAMGA", str(ROOT / ".build/debug/tamga"))
TEMPLATES = str(ROOT / "Templates")


class Office:
    """A new office in a folder of its own with a few papers in force, `papers` as the register lists them."""

    def __init__(self, count=4):
        self.folder = tempfile.mkdtemp(prefix="tamga-serve-")
        self.path = self.folder + "/office"
        self.run("init", self.path, "--archive")
        samples = self.run("sample", "--count", str(count), "--seed", "3", "--document", "permanent-residence-permit")
        pathlib.Path(self.folder, "in.jsonl").write_text(samples)
        self.records = [json.loads(line) for line in samples.splitlines()]
        self.run("issue", self.folder + "/in.jsonl", "--office", self.path, "--output", self.folder + "/out")
        self.papers = [json.loads(line) for line in self.run("register", "list", "--office", self.path).splitlines()]

    def run(self, *arguments, status=0, errors=False, stdin=None):
        without = arguments[0] in ("users", "clients")
        run = subprocess.run(
            [TAMGA, *arguments, *(() if without else ("--templates", TEMPLATES))], capture_output=True, text=True,
            timeout=120, stdin=stdin)
        if run.returncode != status:
            raise AssertionError(f"{arguments}: {run.returncode} {run.stderr}")
        return run.stderr if errors else run.stdout

    def pdf(self, paper):
        return next(pathlib.Path(self.folder, "out").glob(f"*/documents/*/{paper['number'].replace('/', '_')}*.pdf"))

    def code(self, paper):
        """The check code that stands beside the symbol."""
        text = subprocess.run(["pdftotext", self.pdf(paper), "-"], capture_output=True, text=True).stdout
        return re.search(r"\b[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}\b", text)[0]

    def close(self):
        shutil.rmtree(self.folder, ignore_errors=True)


class Served:
    """`tamga serve` of an office; `log` is a file."""

    def __init__(self, office, *options):
        self.office = office
        # The line of readiness names the public address where there is one.
        fixed = ("--port", str(free_port())) if "--public-url" in options else ()
        self.log = open(tempfile.mkstemp(prefix="tamga-serve-log-")[1], "w+")
        self.process = subprocess.Popen(
            [TAMGA, "serve", "--office", office.path, "--templates", TEMPLATES, "--log", "json", *options, *fixed],
            stdout=subprocess.PIPE, stderr=self.log, text=True)
        line = self.process.stdout.readline()
        if not line:
            raise AssertionError(self.logged())
        self.ready = json.loads(line)
        self.port = int(fixed[1] if fixed else self.ready["url"].rsplit(":", 1)[1])

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    def ask(self, method, path, body=None, headers=None, timeout=30):
        """Status, fields (lower case) and body."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            connection.request(method, path, body, headers or {})
            answer = connection.getresponse()
            return answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read()
        finally:
            connection.close()

    def json(self, path, value, **headers):
        status, fields, body = self.ask(
            "POST", path, json.dumps(value), {"Content-Type": "application/json", **headers})
        return status, fields, json.loads(body)

    def socket(self, data=b""):
        connection = socket.create_connection(("127.0.0.1", self.port), timeout=90)
        connection.sendall(data)
        return connection

    def logged(self):
        self.log.flush()
        return pathlib.Path(self.log.name).read_text()

    def stop(self, how=signal.SIGTERM):
        """The exit status and what standard output still had."""
        if self.process.poll() is None:
            self.process.send_signal(how)
        rest = self.process.communicate(timeout=20)[0]
        return self.process.returncode, rest

    def close(self):
        self.stop()
        self.log.close()
        os.unlink(self.log.name)


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


def until(condition, seconds):
    end = time.monotonic() + seconds
    while not (value := condition()):
        if time.monotonic() > end:
            return None
        time.sleep(0.2)
    return value
