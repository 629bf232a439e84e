"""How many degraded pictures the page reads, beside zxing-cpp and ZBar as libraries.

usage: reading.py ROWS    a JSON list of {"path", "kind", "text", and for each other reader whether it read it}
                          (`pictures.make` of Tests/Tools/degrade makes the pictures)

Prints a table by kind, what was read wrongly, and the time of a picture.
"""

import base64
import collections
import json
import pathlib
import statistics
import sys

from browser import VECTORS, WEB, Browser
from server import Server

READ = """
const {Decoder} = await import(given[1]);
window.reader ??= new Decoder(given[2]);
await window.reader.start();
const bytes = Uint8Array.from(atob(given[0]), letter => letter.charCodeAt(0));
const started = performance.now();
const found = await window.reader.picture(new Blob([bytes]));
return {...found, took: performance.now() - started};
"""


def main(rows):
    server, browser = Server(WEB, VECTORS / "_bundles/current.bundle"), Browser()
    others = [name for name in rows[0] if name not in ("path", "kind", "text")]
    counts = collections.defaultdict(collections.Counter)
    times, wrong = [], []
    try:
        browser.open(server.url + "/v")
        module, code = (next(path for path in server.files if path.startswith("/v/decoder-") and path.endswith(end) and is_ours(server, path))
                        for end in (".js", ".wasm"))
        for row in rows:
            content = base64.b64encode(pathlib.Path(row["path"]).read_bytes()).decode()
            found = browser.wait(READ, content, module, code)
            if "rejected" in found:
                found = {"codes": [], "took": 0}
            kind = counts[row["kind"]]
            kind["pictures"] += 1
            kind["page"] += row["text"] in found["codes"]
            for name in others:
                kind[name] += row[name]
            times.append(found["took"])
            wrong += [row["path"] for code in found["codes"] if code != row["text"]]
    finally:
        browser.close()
        server.stop()
    names = ["pictures", "page", *others]
    total = sum(counts.values(), collections.Counter())
    print(f"{'':24}" + "".join(f"{name:>11}" for name in names))
    for kind, row in sorted(counts.items()):
        print(f"{kind:24}" + "".join(f"{row[name]:>11}" for name in names))
    print(f"{'all':24}" + "".join(f"{total[name]:>11}" for name in names))
    print(f"milliseconds of a picture: median {statistics.median(times):.0f}, 95th percentile {sorted(times)[int(len(times) * .95)]:.0f}")
    print(f"read wrongly: {len(wrong)} {wrong[:5]}")


def is_ours(server, path):
    """Whether it is the page's module, and not what emscripten wrote."""
    return path.endswith(".wasm") or b"class Decoder" in (server.web / server.files[path]["file"]).read_bytes()


if __name__ == "__main__":
    main(json.loads(pathlib.Path(sys.argv[1]).read_text()))
