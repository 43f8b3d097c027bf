"""Another process that would hold what this one holds: forked, as its start is mostly imports."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

from bot.folder import hold_folder
from storage.database import Database
from storage.file_lock import AlreadyRunning
from tests.forked import ForkedCommand, Surroundings


def holds_database(url: str) -> int:
    """Says whether it did, or why not."""
    try:
        asyncio.run(_hold(url))
    except AlreadyRunning as error:
        print(error)
    return 0


async def _hold(url: str) -> None:
    database = Database(url)
    try:
        await database.hold()
        print("held")
    finally:
        await database.close()


def holds_folder(path: str) -> int:
    """Says whether it did, or why not."""
    try:
        print(hold_folder(Path(path)) and "held")
    except AlreadyRunning as error:
        print(error)
    return 0


async def another_process(holds: Callable[[str], int], where: str, folder: Path) -> str:
    """What it says; `folder` is where it is at home."""
    where_it_is = Surroundings(folder, None, folder / "another.log")

    def ended() -> tuple[str, str, int | None]:
        other = ForkedCommand(holds, (where,), where_it_is)
        said, errors = other.communicate(timeout=60)
        return said, errors, other.returncode

    said, errors, code = await asyncio.to_thread(ended)
    assert code == 0, errors
    return said.strip()
