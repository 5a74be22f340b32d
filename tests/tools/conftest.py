"""The web that check-facts asks, played by this machine."""

from collections.abc import Iterator

import pytest
from actors import Stage, playing


@pytest.fixture
def stage() -> Iterator[Stage]:
    with playing() as played:
        yield played
