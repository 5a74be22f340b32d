"""A reader with a phone or a desktop, and other sites that answer in place of the real ones."""

from collections.abc import Iterator

import pytest
from exiting import ELSEWHERE, EXIT, SCREENS, answer
from playwright.sync_api import Browser, BrowserContext, Page


@pytest.fixture
def context(request: pytest.FixtureRequest, browser: Browser) -> Iterator[BrowserContext]:
    with browser.new_context(**SCREENS[getattr(request, "param", "desktop")]) as context:
        context.route(f"{EXIT}**", answer)
        context.route(f"{ELSEWHERE}**", answer)
        yield context


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()
