"""What fits a list: each filter by itself, all together, and words only for who may read them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from domain.case import Case
from domain.kinds import Kind, Urgency
from domain.states import State
from domain.wanted import (
    LATE,
    MINE,
    ONLY,
    UNASSIGNED,
    URGENT,
    Wanted,
    Word,
    fits,
)
from tests.domain.a_case import A_CASE

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
ME, SOMEBODY = 7, 8
CASE = replace(
    A_CASE,
    words="Loose paving",
    area="G1",
    place_words="东门",
    assignee_id=SOMEBODY,
    filed_at=NOW,
    phase_at=NOW,
    due_at=NOW + HOUR,
    accept_due=NOW + HOUR,
    resolve_due=NOW + HOUR,
)


def shown(wanted: Wanted, case: Case = CASE, may_read: bool = True) -> bool:
    return fits(wanted, case, ME, NOW, may_read)


@pytest.mark.parametrize(
    ("name", "changes"),
    (
        (MINE, {"assignee_id": ME}),
        (LATE, {"due_at": NOW}),
        (UNASSIGNED, {"assignee_id": None}),
        (UNASSIGNED, {"state": State.REOPENED}),
        (URGENT, {"urgency": Urgency.URGENT}),
    ),
)
def test_each_filter_by_name_lets_just_its_cases_through(
    name: str, changes: dict[str, object]
) -> None:
    wanted = Wanted(only=frozenset({name}))
    assert not shown(wanted)
    assert shown(wanted, replace(CASE, **changes))  # type: ignore[arg-type]


def test_what_has_no_deadline_is_never_late() -> None:
    assert not shown(Wanted(only=frozenset({LATE})), replace(CASE, due_at=None))


def test_several_filters_must_all_be_true() -> None:
    both = Wanted(only=frozenset({MINE, URGENT}), category="road")
    mine = replace(CASE, assignee_id=ME)
    assert not shown(both, mine)
    assert shown(both, replace(mine, urgency=Urgency.URGENT))
    assert not shown(replace(both, category="tree"), mine)
    assert len(ONLY) == 4


def test_any_of_the_kinds_will_do() -> None:
    assert shown(Wanted(kinds=frozenset({Kind.HAZARD, Kind.WISH})))
    assert not shown(Wanted(kinds=frozenset({Kind.WISH})))


def test_an_area_counts_by_where_the_case_lies_or_which_office_has_it() -> None:
    assert shown(Wanted(areas=frozenset({"G1", "G2"})))
    assert not shown(Wanted(areas=frozenset({"CG"})))
    assert shown(Wanted(areas=frozenset({"CG"})), replace(CASE, office="CG"))


@pytest.mark.parametrize("word", ("paving", "loose p", "东门", "yh26-0001"))
def test_a_word_is_found_in_what_was_said_in_the_place_and_in_the_number(
    word: str,
) -> None:
    assert shown(Wanted(words=(Word(word),)))
    assert not shown(Wanted(words=(Word(word), Word("lamp"))))


@pytest.mark.parametrize(
    "word",
    (
        Word("x", categories=frozenset({"road"})),
        Word("x", areas=frozenset({"G1"})),
        Word("x", people=frozenset({SOMEBODY})),
    ),
)
def test_a_word_may_name_the_category_the_area_or_who_looks_after_it(
    word: Word,
) -> None:
    assert shown(Wanted(words=(word,)))
    elsewhere = replace(CASE, category="tree", area="G2", assignee_id=ME)
    assert not shown(Wanted(words=(word,)), elsewhere)


def test_who_may_not_read_the_words_cannot_find_the_case_by_them() -> None:
    for word in ("paving", "东门"):
        assert not shown(Wanted(words=(Word(word),)), may_read=False)
    assert shown(Wanted(words=(Word("yh26-0001"),)), may_read=False)


def test_a_word_that_is_denied_leaves_out_what_speaks_of_it() -> None:
    stones = Wanted(words=(Word("paving", denied=True),))
    lamps = Wanted(words=(Word("lamp", denied=True),))
    sort = Wanted(words=(Word("x", frozenset({CASE.category}), denied=True),))
    assert [
        fits(one, CASE, ME, NOW, may_read=True) for one in (stones, lamps, sort)
    ] == [False, True, False]
    assert fits(stones, CASE, ME, NOW, may_read=False)  # it says nothing of its words
