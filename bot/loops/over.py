"""What has waited is said as it stands now: not what was read elsewhere, took an end, or is true no
more.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from handlers.casework.letters.said_late import as_it_stands
from storage.database import Database
from storage.outbox.due import FAR
from storage.outbox.letters import ANNOUNCEMENT, Letter
from storage.unit import Unit

AT_ONCE = timedelta(minutes=1)
"""What is said within it is looked at no more than it was (ours)."""


async def find_over(database: Database, letters: Iterable[Letter]) -> None:
    """Marks those that nobody is to be told any more."""
    if waited := _waited(letters, database.clock()):
        async with database.unit() as unit:
            await _find(unit, waited)


async def find_over_here(unit: Unit, letters: Iterable[Letter]) -> None:
    if waited := _waited(letters, unit.now):
        await _find(unit, waited)


async def _find(unit: Unit, waited: list[Letter]) -> None:
    going = await unit.outbox.going([one.id for one in waited])
    left = [one for one in waited if one.id in going]
    said = await as_it_stands(unit, left)
    for one in waited:
        one.over = one not in said


def _waited(letters: Iterable[Letter], now: datetime) -> list[Letter]:
    return [one for one in letters if one.durable and _has_waited(one, now)]


def _has_waited(letter: Letter, now: datetime) -> bool:
    tells = letter.case_id is not None and letter.lane < ANNOUNCEMENT
    lay = tells and now - letter.made_at > AT_ONCE
    return lay or letter.due_at - letter.made_at > FAR
