"""A case: a matter with a number, a person in charge and a deadline."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from domain.kinds import Kind, Supervision, Urgency
from domain.messages import Place
from domain.privacy import Privacy
from domain.states import ENDED, OPEN, State


@dataclass(frozen=True, slots=True)
class Case:
    """A matter with a number. Times are aware UTC.

    `due_at` is the running phase's deadline and `phase_at` that phase's start; `alarms` counts the
    alarms already given in this phase, `raised` the levels that it went up. While on hold `due_at`
    is the day to wake up. `counts_from` is the moment from which the answer is due (None: the
    filing) and `holds` are the times that do not count. `post` and `office` say who was meant,
    `rule` which routing rule said so. `accept_took` and `resolve_took` are seconds of working time.
    `joined` counts those who said "me too". One that is `sealed`, a report about a shop before the
    morning's batch, is its filer's alone.
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
    sealed: bool = False

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
