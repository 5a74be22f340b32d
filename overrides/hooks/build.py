"""The one hook of the site: events of MkDocs over the functions of the modules beside it.

One way through: facts and pages are read and checked, each page becomes Markdown and then HTML, the search index and
what all pages carry are made when all texts are there, and templates say the rest. A written page is never changed.
static-i18n goes this way once for each language.
"""

import os
from pathlib import Path

import directives
import docs_files
import front_matter
import headers
import live
import minify_html
import page_tree
import search_index
import template_filters
from glossary import Glossary
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Link, Navigation
from mkdocs.structure.pages import Page
from site_build import SiteBuild, check_config

_build = SiteBuild()


def on_startup(command: str, dirty: bool) -> None:
    _build.serving = command == "serve"
    os.umask(0o022)  # a server of another user must be able to read what is published


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    if not config.plugins["i18n"].building:  # static-i18n comes here again for each further language
        _build.all_pages = {}
        check_config(config, serving=_build.serving)
        config.theme.static_templates |= {"robots.txt", "site.webmanifest"}
        config.markdown_extensions.append(page_tree.PageTree())
    return config


@event_priority(-200)  # after static-i18n has said which language a file is in
def on_files(files: Files, config: MkDocsConfig) -> Files:
    _build.read(files, config)
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    def all_below(items: list) -> list:
        return [one for item in items for one in (item, *all_below(item.children or []))]

    no_pages = [item.url for item in all_below(nav.items) if isinstance(item, Link)]
    in_menu = {docs_files.key_of(page.file.src_uri, _build.language) for page in nav.pages}
    front_matter.check_navigation(_build.pages, in_menu, no_pages)
    groups = template_filters.menu_groups(nav)
    _build.parts = {page.file.src_uri: title for title, pages in groups for page in pages}
    return nav


@event_priority(100)  # before anything else reads the Markdown
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    info = _build.all_pages[page.file.src_uri]
    page.meta = dict(info.meta)  # as we read it: dates stay text

    def render(partial: str, **values: object) -> str:
        return _build.environment.get_template(f"partials/{partial}").render(page=page, **values).strip()

    context = directives.Context(info, _build.pages, _build.data, _build.strings, config.extra, render, _build.pdf_name)
    glossary = config.extra["special_pages"]["glossary"]
    way = "" if info.key == glossary else front_matter.relative(glossary, info.key)
    extension = next(one for one in config.markdown_extensions if isinstance(one, page_tree.PageTree))
    extension.turn_to(info, Glossary(_build.data["terms"], way), _build.strings)
    return directives.expand(context)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    _build.sections[page.file.src_uri] = search_index.sections(html)
    return html


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    _build.finish(env, config, files)
    return env


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """Leave out the templates of a further language: they would stand in the place of the Dutch ones."""
    return output if _build.language == _build.default or template_name == "sitemap.xml" else ""


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Leave out needless white space; words, tags and quotes stay as the HTML standard has them."""
    if _build.serving:
        return output
    return minify_html.minify(
        output,
        keep_closing_tags=True,
        keep_html_and_head_opening_tags=True,
        keep_input_type_text_attr=True,
        allow_noncompliant_unquoted_attribute_values=False,
        allow_optimal_entities=False,
        allow_removing_spaces_between_attributes=False,
        minify_doctype=False,
    )


@event_priority(-200)  # static-i18n builds the other languages at -100
def on_post_build(config: MkDocsConfig) -> None:
    if config.plugins["i18n"].building or _build.serving:
        return
    folder = Path(config.site_dir)
    (folder / "sitemap.xml.gz").unlink()  # holds the clock; nobody asks for it
    names = [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]
    urls = [info.url for info in _build.all_pages.values()]
    told = headers.files(_build.assets.policy, _build.data["moved"], names, urls, config.site_url)
    for name, text in told.items():
        (folder / name).write_text(text, encoding="utf-8")


def on_serve(server, config: MkDocsConfig, builder):
    return live.show_errors(server, Path(config.site_dir), Path(__file__).parent)
