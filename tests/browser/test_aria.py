"""What a screen reader gets: the landmarks, names, headings and numbers of four places, in the order in which they are read.

Each snapshot names what must be there and leaves the running text free, so that
an editor can change a sentence. A new shape is written here by hand: look first
with `page.locator("body").aria_snapshot()`.
"""

from playwright.sync_api import Page, expect

TOP = r"""
- link "Ga naar inhoud"
- banner:
  - link "Verlaat deze site"
  - region "Direct hulp":
    - link "Direct gevaar? Bel 1 1 2"
    - link /Advies of melden\? Bel Veilig Thuis 0 8 0 0 2 0 0 0 gratis/
  - link "Online seksuele intimidatie"
  - search:
    - searchbox "Zoek op deze site"
    - button "Zoek"
    - status
  - button "Menu"
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
  - paragraph:
    - link "Over deze site"
"""
HOME = """
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
      - listitem:
        - link "Grooming"
      - listitem:
        - link "Wraakporno"
      - listitem:
        - link "Sextortion"
      - listitem:
        - link "Online verspreiden van seksueel geweld"
      - listitem:
        - link "Ongevraagde seksuele berichten"
    - heading "Je volgende stap" [level=2]
"""
FORM = """
- main:
  - article:
    - heading /^Sextortion/ [level=1]
    - heading "Zo herken je het" [level=2]
    - heading "Dit kun je nu doen" [level=2]
    - list
    - heading "Wat de wet zegt" [level=2]
    - heading "Lijkt op, maar is anders" [level=2]
    - heading "Wie helpt" [level=2]
    - heading "Helpwanted" [level=3]
    - paragraph:
      - link "Bel 0 2 0 2 6 1 5 2 7 5"
    - heading "Je volgende stap" [level=2]
    - heading "Bronnen bij deze pagina" [level=2]
  - navigation "Op deze pagina"
"""
HELP = """
- main:
  - article:
    - heading "Wie kan jou helpen?" [level=1]
    - heading "Direct gevaar, of eerst advies" [level=2]
    - heading "112" [level=3]
    - paragraph:
      - link "Bel 1 1 2"
    - heading "Veilig Thuis" [level=3]
    - paragraph:
      - link "Bel 0 8 0 0 2 0 0 0"
    - term: "Kosten:"
    - definition: gratis
    - term: "Wanneer:"
    - definition: dag en nacht
    - heading "Iemand misbruikt beelden van jou" [level=2]
    - heading "Helpwanted" [level=3]
"""
FOUND = r"""
- search:
  - searchbox "Zoek op deze site": grooming
  - button "Zoek" [expanded]
  - status: /\d+ resultaten/
  - region "Zoekresultaten":
    - list:
      - listitem:
        - link /Grooming/
    - paragraph:
      - link "Alle pagina's van A tot Z"
"""
NOT_FOUND = """
- search:
  - searchbox "Zoek op deze site"
  - button "Zoek" [expanded]
  - status: /Niets gevonden/
  - region "Zoekresultaten":
    - list:
      - listitem:
        - 'link "Bel Veilig Thuis: 0 8 0 0 2 0 0 0"'
    - paragraph:
      - link "Alle pagina's van A tot Z"
"""


def test_the_home_page_as_a_screen_reader_gets_it(page: Page, server: str) -> None:
    page.goto(server)
    expect(page.locator("body")).to_match_aria_snapshot(TOP + HOME + BOTTOM)


def test_a_form_as_a_screen_reader_gets_it(page: Page, server: str) -> None:
    page.goto(server + "vormen/sextortion/")
    expect(page.locator("body")).to_match_aria_snapshot(TOP + FORM + BOTTOM)


def test_the_help_page_as_a_screen_reader_gets_it(page: Page, server: str) -> None:
    page.goto(server + "hulp/")
    expect(page.locator("body")).to_match_aria_snapshot(TOP + HELP + BOTTOM)


def test_the_search_says_what_it_found(page: Page, server: str) -> None:
    page.goto(server)
    box = page.get_by_role("searchbox", name="Zoek op deze site")
    box.fill("grooming")
    expect(page.get_by_role("banner")).to_match_aria_snapshot(FOUND)
    box.fill("qwrtpsdfg")
    expect(page.get_by_role("banner")).to_match_aria_snapshot(NOT_FOUND)


def test_the_menu_says_whether_it_is_open(page: Page, server: str) -> None:
    page.goto(server)
    expect(page.get_by_role("banner")).to_match_aria_snapshot('- button "Menu" [expanded=false]')
    page.get_by_role("button", name="Menu", exact=True).click()
    expect(page.get_by_role("banner")).to_match_aria_snapshot('- button "Menu" [expanded]')
