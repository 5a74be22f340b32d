"""What one run of the build knows, and what it makes of it: of all languages, and anew for each of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import assets
import content_rules
import data
import docs_files
import front_matter
import pdf
import redirects
import search_index
import template_filters
import verification_note
from errors import SiteError
from front_matter import PageInfo
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files
from strings import Strings

LOCAL = "http://127.0.0.1:8000/"
HOSTS = ("own", "pages", "cdn")
_MAY_HOLD_NUMBERS = frozenset({"phone", "web"})  # fields of an organisation
log = get_plugin_logger("site")


def check_config(config: MkDocsConfig, *, serving: bool) -> None:
    """Stop on an address or a host that can't be; say where addresses lead to this machine alone."""
    parts = urlsplit(config.site_url or "")
    if parts.scheme not in ("http", "https") or not parts.netloc:
        problem = f"is '{config.site_url or ''}', which is no address of a site."
        raise SiteError("SITE_URL", problem, "Write it whole, as in SITE_URL=https://example.org/ or leave it out.")
    config.site_url = config.site_url.rstrip("/") + "/"
    if config.extra["host"] not in HOSTS:
        raise SiteError("mkdocs.yml", f"extra.host is '{config.extra['host']}'.", f"Use one of: {', '.join(HOSTS)}.")
    if config.site_url == LOCAL and not serving:
        log.info("SITE_URL is not set: printed codes, shared links and the sitemap lead to this machine alone.")


@dataclass
class SiteBuild:
    """`pages` and all below it belong to the language that is being made."""

    serving: bool = False
    all_pages: dict[str, PageInfo] = field(default_factory=dict)  # by path in docs/, every language
    dutch: dict[str, PageInfo] = field(default_factory=dict)
    static: list[File] = field(default_factory=list)  # pictures and what else stands in docs/
    language: str = "nl"
    default: str = "nl"
    pages: dict[str, PageInfo] = field(default_factory=dict)  # by path of the Dutch page
    parts: dict[str, str] = field(default_factory=dict)  # the part of the menu that a page is in, by path in docs/
    data: dict = field(default_factory=dict)
    sections: dict[str, list] = field(default_factory=dict)  # what the search knows of each text
    strings: Strings | None = None
    assets: assets.Assets | None = None
    environment: Environment | None = None  # for the parts of a page that Markdown takes in

    @property
    def pdf_name(self) -> str:
        """The file of the factsheet as a PDF."""
        return "factsheet.pdf" if self.language == self.default else f"{self.language}/factsheet.pdf"

    def read(self, files: Files, config: MkDocsConfig) -> None:
        """Read and check all facts and pages of a language, the true cause of a mistake first."""
        i18n, docs = config.plugins["i18n"], Path(config.docs_dir)
        self.language, self.default = i18n.current_language, i18n.default_language
        docs_files.check(files, docs)
        docs_files.drop_theme_files(files)
        if self.language == self.default:
            self.static = [file for file in files if not file.is_documentation_page()]
        for file in self.static:  # static-i18n gives a further language none
            if file.src_uri not in files.src_uris:
                files.append(file)
        self.data = data.load(docs / "_data", self.language, self.default)
        self.strings = Strings(self.language)
        self.sections, self.pages = {}, {}
        for file in files.documentation_pages():
            key = docs_files.key_of(file.src_uri, self.language)
            info = front_matter.read_page(
                file.src_uri, key, file.url, Path(file.abs_src_path), self.data, self.language
            )
            self.pages[key] = self.all_pages[file.src_uri] = info
        if self.language == self.default:
            self.dutch = self.pages
        docs_files.check_twins(self.pages, self.dutch, self.language)
        front_matter.check_known(list(self.pages.values()), self.data["sources"])
        special = config.extra["special_pages"]
        front_matter.check_special(special, self.pages)
        verification_note.check_told(self.pages[special["about"]])
        self._check_words()
        files.append(File.generated(config, self.pdf_name, content=b""))  # pages link to it; filled when they are there
        self.environment = config.theme.get_env()
        self.prepare(self.environment, config)

    def _check_words(self) -> None:
        for info in self.pages.values():
            content_rules.check_words(info.meta, info.place)
        suffix = "" if self.language == self.default else f".{self.language}"
        for name in ("contacts", "terms", "law", "figures"):
            place = f"docs/_data/{name}{suffix}.yml"
            content_rules.check_words(self.data[name], place, skip=_MAY_HOLD_NUMBERS)

    def prepare(self, environment: Environment, config: MkDocsConfig) -> None:
        """Give templates our filters, the words and what is known of pages."""
        values = {
            "t": self.strings,
            "contacts": self.data["contacts"],
            "infos": self.all_pages,
            "special": {name: self.pages[path] for name, path in config.extra["special_pages"].items()},
            "language": self.language,
            "languages": {one: Strings(one) for one in config.plugins["i18n"].build_languages},
            "default_language": self.default,
            "serving": self.serving,
        }
        template_filters.prepare(environment, values)

    def finish(self, env: Environment, config: MkDocsConfig, files: Files) -> None:
        """Every text is there and no page is written: make what all pages carry, and what needs all of them."""
        pages, t = list(self.pages.values()), self.strings
        self.prepare(env, config)
        shown = {key: self.data["contacts"][key]["phone"]["shown"] for key in ("112", "veilig-thuis")}
        numbers = t("print.numbers", emergency=shown["112"], advice=shown["veilig-thuis"])
        search = search_index.modules(pages, self.sections, self.parts, self.data, self.language, assets.minify_js)
        self.assets = env.globals["assets"] = assets.read(
            numbers, search, self.language, mirrored=t("direction") == "rtl"
        )
        made: dict[str, str | bytes] = dict(self.assets.files)

        def render(partial: str, **values: object) -> str:
            return env.get_template(f"partials/{partial}").render(config=config, **values)

        if self.language == self.default:
            front_matter.check_used(pages, self.data["sources"])
            redirects.check(self.data["moved"], {info.url for info in pages})
            made |= redirects.pages(self.data["moved"], pages, config.site_url, render)
        if not self.serving:
            factsheet = self.pages[config.extra["special_pages"]["factsheet"]]
            page = files.get_file_from_path(factsheet.path).page
            document = pdf.write(render("pdf.html", page=page), page.canonical_url, factsheet.place)
            files.get_file_from_path(self.pdf_name).content_bytes = document
        for name, content in made.items():
            files.append(File.generated(config, name, content=content))
