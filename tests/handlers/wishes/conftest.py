"""A house with a list of wishes."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from domain.wishes.wish import WishTerms
from handlers.dialog.setup import Setup
from tests.house import TestHouse


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[TestHouse]:
    setup = Setup(
        links={"test": "test:{code}"},
        most_messages_a_minute=10_000,
        wishes=WishTerms(),
    )
    async with TestHouse(tmp_path, setup=setup) as made:
        yield made
