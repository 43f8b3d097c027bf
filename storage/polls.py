"""Deliberations: a question with options, and one vote a person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, select, update

from storage.session import Session
from storage.tables.casework import polls, votes


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


class Polls:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def put(
        self, case_id: int, question: str, options: list[str], by: int | None
    ) -> None:
        """Opens a deliberation in place of an earlier one of the same case."""
        await self._session.query(delete(votes).where(votes.c.case_id == case_id))
        row = {
            "case_id": case_id,
            "question": question,
            "options": options,
            "opened_by": by,
            "opened_at": self._session.now,
            "closed_at": None,
        }
        await self._session.query(self._session.upsert(polls), row)

    async def get(self, case_id: int) -> Poll | None:
        rows = select(polls).where(polls.c.case_id == case_id)
        row = (await self._session.query(rows)).first()
        if row is None:
            return None
        return Poll(
            case_id,
            row.question,
            tuple(row.options),
            row.opened_by,
            row.opened_at,
            row.closed_at,
            await self._counts(case_id, len(row.options)),
        )

    async def _counts(self, case_id: int, options: int) -> tuple[int, ...]:
        counted = select(votes.c.choice, func.count())
        counted = counted.where(votes.c.case_id == case_id).group_by(votes.c.choice)
        found = await self._session.query(counted)
        counts = {choice: int(count) for choice, count in found}
        return tuple(counts.get(option, 0) for option in range(options))

    async def vote(
        self,
        case_id: int,
        person_id: int,
        choice: int,
    ) -> None:
        """One vote a person: the last one counts."""
        row = {
            "case_id": case_id,
            "person_id": person_id,
            "choice": choice,
        }
        await self._session.query(self._session.upsert(votes), row)

    async def close(self, case_id: int) -> None:
        await self._close_at(case_id, self._session.now)

    async def reopen(self, case_id: int) -> None:
        await self._close_at(case_id, None)

    async def _close_at(self, case_id: int, at: datetime | None) -> None:
        same = polls.c.case_id == case_id
        await self._session.query(update(polls).where(same).values(closed_at=at))
