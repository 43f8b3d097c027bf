"""What riders say of a station: one is shown, two within two hours outweigh its hours."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from domain.stations.reports import (
    CLOSED,
    CLOSED_LASTS,
    FINE,
    FULL,
    Report,
    heard_before,
    lasts_until,
    verdict,
)

NOW = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
MORNING = NOW + timedelta(hours=20)

# (who, what, minutes ago) …, what is told, whether it is passed over
CASES = (
    ((), None, False),
    (((1, CLOSED, 10),), CLOSED, False),
    (((1, CLOSED, 100), (2, CLOSED, 0)), CLOSED, True),
    (((1, CLOSED, 100), (2, FULL, 0)), FULL, True),
    (((1, CLOSED, 121), (2, CLOSED, 0)), CLOSED, False),
    (((1, FULL, 59),), FULL, False),
    (((1, FULL, 60),), None, False),
    (((1, FINE, 5),), None, False),
    (((1, CLOSED, 10), (2, FINE, 5)), None, False),
    (((2, FINE, 10), (1, CLOSED, 5)), CLOSED, False),
    (((1, CLOSED, 10), (2, CLOSED, 9), (3, FINE, 5)), CLOSED, True),
    (((1, CLOSED, 10), (2, CLOSED, 9), (3, FINE, 5), (4, FINE, 1)), None, False),
)


def report(who: int, what: str, ago: int) -> Report:
    at = NOW - timedelta(minutes=ago)
    return Report("Y1", who, what, at, lasts_until(what, at, MORNING))


@pytest.mark.parametrize(("said", "told", "agreed"), CASES)
def test_words_come_to_what_may_be_told(
    said: tuple[tuple[int, str, int], ...], told: str | None, agreed: bool
) -> None:
    found = verdict([report(*one) for one in said], NOW)
    assert (found.what if found else None) == told
    assert bool(found and found.agreed) is agreed


def test_closed_counts_until_the_next_opening_and_full_for_an_hour() -> None:
    assert lasts_until(CLOSED, NOW, MORNING) == MORNING
    assert lasts_until(CLOSED, NOW, None) == NOW + CLOSED_LASTS
    assert lasts_until(FULL, NOW, MORNING) == NOW + timedelta(hours=1)


def test_a_keeper_hears_each_thing_once_while_it_counts() -> None:
    before = [report(1, FULL, 10)]
    assert heard_before(before, FULL, NOW) and not heard_before(before, CLOSED, NOW)
    assert not heard_before([report(1, FULL, 61)], FULL, NOW)
