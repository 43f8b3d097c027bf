"""Whether a notice that waited before it could be said is true still, by what it is known as."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from domain.case import Case
from domain.promises import broken
from domain.states import WAITING, State

STANDS, RECAST = "stands", "recast"
"""How a case stands, and as what it counts: the newest of each says it all."""
RESOLVED, CLOSED, ASKS_LATER = "resolved", "closed", "follow-up"
NOT_TAKEN, LATE, ALARM = "not-taken", "late", "alarm"

Rule = Callable[[Case, datetime], bool]


def _open(case: Case, now: datetime) -> bool:
    return case.open


def _late(case: Case, now: datetime) -> bool:
    """Nothing is late that was solved, put on hold or merged."""
    return case.open and case.state is not State.HELD


def _promise_broken(case: Case, now: datetime) -> bool:
    return _late(case, now) and broken(case, now)


def _not_taken(case: Case, now: datetime) -> bool:
    return case.state in WAITING


def _asked(case: Case, now: datetime) -> bool:
    """What was merged goes on elsewhere, and so does what is asked about it."""
    return case.open or case.state is State.MERGED


def _done(case: Case, now: datetime) -> bool:
    return case.state in (State.RESOLVED, State.CLOSED)


def _closed(case: Case, now: datetime) -> bool:
    return case.state is State.CLOSED


def _rejected(case: Case, now: datetime) -> bool:
    return case.state is State.REJECTED


TRUE_WHILE: dict[str, Rule] = {
    STANDS: _open,
    RECAST: _open,
    RESOLVED: _done,
    CLOSED: _closed,
    ASKS_LATER: _closed,
    NOT_TAKEN: _not_taken,
    LATE: _promise_broken,
    ALARM: _late,
    # what is below a notice says what it tells
    "question": _asked,
    "feedback": _done,
    "rejected": _rejected,
}
"""What has no row here stays true."""


def name(kind: str, case: Case) -> str:
    """By what a notice is known as long as it waits."""
    return f"{kind}:{case.id}"


def still_true(kind: str, case: Case, now: datetime) -> bool:
    rule = TRUE_WHILE.get(kind)
    return rule is None or rule(case, now)
