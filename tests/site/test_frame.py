"""What stands on every page before everything else: the way out and the two numbers."""

from places import words_of


def test_the_exit_and_both_numbers_come_before_the_text_and_the_menu(pages):
    for address, tree in pages.items():
        order = [node.attributes["href"] for node in tree.css("a[href]")]
        exit_place = order.index(tree.css_first("[data-app-exit]").attributes["href"])
        places = [order.index("tel:112"), exit_place, order.index("tel:08002000")]
        assert order[0] == "#inhoud" and sorted(places) == [1, 2, 3], address


def test_the_numbers_say_whom_to_call_for_what(pages):
    for address, tree in pages.items():
        t = words_of(address)
        words = {" ".join(node.text(separator=" ").split()) for node in tree.css('header a[href^="tel:"]')}
        assert any(t("help.danger") in one and one.endswith("112") for one in words), address
        assert any(t("help.advice") in one and "Veilig Thuis" in one and "0800 2000" in one for one in words), address


def test_the_quick_exit_is_a_plain_link_to_another_site(pages):
    for address, tree in pages.items():
        link = tree.css_first("[data-app-exit]")
        assert link.tag == "a" and link.attributes["href"].startswith("https://www.")
        assert link.text().strip() == words_of(address)("exit.link")


def test_no_name_of_a_number_differs_from_what_is_seen(pages):
    for tree in pages.values():
        assert [node.html for node in tree.css('a[href^="tel:"]') if "aria-label" in node.attributes] == []


def test_every_page_but_404_says_when_it_was_checked(pages):
    dates = {address: tree.css_first(".app-page-foot time") for address, tree in pages.items()}
    assert [address for address, node in dates.items() if node is None] == ["404.html"]
