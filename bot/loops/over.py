"""What has waited long, and was read elsewhere or took an end meanwhile, is not said any more."""

from __future__ import annotations

from collections.abc import Iterable

from storage.database import Database
from storage.outbox.due import FAR
from storage.outbox.letters import Letter
from storage.unit import Unit


async def find_over(database: Database, letters: Iterable[Letter]) -> None:
    """Marks those that nobody is to be told any more."""
    if waited := _waited(letters):
        async with database.reader() as reader:
            _mark(waited, await reader.lately.going([one.id for one in waited]))


async def find_over_here(unit: Unit, letters: Iterable[Letter]) -> None:
    if waited := _waited(letters):
        _mark(waited, await unit.outbox.going([one.id for one in waited]))


def _waited(letters: Iterable[Letter]) -> list[Letter]:
    """What went at once is looked at no more than it was."""
    return [one for one in letters if one.durable and one.due_at - one.made_at > FAR]


def _mark(waited: list[Letter], going: set[int]) -> None:
    for one in waited:
        one.over = one.id not in going
