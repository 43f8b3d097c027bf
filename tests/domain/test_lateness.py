"""When a case counts as late."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from domain.lateness import late, missed
from domain.states import State

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
OPEN = (State.FILED, State.ASSIGNED, State.IN_PROGRESS, State.VERIFYING)


@pytest.mark.parametrize("state", OPEN)
def test_an_open_case_is_late_once_its_deadline_is_behind_it(state: State) -> None:
    assert late(state, NOW - HOUR, NOW)
    assert not late(state, NOW, NOW)
    assert not late(state, NOW + HOUR, NOW)


def test_nothing_is_late_on_hold_or_without_a_deadline() -> None:
    assert not late(State.HELD, NOW - HOUR, NOW)
    assert not late(State.CLOSED, None, NOW)


@pytest.mark.parametrize(
    ("state", "accepted", "resolved", "now", "expected"),
    [
        (State.FILED, None, None, 9, False),
        (State.FILED, None, None, 11, True),
        (State.IN_PROGRESS, 10, None, 20, False),
        (State.IN_PROGRESS, 10, None, 21, True),
        (State.IN_PROGRESS, 11, None, 12, True),
        (State.HELD, 10, None, 99, False),
        (State.HELD, 11, None, 12, True),
        (State.RESOLVED, 10, 20, 99, False),
        (State.RESOLVED, 10, 21, 99, True),
        (State.RESOLVED, None, 10, 99, False),
        (State.RESOLVED, None, 11, 99, True),
        (State.REJECTED, None, None, 99, False),
        (State.WITHDRAWN, None, None, 99, False),
        (State.MERGED, None, None, 99, False),
    ],
)
def test_a_deadline_once_missed_stays_missed(
    state: State, accepted: int | None, resolved: int | None, now: int, expected: bool
) -> None:
    """To be accepted by 10 and answered by 20."""
    assert missed(state, (10, accepted), (20, resolved), now) is expected
