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
    HELD = "held"
    VERIFYING = "verifying"
    DELIBERATING = "deliberating"
    MERGED = "merged"


class Privacy(StrEnum):
    """Who may know what of a case: `domain/privacy.py` holds the table."""

    OPEN = "open"
    CONFIDENTIAL = "confidential"
    ANONYMOUS = "anonymous"


class Supervision(StrEnum):
    """How firmly a case is supervised (督办)."""

    NONE = ""
    NORMAL = "normal"
    YELLOW = "yellow"
    RED = "red"


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
    TELL = "tell"
    HOLD = "hold"
    RESUME = "resume"
    EXTEND = "extend"
    APPROVE = "approve"
    DECLINE = "decline"
    RECLASSIFY = "reclassify"
    RAISE = "raise"
    SUPERVISE = "supervise"
    SPLIT = "split"
    LINK = "link"
    MERGE = "merge"
    UNMERGE = "unmerge"
    SUBMIT = "submit"
    VERIFY = "verify"
    REDO = "redo"
    DELIBERATE = "deliberate"
    DECIDE = "decide"
    JOIN = "join"
    REMIND = "remind"
    UNDO = "undo"


WAITING = (State.FILED, State.ASSIGNED, State.RETURNED, State.REOPENED)
AT_WORK = (*WAITING, State.IN_PROGRESS)
ASIDE = (State.HELD, State.VERIFYING, State.DELIBERATING)
OPEN = (*AT_WORK, *ASIDE)
ENDED = (State.CLOSED, State.REJECTED, State.WITHDRAWN, State.MERGED)
DOABLE = (*AT_WORK, State.HELD, State.DELIBERATING)

MOVES: dict[tuple[State, Act], State] = {
    **{(state, Act.ASSIGN): State.ASSIGNED for state in WAITING},
    **{(state, Act.ACCEPT): State.IN_PROGRESS for state in WAITING},
    **{(state, Act.HAND_ON): State.ASSIGNED for state in AT_WORK},
    **{(state, Act.HAND_ON): state for state in ASIDE},
    **{
        (state, Act.RETURN): State.RETURNED
        for state in (State.ASSIGNED, State.IN_PROGRESS, State.REOPENED)
    },
    **{(state, Act.RESOLVE): State.RESOLVED for state in DOABLE},
    **{(state, Act.SUBMIT): State.VERIFYING for state in DOABLE},
    (State.VERIFYING, Act.VERIFY): State.RESOLVED,
    (State.VERIFYING, Act.REDO): State.IN_PROGRESS,
    (State.IN_PROGRESS, Act.HOLD): State.HELD,
    (State.HELD, Act.RESUME): State.IN_PROGRESS,
    **{(state, Act.SPLIT): State.IN_PROGRESS for state in AT_WORK},
    **{(state, Act.DELIBERATE): State.DELIBERATING for state in AT_WORK},
    (State.DELIBERATING, Act.DECIDE): State.IN_PROGRESS,
    **{(state, Act.MERGE): State.MERGED for state in OPEN},
    (State.MERGED, Act.UNMERGE): State.ASSIGNED,
    (State.IN_PROGRESS, Act.EXTEND): State.IN_PROGRESS,
    **{(state, act): state for state in DOABLE for act in (Act.APPROVE, Act.DECLINE)},
    **{
        (state, act): state
        for state in OPEN
        for act in (
            Act.RECLASSIFY,
            Act.RAISE,
            Act.SUPERVISE,
            Act.LINK,
            Act.REMIND,
        )
    },
    **{
        (state, act): state
        for state in (*OPEN, State.RESOLVED)
        for act in (Act.JOIN, Act.TELL)
    },
    **{(state, Act.REJECT): State.REJECTED for state in OPEN},
    **{(state, Act.WITHDRAW): State.WITHDRAWN for state in OPEN},
    **{(state, Act.ASK): state for state in OPEN},
    **{(state, Act.ESCALATE): state for state in OPEN},
    (State.RESOLVED, Act.CONFIRM): State.CLOSED,
    # by those who joined: everybody who waited may say it
    (State.CLOSED, Act.CONFIRM): State.CLOSED,
    (State.RESOLVED, Act.CLOSE): State.CLOSED,
    (State.RESOLVED, Act.REOPEN): State.REOPENED,
    (State.CLOSED, Act.REOPEN): State.REOPENED,
    **{(state, Act.RATE): state for state in (State.RESOLVED, State.CLOSED)},
    **{
        (state, act): state
        for state in State
        for act in (Act.NOTE, Act.ADD, Act.ANSWER)
    },
}

UNDOABLE = frozenset(
    {
        Act.ACCEPT,
        Act.HAND_ON,
        Act.RETURN,
        Act.HOLD,
        Act.RESUME,
        Act.EXTEND,
        Act.APPROVE,
        Act.DECLINE,
        Act.RECLASSIFY,
        Act.RAISE,
        Act.SUPERVISE,
        Act.LINK,
        Act.RESOLVE,
        Act.SUBMIT,
        Act.VERIFY,
        Act.REDO,
        Act.REJECT,
        Act.DECIDE,
    }
)
"""What its actor may take back within five minutes: the case is again what it was before that
move.
"""

FIRST_ANSWERS = frozenset({Act.ASK, Act.TELL, Act.RESOLVE, Act.SUBMIT, Act.REJECT})
"""The acts by which somebody in charge first speaks to the filer."""


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
    alarms already given in this phase, `raised` the levels that it went up. While on hold `due_at`
    is the day to wake up. `counts_from` is the moment from which the answer is due (None: the
    filing) and `holds` are the times that do not count. `post` and `office` say who was meant,
    `rule` which routing rule said so. `accept_took` and `resolve_took` are seconds of working time.
    `joined` counts those who said "me too".
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
    privacy: Privacy = Privacy.OPEN
    supervision: Supervision = Supervision.NONE
    post: str = ""
    office: str = ""
    rule: str = ""
    verify: bool = False
    parent_id: int | None = None
    parts: int = 0
    merged_into: int | None = None
    linked: tuple[int, ...] = ()
    alike: tuple[str, ...] = ()
    joined: int = 0
    counts_from: datetime | None = None
    holds: tuple[tuple[datetime, datetime | None], ...] = ()
    first_due: datetime | None = None
    first_at: datetime | None = None
    extension_to: datetime | None = None
    extended_to: datetime | None = None
    touched_at: datetime | None = None
    accept_took: float | None = None
    resolve_took: float | None = None

    @property
    def started_at(self) -> datetime:
        """From when its answer is due: the filing, or the last reopening."""
        return self.counts_from or self.filed_at

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
