"""Build the three sites that are compared, from the same Markdown."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import yaml
from selectolax.lexbor import LexborHTMLParser

ROOT = Path(__file__).parents[2]
HELP = '<p><a href="tel:112">Direct gevaar? Bel 112</a></p>\n\n'
_KEPT = {"a": ("href",)}  # the attributes that a hand-written page would have


def build(project: Path, folder: Path) -> None:
    """Build the MkDocs project at `project` into `folder`; what it says is shown only where it fails."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "SITE_URL": "https://voorbeeld.example/"}
    command = [sys.executable, "-m", "mkdocs", "build", "--clean", "--quiet", "--site-dir", str(folder)]
    run = subprocess.run(command, cwd=project, env=environment, check=False, capture_output=True, text=True)
    if run.returncode:
        sys.exit(f"{project} can't be built:\n{run.stdout}{run.stderr}")


def stock_project(project: Path) -> None:
    """Lay out the same pages as a project of stock Material: its own header, search and script, and 112 above the text."""
    shutil.copytree(ROOT / "docs", project / "docs", ignore=shutil.ignore_patterns("_data", "*.yml"))
    for page in (project / "docs").rglob("*.md"):
        front, _, body = page.read_text(encoding="utf-8").removeprefix("---\n").partition("\n---\n")
        page.write_text(f"---\n{front}\n---\n{HELP}{body}", encoding="utf-8")
    ours = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), yaml.BaseLoader)
    extensions = ["admonition", "attr_list", "md_in_html", "pymdownx.details", "tables", "footnotes"]
    config = {
        "site_name": ours["site_name"],
        "site_url": "https://voorbeeld.example/",
        "theme": {"name": "material", "language": "nl"},
        "markdown_extensions": extensions,
        "nav": ours["nav"],
    }
    (project / "mkdocs.yml").write_text(yaml.safe_dump(config, sort_keys=False, allow_unicode=True), encoding="utf-8")


def own_project(project: Path, more: int = 0) -> None:
    """Lay out this site as a project of its own, with `more` pages that stand in no part of the menu."""
    for name in ("docs", "overrides"):
        shutil.copytree(ROOT / name, project / name)
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (project / "mkdocs.yml").write_text(config + "".join(f"  - Proef {n}: proef-{n}.md\n" for n in range(more)), encoding="utf-8")
    body = (ROOT / "docs/signalen.md").read_text(encoding="utf-8").partition("\n---\n")[2]
    body = body.partition("\n# ")[2].partition("\n")[2] if "\n# " in body else body.removeprefix("# ").partition("\n")[2]
    for n in range(more):
        front = f"---\ndescription: Proefpagina {n}, om te meten hoe de bouwtijd groeit met het aantal pagina's.\naliases: [proef{n}]\n"
        page = f"{front}checked: 2026-11-22\n---\n# Proefpagina {n}\n{body}"
        (project / f"docs/proef-{n}.md").write_text(page, encoding="utf-8")


def limit(home: Path, folder: Path) -> None:
    """Write the hand-written page: the words of the built page `home` in plain HTML, 2 kB of styles, no script."""
    article = LexborHTMLParser(home.read_text(encoding="utf-8")).css_first("article")
    for node in article.css("svg, footer, sup, .footnote, .app-sources-heading, .app-anchor, [hidden], .app-pocket, button"):
        node.decompose()
    for node in article.css("*"):
        for name in list(node.attributes):
            if name not in _KEPT.get(node.tag, ()):
                del node.attrs[name]
    article.unwrap_tags(["div", "span", "section", "figure"])
    text = (Path(__file__).parent / "limit.html").read_text(encoding="utf-8").replace("{text}", article.inner_html.strip())
    folder.mkdir()
    (folder / "index.html").write_text(text, encoding="utf-8")
