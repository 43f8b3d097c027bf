"""What somebody did for others: whether it pays, how much, and what may be said of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from domain.points.ledger import Why
from domain.points.rates import Rates
from domain.points.service import Known, Service, choices, refusal, worth

DONE = Service("li:1", Why.SERVED, 7, "G01", "理发", date(2026, 11, 20), 60, 8)
SAID = Known(8, staff=False, again=False, had=0)
NOON = datetime(2026, 11, 20, 4, tzinfo=UTC)


@pytest.mark.parametrize(
    ("service", "known", "why"),
    [
        (DONE, SAID, ""),
        (DONE, replace(SAID, said_by=7), "own"),
        (replace(DONE, other_id=7), SAID, "own"),
        (DONE, replace(SAID, staff=True), "staff"),
        (DONE, replace(SAID, said_by=None), "unsaid"),
        (replace(DONE, minutes=0), SAID, "no-time"),
        (replace(DONE, minutes=0, why=Why.WISH), SAID, ""),
        (DONE, replace(SAID, again=True), "two"),
    ],
)
def test_whoever_gains_says_nothing_that_counts(
    service: Service, known: Known, why: str
) -> None:
    assert refusal(service, known) == why


@pytest.mark.parametrize(
    ("minutes", "had", "points"),
    [(30, 0, 5), (60, 0, 10), (120, 0, 20), (600, 0, 20), (120, 30, 10), (60, 40, 0)],
)
def test_an_hour_pays_up_to_what_one_thing_and_one_day_may(
    minutes: int, had: int, points: int
) -> None:
    assert worth(replace(DONE, minutes=minutes), Rates(), had) == points
    assert worth(replace(DONE, why=Why.WISH), Rates(wish=7), had) == 7


@pytest.mark.parametrize(
    ("took", "may"),
    [(2, [30]), (59, [30]), (60, [30, 60]), (119, [30, 60]), (900, [30, 60, 120])],
)
def test_nothing_takes_longer_than_from_its_beginning_to_its_end(
    took: int, may: list[int]
) -> None:
    assert list(choices(NOON, NOON + timedelta(minutes=took))) == may
