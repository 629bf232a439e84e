"""The data inside papers: takes them out, and says what is wrong with them.

usage: attached.py SCHEMAS FILE...   SCHEMAS holds KIND.schema.json of every kind
Prints a JSON object a line: {"file", "data", "faults"}; data is null for a paper without any.
"""

import json
import os
import re
import subprocess
import sys
import unicodedata

import jsonschema
import pikepdf


def bare(text):
    """Without white space; pages end with a form feed."""
    return "".join(c for c in unicodedata.normalize("NFC", text) if c == "\f" or not c.isspace())


def leaves(value):
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return [leaf for item in value for leaf in leaves(item)]
    return [value]


def in_words(value, schema):
    """Whether a value is printed in words: a code, a ground."""
    return "enum" in schema or schema.get("items") == {"type": "string"}


def printed(name, value, schema, text):
    """What of a field's value the paper does not show."""
    if in_words(value, schema):
        return []
    if schema.get("format") == "date" or "pattern" in schema and "-" in str(value):
        # In figures, or with the month in words.
        day = ".".join(reversed(value.split("-")))
        return [] if day in text or value[:4] in text else [name]
    if re.fullmatch(r"\d{4}-\d\d-\d\dT.*", str(value)):
        return [] if str(value)[11:16] in text else [name]
    return [name for leaf in leaves(value) if not stands(bare(str(leaf)), text)]


def stands(value, text):
    """Whether a paper shows a value; a long one goes on over pages, whose feet stand between."""
    piece, pages = 24, text.count("\f") + 1
    missing = sum(value[k:k + piece] not in text for k in range(len(value) - piece + 1))
    return value in text or len(value) > 20 * piece and missing < piece * pages


def faults(path, schemas, document):
    names = list(document.attachments)
    associated = document.Root.get("/AF")
    if not names and associated is None:
        return None, []
    found = []
    if names != ["decision.json"] or len(associated) != 1:
        found.append(f"the files are {names}")
    specification = associated[0]
    named = document.Root.Names.EmbeddedFiles.Names[1]
    if named.objgen != specification.objgen:
        found.append("the associated file is not the attached one")
    content = document.attachments["decision.json"].get_file()
    if content.mime_type != "application/json" or specification.AFRelationship != pikepdf.Name.Data:
        found.append("sort and relation of the file")
    if content.size != len(content.read_bytes()):
        found.append("the size of the file")
    data = json.loads(content.read_bytes())
    written = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    if written != content.read_bytes():
        found.append("not canonical")
    with open(os.path.join(schemas, data["document"] + ".schema.json"), encoding="utf-8") as file:
        schema = json.load(file)
    for fault in jsonschema.Draft202012Validator(schema).iter_errors(data):
        found.append(f"{'/'.join(map(str, fault.absolute_path))}: {fault.message}")
    text = bare(subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True).stdout.decode())
    fields = schema["properties"]["fields"]["properties"]
    for name, value in data["fields"].items():
        found += [f"{name} is not printed" for name in printed(name, value, fields.get(name, {}), text)]
    return data, found


def main():
    schemas, paths = sys.argv[1], sys.argv[2:]
    for path in paths:
        with pikepdf.open(path) as document:
            data, found = faults(path, schemas, document)
        print(json.dumps({"file": path, "data": data, "faults": found}, ensure_ascii=False))


main()
