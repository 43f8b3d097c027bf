"""Histories played back: does a case's story lead to its row?"""

from __future__ import annotations

import random
from dataclasses import replace

from sqlalchemy import select

from domain import changes
from domain.case import Case
from storage.database import Database
from storage.history import Line
from storage.tables.cases import cases as cases_table

SAMPLE = 1000


async def replays(database: Database, seed: int) -> tuple[int, list[str]]:
    """How many histories of a sample were played back, and those that do not give their case's
    row.
    """
    async with database.unit() as unit:
        ids = list(
            (
                await unit.query(select(cases_table.c.id).order_by(cases_table.c.id))
            ).scalars()
        )
        chosen = random.Random(seed).sample(ids, min(SAMPLE, len(ids)))
        wrong = []
        for case_id in chosen:
            case = await unit.cases.get(case_id)
            assert case is not None
            played = _played(await unit.history.of(case_id))
            if case.alarms == 1 and played.alarms == 0:
                # the yellow reminder alone changes a row without a line
                played = replace(played, alarms=1)
            if replace(played, touched_at=None) != replace(case, touched_at=None):
                wrong.append(f"{case.number}: {changes.difference(played, case)}")
        return len(chosen), wrong


def _played(lines: list[Line]) -> Case:
    first, *later = lines
    case = changes.first(first.changed["row"])
    for line in later:
        case = changes.after(
            case,
            {
                name: pair
                for name, pair in line.changed.items()
                if name in changes.NAMES
            },
        )
    return case
