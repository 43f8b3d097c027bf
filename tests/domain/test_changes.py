"""What a history keeps of every act: it gives back the case before and after, through JSON,
whatever the case.
"""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from typing import Any, get_type_hints

import orjson
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain import changes
from domain.acts import Act
from domain.case import Case
from domain.kinds import Kind, Supervision, Urgency
from domain.messages import Place
from domain.moves import MOVES, move
from domain.phases import after as after_act
from domain.policies import DEFAULT_POLICY
from domain.privacy import Privacy
from domain.states import State
from tests.domain.test_case import CASE, NOW
from tests.matrix import each

# A database keeps whole milliseconds, and so do the history's lines.
moments = st.datetimes(
    datetime(1971, 1, 1), datetime(2150, 1, 1), timezones=st.just(UTC)
).map(lambda at: at.replace(microsecond=at.microsecond // 1000 * 1000))
ids = st.integers(1, 2**53)
counts = st.integers(0, 10_000)
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
KINDS: dict[Any, st.SearchStrategy[Any]] = {
    int: counts,
    int | None: st.none() | ids,
    str: words,
    bool: st.booleans(),
    datetime: moments,
    datetime | None: st.none() | moments,
    float | None: st.none() | st.floats(0, 1e9),
    Place | None: st.none()
    | st.builds(Place, st.floats(-90, 90), st.floats(-180, 180)),
    Kind: st.sampled_from(Kind),
    Urgency: st.sampled_from(Urgency),
    State: st.sampled_from(State),
    Privacy: st.sampled_from(Privacy),
    Supervision: st.sampled_from(Supervision),
    tuple[int, ...]: st.lists(ids, max_size=4).map(tuple),
    tuple[str, ...]: st.lists(st.text(min_size=1, max_size=12), max_size=4).map(tuple),
    tuple[tuple[datetime, datetime | None], ...]: st.lists(
        st.tuples(moments, st.none() | moments), max_size=3
    ).map(tuple),
}
HINTS = get_type_hints(Case)
ALWAYS_THERE = {
    "id": ids,
    "number": words.filter(bool),
    "category": words.filter(bool),
    "rating": st.integers(1, 5),
}
cases = st.builds(
    Case,
    **{field.name: KINDS[HINTS[field.name]] for field in fields(Case)} | ALWAYS_THERE,
)
# A history's first line is written at the filing, before anybody has taken or solved the case.
filings = cases.map(
    lambda case: replace(case, rating=None, accept_took=None, resolve_took=None)
)
# a case has many fields
unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def through_json(value: Any) -> Any:
    return orjson.loads(orjson.dumps(value))


@unhurried
@given(cases, cases)
def test_from_one_case_the_difference_gives_the_other_both_ways(
    one: Case, other: Case
) -> None:
    changed = through_json(changes.difference(one, other))
    assert changes.after(one, changed) == replace(other, touched_at=one.touched_at)
    assert changes.before(other, changed) == replace(one, touched_at=other.touched_at)


@unhurried
@given(cases, cases)
def test_before_takes_back_exactly_what_after_did(one: Case, other: Case) -> None:
    changed = through_json(changes.difference(one, other))
    assert changes.before(changes.after(one, changed), changed) == one


@unhurried
@given(filings)
def test_the_first_line_of_a_history_gives_the_whole_case(case: Case) -> None:
    assert changes.first(through_json(changes.whole(case))) == case


@unhurried
@given(cases)
def test_what_did_not_change_is_not_told(case: Case) -> None:
    assert changes.difference(case, replace(case, touched_at=NOW)) == {}


@each("name", sorted({field.name for field in fields(Case)} - {"id", "number"}))
def test_every_field_is_told_when_it_changes_alone(name: str) -> None:
    given_values: dict[str, Any] = {
        "place": Place(30.5, 120.25),
        "linked": (3, 4),
        "alike": (5,),
        "holds": ((NOW, None),),
        "kind": Kind.WISH,
        "urgency": Urgency.URGENT,
        "state": State.HELD,
        "privacy": Privacy.CONFIDENTIAL,
        "supervision": Supervision.RED,
        "verify": True,
        "accept_took": 0.5,
        "resolve_took": 3.0,
    }
    plain = {str: "另一个", int: 77, int | None: 77, datetime: NOW + timedelta(days=99)}
    plain[datetime | None] = NOW + timedelta(days=99)
    new = given_values.get(name, plain.get(HINTS[name]))
    changed = through_json(changes.difference(CASE, replace(CASE, **{name: new})))
    assert set(changed) == ({name} - {"touched_at"})
    assert changes.after(CASE, changed) == (
        CASE if name == "touched_at" else replace(CASE, **{name: new})
    )


@unhurried
@given(
    st.lists(st.tuples(st.sampled_from(Act), st.integers(0, 9 * 24 * 60)), max_size=12),
    st.sampled_from(Urgency),
)
def test_a_history_plays_forward_to_the_row_and_back_to_the_filing(
    acts: list[tuple[Act, int]], urgency: Urgency
) -> None:
    first = replace(CASE, urgency=urgency, state=State.FILED)
    case, lines, now = first, [], NOW
    for act, minutes in acts:
        now += timedelta(minutes=minutes)
        if (case.state, act) in MOVES:
            moved = after_act(case, act, move(case.state, act), now, DEFAULT_POLICY)
            lines.append(through_json(changes.difference(case, moved)))
            case = moved
    played = changes.first(through_json(changes.whole(first)))
    for line in lines:
        played = changes.after(played, line)
    assert played == case
    for line in reversed(lines):
        played = changes.before(played, line)
    assert played == first
