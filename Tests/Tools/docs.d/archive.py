"""The site that docc wrote: its navigation and its first page; and whether every link in it has its page and every
page of the sources is there."""

import json
import re


def addresses(value):
    """Every address within the site that a page's data name."""
    if isinstance(value, dict):
        for key, part in value.items():
            if key in ("url", "destination", "path") and isinstance(part, str) and part.startswith("/documentation"):
                yield part
            elif key == "identifier" and isinstance(part, str) and part.startswith("/documentation"):
                yield part
            else:
                yield from addresses(part)
    elif isinstance(value, list):
        for part in value:
            yield from addresses(part)


def faults(site, pages):
    found = []
    for path in sorted((site / "data").rglob("*.json")):
        name = path.relative_to(site / "data").with_suffix("")
        data = json.loads(path.read_text("utf-8"))
        for part in data.get("abstract", []):
            if part["type"] == "reference" and part["identifier"] not in data["references"]:
                found.append(f"{name}: {part['identifier']}: the first paragraph loses this link with its words")
        for address in sorted(set(addresses(data))):
            page = re.sub(r"[?#].*", "", address).strip("/").lower()
            if not (site / "data" / f"{page}.json").exists():
                found.append(f"{name}: {address}: the site has no such page")
    index = (site / "index/index.json").read_text("utf-8").lower()
    for path, name in pages.names.items():
        address = f"/documentation/{'' if pages.library(path) else 'tamga/'}{name}".lower().replace("/tamga/tamga", "/tamga")
        if not (site / "data" / f"{address[1:]}.json").exists():
            found.append(f"{path.relative_to(pages.root)}: the site has no page of it")
        elif f'"{address}"' not in index.replace("\\/", "/"):
            found.append(f"{path.relative_to(pages.root)}: the navigation does not name it")
    return found


def one_navigation(site):
    """Puts the symbols of a library below its name among the pages, where docc has a link without anything below:
    its reader would take that link for the library and find nothing."""
    path = site / "index/index.json"
    index = json.loads(path.read_text("utf-8"))
    modules = {node["path"]: node for node in index["interfaceLanguages"]["swift"][0]["children"]}
    for node in modules["/documentation/tamga"]["children"]:
        if node.pop("external", False):
            node["children"] = modules[node["path"]]["children"]
    path.write_text(json.dumps(index, ensure_ascii=False), "utf-8")


def begin_with_the_index(site):
    """Who opens the site without a path comes to the index."""
    (site / "index.html").write_text(
        '<!doctype html>\n<meta charset="utf-8">\n<title>Tamga</title>\n'
        '<meta http-equiv="refresh" content="0; url=documentation/tamga/">\n'
        '<p><a href="documentation/tamga/">Tamga</a></p>\n', "utf-8")
