"""A house that has lists of needs and resources."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from domain.matching.terms import Terms
from handlers.dialog.setup import Setup
from handlers.matching.routes import LISTENERS
from tests.house import TestHouse


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[TestHouse]:
    setup = Setup(
        links={"test": "test:{code}"},
        most_messages_a_minute=10_000,
        matching=Terms(),
        listeners=LISTENERS,
    )
    async with TestHouse(tmp_path, setup=setup) as made:
        yield made
