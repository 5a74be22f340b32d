"""Measure the shipped nginx against the same nginx with a bare configuration, in one run, and print the table.

    make load                   wrk from Debian, this machine only, about two minutes

A news item sends many people at once; headers and rules must not cost the server
more than a tenth. Each round asks both for the same page, in turns, and the best round
of each counts: whatever else the machine did, it did not make a server faster. In the last round a worker of each is killed halfway: what was
on its lines is lost, and nothing else may be.
"""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tools import nginx

SITE = Path("site").resolve()
BARE = """
{user}
worker_processes auto;
error_log stderr crit;
events {{ worker_connections 8192; }}
http {{
    access_log off; # as the shipped one: writing lines is not what is measured
    sendfile on;
    {room}
    server {{ listen 127.0.0.1:{port}; root {site}; }}
}}
"""
LINES = 64
SECONDS = 3
ROUNDS = 5
WORDS = {"as it is": [], "packed": ["-H", "Accept-Encoding: gzip, br"]}
LEAST = 0.9


def bare(port: int, room: str) -> str:
    """Return the bare configuration: a folder and a port."""
    paths = " ".join(
        f"{kind}_temp_path {room}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    user = "user root;" if not os.geteuid() else ""
    return BARE.format(user=user, port=port, site=SITE, room=paths)


def ask(port: int, path: str, words: list[str]) -> tuple[float, dict[str, int]]:
    """Return (requests a second, errors by kind) of one run of wrk."""
    command = ["wrk", "-t1", f"-c{LINES}", f"-d{SECONDS}s", *words, f"http://127.0.0.1:{port}{path}"]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    errors = {kind: int(number) for kind, number in re.findall(r"(connect|read|write|timeout) (\d+)", text)}
    if refused := re.search(r"Non-2xx or 3xx responses: (\d+)", text):
        errors["refused"] = int(refused[1])
    return float(re.search(r"Requests/sec:\s+([\d.]+)", text)[1]), errors


def kill_a_worker(master: subprocess.Popen) -> None:
    """Kill one worker of `master` at once, as a machine short of memory does."""
    workers = Path(f"/proc/{master.pid}/task/{master.pid}/children").read_text().split()
    os.kill(int(workers[0]), signal.SIGKILL)


def main() -> None:
    nginx.ensure()
    if not shutil.which("wrk"):
        nginx.install("wrk")
    if not shutil.which("wrk"):
        sys.exit("No wrk to measure with. On Debian: apt-get install wrk")
    ports = {"shipped": nginx.free_port(), "bare": nginx.free_port()}
    failures = []
    with (
        tempfile.TemporaryDirectory(prefix="load-") as room,
        nginx.serving(SITE, ports["shipped"]) as shipped,
        nginx.running(bare(ports["bare"], room), ports["bare"]) as simple,
    ):
        masters = {"shipped": shipped, "bare": simple}
        print(f"{LINES} lines, {SECONDS} s a run, {os.cpu_count()} cores; requests a second (best of {ROUNDS})\n")
        print(f"{'page':<12}{'asked':<12}{'bare':>10}{'shipped':>10}{'part':>8}   errors")
        for path in ("/", "/hulp/"):
            for name, words in WORDS.items():
                runs = {kind: [] for kind in ports}
                for kind in [*ports] * ROUNDS:  # in turns
                    runs[kind].append(ask(ports[kind], path, words))
                failures += report(path, name, runs, 0)
        runs = {}
        for kind, port in ports.items():
            timer = threading.Timer(SECONDS / 2, kill_a_worker, [masters[kind]])
            timer.start()
            runs[kind] = [ask(port, "/", [])]
            timer.join()
        failures += report("/", "one killed", runs, LINES)
    sys.exit("\n".join(failures) or 0)  # an empty text would still count as a failure


def report(path: str, name: str, runs: dict[str, list], lost: int) -> list[str]:
    """Print a line of the table; return what is not as it should be. `lost` lines may have been cut off."""
    speed = {kind: max(one for one, _ in kinds) for kind, kinds in runs.items()}
    errors = {
        kind: sum(errors.get(kind, 0) for _, errors in runs["shipped"])
        for kind in ("connect", "read", "write", "timeout", "refused")
    }
    part = speed["shipped"] / speed["bare"]
    told = ", ".join(f"{kind} {number}" for kind, number in errors.items() if number) or "none"
    print(f"{path:<12}{name:<12}{speed['bare']:>10.0f}{speed['shipped']:>10.0f}{part:>8.2f}   {told}", flush=True)
    cut = errors["read"] + errors["write"]
    wrong = [f"{path} {name}: {part:.2f} of the bare server, less than {LEAST}."] if part < LEAST else []
    if cut > lost or errors["connect"] or errors["timeout"] or errors["refused"]:
        wrong.append(f"{path} {name}: errors: {told}.")
    return wrong


if __name__ == "__main__":
    main()
