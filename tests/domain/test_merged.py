"""Nobody waits longer, and nothing becomes less urgent, because two cases are merged."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from domain.case import Case
from domain.kinds import Urgency
from domain.merged import owed, still_owed
from domain.states import State
from tests.domain.a_case import A_CASE, FILED

HOUR = timedelta(hours=1)


def case(urgency: Urgency, filed: int, due: int) -> Case:
    """Filed and due so many hours after the first."""
    at = FILED + filed * HOUR
    return replace(A_CASE, urgency=urgency, filed_at=at, resolve_due=FILED + due * HOUR)


def test_the_higher_urgency_and_its_date_go_on() -> None:
    kept, gone = case(Urgency.GENERAL, 0, 72), case(Urgency.URGENT, 5, 7)
    changed = owed(kept, gone)
    assert changed["urgency"] is Urgency.URGENT
    assert changed["counts_from"] == gone.filed_at
    assert changed["resolve_due"] == changed["due_at"] == gone.resolve_due


def test_what_is_less_urgent_and_due_later_changes_nothing() -> None:
    kept, gone = case(Urgency.URGENT, 5, 7), case(Urgency.GENERAL, 0, 72)
    assert owed(kept, gone) == {}


def test_of_two_alike_the_earlier_date_counts() -> None:
    kept, gone = case(Urgency.GENERAL, 24, 96), case(Urgency.GENERAL, 0, 72)
    changed = owed(kept, gone)
    assert changed["resolve_due"] == gone.resolve_due
    assert replace(kept, **changed).started_at == gone.filed_at
    assert owed(gone, kept) == {}


def test_what_is_less_urgent_but_due_first_only_moves_the_date() -> None:
    kept, gone = case(Urgency.URGENT, 71, 73), case(Urgency.GENERAL, 0, 72)
    changed = owed(kept, gone)
    assert changed["resolve_due"] == gone.resolve_due and "urgency" not in changed


def test_who_has_not_taken_it_has_no_more_time_for_that() -> None:
    urgent = case(Urgency.URGENT, 5, 7)
    gone = replace(urgent, state=State.ASSIGNED, accept_due=FILED + 6 * HOUR)
    waits = case(Urgency.GENERAL, 0, 72)
    waits = replace(waits, state=State.ASSIGNED, accept_due=FILED + 24 * HOUR)
    changed = owed(waits, gone)
    assert changed["accept_due"] == changed["due_at"] == gone.accept_due
    merged = replace(gone, state=State.MERGED)
    assert owed(waits, merged)["accept_due"] == gone.accept_due
    assert "accept_due" not in owed(waits, replace(merged, accepted_at=FILED))
    taken = replace(waits, state=State.IN_PROGRESS)
    assert "accept_due" not in owed(taken, gone)


def test_what_is_said_anew_to_be_something_else_still_owes_what_was_merged() -> None:
    gone = case(Urgency.UTILITY, 5, 29)
    was = replace(case(Urgency.GENERAL, 0, 72), alarms=1)
    was = replace(was, **owed(was, gone))
    anew = replace(was, urgency=Urgency.GENERAL, resolve_due=FILED + 72 * HOUR)
    anew = replace(anew, due_at=anew.resolve_due, alarms=0)
    found = still_owed(anew, [gone], was)
    assert (found.urgency, found.due_at) == (Urgency.UTILITY, gone.resolve_due)
    assert found.alarms == 1
    assert still_owed(anew, [], was) == anew


def test_while_it_is_on_hold_the_day_to_go_on_stays() -> None:
    kept = replace(case(Urgency.GENERAL, 0, 72), state=State.HELD)
    changed = owed(kept, case(Urgency.URGENT, 5, 7))
    assert changed["resolve_due"] and "due_at" not in changed
