"""`site`: the demo's house on a free port. `alone`: the same as it runs for real. `browser`: a
real Chromium, one for all tests of a worker, which share its loop; each opens a context of its own.
"""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, async_playwright

from tests.web.site import Site, open_site, prepared


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("web") / "template"
    asyncio.run(prepared(folder))
    return folder


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
    async with async_playwright() as playwright:
        made = await playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        yield made
        await made.close()


@pytest_asyncio.fixture(loop_scope="session")
async def browser(chromium: Browser) -> AsyncIterator[Browser]:
    yield chromium
    for context in chromium.contexts:
        await context.close()
