"""Menu, search, layout and dark in Firefox and WebKit: what was made for Chromium works for everybody."""

import pytest

PAGES = ("", "eerste-stappen/", "hulp/", "vormen/sextortion/", "feiten-en-cijfers/")
# Wider than the window; 112 under the exit; links in the text that can't be told from it.
LOOK = """
const root = document.documentElement, box = (what) => document.querySelector(what).getBoundingClientRect();
const exit = box("[data-app-exit]"), help = box("a[href='tel:112']");
const links = [...document.querySelectorAll("main p a[href]")].filter((a) => a.checkVisibility() && !a.className);
return [
  root.scrollWidth > root.clientWidth && `${root.scrollWidth} wide`,
  help.right > exit.left && help.bottom > exit.top && help.top < exit.bottom && "112 under the exit",
  box("h1").width < 200 && "a heading without room",
  links.some((a) => getComputedStyle(a).textDecorationLine !== "underline") && "a link without a line",
].filter(Boolean);
"""


everywhere = pytest.mark.parametrize("reader", ["firefox", "webkit"], indirect=True)


@everywhere
def test_five_pages_have_room_on_a_phone_and_on_a_desktop(reader, ours):
    wrong = []
    for width in (400, 1200):
        reader.drive.set_window_size(width, 900)
        for page in PAGES:
            reader.open(ours + page)
            wrong += [(width, page, what) for what in reader.ask(LOOK)]
    assert wrong == []


@everywhere
def test_the_menu_opens_and_leads_on(reader, ours):
    reader.open(ours + "hulp/")
    reader.press("[aria-controls=menu]")
    reader.until(lambda: reader.ask("return document.activeElement.textContent.trim()") == "Sluit menu")
    reader.press("#menu a[href*='eerste-stappen']")
    reader.until(lambda: reader.address() == ours + "eerste-stappen/")


@everywhere
def test_the_search_answers_while_somebody_types(reader, ours):
    reader.open(ours)
    reader.press("input[type=search]")
    reader.drive.find_element("css selector", "input[type=search]").send_keys("chantage met naaktfoto")
    found = "return [...document.querySelectorAll('[data-app-search] a')].map((a) => a.pathname)"
    reader.until(lambda: "/vormen/sextortion/" in reader.ask(found))


@pytest.mark.parametrize("reader", ["firefox dark", "webkit dark"], indirect=True)
def test_dark_is_dark(reader, ours):
    reader.open(ours)
    colours = reader.glass().getcolors(1 << 20)
    assert sum(max(colours)[1]) < 200  # the colour of most of the screen
