"""A wish (微心愿) and its claim: the states from filed to received, and what an office may set."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class WishState(StrEnum):
    """FILED has no row of its own: it is an open case of a wish and nothing more."""

    FILED = "filed"
    ASKED = "asked"
    OPEN = "open"
    CLAIMED = "claimed"
    HANDED = "handed"
    RECEIVED = "received"
    TAKEN_BACK = "taken_back"
    EXPIRED = "expired"
    MOVED = "moved"


RUNNING = (WishState.ASKED, WishState.OPEN, WishState.CLAIMED, WishState.HANDED)
WITH_SOMEBODY = (WishState.CLAIMED, WishState.HANDED)


@dataclass(frozen=True, slots=True)
class WishTerms:
    """What an office may set: days on the list, days of a claim, claims of one person at a time,
    and the most that a wish may cost, in yuan (facts, R5.1 and R5.2; ours where no source is).
    """

    days: int = 60
    claim_days: int = 14
    claims: int = 2
    most_yuan: int = 200


@dataclass(frozen=True, slots=True)
class Wish:
    """A wish that was screened; times are aware UTC. `words` are the coordinator's, for the list.

    It is in its state `since`, on the list at most `until`. `looked` counts how many of this
    state's moments (`moments`) have passed. `place` is where it is handed over.
    """

    case_id: int
    state: WishState
    words: str
    area: str
    since: datetime
    until: datetime | None = None
    looked: int = 0
    place: str = ""
    thanks: str = ""

    @property
    def running(self) -> bool:
        return self.state in RUNNING


@dataclass(frozen=True, slots=True)
class Claim:
    """Who has said that they fulfil a wish, from `at` to `until`. `office` is the area or office
    for which one of the staff took it, '' for a rider or a merchant. `claimer_id` is None for who
    left.
    """

    case_id: int
    claimer_id: int | None
    office: str
    at: datetime
    until: datetime
    ended_at: datetime | None = None
