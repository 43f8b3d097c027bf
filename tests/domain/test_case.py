"""The tables of what moves a case and who may do it, each written out again by hand from what
was asked for.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from domain.acts import FIRST_ANSWERS, UNDOABLE, Act
from domain.case import Case
from domain.commands import COMMAND_ROLES, may_command
from domain.kinds import Kind, Urgency, number
from domain.moves import MOVES, NotNow, move
from domain.people import Grant, Person, Role, admin_of
from domain.permissions import PERMISSIONS, Scope, may
from domain.standing import FILER_ACTS, Standing
from domain.states import ENDED, OPEN, WAITING, State
from handlers.contents import COMMANDS
from tests.matrix import each

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
PATH = ("G01", "S1", "D", "C")
CASE = Case(
    1,
    "YH26-0001",
    Kind.HAZARD,
    "road",
    Urgency.GENERAL,
    State.ASSIGNED,
    "地砖坏了",
    "G01",
    None,
    "",
    1,
    2,
    "test",
    NOW,
    NOW,
    NOW + timedelta(days=1),
    NOW + timedelta(days=1),
    NOW + timedelta(days=7),
)


def acts(names: str) -> set[Act]:
    return {Act(name) for name in names.split()}


def somebody(role: Role | None = None, area: str = "G01", number: int = 9) -> Person:
    return Person(number, "somebody", grants=(Grant(role, area),) if role else ())


# --- MOVES ---

WORDS = "note add answer"
TALK = f"{WORDS} ask tell join"
ALWAYS_WHILE_OPEN = (
    f"{TALK} reclassify raise supervise link remind escalate reject withdraw merge"
)
AT_HAND = f"{ALWAYS_WHILE_OPEN} approve decline resolve submit"

# What can be done in each state, by the "What can happen to it".
POSSIBLE = {
    "filed": f"{AT_HAND} assign accept hand_on split deliberate unseal",
    "assigned": f"{AT_HAND} assign accept hand_on return split deliberate",
    "returned": f"{AT_HAND} assign accept hand_on split deliberate",
    "reopened": f"{AT_HAND} assign accept hand_on return split deliberate",
    "in_progress": f"{AT_HAND} hand_on return split deliberate hold extend",
    "held": f"{AT_HAND} hand_on resume",
    "deliberating": f"{AT_HAND} hand_on decide",
    "verifying": f"{ALWAYS_WHILE_OPEN} hand_on verify redo",
    "resolved": f"{WORDS} join tell confirm close reopen rate",
    "closed": f"{WORDS} reopen rate confirm",
    "rejected": f"{WORDS} reopen",
    "withdrawn": WORDS,
    "merged": f"{WORDS} unmerge",
}
LEADS_TO = {
    "assign": "assigned",
    "accept": "in_progress",
    "hand_on": "assigned",
    "return": "returned",
    "resolve": "resolved",
    "submit": "verifying",
    "verify": "resolved",
    "redo": "in_progress",
    "hold": "held",
    "resume": "in_progress",
    "split": "in_progress",
    "deliberate": "deliberating",
    "decide": "in_progress",
    "merge": "merged",
    "unmerge": "assigned",
    "reject": "rejected",
    "withdraw": "withdrawn",
    "confirm": "closed",
    "close": "closed",
    "reopen": "reopened",
}
STAYS_ASIDE = {
    ("held", "hand_on"),
    ("verifying", "hand_on"),
    ("deliberating", "hand_on"),
}


@each("state", State)
def test_in_every_state_exactly_what_was_asked_for_is_possible(state: State) -> None:
    possible = POSSIBLE[state].split()
    expected = {
        act: state if (state, act) in STAYS_ASIDE else LEADS_TO.get(act, state)
        for act in possible
    }
    assert {act: to for (at, act), to in MOVES.items() if at is state} == expected


def test_every_state_is_open_solved_or_ended() -> None:
    assert set(WAITING) == {"filed", "assigned", "returned", "reopened"}
    assert set(OPEN) == {*WAITING, "in_progress", "held", "verifying", "deliberating"}
    assert set(ENDED) == {"closed", "rejected", "withdrawn", "merged"}
    assert {*OPEN, State.RESOLVED, *ENDED} == set(State)
    assert not set(OPEN) & set(ENDED)


def test_ones_own_last_step_can_be_undone_but_not_what_others_already_act_upon() -> (
    None
):
    assert acts(
        "accept hand_on return hold resume extend approve decline reclassify raise supervise"
        " link resolve submit verify redo reject decide"
    ) == set(UNDOABLE)


def test_the_filer_first_hears_of_somebody_by_a_question_a_message_or_an_answer() -> (
    None
):
    assert acts("ask tell resolve submit reject") == set(FIRST_ANSWERS)


@each("state", State)
def test_a_word_can_always_be_left_and_changes_no_state(state: State) -> None:
    for act in (Act.NOTE, Act.ADD, Act.ANSWER):
        assert move(state, act) is state


@each("state", WAITING)
def test_a_waiting_case_can_be_taken(state: State) -> None:
    assert move(state, Act.ACCEPT) is State.IN_PROGRESS


@each("state", OPEN)
def test_an_open_case_can_be_solved_refused_withdrawn_and_handed_on(
    state: State,
) -> None:
    waits_for_the_lead = state is State.VERIFYING
    assert (
        move(state, Act.VERIFY if waits_for_the_lead else Act.RESOLVE) is State.RESOLVED
    )
    assert move(state, Act.REJECT) is State.REJECTED
    assert move(state, Act.WITHDRAW) is State.WITHDRAWN
    aside = state in (State.HELD, State.VERIFYING, State.DELIBERATING)
    assert move(state, Act.HAND_ON) is (state if aside else State.ASSIGNED)


def test_a_taken_case_cannot_be_taken_again() -> None:
    with pytest.raises(NotNow) as caught:
        move(State.IN_PROGRESS, Act.ACCEPT)
    assert (caught.value.state, caught.value.act) == (State.IN_PROGRESS, Act.ACCEPT)


def test_only_the_filers_no_opens_what_is_over_and_a_wrong_merging_is_undone() -> None:
    leads_back = {
        (state, act)
        for (state, act), to in MOVES.items()
        if state not in OPEN and to in OPEN
    }
    assert leads_back == {
        (State.RESOLVED, Act.REOPEN),
        (State.CLOSED, Act.REOPEN),
        (State.REJECTED, Act.REOPEN),
        (State.MERGED, Act.UNMERGE),
    }


def test_what_was_withdrawn_stays_so() -> None:
    ways = {to for (at, _), to in MOVES.items() if at is State.WITHDRAWN}
    assert ways == {State.WITHDRAWN}


@each("state", OPEN)
def test_every_open_state_leads_to_an_end(state: State) -> None:
    reached, fresh = {state}, {state}
    while fresh:
        fresh = {to for (at, _), to in MOVES.items() if at in fresh} - reached
        reached |= fresh
    assert State.CLOSED in reached


def test_nothing_happens_before_a_case_is_filed() -> None:
    assert set(Act) - {act for _, act in MOVES} == {
        Act.FILE,
        Act.SEE,
        Act.ON_SITE,
        Act.UNDO,
    }


def test_numbers_tell_kind_and_year() -> None:
    assert number(Kind.HAZARD, 2026, 42) == "YH26-0042"
    assert number(Kind.HELP, 2026, 7) == "QZ26-0007"
    assert number(Kind.WISH, 2100, 12345) == "XY00-12345"


# --- PERMISSIONS ---

COORDINATOR_ON_OWN = acts(
    "hand_on return resolve submit hold resume extend reclassify raise split deliberate decide"
)
COORDINATOR_IN_AREA = acts("see on_site accept note ask tell link merge unmerge")
# Approving, refusing, verifying and supervising are a lead's.
INSIDE = (
    COORDINATOR_ON_OWN
    | COORDINATOR_IN_AREA
    | acts("approve decline reject supervise verify redo")
)


@each("act", Act)
@each("carries", (False, True))
@each("area", ("G01", "S1", "C", "G08"))
def test_a_coordinator_may_what_the_table_says_in_the_own_area_and_on_what_they_carry(
    area: str, carries: bool, act: Act
) -> None:
    person = somebody(Role.COORDINATOR, area)
    case = replace(CASE, assignee_id=person.id if carries else 2)
    inside = area != "G08"
    own = carries and act in COORDINATOR_IN_AREA | COORDINATOR_ON_OWN
    expected = own or (inside and act in COORDINATOR_IN_AREA)
    assert may(person, act, case, PATH) is expected


@each("act", Act)
@each("role", (Role.LEAD, Role.ADMIN))
@each("area", ("G01", "S1", "C", "G08"))
def test_leads_and_admins_may_do_all_inside_work_in_their_area(
    area: str, role: Role, act: Act
) -> None:
    assert may(somebody(role, area), act, CASE, PATH) is (
        act in INSIDE and area != "G08"
    )


@each("act", Act)
def test_the_filer_may_speak_and_decide_but_not_work(act: Act) -> None:
    expected = acts("see add answer withdraw confirm reopen rate")
    assert may(somebody(number=1), act, CASE, PATH) is (act in expected)


@each("act", Act)
def test_whose_own_case_was_merged_may_what_the_filer_may_but_not_withdraw(
    act: Act,
) -> None:
    expected = acts("see add answer confirm reopen rate")
    assert may(somebody(), act, CASE, PATH, Standing.BROUGHT) is (act in expected)


@each("act", Act)
def test_who_said_me_too_may_look_and_add_a_word_and_decides_nothing(act: Act) -> None:
    expected = acts("see add")
    assert may(somebody(), act, CASE, PATH, Standing.FOLLOWER) is (act in expected)


@each("act", Act)
@each("standing", Standing)
def test_a_filer_stays_the_filer_however_else_they_wait_for_it(
    standing: Standing, act: Act
) -> None:
    filer = somebody(number=1)
    assert may(filer, act, CASE, PATH, standing) is may(filer, act, CASE, PATH)


@each("act", Act)
@each("role", Role)
@each("area", ("G01", "G08"))
def test_whoever_follows_a_case_works_on_it_no_more_and_no_less(
    area: str, role: Role, act: Act
) -> None:
    person = somebody(role, area)
    works, waits = may(person, act, CASE, PATH), act in acts("see add")
    assert may(person, act, CASE, PATH, Standing.FOLLOWER) is (works or waits)


@each("act", Act)
def test_a_stranger_may_nothing(act: Act) -> None:
    assert not may(somebody(), act, CASE, PATH)


@each("act", Act)
def test_nobody_is_the_filer_of_a_case_whose_filer_left(act: Act) -> None:
    assert not may(somebody(number=0), act, replace(CASE, filer_id=None), PATH)


@each("role", Role)
def test_no_role_decides_for_the_filer(role: Role) -> None:
    assert not FILER_ACTS & set(PERMISSIONS[role])


def test_who_may_more_may_all_that_the_others_may() -> None:
    coordinator, lead, admin = (
        PERMISSIONS[role] for role in (Role.COORDINATOR, Role.LEAD, Role.ADMIN)
    )
    for act, scope in coordinator.items():
        assert lead[act] >= scope
    assert all(admin[act] is Scope.AREA for act in lead)


def test_what_no_role_may_do_is_the_clocks_or_has_a_rule_of_its_own() -> None:
    everybodys = FILER_ACTS.union(*PERMISSIONS.values())
    clock = {Act.ASSIGN, Act.CLOSE, Act.ESCALATE, Act.REMIND, Act.UNSEAL}
    # anybody; whom it was offered to; whose step it was
    own_rule = {Act.FILE, Act.JOIN, Act.UNDO}
    assert set(Act) - everybodys == clock | own_rule


@each("act", Act)
@each("role", Role)
def test_a_post_counts_only_for_its_own_cases_and_those_one_carries(
    role: Role, act: Act
) -> None:
    holder = Person(9, "片警", grants=(Grant(role, "S1", "police"),))
    own = replace(CASE, post="police")
    assert may(holder, act, own, PATH) is may(somebody(role, "S1"), act, own, PATH)
    assert not may(holder, act, replace(CASE, post="warden"), PATH)
    assert not may(holder, act, CASE, PATH)
    assert not may(holder, act, own, ("G08", "S2", "D", "C"))
    carried = replace(CASE, post="warden", assignee_id=9)
    assert may(holder, act, carried, PATH) is may(
        somebody(role, "S1"), act, carried, PATH
    )


STAFFS_COMMANDS = """
queue mine overdue onsite away digest duty similar templates slip screen award stock handover
needs resources projects
accept pass return ask tell note hold resume extend approve decline category urgency privacy
raise supervise split relate merge takein unmerge resolve verify redo reject deliberate decide undo
"""
ADMINS_COMMANDS = (
    "policy route areas announce bind grant health invite people poster revoke signout"
)
LEADS_COMMANDS = (
    "stats",
    "register",
    "audit",
    "members",
    "recruit",
    "news",
    "errand",
)


def test_every_command_for_cases_is_the_staffs_and_governing_the_admins() -> None:
    assert {name for name, roles in COMMAND_ROLES.items() if roles == set(Role)} == set(
        STAFFS_COMMANDS.split()
    )
    assert {
        name for name, roles in COMMAND_ROLES.items() if roles == {Role.ADMIN}
    } == set(ADMINS_COMMANDS.split())
    others = set(COMMAND_ROLES) - {*STAFFS_COMMANDS.split(), *ADMINS_COMMANDS.split()}
    assert {name: COMMAND_ROLES[name] for name in others} == {
        name: {Role.LEAD, Role.ADMIN} for name in LEADS_COMMANDS
    }


def test_every_restricted_command_exists() -> None:
    assert set(COMMAND_ROLES) <= set(COMMANDS)


@each("command", sorted(COMMANDS))
def test_a_stranger_has_only_the_commands_that_are_everybodys(command: str) -> None:
    assert may_command(somebody(), command) is (command not in COMMAND_ROLES)


def test_an_admin_is_admin_of_everything_below() -> None:
    assert admin_of(somebody(Role.ADMIN, "S1"), PATH)
    assert not admin_of(somebody(Role.ADMIN, "G08"), PATH)
    assert not admin_of(somebody(Role.LEAD, "C"), PATH)
