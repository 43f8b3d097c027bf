"""The tables of what moves a case and who may do it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from domain.case import ENDED, MOVES, OPEN, WAITING, Act, Case, Kind, NotNow, State, Urgency, move, number
from domain.people import COMMAND_ROLES, FILER_ACTS, PERMISSIONS, Grant, Person, Role, Scope, admin_of, may, may_command
from handlers import COMMANDS

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
PATH = ("G01", "S1", "D", "C")
CASE = Case(
    1, "YH26-0001", Kind.HAZARD, "road", Urgency.GENERAL, State.ASSIGNED, "井盖坏了", "G01", None, "", 1, 2, "test",
    NOW, NOW, NOW + timedelta(days=1), NOW + timedelta(days=1), NOW + timedelta(days=7),
)  # fmt: skip
INSIDE = (Act.ACCEPT, Act.NOTE, Act.ASK, Act.HAND_ON, Act.RETURN, Act.RESOLVE, Act.REJECT, Act.SEE, Act.ON_SITE)


def somebody(role: Role | None = None, area: str = "G01", number: int = 9) -> Person:
    return Person(number, "somebody", grants=(Grant(role, area),) if role else ())


# --- MOVES ----------------------------------------------------------------------------------------


def test_every_state_is_waiting_in_progress_resolved_or_ended() -> None:
    assert {*WAITING, State.IN_PROGRESS, State.RESOLVED, *ENDED} == set(State)
    assert {*WAITING, State.IN_PROGRESS} == set(OPEN)


@pytest.mark.parametrize("state", State)
def test_a_word_can_always_be_left_and_changes_no_state(state: State) -> None:
    for act in (Act.NOTE, Act.ADD, Act.ANSWER):
        assert move(state, act) is state


@pytest.mark.parametrize("state", WAITING)
def test_a_waiting_case_can_be_taken(state: State) -> None:
    assert move(state, Act.ACCEPT) is State.IN_PROGRESS


@pytest.mark.parametrize("state", OPEN)
def test_an_open_case_can_be_solved_refused_withdrawn_and_handed_on(state: State) -> None:
    assert move(state, Act.RESOLVE) is State.RESOLVED
    assert move(state, Act.REJECT) is State.REJECTED
    assert move(state, Act.WITHDRAW) is State.WITHDRAWN
    assert move(state, Act.HAND_ON) is State.ASSIGNED


def test_a_taken_case_cannot_be_taken_again() -> None:
    with pytest.raises(NotNow) as caught:
        move(State.IN_PROGRESS, Act.ACCEPT)
    assert (caught.value.state, caught.value.act) == (State.IN_PROGRESS, Act.ACCEPT)


def test_only_the_filers_no_opens_a_solved_or_closed_case_again() -> None:
    leads_back = {(state, act) for (state, act), to in MOVES.items() if state not in OPEN and to in OPEN}
    assert leads_back == {(State.RESOLVED, Act.REOPEN), (State.CLOSED, Act.REOPEN)}


@pytest.mark.parametrize("state", (State.REJECTED, State.WITHDRAWN))
def test_what_was_refused_or_withdrawn_stays_so(state: State) -> None:
    assert {to for (at, _), to in MOVES.items() if at is state} == {state}


@pytest.mark.parametrize("state", OPEN)
def test_every_open_state_leads_to_an_end(state: State) -> None:
    reached, fresh = {state}, {state}
    while fresh:
        fresh = {to for (at, _), to in MOVES.items() if at in fresh} - reached
        reached |= fresh
    assert State.CLOSED in reached


def test_nothing_happens_before_a_case_is_filed() -> None:
    assert not any(act in (Act.FILE, Act.SEE, Act.ON_SITE) for _, act in MOVES)


def test_numbers_tell_kind_and_year() -> None:
    assert number(Kind.HAZARD, 2026, 42) == "YH26-0042"
    assert number(Kind.HELP, 2026, 7) == "QZ26-0007"
    assert number(Kind.WISH, 2100, 12345) == "XY00-12345"


# --- PERMISSIONS ----------------------------------------------------------------------------------

COORDINATOR_ON_OWN = {Act.HAND_ON, Act.RETURN, Act.RESOLVE}
COORDINATOR_IN_AREA = {Act.SEE, Act.ON_SITE, Act.ACCEPT, Act.NOTE, Act.ASK}


@pytest.mark.parametrize("act", Act)
@pytest.mark.parametrize("carries", (False, True))
@pytest.mark.parametrize("area", ("G01", "S1", "C", "G08"))
def test_a_coordinator_may_what_the_table_says_in_the_own_area_only(area: str, carries: bool, act: Act) -> None:
    person = somebody(Role.COORDINATOR, area)
    case = replace(CASE, assignee_id=person.id if carries else 2)
    inside = area != "G08"
    expected = inside and (act in COORDINATOR_IN_AREA or (carries and act in COORDINATOR_ON_OWN))
    assert may(person, act, case, PATH) is expected


@pytest.mark.parametrize("act", Act)
@pytest.mark.parametrize("role", (Role.LEAD, Role.ADMIN))
@pytest.mark.parametrize("area", ("G01", "S1", "C", "G08"))
def test_leads_and_admins_may_do_all_inside_work_in_their_area(area: str, role: Role, act: Act) -> None:
    assert may(somebody(role, area), act, CASE, PATH) is (act in INSIDE and area != "G08")


@pytest.mark.parametrize("act", Act)
def test_the_filer_may_speak_and_decide_but_not_work(act: Act) -> None:
    assert may(somebody(number=1), act, CASE, PATH) is (act in FILER_ACTS or act is Act.SEE)


@pytest.mark.parametrize("act", Act)
def test_a_stranger_may_nothing(act: Act) -> None:
    assert not may(somebody(), act, CASE, PATH)


@pytest.mark.parametrize("act", Act)
def test_nobody_is_the_filer_of_a_case_whose_filer_left(act: Act) -> None:
    assert not may(somebody(number=0), act, replace(CASE, filer_id=None), PATH)


@pytest.mark.parametrize("role", Role)
def test_no_role_decides_for_the_filer(role: Role) -> None:
    assert not FILER_ACTS & set(PERMISSIONS[role])


def test_who_may_more_may_all_that_the_others_may() -> None:
    coordinator, lead, admin = (PERMISSIONS[role] for role in (Role.COORDINATOR, Role.LEAD, Role.ADMIN))
    for act, scope in coordinator.items():
        assert lead[act] >= scope
    assert all(admin[act] is Scope.AREA for act in lead)


def test_the_clock_alone_closes_assigns_and_escalates() -> None:
    everybodys = FILER_ACTS.union(*PERMISSIONS.values())
    assert set(Act) - everybodys == {Act.FILE, Act.ASSIGN, Act.CLOSE, Act.ESCALATE}


def test_every_restricted_command_exists() -> None:
    assert set(COMMAND_ROLES) <= set(COMMANDS)


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_a_stranger_has_only_the_commands_that_are_everybodys(command: str) -> None:
    assert may_command(somebody(), command) is (command not in COMMAND_ROLES)


def test_an_admin_is_admin_of_everything_below() -> None:
    assert admin_of(somebody(Role.ADMIN, "S1"), PATH)
    assert not admin_of(somebody(Role.ADMIN, "G08"), PATH)
    assert not admin_of(somebody(Role.LEAD, "C"), PATH)
