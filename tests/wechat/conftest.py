"""A fake WeChat beside the fake Telegram, and the house that talks to both."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.fakes.oauth_browser import browser
from tests.fakes.telegram.server import FakeTelegram
from tests.telegram.conftest import data, telegram, template
from tests.wechat.village import Village

__all__ = ["browser", "data", "telegram", "template", "village"]


@pytest.fixture
async def village(telegram: FakeTelegram, data: Path) -> AsyncIterator[Village]:
    async with Village(telegram, data) as running:
        yield running
