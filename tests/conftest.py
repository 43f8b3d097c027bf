"""What every test may ask for: `house`, the whole house in memory with a frozen clock."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.house import TestHouse


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[TestHouse]:
    async with TestHouse(tmp_path) as made:
        yield made
