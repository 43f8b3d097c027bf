"""A fake WeCom with its robot beside the fake Telegram, and the house that talks to both."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.aibot.circle import Circle
from tests.fakes.telegram.server import FakeTelegram
from tests.telegram.conftest import data, telegram, template

__all__ = ["circle", "data", "telegram", "template"]


@pytest.fixture
async def circle(telegram: FakeTelegram, data: Path) -> AsyncIterator[Circle]:
    async with Circle(telegram, data) as running:
        yield running
