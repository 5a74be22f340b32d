"""Run deploy/nginx.conf on this machine over a built site, and install Debian's nginx where there is none.

    make serve-nginx            the built site at 127.0.0.1:8000 (PORT= for another)
    tools/nginx.py              see to it that nginx is there, and no more

The configuration is the one that is shipped; only what a machine decides (user,
port, folder, room for temporary files) is filled in, and each exactly where it stands.
"""

import contextlib
import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

CONFIGURATION = Path(__file__).parents[1] / "deploy/nginx.conf"
PACKAGES = ("nginx-light", "libnginx-mod-http-brotli-static")
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
_TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


def program() -> str | None:
    """Return the path of nginx; None where there is none. Debian keeps it out of a user's PATH."""
    return shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")


def install(*packages: str) -> None:
    """Install Debian's packages, where apt may; say nothing where it may not: the caller looks at what is there."""
    may = [] if not os.geteuid() else ["sudo", "-n"]
    if not shutil.which("apt-get") or (may and not shutil.which("sudo")):
        return
    # It must not start by itself: port 80 may be another's.
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
    for command in (["update", "-q"], ["install", "-qy", "--no-install-recommends", *packages]):
        subprocess.run([*may, "apt-get", *command], env=quiet, capture_output=True, check=False)


def ensure() -> None:
    """Stop with one line that says what to install, where nginx is not there and can't be fetched."""
    if not program() or not BROTLI.exists():
        print("Installing nginx for the tests of the server (once)", flush=True)
        install(*PACKAGES)
    if not program():
        sys.exit(f"No nginx for the tests of the server. On Debian: apt-get install {' '.join(PACKAGES)}")


def free_port() -> int:
    """Return a port of this machine that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def configured(text: str, site: Path, port: int, folder: Path) -> str:
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
    if BROTLI.exists():
        filled_in["# brotli_static on;"] = "brotli_static on;"
    for old, new in filled_in.items():
        if text.count(old) != 1:
            raise ValueError(
                f"{CONFIGURATION.name} has '{old}' {text.count(old)} times; tools/nginx.py expects it once."
            )
        text = text.replace(old, new)
    return text


@contextlib.contextmanager
def running(text: str, port: int) -> Iterator[subprocess.Popen]:
    """Give the master process of an nginx with configuration `text`, once it answers at 127.0.0.1:`port`."""
    with tempfile.TemporaryDirectory(prefix="nginx-") as folder:
        path = Path(folder) / "nginx.conf"
        path.write_text(text, encoding="utf-8")
        command = [program(), "-c", str(path), "-e", "stderr", "-g", f"daemon off; pid {folder}/pid;"]
        process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        try:
            _wait(process, port)
            yield process
        finally:
            process.terminate()
            process.wait(10)


def _wait(process: subprocess.Popen, port: int) -> None:
    until = time.monotonic() + 20
    while time.monotonic() < until:
        if process.poll() is not None:
            raise RuntimeError(f"nginx does not start: {process.stderr.read()}")
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.05)
    raise RuntimeError(f"nginx does not answer at port {port}.")


@contextlib.contextmanager
def serving(site: Path, port: int) -> Iterator[subprocess.Popen]:
    """Give the master process of the shipped nginx over `site`."""
    with tempfile.TemporaryDirectory(prefix="nginx-room-") as room:
        text = configured(CONFIGURATION.read_text(encoding="utf-8"), site.resolve(), port, Path(room))
        with running(text, port) as process:
            yield process


def main() -> None:
    ensure()
    if len(sys.argv) < 2:
        return
    port = int(sys.argv[1])
    with serving(Path("site"), port) as process:
        print(f"The site, as it is published: http://127.0.0.1:{port}/ (Ctrl C stops it)", flush=True)
        with contextlib.suppress(KeyboardInterrupt):
            process.wait()


if __name__ == "__main__":
    main()
