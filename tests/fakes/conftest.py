"""A running fake Telegram, a bot's calls to it and a rider."""

from collections.abc import AsyncIterator

import aiohttp
import pytest
import pytest_asyncio

from .telegram_caller import Caller
from .telegram_people import FakeUser
from .telegram_server import FakeTelegram


@pytest_asyncio.fixture
async def telegram() -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram(token="1:TEST") as running:
        yield running


@pytest_asyncio.fixture
async def call(telegram: FakeTelegram) -> AsyncIterator[Caller]:
    async with aiohttp.ClientSession() as session:
        yield Caller(telegram, session)


@pytest.fixture
def rider(telegram: FakeTelegram) -> FakeUser:
    return telegram.user(1001, "Wang", language="zh-hans", started=True)
