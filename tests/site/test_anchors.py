"""A place in a page is a promise too: links to it stand in chats, on paper and on other sites."""

from pathlib import Path

from tools.anchors import LIST, anchors

REMEDY = "Keep the place: write {: #name } behind the heading in docs/. Only where its text is gone, take the line out of tests/site/anchors.txt."


def test_every_place_that_was_ever_promised_is_still_there(site):
    held = LIST.read_text(encoding="utf-8").split()
    assert len(held) > 300
    assert sorted(set(held) - anchors(site)) == [], REMEDY


def test_every_heading_has_a_link_of_its_own_with_a_dutch_label(tree):
    wrong = []
    for heading in tree.css("article h2, article h3, article h4"):
        link = heading.css_first("a.app-anchor")
        words = " ".join(heading.text().removesuffix("#").split())
        place = heading.attributes.get("id") or heading.parent.attributes.get("id")
        if (
            link is None
            or link.attributes["href"] != f"#{place}"
            or link.attributes["aria-label"] != f"Link naar: {words}"
        ):
            wrong.append(words)
    assert wrong == []


def test_the_list_of_places_is_sorted_so_that_a_change_shows_in_review():
    lines = Path(LIST).read_text(encoding="utf-8").splitlines()
    assert lines == sorted(set(lines))
