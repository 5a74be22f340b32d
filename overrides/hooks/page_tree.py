"""What a page's Markdown becomes beyond Markdown: folds, notices with a name, tables, boxes to tick, explained words.

A Markdown extension that works on the tree that Markdown made, before it is written as HTML: nothing is parsed again.
"""

import re
from xml.etree.ElementTree import Element, SubElement

from errors import SiteError
from front_matter import PageInfo
from glossary import Glossary
from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor
from strings import Strings

_BOX = "[ ] "
_FOLD = "vouw"
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# What is markup for us, seen in a text that readers would get.
_LEFT = re.compile(r"\{:|\[\[|\]\]|<!--|-->|!!! |\?\?\?|\[\^|\]\(|\]\[|^\*\*|\*\*$|^#{1,6} ")


class PageTree(Extension):
    """Holds the page that is being made; build.py changes it for each."""

    def turn_to(self, page: PageInfo, glossary: Glossary, strings: Strings) -> None:
        """Take the page that Markdown makes next."""
        self.page, self.glossary, self.strings = page, glossary, strings

    def extendMarkdown(self, md: Markdown) -> None:
        """Run after footnotes, attributes and ids of headings, before MkDocs follows the links."""
        md.treeprocessors.register(_Tree(self), "app-page-tree", 3)


class _Tree(Treeprocessor):
    def __init__(self, extension: PageTree) -> None:
        super().__init__()
        self.of = extension

    def run(self, root: Element) -> None:
        place = self.of.page.place
        check_headings(root, place)
        check_texts(root, self.of.page)
        for image in root.iter("img"):
            if not image.get("alt"):
                raise SiteError(
                    place, f"the image {image.get('src')} has no text.", "Say between the [ ] what it shows."
                )
        for table in root.iter("table"):
            finish_table(table, place)
        for item in root.iter("li"):
            tick_box(item)
        for link in root.iter("a"):
            if link.get("href", "").startswith("http"):
                link.set("rel", "noopener noreferrer")
        name_notices(root)
        one_way_back(root, self.of.strings)
        self.of.glossary.explain(root)
        fold_sections(root)


def check_headings(root: Element, place: str) -> None:
    """Stop on a second h1 and on a heading that skips a level: the outline is a reader's map."""
    above = 0
    for heading in (one for one in root.iter() if one.tag in _HEADINGS):
        level = int(heading.tag[1])
        if level > above + 1 or (level == 1 and above):
            text = "".join(heading.itertext()).strip()
            problem = f"the heading '{text}' is at level {level} below level {above}."
            raise SiteError(place, problem, "Go down one level at a time.")
        above = level


def check_texts(root: Element, page: PageInfo) -> None:
    """Stop where markup for us would reach a reader as text."""
    for text in root.itertext():
        for line in text.split("\n"):
            if left := _LEFT.search(line.strip().removeprefix(_BOX.strip())):
                position = page.body.find(line.strip())
                where = f"line {page.line(position)}" if position >= 0 else "the page"
                problem = f"{where} shows readers '{line.strip()[max(0, left.start() - 20) :][:60]}'."
                raise SiteError(page.place, problem, "That is markup which does not work there: mend it.")


def finish_table(table: Element, place: str) -> None:
    """Say what each header is of, and give each cell its header for screens that are too narrow for columns."""
    headers = table.findall("thead/tr/th")
    if not headers or any("colspan" in cell.attrib or "rowspan" in cell.attrib for cell in table.iter()):
        problem = "has a table without a row of headers, or with joined cells."
        raise SiteError(place, problem, "Write it as a Markdown table: | a | b | and below it | --- | --- |.")
    names = ["".join(header.itertext()).strip() for header in headers]
    for header in headers:
        header.set("scope", "col")
    table.set("class", "app-table app-table--stack" if len(headers) > 2 else "app-table")
    for row in table.findall("tbody/tr"):
        for number, (name, cell) in enumerate(zip(names, row, strict=False)):
            cell.set("data-label", name)
            if not number:
                cell.tag = "th"
                cell.set("scope", "row")


def tick_box(item: Element) -> None:
    """Draw a box before a list item that begins with '[ ] ', for a pen on paper."""
    first = item[0] if len(item) and item[0].tag == "p" and not (item.text or "").strip() else item
    if (first.text or "").lstrip().startswith(_BOX):
        first.text = first.text.lstrip().removeprefix(_BOX)
        item.set("class", "app-check")


def name_notices(root: Element) -> None:
    """Make each notice a group that a screen reader names by its title."""
    notices = (one for one in root.iter("div") if "admonition" in (one.get("class") or "").split())
    for number, notice in enumerate(notices, 1):
        title = notice.find("p[@class='admonition-title']")
        if title is not None:
            title.set("id", f"kader-{number}")
            title.set("aria-hidden", "true")  # it names the group: heard once is enough
            notice.set("role", "group")
            notice.set("aria-labelledby", f"kader-{number}")


def one_way_back(root: Element, t: Strings) -> None:
    """Leave each source one link to the place that names it first, with words; none where no mark names it."""
    places = {one.get("id") for one in root.iter("sup")}
    for note in (item for div in root.iter("div") if div.get("class") == "footnote" for item in div.iter("li")):
        found = 0
        for parent in list(note.iter()):
            for link in [one for one in parent if one.get("class") == "footnote-backref"]:
                found += 1
                if found > 1 or link.get("href", "")[1:] not in places:
                    parent.remove(link)
                else:
                    link.text = t("source.back")
                    link.attrib.pop("title", None)


def fold_sections(root: Element) -> None:
    """Put each section whose heading ends in {: .vouw } in a `<details>`, with the heading as its summary.

    It is written open: a script closes it when the page comes in, so that without scripts all is there to read.
    """
    children = list(root)
    root[:] = []
    into, level = root, 0
    stack: list[tuple[Element, int]] = []  # open folds, outermost first
    for child in children:
        level = int(child.tag[1]) if child.tag in _HEADINGS else 0
        while level and stack and stack[-1][1] >= level:
            stack.pop()
        into = stack[-1][0] if stack else root
        classes = (child.get("class") or "").split()
        if level and _FOLD in classes:
            classes.remove(_FOLD)
            child.attrib.pop("class")
            details = SubElement(
                into, "details", {"class": " ".join(["app-fold", *classes]), "open": "open", "data-app-fold": ""}
            )
            SubElement(details, "summary").append(child)
            stack.append((details, level))
        else:
            into.append(child)
