"""Say in one line that a port is taken, before MkDocs says it in twenty."""

import socket
import sys


def main() -> None:
    port = int(sys.argv[1])
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            sys.exit(f"Port {port} is taken by another program. Choose another: make serve PORT={port + 1}")


if __name__ == "__main__":
    main()
