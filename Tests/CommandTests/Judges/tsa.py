#!/usr/bin/env python3
"""A service of time stamps on loopback: OpenSSL's, behind HTTP.

usage: tsa.py FOLDER PORT-FILE READY-FILE ANSWERS SHORT

FOLDER as pki.sh makes it. The port is that of the file, or a new one that is written into it; the other file is there
as soon as the service listens. After so many answers it ends, and after so many it puts more certificates into each;
-1 stands for never.
"""
import http.server
import os
import pathlib
import subprocess
import sys

FOLDER, PORT_FILE, READY_FILE = sys.argv[1:4]
ANSWERS, SHORT = map(int, sys.argv[4:])


class Handler(http.server.BaseHTTPRequestHandler):
    count = 0

    def do_POST(self):
        if Handler.count == ANSWERS:
            os._exit(0)
        section = "tsa" if Handler.count < SHORT or SHORT < 0 else "long"
        Handler.count += 1
        body = self.rfile.read(int(self.headers["Content-Length"]))
        query = f"query-{os.getpid()}.tsq"
        with open(f"{FOLDER}/{query}", "wb") as file:
            file.write(body)
        answer = subprocess.run(
            ["openssl", "ts", "-reply", "-config", "tsa.cnf", "-section", section, "-queryfile", query],
            cwd=FOLDER, capture_output=True, check=True).stdout
        self.send_response(200)
        self.send_header("Content-Type", "application/timestamp-reply")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *args):
        pass


port = pathlib.Path(PORT_FILE)
server = http.server.HTTPServer(("127.0.0.1", int(port.read_text()) if port.exists() else 0), Handler)
port.write_text(str(server.server_address[1]))
pathlib.Path(READY_FILE).touch()
server.serve_forever()
