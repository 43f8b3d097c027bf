"""What happened to a case: append-only. Who, when, from which channel, what changed; and the
audit log.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select

from domain.acts import Act
from domain.case import Case
from domain.changes import renamed
from domain.states import State
from storage.memory.steps import NO_STEPS, Steps
from storage.session import HoldsBack, Session
from storage.statements import among, same
from storage.tables.casework import history
from storage.tables.house import audit as audit_table

OF_CASE = select(history).where(same(history.c.case_id)).order_by(history.c.id)
LAST = (
    select(history)
    .where(same(history.c.case_id))
    .order_by(history.c.id.desc())
    .limit(1)
)
ONE = select(history).where(same(history.c.id))
BETWEEN = (
    select(history)
    .where(history.c.id.between(bindparam("first"), bindparam("last")))
    .where(same(history.c.actor_id))
    .order_by(history.c.id)
)
THESE = select(history).where(among(history.c.id)).order_by(history.c.id)

SAID = {"of": "words"}
"""In what changed, for the words of the line itself: no text stands in a row twice."""


@dataclass(frozen=True, slots=True)
class Written:
    """Of which case and by whom a line was written in this transaction."""

    id: int
    case_id: int
    actor_id: int | None


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a case's history."""

    id: int
    case_id: int
    at: datetime
    actor_id: int | None
    act: Act
    state: State
    words: str
    changed: dict[str, Any]


class History(HoldsBack):
    def __init__(self, session: Session) -> None:
        self._session = session
        self._new: list[dict[str, Any]] = []
        self._audit: list[dict[str, Any]] = []
        self.last = 0  # the id of the line written last
        self.written: list[Written] = []
        self._steps: dict[int, Steps] = {}

    def add(
        self,
        case: Case,
        act: Act,
        actor_id: int | None,
        channel: str,
        words: str = "",
        /,
        **changed: Any,
    ) -> int:
        """Writes a line for `case` as it stands after `act`. Returns the line's id."""
        made = self.last = self._session.next_id("history")
        self.written.append(Written(made, case.id, actor_id))
        self._new.append(
            {
                "id": made,
                "case_id": case.id,
                "at": self._session.now,
                "actor_id": actor_id,
                "channel": channel,
                "act": act.value,
                "state": case.state.value,
                "words": words,
                "changed": _once(changed, words),
            }
        )
        return made

    async def of(self, case_id: int) -> list[Line]:
        """A case's history, the oldest line first."""
        return [*await self._session.found(OF_CASE, {"case_id": case_id}, line_of)]

    async def last_of(self, case_id: int) -> Line | None:
        """A case's newest line."""
        row = (await self._session.query(LAST, {"case_id": case_id})).first()
        return line_of(row) if row else None

    async def line(self, line_id: int) -> Line | None:
        """One line by its id."""
        row = (await self._session.query(ONE, {"id": line_id})).first()
        return line_of(row) if row else None

    async def these(self, ids: Sequence[int]) -> list[Line]:
        """The lines with these ids, in the order in which they were written."""
        found = await self._session.query(THESE, {"id": list(ids)}) if ids else ()
        return [line_of(row) for row in found]

    async def between(self, first: int, last: int, actor_id: int) -> list[Line]:
        """What one person did from this line to that one."""
        these = {"first": first, "last": last, "actor_id": actor_id}
        return [line_of(row) for row in await self._session.query(BETWEEN, these)]

    def steps_of(self, person_id: int) -> Steps:
        """What they did last; nobody knows after a new beginning."""
        if person_id in self._steps:
            return self._steps[person_id]
        return self._session.memory.steps.get(person_id) or NO_STEPS

    def remember(self, person_id: int, lines: tuple[int, ...]) -> None:
        """What their last message wrote; where it wrote nothing, what came before is older now."""
        before = self.steps_of(person_id)
        if lines or before.fresh:
            fresh = bool(lines)
            self._steps[person_id] = Steps(lines or before.lines, fresh)

    def committed(self) -> None:
        """The transaction is in the database."""
        for person_id, steps in self._steps.items():
            self._session.memory.steps.keep(person_id, steps)

    def audit(self, actor_id: int | None, act: str, **detail: Any) -> None:
        """Writes a line of the audit log: what an admin, or the system, did."""
        self._audit.append(
            {
                "at": self._session.now,
                "actor_id": actor_id,
                "act": act,
                "detail": detail,
            }
        )

    async def flush(self) -> None:
        new, self._new = self._new, []
        audit, self._audit = self._audit, []
        self._session.write(self._session.insert(history), new)
        self._session.write(self._session.insert(audit_table), audit)


def line_of(row: Any) -> Line:
    changed = renamed(_again(row.changed, row.words))
    if "row" in changed:  # the first line has the whole case
        changed["row"] = renamed(changed["row"])
    return Line(
        row.id,
        row.case_id,
        row.at,
        row.actor_id,
        Act(row.act),
        State(row.state),
        row.words,
        changed,
    )


def _once(value: Any, words: str) -> Any:
    """With the place of the line's words where they would stand a second time."""
    if value == words and words:
        return SAID
    if isinstance(value, dict):
        return {name: _once(one, words) for name, one in value.items()}
    return [_once(one, words) for one in value] if isinstance(value, list) else value


def _again(value: Any, words: str) -> Any:
    if value == SAID:
        return words
    if isinstance(value, dict):
        return {name: _again(one, words) for name, one in value.items()}
    return [_again(one, words) for one in value] if isinstance(value, list) else value
