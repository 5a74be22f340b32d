"""While somebody writes (make serve): a mistake is shown in the browser, and a changed hook is said."""

import html
import logging
from pathlib import Path

_PAGE = """<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="1"><title>Not built</title>
<body style="font: 1.1rem/1.5 system-ui; max-width: 45rem; margin: 3rem auto; padding: 0 1rem">
<h1>This change stops the build</h1><pre style="white-space: pre-wrap">{}</pre>
<p>Mend it and save: the page comes back by itself.</p>"""


class _Told(logging.Handler):
    """Keeps what the build warns of: strict mode stops on that at its end, with a count only."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


def show_errors(server, folder: Path, hooks: Path):
    """Wrap the builder of MkDocs' live server, which would leave the browser waiting; return the server."""
    build = server.builder
    ages = {path: path.stat().st_mtime for path in hooks.glob("*.py")}

    def builder() -> None:
        changed = [path.name for path, age in ages.items() if path.stat().st_mtime != age]
        told = _Told()
        logging.getLogger("mkdocs").addHandler(told)
        try:
            if changed:
                logging.getLogger("mkdocs").info(
                    "overrides/hooks/%s was changed: start make serve again to use it.", changed[0]
                )
            build()
        except (Exception, SystemExit) as error:  # noqa: BLE001 (whatever it is, the writer is to see it)
            folder.mkdir(exist_ok=True)
            words = "\n".join(told.lines) or str(error)
            (folder / "404.html").write_text(_PAGE.format(html.escape(words)), encoding="utf-8")
            logging.getLogger("mkdocs").error("%s", error)
        finally:
            logging.getLogger("mkdocs").removeHandler(told)

    server.builder = builder
    return server
