"""What the search box answers, as a reader sees and hears it: links, numbers, and a way on where nothing is found."""

import re

import pytest
from box import ask, results, status
from fold import fold, words
from playwright.sync_api import expect


@pytest.mark.parametrize("start", ["", "vormen/grooming/", "404.html"])
def test_results_are_links_that_lead_there_from_everywhere(screen, server, start):
    screen.goto(start)
    ask(screen, "grooning")
    expect(results(screen).first).to_have_attribute("href", re.compile(f"^{server}vormen/grooming/(#|$)"))
    assert 0 < results(screen).count() <= 8
    results(screen).first.click()
    expect(screen).to_have_url(re.compile(f"^{server}vormen/grooming/"))


def test_a_result_says_its_title_where_it_leads_and_its_part_of_the_site(screen):
    screen.goto("")
    ask(screen, "vingerafdruk laten maken")
    item = screen.locator("[data-search-results] li").first
    address = item.get_by_role("link").get_attribute("href")
    part = item.locator("p").first.inner_text()
    expect(item).to_contain_text("Nu hulp")
    screen.goto(address)
    assert part == screen.locator(f"[id='{address.partition('#')[2]}']").inner_text()


def test_an_english_word_in_a_result_is_said_in_english(page, server):
    page.goto(server)
    ask(page, "sextortion")
    expect(page.locator("[data-search-results] a [lang=en]").first).to_have_text("Sextortion")


@pytest.mark.parametrize(
    ("words", "number", "name"),
    [("mijn zoon wil dood", "113", "Bel 113 Zelfmoordpreventie: 113"), ("hij staat voor de deur", "112", "Bel 112")],
)
def test_words_of_danger_show_the_number_above_the_results(page, server, words, number, name):
    page.goto(server)
    ask(page, words)
    first = page.locator("[data-app-search-panel] a:visible").first
    expect(first).to_have_attribute("href", f"tel:{number}")
    expect(first).to_have_accessible_name(name)
    expect(status(page)).to_contain_text(f"{name}.")


def test_where_nothing_is_found_people_and_ways_on_are_offered(screen):
    screen.goto("")
    ask(screen, "qqqqqq")
    nothing = screen.locator("[data-app-search-nothing]")
    expect(nothing.get_by_text("We vonden geen pagina")).to_be_visible()
    expect(nothing.get_by_text("Staat hier niet")).to_be_hidden()
    links = nothing.locator("a").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    assert {"tel:08002000", "tel:0202615275"} <= set(links)
    expect(screen.get_by_role("link", name="Alle pagina's van A tot Z").first).to_be_visible()
    expect(status(screen)).to_contain_text("Niets gevonden")
    ask(screen, "grooming")
    expect(nothing).to_be_hidden()


def test_what_is_only_guessed_is_shown_with_another_way_on(screen):
    screen.goto("")
    nothing = screen.locator("[data-app-search-nothing]")
    for guessed in ("grooning", "chantge"):
        ask(screen, guessed)
        expect(results(screen).first).to_be_visible()
        expect(nothing).to_contain_text("Staat hier niet wat je zoekt?")
        expect(nothing.get_by_role("link", name=re.compile("Veilig Thuis"))).to_be_visible()
        expect(nothing.get_by_text("We vonden geen pagina")).to_be_hidden()
    for known in ("grooming", "naaktfotootje gelekt"):
        ask(screen, known)
        expect(nothing).to_be_hidden()


def test_hidden_words_find_a_page_and_are_shown_nowhere(page, server):
    page.goto(server)
    for word, address in (("kech", "vormen/shame-sexting/"), ("pedojager", "vormen/grooming/")):
        ask(page, word)
        expect(results(page).first).to_have_attribute("href", re.compile(address))
        shown = [fold(one) for one in words(page.locator("[data-app-search-panel]").inner_text())]
        assert fold(word) not in shown
