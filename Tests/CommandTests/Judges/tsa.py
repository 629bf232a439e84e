#!/usr/bin/env python3
"""A service of time stamps on loopback: OpenSSL's, behind HTTP.

usage: tsa.py FOLDER PORT-FILE    FOLDER as pki.sh makes it; the port is written into the file
"""
import http.server
import os
import subprocess
import sys

FOLDER, PORT_FILE = sys.argv[1:]


class Handler(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        with open(FOLDER + "/query.tsq", "wb") as file:
            file.write(body)
        answer = subprocess.run(
            ["openssl", "ts", "-reply", "-config", "tsa.cnf", "-section", "tsa", "-queryfile", "query.tsq"],
            cwd=FOLDER, capture_output=True, check=True).stdout
        self.send_response(200)
        self.send_header("Content-Type", "application/timestamp-reply")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *args):
        pass


server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
with open(PORT_FILE + ".new", "w") as file:
    file.write(str(server.server_address[1]))
os.rename(PORT_FILE + ".new", PORT_FILE)
server.serve_forever()
