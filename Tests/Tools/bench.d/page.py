"""The page of the figures and its picture, from what bench kept."""
import math, platform

HEAD = """# Speed

What a paper costs, measured by `make bench` on {day}: {machine}, two shared cores, so that seconds of a clock
are an upper bound; CPU seconds and instructions are steadier. The papers are labour permits in Kazakh and Russian
with a seal of their own, one page. Everything is switched on: rules, number, seal, code, digest of the printed text, PDF,
files flushed to the disk, register, log."""


def of(results):
    parts = [HEAD.format(day=results.get("day", "—"), machine=machine())]
    for name in ("peers", "start", "scale", "steps", "signing", "printing", "verify"):
        if name in results:
            parts.append(globals()[name](results))
    return "\n".join(parts).rstrip() + "\n", picture(results.get("scale", {}))


def machine():
    for line in open("/proc/cpuinfo"):
        if line.startswith("model name"):
            return line.split(":")[1].strip()
    return platform.machine()


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows]) + "\n"


def number(value, digits=1):
    return f"{value:,.{digits}f}"


def peers(results):
    rows, count = results["peers"], results["peers"]["papers"]
    best = rows[f"peer {count}"]["cpu"]

    def further(key):
        return (rows[f"{key} {count}"]["cpu"] - rows[f"{key} 1"]["cpu"]) / (count - 1)
    lines = []
    for key, name in (("tamga", "`tamga issue`, one worker, permits, everything on"),
                      ("peer", "Typst with libqrencode: page and code of a permit alone")):
        many, one = rows[f"{key} {count}"], rows[f"{key} 1"]
        lines.append([name, number(many["cpu"] / count * 1000, 2), number(count / many["cpu"], 0), f"{best / many['cpu']:.2f}",
                      number(further(key) * 1000, 2), f"{further('peer') / further(key):.2f}",
                      number(many["memory"], 0), number(many["bytes"] / 1000), number(one["cpu"], 2)])
    if f"mix {count}" in rows:
        mix = rows[f"mix {count}"]
        lines.insert(1, ["the same, papers of all kinds", number(mix["cpu"] / count * 1000, 2), number(count / mix["cpu"], 0),
                         f"{best / mix['cpu']:.2f}", "", "", number(mix["memory"], 0), number(mix["bytes"] / 1000), ""])
    text = f"\n## Beside the best peer\n\n{count} papers from one start, start included; the median of interleaved rounds; files in memory.\n\n"
    text += table(["program", "CPU ms a paper", "papers a CPU second", "of the peer's", "ms of a further paper", "of the peer's",
                   "MB", "KB a PDF", "CPU s, one paper"], lines)
    if "table" in results:
        lines = [line for line in results["table"].strip().split("\n") if not line.startswith(" ")]
        text += "\nEvery peer of the folder in `TAMGA_PEERS` on its own page, and the floor in C. `tamga` makes an office and its own\n"
        text += "permits, which have other words and another code than those that the table looks for:\n"
        text += "\n```text\n" + "\n".join(lines) + "\n```\n"
    return text


def start(results):
    names = (("help", "`tamga --help`"), ("empty", "an empty batch: templates, office, register"), ("one", "one paper, cold"))
    rows = [[name, number(results["start"][key]["cpu"] * 1000, 0) + " ms", number(results["start"][key]["wall"] * 1000, 0) + " ms",
             number(results["start"][key]["memory"], 0) + " MB"] for key, name in names]
    return "\n## Start\n\n" + table(["command", "CPU", "clock", "memory"], rows)


def scale(results):
    rows = []
    for count, jobs in sorted(tuple(map(int, key.split())) for key in results["scale"]):
        row, single = results["scale"][f"{count} {jobs}"], results["scale"].get(f"{count} 1")
        audit = row.get("audit")
        rows.append([f"{count:,}", str(jobs), number(row["cpu"] / count * 1000, 2), number(row["system"] / count * 1000, 2),
                     number(count / row["cpu"], 0), number(row["wall"], 1), f"{single['wall'] / row['wall']:.2f}" if single else "",
                     number(row["memory"], 0), number(row["bytes"] / 1000),
                     f"{audit['wall']:.0f} s, {audit['memory']:.0f} MB" if audit else ""])
    text = "\n## Scale\n\n![CPU and memory over the number of papers](Resources/speed.svg)\n\n"
    return text + table(["papers", "workers", "CPU ms a paper", "of it system", "papers a CPU second", "clock s", "of one worker",
                         "MB", "KB a PDF", "audit after it, all in order"], rows)


def steps(results):
    values = results["steps"]
    rows = [[name, number(cost, 2), f"{cost / values['paper']:.1%}"] for name, cost in values["rows"]]
    rows.append(["**a paper**", number(values["paper"], 2), ""])
    text = "\n## Steps\n\nMillion instructions of a paper by callgrind, the start taken off; the kernel's are not in it.\n\n"
    text += table(["step", "million", "share"], rows)
    text += f"\nThe log has {values['log']:.2f} of number and register. The start has {values['start']:.0f} million.\n"
    return text


