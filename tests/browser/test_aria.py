"""What a screen reader gets: the landmarks, names, headings and numbers of three places, in reading order.

Each snapshot names what must be there and leaves the running text free, so that an editor can change a sentence.
A new shape is written here by hand: look first with `page.locator("body").aria_snapshot()`.
"""

import pytest
from playwright.sync_api import Page, expect

TOP = r"""
- link "Ga naar inhoud"
- banner:
  - region "Direct hulp":
    - link "Verlaat deze site"
    - link /^Direct gevaar\? Bel 112$/
    - link /^Advies of melden\? Veilig Thuis 0800.2000/
  - link "Online seksuele intimidatie"
  - search:
    - searchbox "Zoek op deze site"
    - button "Zoek"
  - button "Menu" [expanded=false]
"""
BOTTOM = """
- navigation "Menu":
  - list "Nu hulp"
  - list "Wat het is"
  - list "Iemand helpen"
  - list "Over deze site"
- contentinfo:
  - paragraph:
    - link "Privacy"
"""
MAIN = {
    "": """
- main:
  - article:
    - heading "Je bent niet alleen, en het is niet jouw schuld" [level=1]
    - list:
      - listitem:
        - link "Het overkomt mij"
      - listitem:
        - link "Ik maak me zorgen om iemand"
      - listitem:
        - link "Ik ben professional"
    - heading "De zes vormen, kort gezegd" [level=2]
    - list:
      - listitem:
        - link "Shame-sexting"
""",
    "vormen/sextortion/": """
- main:
  - article:
    - heading /^Sextortion/ [level=1]
    - group "Dit kun je nu doen":
      - list:
        - listitem:
          - strong: /^Betaal niet/
    - heading "Zo herken je het" [level=2]
    - heading "Wat de wet zegt" [level=2]
    - heading "Wie helpt" [level=2]
    - heading "Helpwanted" [level=3]
    - paragraph:
      - link /^Bel 020.261.52.75$/
    - group
  - navigation "Op deze pagina"
""",
    "hulp/": """
- main:
  - article:
    - heading "Wie kan jou helpen?" [level=1]
    - group "Drie nummers":
      - list:
        - listitem:
          - link "112"
    - heading "Helpwanted" [level=3]
    - paragraph:
      - link /^Bel 020.261.52.75$/
    - paragraph: /ook anoniem/
    - group
""",
}


@pytest.mark.parametrize("place", MAIN, ids=["home", "a form", "the help page"])
def test_a_page_as_a_screen_reader_gets_it(page: Page, server: str, place: str) -> None:
    page.goto(server + place)
    expect(page.locator("body")).to_match_aria_snapshot(TOP + MAIN[place] + BOTTOM)


def test_no_heading_holds_a_link_and_every_notice_has_its_title_for_name(pages) -> None:
    for address, tree in pages.items():
        assert tree.css(":is(h1, h2, h3, h4) a") == [], address
        for notice in tree.css(".admonition"):
            title = tree.css_first(f"#{notice.attributes['aria-labelledby']}")
            assert notice.attributes["role"] == "group" and title.text().strip(), address
