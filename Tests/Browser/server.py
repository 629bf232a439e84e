"""The check page's own server for its tests: files of `make web`, a trust bundle, and a record of all that was asked.

Headers are those of the contract. `wasm-unsafe-eval` stands on /v alone: the page needs it nowhere else.
"""

import hashlib
import http.server
import json
import pathlib
import threading

POLICY = (
    "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; script-src 'self'{wasm}; "
    "style-src 'self'; connect-src 'self'; img-src 'self'; worker-src 'self'"
)


class Server:
    """`bundle`: the file of the trust bundle, or None for 503. `answers`: path → (status, object) of a POST."""

    def __init__(self, web, bundle):
        self.web = pathlib.Path(web)
        self.files = {row["path"]: row for row in json.loads((self.web / "files.json").read_text())}
        self.bundle = bundle
        self.answers = {}
        self.broken = set()
        self.requests = []
        self.port = 0
        self.http = None
        self.start()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    def start(self):
        self.http = http.server.ThreadingHTTPServer(("127.0.0.1", self.port), self.handler())
        self.http.daemon_threads = True
        self.port = self.http.server_address[1]
        threading.Thread(target=self.http.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()

    def stop(self):
        if self.http:
            self.http.shutdown()
            self.http.server_close()
            self.http = None

    def handler(self):
        server = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.0"

            def log_message(self, *_):
                pass

            def send(self, status, body=b"", **headers):
                wasm = " 'wasm-unsafe-eval'" if self.path.split("?")[0] == "/v" else ""
                fixed = {
                    "Content-Security-Policy": POLICY.format(wasm=wasm), "X-Content-Type-Options": "nosniff",
                    "Referrer-Policy": "no-referrer", "Cross-Origin-Opener-Policy": "same-origin",
                    "Cross-Origin-Resource-Policy": "same-origin", "Permissions-Policy": "camera=(self)",
                }
                self.send_response_only(status)
                for name, value in {**fixed, **headers, "Content-Length": str(len(body))}.items():
                    self.send_header(name.replace("_", "-"), value)
                self.end_headers()
                self.wfile.write(body)

            def note(self, body=b""):
                server.requests.append((self.command, self.path, str(self.headers), body))

            def do_GET(self):
                self.note()
                path = self.path.split("?")[0]
                if path == "/api/v1/trust":
                    return self.trust()
                row = server.files.get(path)
                if not row or path in server.broken:
                    return self.send(404)
                headers = {"Content_Type": row["type"]}
                headers["Cache_Control"] = "public, max-age=31536000, immutable" if row["immutable"] else "no-cache"
                if path == "/v/worker.js":
                    headers["Service_Worker_Allowed"] = "/v"
                self.send(200, (server.web / row["file"]).read_bytes(), **headers)

            def trust(self):
                if server.bundle is None:
                    return self.send(503)
                body = pathlib.Path(server.bundle).read_bytes()
                tag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
                if self.headers.get("If-None-Match") == tag:
                    return self.send(304, ETag=tag)
                self.send(200, body, Content_Type="application/vnd.tamga.trust+cbor", ETag=tag)

            def do_POST(self):
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                self.note(body)
                status, value = server.answers.get(self.path, (404, {}))
                self.send(status, json.dumps(value).encode(), Content_Type="application/json", Cache_Control="no-store")

        return Handler
