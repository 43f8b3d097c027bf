"""Whether a case is late: now, or at any time of its life."""

from __future__ import annotations

from datetime import datetime
from typing import TypeVar

from domain.states import State

At = TypeVar("At", int, datetime)
"""Moments of one kind: milliseconds since the epoch, or aware times."""

NOT_ANSWERED = (State.REJECTED, State.WITHDRAWN, State.MERGED)
"""How a case ends whose answer nobody owes any more."""


def late(state: State, due_at: datetime | None, now: datetime) -> bool:
    """Whether what is owed now is overdue; while a case is on hold nothing is."""
    return state is not State.HELD and due_at is not None and due_at < now


def missed(
    state: State,
    accept: tuple[At, At | None],
    resolve: tuple[At, At | None],
    now: At,
) -> bool:
    """Whether it was accepted or answered after its deadline, or still is neither with the
    deadline behind it.

    `accept` and `resolve` are (due, done or None).
    """
    if state in NOT_ANSWERED:
        return False
    accept_due, accepted = accept
    resolve_due, resolved = resolve
    if (accepted or resolved or now) > accept_due:
        return True
    running = state is not State.HELD or resolved is not None
    return running and (resolved or now) > resolve_due
