"""A reader with a small phone and one with a desktop."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

SIZES = {"small phone": (320, 640), "desktop": (1280, 900)}


@pytest.fixture(params=SIZES, ids=list(SIZES))
def screen(request: pytest.FixtureRequest, browser: Browser, server: str) -> Iterator[Page]:
    width, height = SIZES[request.param]
    context = browser.new_context(viewport={"width": width, "height": height}, base_url=server)
    yield context.new_page()
    context.close()
