"""A district made by chance: areas, people, cases with their histories."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import insert

from domain.acts import Act
from domain.area import Area
from domain.kinds import Kind
from domain.states import State
from storage.database import Database
from storage.tables.casework import history
from storage.unit import Unit
from tests.storage.making import new_case

HOUR = timedelta(hours=1)


CATEGORIES = {
    "road": Kind.HAZARD,
    "light": Kind.HAZARD,
    "vehicle": Kind.HELP,
    "rest": Kind.WISH,
}


TREE = {"G1": "S1", "G2": "S1", "G3": "S2", "S1": "C", "S2": "C", "CG": "C", "GA": "C"}


PEOPLE = range(1, 7)


async def by_chance(database: Database, seed: int, many: int, days: int) -> None:
    """So many cases of the last so many days, in every state that chance thinks of, with
    histories.
    """
    chance = random.Random(seed)
    async with database.unit() as unit:
        await unit.areas.replace(_areas())
        unit.directory_changes()
        made: list[int] = []
        for _ in range(many):
            made.append(
                await _case(
                    unit, chance, unit.now - HOUR * chance.uniform(0, 24 * days), made
                )
            )
            await _history(unit, chance, made[-1])


def _areas() -> Iterable[Area]:
    yield Area("C", "区", "district")
    for code, parent in TREE.items():
        level = (
            "street"
            if code[0] == "S"
            else "grid"
            if code[0] == "G" and code[1].isdigit()
            else "office"
        )
        yield Area(code, code, level, parent)


async def _case(
    unit: Unit, chance: random.Random, filed: datetime, made: list[int]
) -> int:
    def sometimes(most: float, *others: Any) -> datetime | None:
        at: datetime | None = chance.choice(
            [None, *others, filed + HOUR * chance.uniform(0, most)]
        )
        return at

    category = chance.choice(list(CATEGORIES))
    accepted, resolved = sometimes(40, filed + HOUR), sometimes(300, filed)
    case = await new_case(
        unit,
        kind=CATEGORIES[category],
        category=category,
        area=chance.choice(["G1", "G2", "G3", "S1", ""]),
        state=chance.choice([*State, State.CLOSED, State.CLOSED]),
        filed_at=filed,
        accept_due=filed + HOUR * chance.choice([1, 24, 60]),
        accepted_at=accepted,
        accept_took=chance.choice([None, chance.uniform(0, 90_000)])
        if accepted
        else None,
        resolve_due=filed + HOUR * chance.choice([24, 168, 400]),
        resolved_at=resolved,
        resolve_took=chance.choice([None, chance.uniform(0, 900_000)])
        if resolved
        else None,
        closed_at=sometimes(500),
        due_at=sometimes(500),
        reopened=chance.choice([0, 0, 0, 1, 2]),
        raised=chance.choice([0, 0, 1, 3]),
        parent_id=chance.choice(made) if made and chance.random() < 0.1 else None,
        assignee_id=chance.choice([None, *PEOPLE]),
        filer_id=chance.choice([None, *PEOPLE]),
    )
    unit.cases.change(replace(case, office=chance.choice(["", "", "CG", "GA"])))
    return case.id


async def _history(unit: Unit, chance: random.Random, case_id: int) -> None:
    acts = [
        Act.CONFIRM,
        Act.REOPEN,
        Act.RESOLVE,
        Act.SUBMIT,
        Act.VERIFY,
        Act.RETURN,
        Act.NOTE,
        Act.CLOSE,
        Act.HAND_ON,
    ]
    rare = [Act.ESCALATE, Act.RAISE, Act.WITHDRAW, Act.UNDO]
    rows = []
    for _ in range(chance.randint(0, 6)):
        act = chance.choice(rare if chance.random() < 0.2 else acts)
        words = (
            chance.choice(["return", "raise", "resolve"])
            if act is Act.UNDO
            else chance.choice(["", "raise"])
        )
        rows.append(
            {
                "id": unit.next_id("history"),
                "case_id": case_id,
                "at": unit.now,
                "channel": "test",
                "actor_id": chance.choice([None, *PEOPLE]),
                "act": act.value,
                "state": "closed",
                "words": words,
                "changed": {},
            }
        )
    if rows:
        await unit.query(insert(history), rows)
