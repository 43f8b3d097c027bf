"""`house` is the whole house in memory with a frozen clock: for whoever runs tests."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.house import TestHouse


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[TestHouse]:
    async with TestHouse(tmp_path) as made:
        yield made
