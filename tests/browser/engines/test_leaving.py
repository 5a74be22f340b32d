"""The exit in every engine, by what the glass shows: a document that says it is blank may still be painted."""

import pytest
from reading import BACK, FORWARD

EXIT = "[data-app-exit]"
pytestmark = pytest.mark.parametrize("reader", ["chromium", "firefox", "webkit"], indirect=True, scope="module")


def leave(reader, ours: str, *pages: str) -> None:
    """Read `pages` one after the other, by links, and press the exit; then the screen is blank."""
    reader.open("about:blank")
    reader.open(ours + pages[0])
    for page in pages[1:]:
        reader.follow(ours + page)
    reader.press(EXIT)
    reader.until(reader.blank, 1)


def test_the_screen_is_blank_while_the_other_site_is_silent_and_stays_so(reader, ours, silent):
    leave(reader, ours, "vormen/sextortion/")
    assert not reader.shows_words(1)


def test_back_while_waiting_and_on_again_shows_nothing(reader, ours, silent):
    leave(reader, ours, "vormen/sextortion/")
    for step in (BACK, FORWARD):
        reader.go(step)
        assert not reader.shows_words(1)


@pytest.mark.parametrize("mood", ["answers", "silent"])
def test_no_way_back_shows_a_page_of_ours(reader, ours, elsewhere, mood, request):
    if mood == "silent":
        request.getfixturevalue("silent")
    leave(reader, ours, "", "hulp/", "vormen/sextortion/")
    if mood == "answers":
        reader.until(lambda: reader.address() == elsewhere)
    if reader.engine == "webkit":  # it has no Navigation API
        reader.go(BACK)  # what /sporen-wissen/ says of Safari: earlier pages come, the one that was left does not
        reader.until(lambda: reader.address() == ours + "hulp/")
        reader.go(FORWARD)
        reader.until(reader.blank, 3)
        return
    for step in (BACK, BACK, FORWARD):
        reader.go(step)
        assert not reader.shows_words(1)


def test_back_works_as_ever_for_who_follows_a_link(reader, ours, elsewhere):
    reader.open(ours)
    reader.follow(ours + "hulp/")
    reader.follow(ours + "hulp/#politie")
    reader.follow(elsewhere)
    for address in ("hulp/#politie", "hulp/", ""):
        reader.go(BACK)
        reader.until(lambda address=address: reader.address() == ours + address and not reader.blank())
