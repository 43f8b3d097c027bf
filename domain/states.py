"""The states of a case, and which of them are alike."""

from __future__ import annotations

from enum import StrEnum


class State(StrEnum):
    FILED = "filed"
    ASSIGNED = "assigned"
    IN_PROGRESS = "in_progress"
    RETURNED = "returned"
    REOPENED = "reopened"
    RESOLVED = "resolved"
    CLOSED = "closed"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    HELD = "held"
    VERIFYING = "verifying"
    DELIBERATING = "deliberating"
    MERGED = "merged"


WAITING = (State.FILED, State.ASSIGNED, State.RETURNED, State.REOPENED)
AT_WORK = (*WAITING, State.IN_PROGRESS)
ASIDE = (State.HELD, State.VERIFYING, State.DELIBERATING)
OPEN = (*AT_WORK, *ASIDE)
ENDED = (State.CLOSED, State.REJECTED, State.WITHDRAWN, State.MERGED)
DOABLE = (*AT_WORK, State.HELD, State.DELIBERATING)
