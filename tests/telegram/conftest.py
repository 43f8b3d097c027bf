"""A fake Telegram on a real port, and the house that talks to it."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import uvloop

from tests.fakes.telegram.server import FakeTelegram
from tests.telegram.town import TOKEN, Town, prepare

Loops = Mapping[str, Callable[[], asyncio.AbstractEventLoop]]


def pytest_asyncio_loop_factories(item: pytest.Item) -> Loops:
    """The HTTP client on uvloop, by which it runs, and on asyncio's own loop."""
    loops: Loops = {"asyncio": asyncio.new_event_loop}
    if item.path.name.startswith("test_http_"):
        return {**loops, "uvloop": uvloop.new_event_loop}
    return loops


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The prepared database, made once and copied for each test."""
    path = tmp_path_factory.mktemp("template") / "gridbee.db"
    with ThreadPoolExecutor(1) as aside:
        aside.submit(lambda: asyncio.run(prepare(path))).result()
    return path


@pytest.fixture
async def telegram() -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram(token=TOKEN) as running:
        yield running


@pytest.fixture
def data(tmp_path: Path, template: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    shutil.copy(template, folder / "gridbee.db")
    return folder


@pytest.fixture
async def town(telegram: FakeTelegram, data: Path) -> AsyncIterator[Town]:
    async with Town(telegram, data) as running:
        yield running
