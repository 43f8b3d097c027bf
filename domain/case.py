"""A case, its states, and the one table of how acts move it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.messages import Place


class Kind(StrEnum):
    HAZARD = "hazard"
    HELP = "help"
    WISH = "wish"


class Urgency(StrEnum):
    URGENT = "urgent"
    UTILITY = "utility"
    GENERAL = "general"
    COMPLEX = "complex"


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


class Act(StrEnum):
    FILE = "file"
    ASSIGN = "assign"
    ACCEPT = "accept"
    HAND_ON = "hand_on"
    RETURN = "return"
    ASK = "ask"
    ANSWER = "answer"
    NOTE = "note"
    ADD = "add"
    RESOLVE = "resolve"
    CONFIRM = "confirm"
    REOPEN = "reopen"
    RATE = "rate"
    CLOSE = "close"
    REJECT = "reject"
    WITHDRAW = "withdraw"
    ESCALATE = "escalate"
    ON_SITE = "on_site"
    SEE = "see"


WAITING = (State.FILED, State.ASSIGNED, State.RETURNED, State.REOPENED)
OPEN = (*WAITING, State.IN_PROGRESS)
ENDED = (State.CLOSED, State.REJECTED, State.WITHDRAWN)

MOVES: dict[tuple[State, Act], State] = {
    **{(state, Act.ASSIGN): State.ASSIGNED for state in WAITING},
    **{(state, Act.ACCEPT): State.IN_PROGRESS for state in WAITING},
    **{(state, Act.HAND_ON): State.ASSIGNED for state in OPEN},
    **{(state, Act.RETURN): State.RETURNED for state in (State.ASSIGNED, State.IN_PROGRESS, State.REOPENED)},
    **{(state, Act.RESOLVE): State.RESOLVED for state in OPEN},
    **{(state, Act.REJECT): State.REJECTED for state in OPEN},
    **{(state, Act.WITHDRAW): State.WITHDRAWN for state in OPEN},
    **{(state, Act.ASK): state for state in OPEN},
    **{(state, Act.ESCALATE): state for state in OPEN},
    (State.RESOLVED, Act.CONFIRM): State.CLOSED,
    (State.RESOLVED, Act.CLOSE): State.CLOSED,
    (State.RESOLVED, Act.REOPEN): State.REOPENED,
    (State.CLOSED, Act.REOPEN): State.REOPENED,
    **{(state, Act.RATE): state for state in (State.RESOLVED, State.CLOSED)},
    **{(state, act): state for state in State for act in (Act.NOTE, Act.ADD, Act.ANSWER)},
}


class NotNow(ValueError):
    """The case's state does not allow this act; `state` says which state it is in."""

    def __init__(self, state: State, act: Act) -> None:
        super().__init__(f"{act} is not possible while {state}")
        self.state = state
        self.act = act


def move(state: State, act: Act) -> State:
    """The state after `act`. Raises NotNow where the table has no such move."""
    try:
        return MOVES[state, act]
    except KeyError:
        raise NotNow(state, act) from None


@dataclass(frozen=True, slots=True)
class Case:
    """A matter with a number. Times are aware UTC.

    `due_at` is the running phase's deadline and `phase_at` that phase's start; `alarms` counts the
    alarms already given in this phase, `raised` the levels that it went up.
    """

    id: int
    number: str
    kind: Kind
    category: str
    urgency: Urgency
    state: State
    words: str
    area: str
    place: Place | None
    place_words: str
    filer_id: int | None
    assignee_id: int | None
    channel: str
    filed_at: datetime
    phase_at: datetime
    due_at: datetime | None
    accept_due: datetime
    resolve_due: datetime
    accepted_at: datetime | None = None
    resolved_at: datetime | None = None
    closed_at: datetime | None = None
    alarms: int = 0
    raised: int = 0
    reopened: int = 0
    rating: int | None = None
    answer: str = ""

    @property
    def open(self) -> bool:
        return self.state in OPEN

    @property
    def ended(self) -> bool:
        return self.state in ENDED


NUMBER_PREFIX = {Kind.HAZARD: "YH", Kind.HELP: "QZ", Kind.WISH: "XY"}


def number(kind: Kind, year: int, serial: int) -> str:
    """The number people see: YH26-0042 for the 42nd hazard of 2026 (隐患 YH, 求助 QZ, 心愿 XY)."""
    return f"{NUMBER_PREFIX[kind]}{year % 100:02d}-{serial:04d}"
