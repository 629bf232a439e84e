"""What others see of the memory of `tamga issue` while its key is open: nothing.

Arguments: executable, templates, folder with `office` and `samples.jsonl`, passphrase. Prints JSON:
`issued` whether the run was at work, `coreLimit` of the process, `core` whether an abort made a core
file, `traced` whether another process of an ordinary user could read the memory (null where that
cannot be tried: then no other user can be taken on), `control` the same of a process without guard.
"""
import glob
import json
import os
import resource
import signal
import subprocess
import sys
import time

tamga, templates, folder, passphrase = sys.argv[1:5]
NOBODY = 65534


def unlimited():
    hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
    resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))


def may_look(pid):
    """Whether a process of the user of `pid` can read its memory."""
    child = os.fork()
    if child == 0:
        try:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
            os.close(os.open(f"/proc/{pid}/mem", os.O_RDONLY))
            os._exit(0)
        except OSError:
            os._exit(1)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def as_nobody():
    unlimited()
    os.setgroups([])
    os.setgid(NOBODY)
    os.setuid(NOBODY)


def start(prepare):
    run = subprocess.Popen(
        [tamga, "issue", "samples.jsonl", "--office", "office", "--output", "run",
         "--jobs", "1", "--passphrase-fd", "0"],
        cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        preexec_fn=prepare, env={**os.environ, "TAMGA_TEMPLATES": templates, "TAMGA_AGENT": "clerk"})
    run.stdin.write((passphrase + "\n").encode())
    run.stdin.close()
    end = time.monotonic() + 200
    while time.monotonic() < end and run.poll() is None:
        if glob.glob(folder + "/run/*/documents/*/*.pdf"):
            return run, True
        time.sleep(0.01)
    return run, False


def can_be_nobody():
    """Whether an ordinary user can run the executable on this folder at all."""
    if os.geteuid() != 0:
        return False
    try:
        subprocess.run(["chown", "-R", str(NOBODY), folder], check=True)
        probe = subprocess.run(
            [tamga, "keys", "list", "--office", "office"], cwd=folder, preexec_fn=as_nobody,
            env={**os.environ, "TAMGA_TEMPLATES": templates}, capture_output=True)
        return probe.returncode == 0
    except OSError:
        return False


answer = {"traced": None, "control": None}
ordinary = can_be_nobody()
if ordinary:
    control = subprocess.Popen(["sleep", "60"], preexec_fn=as_nobody)
    time.sleep(0.2)
    answer["control"] = may_look(control.pid)
    control.kill()
    control.wait()
run, answer["issued"] = start(as_nobody if ordinary else unlimited)
os.kill(run.pid, signal.SIGSTOP)
with open(f"/proc/{run.pid}/limits") as limits:
    line = next(line for line in limits if line.startswith("Max core file size"))
    answer["coreLimit"] = line.split()[4]
if ordinary and answer["control"]:
    answer["traced"] = may_look(run.pid)
os.kill(run.pid, signal.SIGABRT)
os.kill(run.pid, signal.SIGCONT)
status = os.waitpid(run.pid, 0)[1]
run.returncode = -signal.SIGABRT
answer["core"] = os.WCOREDUMP(status) or bool(glob.glob(folder + "/core*"))
print(json.dumps(answer))
