"""What the search is made of: small, with its licence, and folded the same way on both sides."""

from pathlib import Path

import pytest
from helpsite import fold, search_index
from helpsite.finish import lunr
from selectolax.lexbor import LexborHTMLParser

from tools.search_report import SETS, read

ROOT = Path(__file__).parents[2]
LIMIT = 20_000  # bytes on the wire, engine and index together (issue 4)


@pytest.fixture(scope="module")
def files(site) -> list[Path]:
    return sorted((site / "assets").glob("search.*.js"))


@pytest.mark.parametrize("packed", [".gz", ".br"])
def test_engine_and_index_are_small_on_the_wire(files, packed):
    assert len(files) == 2
    assert sum(file.with_name(file.name + packed).stat().st_size for file in files) <= LIMIT


def test_the_engine_carries_the_licence_of_lunr(files):
    engine = files[0].read_text(encoding="utf-8")
    assert "Copyright (C) 2020 Oliver Nightingale" in engine[:300]
    assert "@license MIT" in engine[:300]


def test_names_hold_a_hash_and_the_index_its_language(files):
    assert [file.name.count(".") for file in files] == [2, 3]
    assert files[1].name.startswith("search.nl.")


def test_the_cut_of_lunr_leaves_out_what_is_not_used():
    _, source = lunr.cut()
    assert "ational" not in source  # the English stemmer
    assert "QueryLexer" not in source
    assert "QueryParseError" not in source


def test_browser_and_build_fold_every_word_of_the_site_alike(page, server, site, files):
    texts = [LexborHTMLParser(path.read_text(encoding="utf-8")).body.text() for path in sorted(site.rglob("*.html"))]
    texts += [path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs").rglob("*.md"))]
    texts += [path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs/_data").glob("*.yml"))]
    texts += [query for name in SETS for query, _ in read(name)]
    page.goto(server)
    theirs = page.evaluate(
        "async ([engine, texts]) => { const {fold, words} = await import(engine);"
        " return texts.map(text => words(text).map(word => [word, fold(word)])); }",
        [f"/assets/{files[0].name}", texts],
    )
    ours = [[[word, fold.fold(word)] for word in fold.words(text)] for text in texts]
    assert [
        pair for got, own in zip(theirs, ours, strict=True) for pair in zip(got, own, strict=True) if pair[0] != pair[1]
    ] == []


@pytest.mark.parametrize(
    "words",
    [
        "afgeperst afpersen afpersing afperser afpersers",
        "naaktfoto naaktfoto's naaktfotos naaktfotootje",
        "doorsturen doorgestuurd doorgestuurt doorstuurt",
        "dreigen dreigt gedreigd dreiging dreigement dreigementen",
        "sextortion sextorsion sekstorsion sextorsie",
        "grooming groomer gegroomd",
        "intimidatie intimidasie intimidaties",
        "filmpje filmpjes film gefilmd filmen",
        "seksueel seksuele sexueel sexuele",
        "privé prive",
        "bericht berichtje berichtjes berichten",
    ],
)
def test_inflections_and_spellings_of_a_word_fold_to_one(words):
    assert len({fold.fold(word) for word in fold.words(words)}) == 1


@pytest.mark.parametrize("words", ["foto film", "moeder broer", "straf strafbaar", "oud ouder", "kind klant"])
def test_different_words_stay_different(words):
    assert len({fold.fold(word) for word in fold.words(words)}) == 2


def test_a_phrase_is_left_out_where_a_shorter_one_says_it():
    assert search_index.phrases(["dochter", "dochters", "mijn dochter", "mijn kind"]) == "dogt|min kint"
    assert search_index.phrases(["help", "help ik"], hollow={"help"}) == "help|help ik"


def test_a_page_does_not_say_again_with_which_words_a_group_leads_to_it():
    groups = [["naktfot|blot fot", [[0, 5], [1, 1]]], ["leral", [[1, 3]]]]
    assert search_index.led_by(groups, 0) == {"naktfot", "blot fot"}
    assert search_index.led_by(groups, 1) == {"leral"}
    assert search_index.hidden_words(["leral", "meester"], "", {"leral"}) == fold.fold("meester")


def test_no_hidden_word_stands_in_the_index_as_it_is_written(files):
    index = files[1].read_text(encoding="utf-8")
    assert [word for word in ("kindermisbruikbeelden", "pedofiel", "kutwijf") if word in index] == []
