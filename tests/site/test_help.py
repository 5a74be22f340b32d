"""The two numbers stand on every page, before everything else a reader sees or hears."""


def test_both_numbers_stand_before_the_text_and_the_menu(tree):
    order = [node.attributes["href"] for node in tree.css("a[href]")]
    numbers = [order.index("tel:112"), order.index("tel:08002000")]
    # only the skip link and the quick exit come before them
    assert numbers == [2, 3]


def test_the_block_says_whom_to_call_for_what(tree):
    words = " ".join(tree.css_first(".app-help").text(separator=" ").split())
    assert "Direct gevaar? Bel 112" in words
    assert "Advies of melden? Bel Veilig Thuis 0800 2000 gratis, dag en nacht, ook anoniem" in words


def test_the_quick_exit_is_a_plain_link_to_another_site(tree):
    link = tree.css_first("[data-app-exit]")
    assert link.tag == "a"
    assert link.attributes["href"].startswith("https://www.")
    assert link.text().strip() == "Verlaat deze site"


def test_every_page_but_404_says_when_it_was_checked(tree, address):
    if address == "404.html":
        assert tree.css_first("h1").text() == "Deze pagina is er niet"
    else:
        assert tree.css_first(".app-page-foot time").attributes["datetime"] >= "2026-11-22"
