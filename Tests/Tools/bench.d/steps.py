"""Instructions of each step of a paper, by callgrind; the start of the program is not counted."""
import importlib.machinery, importlib.util, os, re, subprocess

# Papers of the two runs whose difference shows the steps.
PROFILED = (40, 160)
LOG = r"TamgaRegister\.EventLog\.flush\("
# What the profile calls the steps. Where two stand in one, the inner one is taken off the outer.
STEPS = [
    ("record read", r"DecisionParser\.parse\(", ()),
    ("rules, with what the register knows of the person", r"TamgaIssue\.LawfulPapers\.examine\(", ()),
    ("number", r"SQLRegister\.reserve\(", ()),
    ("words filled in", r"TamgaTemplates\.TemplateFiller\.fill\(_: TamgaLaw", ()),
    ("layout", r"TamgaLayout\.Typesetter\.compose\(", ()),
    ("seal strip", r"TamgaLayout\.Composition\.complete\(", ()),
    ("digest of the printed text", r"static TamgaSeal\.PrintedDigest\.of\(pages", ()),
    ("seal", r"static TamgaSeal\.Seal\.signed<", ()),
    ("QR symbol", r"static TamgaOptics\.QRSymbol\.encode\(", ()),
    ("PDF", r"TamgaLayout\.Composition\.pdf\(", ()),
    ("own part in the store", r"TamgaIssue\.PaperStore\.put\(", ()),
    ("register: seal and paper", r"SQLRegister\.(?:seal|confirm)\(", ()),
]


def instructions():
    """The tool beside this folder, which has no ending."""
    path = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "instructions")
    loader = importlib.machinery.SourceFileLoader("instructions", path)
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("instructions", loader))
    loader.exec_module(module)
    return module


def measured(tamga, folder):
    """Millions of instructions of a paper, of the start, and of each step in order."""
    profiles = [f"{folder}/profile-{count}" for count in PROFILED]
    counts = instructions().measured(tamga, PROFILED, profiles)
    both = [inclusive(profile) for profile in profiles]

    def cost(pattern):
        """What the longer run has more, a paper: what is made once for all papers is not in it."""
        few, many = (sum(cost for name, cost in lines.items() if re.search(pattern, name)) for lines in both)
        return (many - few) / (PROFILED[1] - PROFILED[0]) / 1e6
    unseen = [name for name, own, _ in STEPS if not any(re.search(own, function) for function in both[1])]
    if unseen:
        raise SystemExit("steps.py: no function has the name of the step: " + ", ".join(unseen))
    rows = [(name, cost(own) - sum(map(cost, inner))) for name, own, inner in STEPS]
    rows.append(("all else", counts["paper"] - sum(cost for _, cost in rows)))
    return {"paper": counts["paper"], "start": counts["start"], "rows": rows, "log": cost(LOG)}


def inclusive(profile):
    """Instructions by function with all that it calls; of the variants of one function the dearest calls the others."""
    text = output("callgrind_annotate", "--inclusive=yes", "--threshold=100", profile).decode(errors="replace")
    text = output("swift", "demangle", input=text.encode()).decode(errors="replace")
    found = {}
    for m in re.finditer(r"^\s*([\d,]+) \([\d. ]+%\)\s+\S*?:(.*)$", text, re.M):
        if not re.search(r"closure|partial apply|protocol witness|(suspend|await) resume", m[2]):
            for _, own, _ in STEPS + [("", LOG, ())]:
                match = re.search(own, m[2])
                if match:
                    found[match[0]] = max(found.get(match[0], 0), int(m[1].replace(",", "")))
    return found


def output(*arguments, **more):
    return subprocess.run(arguments, capture_output=True, check=True, **more).stdout
