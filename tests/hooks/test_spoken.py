"""What a screen reader is told: English words in English, telephone numbers digit by digit."""

from helpsite import language
from helpsite.finish import spoken
from selectolax.lexbor import LexborHTMLParser

TERMS = [
    {"term": "grooming", "forms": ["groomt", "gegroomd", "groomers"], "lang": "en"},
    {"term": "shame-sexting", "forms": [], "lang": "en"},
    {"term": "sexting", "forms": [], "lang": "en"},
    {"term": "klacht", "forms": ["klachten"]},
]
PATTERN = spoken.english_pattern(spoken.english_words(TERMS, ["Take It Down"]))


def marked(html: str) -> str:
    tree = LexborHTMLParser(html)
    spoken.mark_english(tree.body, PATTERN)
    return tree.body.inner_html


def test_english_words_and_names_are_marked_in_text_links_and_headings():
    assert marked("<h1>Grooming: wat is dat?</h1>") == '<h1><span lang="en">Grooming</span>: wat is dat?</h1>'
    assert marked("<a>Take It Down</a>") == '<a><span lang="en">Take It Down</span></a>'


def test_a_word_is_marked_whole_and_not_inside_another():
    assert marked("<p>shame-sexting</p>") == '<p><span lang="en">shame-sexting</span></p>'
    assert marked("<p>sextings, sexting-app</p>") == "<p>sextings, sexting-app</p>"


def test_a_dutch_verb_made_of_an_english_word_stays_dutch():
    assert marked("<p>groomers, gegroomd, groomt, klachten</p>") == '<p><span lang="en">groomers</span>, gegroomd, groomt, klachten</p>'


def test_what_has_a_language_already_is_left_alone():
    assert marked('<p lang="en">grooming</p>') == '<p lang="en">grooming</p>'


def test_numbers_are_said_digit_by_digit():
    assert language.digits_apart("Bel Veilig Thuis 0800 2000 gratis") == "Bel Veilig Thuis 0 8 0 0 2 0 0 0 gratis"
    assert language.digits_apart("112") == "1 1 2"
    tree = LexborHTMLParser('<a href="tel:112">Direct gevaar? <b>Bel 112</b></a>')
    spoken.say_digits(tree)
    assert tree.css_first("a").attributes["aria-label"] == "Direct gevaar? Bel 1 1 2"
    assert tree.css_first("a").text() == "Direct gevaar? Bel 112"
