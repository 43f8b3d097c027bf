"""A running fake Telegram, a bot's calls to it and a rider; the same of a fake WeChat."""

from collections.abc import AsyncIterator

import aiohttp
import pytest
import pytest_asyncio

from tests.fakes.telegram.caller import Caller
from tests.fakes.telegram.people import FakeUser
from tests.fakes.telegram.server import FakeTelegram
from tests.fakes.wechat.caller import WeChatCaller
from tests.fakes.wechat.server import FakeWeChat


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


@pytest_asyncio.fixture
async def wechat() -> AsyncIterator[FakeWeChat]:
    """Its clock stands still, unless a test lets time pass."""
    async with FakeWeChat(clock=lambda: 1764150000.0) as running:
        yield running


@pytest_asyncio.fixture
async def ask(wechat: FakeWeChat) -> AsyncIterator[WeChatCaller]:
    """With a token."""
    async with aiohttp.ClientSession() as session:
        caller = WeChatCaller(wechat, session)
        await caller.signs_in()
        yield caller
