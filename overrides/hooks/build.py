"""The one hook of the site: events of MkDocs over the functions of the modules beside it.

One way through: facts and pages are read and checked, each page becomes Markdown and then HTML, the search index and
what all pages carry are made when all texts are there, and templates say the rest. A written page is never changed.
static-i18n goes this way once for each language, so what belongs to a language is made anew in each.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import assets
import content_rules
import data
import directives
import docs_files
import front_matter
import headers
import live
import minify_html
import page_tree
import pdf
import redirects
import search_index
import template_filters
import verification_note
from errors import SiteError
from glossary import Glossary
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Link
from mkdocs.structure.pages import Page
from strings import Strings

LOCAL = "http://127.0.0.1:8000/"
HOSTS = ("own", "pages", "cdn")
log = get_plugin_logger("site")


@dataclass
class Build:
    """What one run knows: of all languages, and of the one that is being made."""

    serving: bool = False
    all_pages: dict[str, front_matter.PageInfo] = field(default_factory=dict)  # by path in docs/, every language
    pages: dict[str, front_matter.PageInfo] = field(default_factory=dict)  # by path of the Dutch page, this language
    dutch: dict[str, front_matter.PageInfo] = field(default_factory=dict)
    parts: dict[str, str] = field(default_factory=dict)  # the part of the menu that a page is in, by path in docs/
    data: dict = field(default_factory=dict)
    strings: Strings | None = None
    assets: assets.Assets | None = None
    sections: dict[str, list] = field(default_factory=dict)  # of each page, for the search
    environment: Environment | None = None


_build = Build()


def on_startup(command: str, dirty: bool) -> None:
    _build.serving = command == "serve"
    os.umask(0o022)  # a server of another user must be able to read what is published


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    i18n = config.plugins["i18n"]
    if not i18n.building:  # static-i18n comes here again for each further language
        _build.all_pages = {}
        _check_config(config)
        config.theme.static_templates |= {"robots.txt", "site.webmanifest"}
        config.markdown_extensions.append(page_tree.PageTree())
    return config


def _check_config(config: MkDocsConfig) -> None:
    parts = urlsplit(config.site_url or "")
    if parts.scheme not in ("http", "https") or not parts.netloc:
        problem = f"is '{config.site_url or ''}', which is no address of a site."
        raise SiteError("SITE_URL", problem, "Write it whole, as in SITE_URL=https://example.org/ or leave it out.")
    config.site_url = config.site_url.rstrip("/") + "/"
    if config.extra["host"] not in HOSTS:
        raise SiteError("mkdocs.yml", f"extra.host is '{config.extra['host']}'.", f"Use one of: {', '.join(HOSTS)}.")
    if config.site_url == LOCAL and not _build.serving:
        log.info("SITE_URL is not set: printed codes, shared links and the sitemap lead to this machine alone.")


@event_priority(-200)  # after static-i18n has said which language a file is in
def on_files(files: Files, config: MkDocsConfig) -> Files:
    language, default = config.plugins["i18n"].current_language, config.plugins["i18n"].default_language
    docs_files.check(files, Path(config.docs_dir))
    docs_files.drop_theme_files(files)
    _build.data = data.load(Path(config.docs_dir) / "_data", language, default)
    _build.strings = Strings(language)
    _build.sections = {}
    _build.pages = {}
    for file in files.documentation_pages():
        key = docs_files.key_of(file.src_uri, language)
        info = front_matter.read_page(file.src_uri, key, file.url, Path(file.abs_src_path), _build.data)
        _build.pages[key] = _build.all_pages[file.src_uri] = info
    if language == default:
        _build.dutch = _build.pages
    docs_files.check_twins(_build.pages, _build.dutch, language)
    front_matter.check_known(list(_build.pages.values()), _build.data["sources"])
    front_matter.check_special(config.extra["special_pages"], _build.pages)
    verification_note.check_told(_build.pages[config.extra["special_pages"]["about"]])
    _check_words(language, default)
    files.append(
        File.generated(config, _pdf_name(config), content=b"")
    )  # pages link to it; written when they are there
    _build.environment = config.theme.get_env()  # for the parts of a page that Markdown takes in
    _prepare(_build.environment, config)
    return files


def _pdf_name(config: MkDocsConfig) -> str:
    i18n = config.plugins["i18n"]
    return (
        "factsheet.pdf" if i18n.current_language == i18n.default_language else f"{i18n.current_language}/factsheet.pdf"
    )


def _check_words(language: str, default: str) -> None:
    for info in _build.pages.values():
        content_rules.check_words(info.meta, info.place)
    suffix = "" if language == default else f".{language}"
    for name, skip in (("contacts", {"phone", "web"}), ("terms", set()), ("law", set()), ("figures", set())):
        content_rules.check_words(_build.data[name], f"docs/_data/{name}{suffix}.yml", skip=frozenset(skip))


def _prepare(environment: Environment, config: MkDocsConfig) -> None:
    """Give templates our filters, the words and what is known of pages."""
    special = {name: _build.pages[path] for name, path in config.extra["special_pages"].items()}
    values = {
        "t": _build.strings,
        "contacts": _build.data["contacts"],
        "infos": _build.all_pages,
        "special": special,
        "language": config.plugins["i18n"].current_language,
        "serving": _build.serving,
    }
    template_filters.prepare(environment, values)


def on_nav(nav, config: MkDocsConfig, files: Files):
    no_pages = [item.url for item in _items(nav.items) if isinstance(item, Link)]
    language = config.plugins["i18n"].current_language
    in_menu = {docs_files.key_of(page.file.src_uri, language) for page in nav.pages}
    groups = template_filters.menu_groups(nav)
    _build.parts = {page.file.src_uri: title for title, pages in groups for page in pages}
    front_matter.check_navigation(_build.pages, in_menu, no_pages)
    return nav


def _items(items: list) -> list:
    return [one for item in items for one in (item, *_items(item.children or []))]


@event_priority(100)  # before anything else reads the Markdown
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    info = _build.all_pages[page.file.src_uri]
    page.meta = info.meta  # as we read it: dates stay text

    def render(partial: str, **values: object) -> str:
        return _build.environment.get_template(f"partials/{partial}").render(page=page, **values).strip()

    context = directives.Context(info, _build.pages, _build.data, _build.strings, config.extra, render)
    glossary = config.extra["special_pages"]["glossary"]
    way = "" if info.key == glossary else front_matter.relative(glossary, info.key)
    extension = next(one for one in config.markdown_extensions if isinstance(one, page_tree.PageTree))
    extension.turn_to(info, Glossary(_build.data["terms"], way), _build.strings)
    return directives.expand(context)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    _build.sections[page.file.src_uri] = search_index.sections(html)
    return html


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Every text is there and no page is written: make what all pages carry, and what needs all of them."""
    i18n = config.plugins["i18n"]
    language, t = i18n.current_language, _build.strings
    pages = list(_build.pages.values())
    _prepare(env, config)
    emergency, advice = _build.data["contacts"]["112"], _build.data["contacts"]["veilig-thuis"]
    numbers = t("print.numbers", emergency=emergency["phone"]["shown"], advice=advice["phone"]["shown"])
    search = search_index.modules(pages, _build.sections, _build.parts, _build.data, language, assets.minify_js)
    _build.assets = env.globals["assets"] = assets.read(numbers, search, language)
    made: dict[str, str | bytes] = dict(_build.assets.files)

    def render(partial: str, **values: object) -> str:
        return env.get_template(f"partials/{partial}").render(config=config, **values)

    if language == i18n.default_language:
        front_matter.check_used(pages, _build.data["sources"])
        redirects.check(_build.data["moved"], {info.url for info in pages})
        made |= redirects.pages(_build.data["moved"], pages, config.site_url, render)
    if not _build.serving:
        factsheet = _build.pages[config.extra["special_pages"]["factsheet"]]
        page = files.get_file_from_path(factsheet.path).page
        document = pdf.write(render("pdf.html", page=page), page.canonical_url, factsheet.place)
        files.get_file_from_path(_pdf_name(config)).content_bytes = document
    for name, content in made.items():
        files.append(File.generated(config, name, content=content))
    return env


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    i18n = config.plugins["i18n"]
    first = i18n.current_language == i18n.default_language
    return (
        output if first or template_name == "sitemap.xml" else ""
    )  # each further language would write over the Dutch one


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Leave out needless white space; words, tags and quotes stay as the HTML standard has them."""
    return (
        output
        if _build.serving
        else minify_html.minify(
            output,
            keep_closing_tags=True,
            keep_html_and_head_opening_tags=True,
            keep_input_type_text_attr=True,
            allow_noncompliant_unquoted_attribute_values=False,
            allow_optimal_entities=False,
            allow_removing_spaces_between_attributes=False,
            minify_doctype=False,
        )
    )


@event_priority(-200)  # static-i18n builds the other languages at -100
def on_post_build(config: MkDocsConfig) -> None:
    if config.plugins["i18n"].building or _build.serving:
        return
    folder = Path(config.site_dir)
    (folder / "sitemap.xml.gz").unlink()  # holds the clock; nobody asks for it
    names = [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]
    urls = [info.url for info in _build.all_pages.values()]
    for name, text in headers.files(_build.assets.policy, _build.data["moved"], names, urls, config.site_url).items():
        (folder / name).write_text(text, encoding="utf-8")


def on_serve(server, config: MkDocsConfig, builder):
    return live.show_errors(server, Path(config.site_dir), Path(__file__).parent)
