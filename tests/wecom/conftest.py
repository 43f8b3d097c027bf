"""A fake WeCom beside the fake Telegram, and the house that talks to both."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.fakes.oauth_browser import browser
from tests.fakes.telegram.server import FakeTelegram
from tests.telegram.conftest import data, telegram, template
from tests.wecom.office import Office

__all__ = ["browser", "data", "office", "telegram", "template"]


@pytest.fixture
async def office(telegram: FakeTelegram, data: Path) -> AsyncIterator[Office]:
    async with Office(telegram, data) as running:
        yield running
