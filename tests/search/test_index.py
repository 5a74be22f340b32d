"""What the search is made of: small, and folded the same way on both sides."""

import gzip
import json

import fold
import pytest
import search_index

LIMIT = 30_000  # bytes of an index on the wire
WORDS = {
    "afgeperst afpersen afpersing afperser afpersers": "afper",
    "naaktfoto naaktfoto's naaktfotos naaktfotootje": "naktfoto",
    "doorsturen doorgestuurd doorgestuurt doorstuurt": "dorstur",
    "dreigen dreigt gedreigd dreiging dreigementen": "drig",
    "intimidatie intimidasie intimidaties": "intimidasi",
    "ﬁlmpje ｆｉｌｍｐｊｅｓ film gefilmd fil\u00admen": "film",
    "seksueel seksuele sexueel sexuele": "seksuel",
    "0800 2000": "08002000",
    "0800.2000": "08002000",
    "٠٨٠٠ ２０００": "08002000",
    "szantaż": "santa",
}


@pytest.fixture(scope="module")
def files(site):
    return sorted((site / "assets").glob("search.*.js"))


def test_an_index_is_small_on_the_wire(files):
    assert max(len(gzip.compress(file.read_bytes(), 9)) for file in files) <= LIMIT


@pytest.mark.parametrize("text", WORDS)
def test_spellings_of_a_word_fold_to_one_in_the_build(text):
    assert {fold.fold(word) for word in fold.words(text)} == {WORDS[text]}


def test_the_browser_folds_as_the_build_does(page, server, files):
    page.goto(server)
    theirs = page.evaluate(
        "async ([engine, table, texts]) => { const {folding} = await import(engine);"
        " const {fold, words} = folding(table);"
        " return texts.map(text => words(text).map(fold)); }",
        [f"/assets/{files[0].name}", fold.table("nl"), list(WORDS)],
    )
    assert theirs == [[fold.fold(word) for word in fold.words(text)] for text in WORDS]


@pytest.mark.parametrize("words", ["foto film", "moeder broer", "straf strafbaar", "oud ouder", "kind klant"])
def test_different_words_stay_different(words):
    assert len({fold.fold(word) for word in fold.words(words)}) == 2


def test_no_rule_asks_for_what_safari_14_cannot_read():
    assert "?<" not in json.dumps(fold.table("nl")) + json.dumps(fold.table("en"))


def test_an_article_is_cut_at_its_headings_cards_included_and_sources_left_out():
    html = (
        "<p>Boven<sup>1</sup></p><h2 id='a'>Kop &amp; <span>meer</span></h2><p>Tekst<br>hier</p><ul><li>punt</li></ul>"
        "<div id='fier'><h3>Fier</h3><p>Bel.</p></div><div class='footnote'><ol><li>Bron</li></ol></div>"
    )
    assert search_index.sections(html) == [
        ("a", "Kop & meer"),
        ("fier", "Fier"),
    ]


def test_no_hidden_word_stands_in_the_index_as_it_is_written(files):
    index = files[-1].read_text(encoding="utf-8")
    assert [word for word in ("kindermisbruikbeelden", "pedofiel", "kutwijf") if word in index] == []
