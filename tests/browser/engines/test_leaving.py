"""The exit in every engine, by what the glass shows: a document that says it is blank may still be painted."""

import pytest

pytestmark = pytest.mark.parametrize("reader", ["chromium", "firefox", "webkit"], indirect=True)


def leave(reader, ours: str, *pages: str) -> None:
    """Read `pages` one after the other, by links, and press the exit; then the screen is blank."""
    reader.open("about:blank")
    reader.open(ours + pages[0])
    for page in pages[1:]:
        reader.follow(ours + page)
    reader.press("[data-app-exit]")
    reader.until(reader.blank, 1)


def test_while_the_other_site_is_silent_back_and_forward_show_nothing_either(reader, ours, silent):
    leave(reader, ours, "vormen/sextortion/")
    assert not reader.shows_words()
    for way in ("Left", "Right"):
        reader.go(way)
        assert not reader.shows_words()


@pytest.mark.parametrize("mood", ["answers", "silent"])
def test_no_way_back_shows_what_was_read(reader, ours, elsewhere, mood, request):
    if mood == "silent":
        request.getfixturevalue("silent")
    leave(reader, ours, "", "hulp/", "vormen/sextortion/")
    if mood == "answers":
        reader.until(lambda: reader.address() == elsewhere)
    if (
        reader.engine == "webkit"
    ):  # no Navigation API: as /sporen-wissen/ says, earlier pages come, the last one does not
        reader.go("Left")
        reader.until(lambda: reader.address() == ours + "hulp/")
        reader.go("Right")
        return reader.until(reader.blank, 3)
    for way in ("Left", "Left", "Right"):
        reader.go(way)
        assert not reader.shows_words()


def test_back_works_as_ever_for_who_follows_a_link(reader, ours, elsewhere):
    reader.open(ours)
    for address in (ours + "hulp/", ours + "hulp/#politie", elsewhere):
        reader.follow(address)
    for address in ("hulp/#politie", "hulp/", ""):
        reader.go("Left")
        reader.until(lambda address=address: reader.address() == ours + address and not reader.blank())
