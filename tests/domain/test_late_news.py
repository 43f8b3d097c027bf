"""Of what waited before it could be said: what is true no more."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.late_news import TRUE_WHILE, still_true
from domain.states import OPEN, WAITING, State
from handlers.casework.letters.notice_buttons import BELOW
from handlers.casework.notices.notices import NOTICES
from tests.domain.a_case import A_CASE, FILED

OVER = {
    "stands": set(State) - set(OPEN),
    "recast": set(State) - set(OPEN),
    "question": set(State) - set(OPEN) - {State.MERGED},
    "resolved": set(State) - {State.RESOLVED, State.CLOSED},
    "feedback": set(State) - {State.RESOLVED, State.CLOSED},
    "closed": set(State) - {State.CLOSED},
    "follow-up": set(State) - {State.CLOSED},
    "rejected": set(State) - {State.REJECTED},
    "not-taken": set(State) - set(WAITING),
    "late": set(State) - set(OPEN) | {State.HELD},
    "alarm": set(State) - set(OPEN) | {State.HELD},
    "told": set(),
}


@pytest.mark.parametrize("kind", OVER)
def test_a_notice_is_over_in_some_states(kind: str) -> None:
    late = FILED + timedelta(hours=1)
    cases = {state: replace(A_CASE, state=state) for state in State}
    over = {state for state in State if not still_true(kind, cases[state], late)}
    assert over == OVER[kind]


def test_who_is_not_late_any_more_is_not_said_to_be() -> None:
    assert not still_true("late", A_CASE, FILED - timedelta(hours=1))


def test_each_kind_is_that_of_a_notice() -> None:
    known = {notice.known for told in NOTICES.values() for notice in told}
    below = {notice.buttons for told in NOTICES.values() for notice in told}
    clocks = {"not-taken", "late", "alarm", "follow-up"}
    assert set(TRUE_WHILE) <= (known | below & set(BELOW) | clocks)
