"""The menu works by keyboard, by mouse and without scripts."""

from playwright.sync_api import Browser, Page, expect


def menu(page: Page):
    return page.get_by_role("navigation", name="Menu", exact=True)


def test_the_button_opens_the_menu_and_moves_into_it(page: Page, server):
    page.goto(server)
    button = page.get_by_role("button", name="Menu", exact=True)
    button.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("button", name="Sluit menu")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Herken je dit?").last).to_be_focused()


def test_escape_closes_the_menu_and_returns_to_the_button(page: Page, server):
    page.goto(server)
    button = page.get_by_role("button", name="Menu", exact=True)
    button.click()
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")


def test_leaving_the_menu_with_tab_closes_it(page: Page, server):
    page.goto(server)
    button = page.get_by_role("button", name="Menu", exact=True)
    button.click()
    page.keyboard.press("Shift+Tab")
    expect(button).to_have_attribute("aria-expanded", "false")


def test_the_menu_leads_to_a_page(page: Page, server):
    page.goto(server)
    page.get_by_role("button", name="Menu", exact=True).click()
    menu(page).get_by_role("link", name="Sporen wissen").click()
    expect(page).to_have_url(f"{server}sporen-wissen/")


def test_without_scripts_the_link_leads_to_the_menu_below_the_page(browser: Browser, server):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server)
    page.get_by_role("link", name="Menu", exact=True).click()
    expect(menu(page)).to_be_in_viewport()
    context.close()


def test_the_menu_marks_the_page_that_is_open(page: Page, server):
    page.goto(f"{server}hulp/")
    expect(menu(page).locator("[aria-current=page]")).to_have_text("Wie helpt")
