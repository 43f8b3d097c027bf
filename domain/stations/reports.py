"""What riders say of a station, how long it counts, and when two of them outweigh its hours.

A press is cheap to fake: nothing is earned by one, a single one is shown as what it is, and only
two different riders within two hours take a station off the top (facts/community.md R1.3).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

CLOSED, FULL, FINE = "closed", "full", "fine"
SAID = (CLOSED, FULL, FINE)
FULL_LASTS = timedelta(minutes=60)
FINE_LASTS = timedelta(minutes=60)
"""As long as what it answers (ours)."""
CLOSED_LASTS = timedelta(hours=12)
"""Where nobody knows when it opens next (ours)."""
JUST_NOW = timedelta(minutes=10)
TOGETHER = timedelta(hours=2)
ENOUGH = 2


@dataclass(frozen=True, slots=True)
class Report:
    """One rider's last word on a station; it counts until just before `until`."""

    station: str
    person_id: int
    what: str
    at: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is told of a station: the newest word, and whether enough riders agree that it is
    better passed over.
    """

    what: str
    at: datetime
    agreed: bool


def lasts_until(what: str, now: datetime, opens: datetime | None) -> datetime:
    """How long a word counts that is said `now`; `opens` is when the station opens next."""
    if what == FULL:
        return now + FULL_LASTS
    if what == FINE:
        return now + FINE_LASTS
    return opens or now + CLOSED_LASTS


def verdict(reports: Iterable[Report], now: datetime) -> Verdict | None:
    """What the living words of one station come to; None where there is nothing to tell."""
    living = sorted((one for one in reports if one.until > now), key=_at)
    bad = [one for one in living if one.what != FINE]
    if not bad:
        return None
    newest = bad[-1]
    fine = [one for one in living if one.what == FINE and one.at >= newest.at]
    close = [one for one in bad if newest.at - one.at <= TOGETHER]
    if len(fine) >= len(close):
        return None
    return Verdict(newest.what, newest.at, len(close) >= ENOUGH)


def heard_before(reports: Sequence[Report], what: str, now: datetime) -> bool:
    """Whether the keeper has heard this already: each thing is told them once."""
    return any(one.what == what and one.until > now for one in reports)


def repeated(
    reports: Iterable[Report],
    person_id: int,
    what: str,
    now: datetime,
) -> bool:
    """Whether this rider has just said the same: a second press is no second word."""
    return any(
        (one.person_id, one.what) == (person_id, what) and now - one.at < JUST_NOW
        for one in reports
    )


def _at(report: Report) -> tuple[datetime, int]:
    return report.at, report.person_id
