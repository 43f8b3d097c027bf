"""`site`: the demo's house on a free port. `alone`: the same as it runs for real. `browser`: a
real Chromium, one for all tests of a worker, which share its loop; each opens a context of its own.
"""

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
import pytest_asyncio
import uvicorn
from playwright.async_api import Browser

from tests.chromium import chromium_runs
from tests.web.site import Site, open_site, prepared


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("web") / "template"
    asyncio.run(prepared(folder))
    return folder


class Hurried:
    """asyncio as uvicorn sees it: it looks ten times as often whether it should end."""

    def __getattr__(self, name: str) -> Any:
        return getattr(asyncio, name)

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds / 10)


@pytest.fixture(autouse=True, scope="session")
def no_server_lingers() -> Iterator[None]:
    with patch.object(uvicorn.server, "asyncio", Hurried()):
        yield


@pytest_asyncio.fixture(loop_scope="session")
async def site(template: Path, tmp_path: Path) -> AsyncIterator[Site]:
    async with open_site(template, tmp_path / "data") as made:
        yield made


@pytest_asyncio.fixture(loop_scope="session")
async def alone(template: Path, tmp_path: Path) -> AsyncIterator[Site]:
    async with open_site(template, tmp_path / "data", phones=False) as made:
        yield made


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def chromium() -> AsyncIterator[Browser]:
    async with chromium_runs() as made:
        yield made


@pytest_asyncio.fixture(loop_scope="session")
async def browser(chromium: Browser) -> AsyncIterator[Browser]:
    yield chromium
    for context in chromium.contexts:
        await context.close()
