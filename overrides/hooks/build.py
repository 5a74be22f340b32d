"""The one hook of the site: event functions of a few lines over the pure functions of helpsite/.

Order: facts are read when the configuration is, pages when the list of files
is, words are filled in page by page, and what concerns the built site as a
whole happens once, at the end (helpsite/finish).
"""

from pathlib import Path

from helpsite import content, facts, finish, honesty, markup, pages, structured, templates
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Link
from mkdocs.structure.pages import Page

_site: dict = {}  # what one build knows; filled anew by each


def on_startup(command: str, dirty: bool) -> None:
    _site["serving"] = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    if not config.plugins["i18n"].building:  # static-i18n comes here again for each further language
        _site["all"] = {}
    _site["facts"] = facts.load_all(Path(config.docs_dir) / "_data")
    config.extra["contacts"] = _site["facts"]["contacts"]
    return config


@event_priority(-200)  # after static-i18n has said which language a file is in
def on_files(files: Files, config: MkDocsConfig) -> Files:
    _site["records"] = {
        file.src_uri: pages.read(file.src_uri, file.url, Path(file.abs_src_path).read_text("utf-8"), _site["facts"])
        for file in files.documentation_pages()
    }
    _site["environment"] = templates.prepare(config.theme.get_env(), {"records": _site["records"]})
    _site["all"] |= _site["records"]
    honesty.check_told(list(_site["records"].values()))
    pages.check_sources(list(_site["all"].values()), _site["facts"]["sources"])
    return files


def _items(items: list) -> list:
    return [one for item in items for one in (item, *_items(item.children or []))]


def on_nav(nav, config: MkDocsConfig, files: Files):
    no_pages = [item.url for item in _items(nav.items) if isinstance(item, Link)]
    pages.check_navigation(list(_site["records"].values()), {page.file.src_uri for page in nav.pages}, no_pages)
    return nav


@event_priority(100)  # before anything else reads the Markdown
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    record = _site["records"][page.file.src_uri]

    def render(partial: str, **values: object) -> str:
        return _site["environment"].get_template(f"partials/{partial}").render(page=page, **values).strip()

    return markup.expand(record, _site["facts"], list(_site["records"].values()), render)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    return content.improve(html, _site["records"][page.file.src_uri], _site["facts"]["terms"])


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    def describe(page: Page) -> dict:
        records, language = _site["records"], config.theme["language"]
        return structured.graph(
            records[page.file.src_uri], list(records.values()), _site["facts"]["contacts"], config.site_url, config.site_name, language
        )

    return templates.prepare(env, {"records": _site["records"], "structured": describe})


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    i18n = config.plugins["i18n"]
    if template_name == "404.html" and i18n.current_language != i18n.default_language:
        return ""  # each language would write over it; the Dutch one stays
    return output


@event_priority(-200)  # static-i18n builds the other languages at -100
def on_post_build(config: MkDocsConfig) -> None:
    if not config.plugins["i18n"].building:
        finish.run(Path(config.site_dir), config, _site | {"records": _site["all"]}, _site.get("serving", False))
