"""A browser that somebody's WeChat or WeCom sends to a page of ours, and what it brings along."""

from __future__ import annotations

from collections.abc import AsyncIterator
from urllib.parse import parse_qs, urlsplit

import aiohttp
import pytest

JSON = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture
async def browser() -> AsyncIterator[aiohttp.ClientSession]:
    jar = aiohttp.CookieJar(unsafe=True)
    async with aiohttp.ClientSession(cookie_jar=jar, headers=JSON) as session:
        yield session


def brought(address: str) -> dict[str, str]:
    """The code and the state that the page posts."""
    query = parse_qs(urlsplit(address).query)
    return {name: query[name][0] for name in ("code", "state")}