def signing(results):
    values = results["signing"]
    plain, rows = values["none"], []
    for key, name in (("none", "none: seal alone"), ("ec", "ECDSA, P-256"), ("rsa", "RSA, 2,048 bits")):
        row = values[key]
        rows.append([name, *(number(row["cpu"] / values["papers"] * 1000, 2), number((row["cpu"] - plain["cpu"]) / values["papers"] * 1000, 2)),
                     number(row["bytes"] / 1000)])
    text = f"\n## Signatures\n\n{values['papers']:,} certificates of qualification, the key in a file, without a time stamp; start included:\n\n"
    text += table(["signature of the issuing body", "CPU ms a paper", "of it the signature", "KB a PDF"], rows)
    return text + "\nOf the KB more, 12 are the italic face of the note that names the certificate, 6 the room of the signature.\n"


def printing(results):
    row = results["printing"]
    return (f"\n## Print run\n\n{row['papers']:,} papers with copies, cover sheet and padding for both sides: {row['pages']:,} pages, "
            f"{number(row['bytes'] / 1e6, 0)} MB (the files apart have {number(row['apart'] / 1e6, 0)} MB), {number(row['cpu'], 0)} CPU s beyond a run "
            f"without it, {number(row['memory'], 0)} MB of memory in all.\n")


def verify(results):
    rows = []
    for jobs in ("1", "2"):
        row = results["verify"][jobs]
        rows.append([jobs, str(row["papers"]), number(row["papers"] / row["cpu"]), number(row["papers"] / row["wall"]), number(row["memory"], 0)])
    text = "\n## Verify\n\nA folder of papers, each PDF read with its text, its code and its objects:\n\n"
    text += table(["workers", "papers", "papers a CPU second", "papers a second", "MB"], rows)
    return text + f"\nA payload's text alone: {number(1 / results['verify']['payload'], 0)} a CPU second.\n"


# The picture: two panels over the number of papers, a line for each count of workers.

# Megabytes that an issue of any size may take.
MEMORY = 256
INK, LINES, WIDTH, HEIGHT = "#14202b", {1: "#1d4e79", 2: "#b26a00"}, 330, 220


def picture(rows):
    panels = [("CPU ms a paper", lambda row, count: row["cpu"] / count * 1000, True),
              ("MB of memory", lambda row, count: row["memory"], False)]
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {2 * WIDTH + 150} {HEIGHT + 90}" '
             f'font-family="sans-serif" font-size="12" fill="{INK}">', '<rect width="100%" height="100%" fill="#fff"/>']
    for index, (title, value, isLog) in enumerate(panels):
        points = [(int(c), int(j), value(row, int(c))) for key, row in rows.items() for c, j in [key.split()]]
        if points:
            parts.append(f'<g transform="translate({55 + index * (WIDTH + 60)} 40)">' + panel(title, points, isLog) + "</g>")
    return "\n".join(parts) + "\n</svg>\n"


def short(count):
    return f"{count // 10 ** 6}M" if count >= 10 ** 6 else f"{count // 1000}k" if count >= 1000 else str(count)


def panel(title, points, isLog):
    most_x = max(math.ceil(math.log10(max(c for c, _, _ in points))), 1)
    top = max(v for _, _, v in points) * 1.15
    if not isLog:
        top = max(top, MEMORY)
    low = min(v for _, _, v in points) / 1.5 if isLog else 0

    def x(count):
        return math.log10(count) / most_x * WIDTH

    def y(value):
        part = math.log(value / low) / math.log(top / low) if isLog else value / top
        return HEIGHT * (1 - part)
    parts = [f'<text y="-14" font-weight="bold">{title}</text>',
             f'<path d="M0 0V{HEIGHT}H{WIDTH}" fill="none" stroke="{INK}"/>']
    for power in range(most_x + 1):
        parts.append(f'<text x="{x(10 ** power):.0f}" y="{HEIGHT + 18}" text-anchor="middle">{short(10 ** power)}</text>')
    ticks = [t * 10 ** e for e in range(-1, 5) for t in (1, 2, 5)] if isLog else [top * k / 4 for k in (1, 2, 3, 4)]
    for tick in (t for t in ticks if low < t <= top):
        parts.append(f'<path d="M0 {y(tick):.1f}h{WIDTH}" stroke="#ccd3da"/>'
                     f'<text x="-6" y="{y(tick) + 4:.1f}" text-anchor="end">{tick:.3g}</text>')
    for place, (jobs, colour) in enumerate(LINES.items()):
        line = sorted((c, v) for c, j, v in points if j == jobs)
        if not line:
            continue
        path = " ".join(f"{x(c):.1f},{y(v):.1f}" for c, v in line)
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{x(c):.1f}" cy="{y(v):.1f}" r="3" fill="{colour}"/>' for c, v in line]
        parts.append(f'<text x="{WIDTH - 70}" y="{14 + 16 * place}" fill="{colour}">{jobs} worker{"s" * (jobs > 1)}</text>')
    parts.append(f'<text x="{WIDTH / 2}" y="{HEIGHT + 38}" text-anchor="middle">papers in the batch</text>')
    return "".join(parts)
