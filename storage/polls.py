"""Deliberations: a question with options, and one vote a person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import delete, func, select, update

from storage.tables.casework import polls
from storage.tables.casework import votes as votes_table

if TYPE_CHECKING:
    from storage.unit import Unit


@dataclass(frozen=True, slots=True)
class Poll:
    """`votes` counts how many chose each of the `options`."""

    case_id: int
    question: str
    options: tuple[str, ...]
    opened_by: int | None
    opened_at: datetime
    closed_at: datetime | None
    votes: tuple[int, ...]


async def put(
    unit: Unit, case_id: int, question: str, options: list[str], by: int | None
) -> None:
    """Opens a deliberation in place of an earlier one of the same case."""
    await unit.query(delete(votes_table).where(votes_table.c.case_id == case_id))
    row = {
        "case_id": case_id,
        "question": question,
        "options": options,
        "opened_by": by,
        "opened_at": unit.now,
        "closed_at": None,
    }
    await unit.query(unit.database.upsert(polls), row)


async def get(unit: Unit, case_id: int) -> Poll | None:
    row = (await unit.query(select(polls).where(polls.c.case_id == case_id))).first()
    if row is None:
        return None
    counted = (
        select(votes_table.c.choice, func.count())
        .where(votes_table.c.case_id == case_id)
        .group_by(votes_table.c.choice)
    )
    votes = {choice: int(count) for choice, count in await unit.query(counted)}
    counts = tuple(votes.get(i, 0) for i in range(len(row.options)))
    return Poll(
        case_id,
        row.question,
        tuple(row.options),
        row.opened_by,
        row.opened_at,
        row.closed_at,
        counts,
    )


async def vote(unit: Unit, case_id: int, person_id: int, choice: int) -> None:
    """One vote a person: the last one counts."""
    await unit.query(
        unit.database.upsert(votes_table),
        {"case_id": case_id, "person_id": person_id, "choice": choice},
    )


async def close(unit: Unit, case_id: int) -> None:
    await unit.query(
        update(polls).where(polls.c.case_id == case_id).values(closed_at=unit.now)
    )


async def reopen(unit: Unit, case_id: int) -> None:
    await unit.query(
        update(polls).where(polls.c.case_id == case_id).values(closed_at=None)
    )
