"""Run deploy/nginx.conf on this machine over a built site: `make serve-nginx`, and the tests.

The configuration is the one that is shipped; only what a machine decides (user,
port, folder, room for temporary files) is filled in, and each exactly where it stands.
"""

import contextlib
import os
import pwd
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tools import setup

CONFIGURATION = Path(__file__).parents[1] / "deploy/nginx.conf"
_TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


def free_port() -> int:
    """Return a port of this machine that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def configured(text: str, site: Path, port: int, folder: str) -> str:
    """Return the shipped configuration `text` for `site` at 127.0.0.1:`port`, with temporary files in `folder`."""
    room = "".join(f"\n    {kind}_temp_path {folder}/{kind};" for kind in _TEMPORARY)
    filled_in = {
        "user www-data;": f"user {pwd.getpwuid(os.geteuid()).pw_name};" if not os.geteuid() else "",
        "listen 80 default_server;": f"listen 127.0.0.1:{port} default_server;",
        "listen [::]:80 default_server;": "",
        "root /srv/site;": f"root {site};",
        "include /srv/site/": f"include {site}/",
        "http {": f"http {{{room}",
    }
    for old, new in filled_in.items():
        if text.count(old) != 1:
            raise ValueError(f"deploy/nginx.conf has '{old}' {text.count(old)} times; tools/nginx.py expects it once.")
        text = text.replace(old, new)
    return text


@contextlib.contextmanager
def serving(site: Path, port: int) -> Iterator[subprocess.Popen]:
    """Give the master process of the shipped nginx over `site`, once it answers at 127.0.0.1:`port`."""
    with tempfile.TemporaryDirectory(prefix="nginx-") as folder:
        path = Path(folder) / "nginx.conf"
        path.write_text(configured(CONFIGURATION.read_text(encoding="utf-8"), site.resolve(), port, folder))
        command = [setup.find("nginx"), "-c", str(path), "-e", "stderr", "-g", f"daemon off; pid {folder}/pid;"]
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
            try:
                _wait(process, port)
                yield process
            finally:
                process.terminate()


def _wait(process: subprocess.Popen, port: int) -> None:
    until = time.monotonic() + 20
    while time.monotonic() < until and process.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.05)
    process.terminate()
    raise RuntimeError(f"nginx does not start at port {port}: {process.stderr.read()}")


def main() -> None:
    port = int(sys.argv[1])
    with serving(Path("site"), port) as process:
        print(f"The site, as it is published: http://127.0.0.1:{port}/ (Ctrl C stops it)", flush=True)
        with contextlib.suppress(KeyboardInterrupt):
            process.wait()


if __name__ == "__main__":
    main()
