"""The pages of the sources as one catalog of DocC.

Pages link to each other by file, so that they can be read anywhere; DocC knows a page by its name alone. Each page is
copied with its links turned into DocC's, pictures beside it. What cannot be turned is a fault.
"""

import pathlib
import re
import shutil

INDEX = "Sources/tamga/Documentation.docc/tamga.md"
SYMBOL = re.compile(r"``([^`\n]+)``")
LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)\s]+)\)")
PICTURE = re.compile(r'<img[^>]*src="([^"]+)"[^>]*alt="([^"]+)"[^>]*>')
DECLARED = re.compile(r"\b(?:struct|class|enum|actor|protocol|typealias|func|var|let|case)\s+(\w+)")


def anchor(heading):
    """The name of a heading at the end of a link between files."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


class Pages:
    """root: the folder of the repository. libraries: the modules whose symbols the site has, by lower-case path the
    name of each symbol page, such as "tamgaverify/verifier"."""

    def __init__(self, root, libraries, symbols):
        self.root = pathlib.Path(root).resolve()
        self.libraries = libraries
        self.symbols = symbols
        self.faults = []
        self.names = {}
        self._declared = None
        sources = sorted(
            self.root.glob("Sources/**/*.docc/**/*.md"), key=lambda path: ("tamga" not in path.parts, path))
        for path in [*sources, self.root / "README.md", *sorted(self.root.glob("Tests/*/README.md"))]:
            self.names[path] = self._name(path)

    def _name(self, path):
        """A name that no other page has."""
        if path.name == "README.md":
            return path.parent.name if path.parent != self.root else "README"
        if path.stem not in self.names.values():
            return path.stem
        return path.relative_to(self.root).parts[1].removeprefix("Tamga") + path.stem

    def library(self, path):
        """The module whose landing page this is, or None."""
        return path.stem if path.stem in self.libraries else None

    def write(self, catalogs):
        """Writes every page into catalogs/NAME.docc, NAME a library or "tamga"."""
        for path, name in self.names.items():
            target = catalogs / f"{self.library(path) or 'tamga'}.docc"
            target.mkdir(parents=True, exist_ok=True)
            text = self.turned(path)
            if name == "README":
                text = re.sub("^# .*", "# README", text)  # The index has its title.
            if path == self.root / INDEX:
                text = self.index(text)
            (target / f"{name}.md").write_text(text, "utf-8")

    def turned(self, path):
        """The text of a page with links and names of symbols as DocC has them."""
        text = PICTURE.sub(r"![\2](\1)", path.read_text("utf-8"))
        blocks = re.split(r"(^```.*?^```)", text, flags=re.S | re.M)
        for index in range(0, len(blocks), 2):
            block = LINK.sub(lambda match: self._link(path, *match.groups()), blocks[index])
            # DocC finds the names in the landing page of a library by itself.
            if not self.library(path):
                block = SYMBOL.sub(lambda match: self._symbol(path, match[1]), block)
            blocks[index] = block
        return "".join(blocks)

    def _symbol(self, path, name):
        """A link to the page of a symbol, or its name as code where only the sources have it."""
        if name in self.libraries:
            return f"[`{name}`](/documentation/{name.lower()})"
        for library in self.libraries:
            if address := self.symbols.get(f"{library}/{name}".lower()):
                return f"[`{name}`]({address})"
        if name.split("/")[0].split("(")[0] not in self.declared:
            self.faults.append(f"{path.relative_to(self.root)}: ``{name}``: no such symbol")
        return f"`{name}`"

    @property
    def declared(self):
        if self._declared is None:
            files = self.root.glob("Sources/**/*.swift")
            self._declared = {name for file in files for name in DECLARED.findall(file.read_text("utf-8"))}
            self._declared |= {path.name for path in self.root.glob("Sources/*")}
        return self._declared

    def _link(self, path, picture, text, address):
        if re.match(r"[a-z]+:", address):
            return f"{picture}[{text}]({address})"
        name, _, part = address.partition("#")
        target = (path.parent / name).resolve() if name else path
        if not target.exists():
            self.faults.append(f"{path.relative_to(self.root)}: {address}: leads nowhere")
            return text
        if picture:
            catalog = self.root / ".build/docs-work/catalogs/tamga.docc"
            catalog.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(target, catalog / target.name)
            return f"![{text}]({target.name})"
        if target not in self.names:
            # A file of the sources, which the site does not have.
            return f"{text} (`{target.relative_to(self.root)}`)"
        page = self._address(target, part)
        if not self.library(path) and not self.library(target):
            # Within one catalog: DocC drops other links from the first paragraph of a page.
            # The sections of the index are groups of pages, which have no address.
            part = "" if target == self.root / INDEX else page.partition("#")[2]
            page = f"doc:{self.names[target]}" + (f"#{part}" if part else "")
        return f"[{text}]({page})"

    def _address(self, target, part):
        if library := self.library(target):
            return f"/documentation/{library.lower()}"
        name = self.names[target].lower()
        page = "/documentation/tamga" + ("" if name == "tamga" else f"/{name}")
        if not part:
            return page
        headings = re.findall(r"^#+ (.*)$", target.read_text("utf-8"), re.M)
        for heading in headings:
            if anchor(heading) == part:
                return f"{page}#" + re.sub(r"[^\w\-]", "", heading.strip().replace(" ", "-"))
        self.faults.append(f"{target.relative_to(self.root)}: #{part}: no such heading")
        return page

    def index(self, text):
        """The index as the first page: its sections group the pages, each of which must stand in one."""
        head, *sections = re.split(r"^## ", text, flags=re.M)
        title, _, rest = head.partition("\n")
        lines = [title, "", "@Metadata {", "  @TechnologyRoot", "}", rest.strip(), "", "## Topics", ""]
        addresses = {self._address(path, "") if self.library(path) else f"doc:{name}": path
                     for path, name in self.names.items()}
        named = {self.root / INDEX}
        for section in sections:
            heading, *items = section.strip().splitlines()
            lines += [f"### {heading}", ""]
            for address in re.findall(r"\]\(([^)]*)\)", "\n".join(items)):
                path = addresses[address.partition("#")[0]]
                named.add(path)
                library = self.library(path)
                lines.append(f"- ``/{library}``" if library else f"- <doc:{self.names[path]}>")
            lines.append("")
        for path in self.names:
            if path not in named:
                self.faults.append(f"{INDEX}: does not name {path.relative_to(self.root)}")
        return "\n".join(lines)
