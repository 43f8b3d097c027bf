"""A fake Telegram on a real port, and the house that talks to it."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.fakes.telegram_server import FakeTelegram
from tests.telegram.town import TOKEN, Town, prepare


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
