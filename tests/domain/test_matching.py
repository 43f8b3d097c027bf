"""Which resource may meet a need, and why: the rule alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from domain.matching.fields import OTHER, Field, guessed, named, usual_fields, with_own
from domain.matching.guessing import many, measure, times
from domain.matching.listing import (
    ListingState,
    due_day,
    moments,
    next_moment,
)
from domain.matching.rights import may_confirm
from domain.matching.suggesting import Near, suggestion, suggestions
from domain.matching.terms import Terms
from domain.matching.times import ANY, TIMES, shared
from domain.matching.times import named as named_times
from tests.domain.needing import NEED, RESOURCE, listing
from tests.house import MORNING

UP = {"G01": ("G01", "S1", "C"), "G02": ("G02", "S1", "C"), "G09": ("G09", "S2", "C")}
BORDERS = {"G01": frozenset({"G02"}), "G02": frozenset({"G01"})}


class Map:
    def path(self, code: str) -> Sequence[str]:
        return UP.get(code, (code, "C"))

    def beside(self, code: str) -> frozenset[str]:
        return BORDERS.get(code, frozenset())


MAP = Map()
HAIRCUT = listing(NEED, id=1, capacity=3, times="weekends", keeper_id=10)
BARBER = listing(RESOURCE, id=2, capacity=10, keeper_id=20)


def test_a_suggestion_says_its_four_reasons() -> None:
    one = suggestion(HAIRCUT, BARBER, MAP)
    assert one is not None
    assert (one.category, one.touch.near, one.touch.area) == ("care", Near.SAME, "G01")
    assert (one.times, one.wanted, one.left) == ("weekends", 3, 10)


@pytest.mark.parametrize(
    "changed",
    [
        {"category": "law"},
        {"areas": ("G09",)},
        {"times": "workdays"},
        {"left": 0},
        {"state": ListingState.ENDED},
    ],
)
def test_without_one_of_the_reasons_there_is_none(changed: dict[str, object]) -> None:
    assert suggestion(HAIRCUT, replace(BARBER, **changed), MAP) is None  # type: ignore[arg-type]


def test_what_has_less_than_is_wanted_gives_a_part_and_comes_after_what_has_enough() -> (
    None
):
    two = replace(BARBER, id=3, capacity=2, left=2)
    street = replace(BARBER, id=4, areas=("S1",))
    found = suggestions(HAIRCUT, [two, street], MAP)
    assert [(one.resource.id, one.given, one.missing) for one in found] == [
        (4, 3, 0),
        (3, 2, 1),
    ]


def test_nothing_is_suggested_to_whoever_gives_it_or_for_what_is_met() -> None:
    assert suggestion(HAIRCUT, replace(BARBER, whose_id=10), MAP) is None
    assert suggestion(replace(HAIRCUT, left=0), BARBER, MAP) is None


def test_the_nearest_comes_first_and_then_what_ends_first() -> None:
    street = replace(BARBER, id=3, areas=("S1",))
    next_door = replace(BARBER, id=4, areas=("G02",))
    sooner = replace(BARBER, id=5, until=BARBER.until - timedelta(days=1))
    found = suggestions(HAIRCUT, [next_door, street, BARBER, sooner], MAP, 4)
    assert [one.resource.id for one in found] == [5, 2, 3, 4]
    nears = [one.touch.near for one in found]
    assert nears == [Near.SAME, Near.SAME, Near.WITHIN, Near.BESIDE]
    assert len(suggestions(HAIRCUT, [next_door, street, BARBER, sooner], MAP)) == 3
    wide = replace(HAIRCUT, areas=("S1",))
    within = suggestion(wide, BARBER, MAP)
    assert within is not None and within.touch.near is Near.WITHIN


def test_times_that_meet_are_said_by_what_both_have() -> None:
    assert named_times(shared("weekends", "days")) == "weekend_days"
    assert named_times(shared(ANY, "nights")) == "nights"
    assert named_times(shared("wednesday", "workdays")) == "wednesday"
    assert not shared("wednesday", "weekends") and not shared("sunday", "monday")
    assert not shared("workdays", "weekends") and not shared(ANY, "unheard_of")
    assert named_times(frozenset()) == ""
    for code, slots in TIMES.items():
        assert named_times(slots) == code


def test_who_gains_or_offers_does_not_confirm() -> None:
    assert may_confirm(10, HAIRCUT, BARBER) == ""
    assert may_confirm(20, HAIRCUT, BARBER) == "offers"
    assert may_confirm(30, replace(HAIRCUT, whose_id=30), BARBER) == "gains"
    shop = replace(BARBER, whose_id=21)
    assert may_confirm(21, HAIRCUT, shop) == "offers"
    assert may_confirm(20, HAIRCUT, shop) == ""


def test_everything_has_a_notice_before_its_end() -> None:
    notice, end = moments(HAIRCUT)
    assert (notice, end) == (HAIRCUT.until - timedelta(days=7), HAIRCUT.until)
    short = replace(HAIRCUT, until=MORNING + timedelta(days=4))
    assert moments(short)[0] == MORNING + timedelta(days=3)
    assert next_moment(replace(HAIRCUT, looked=1)) == end
    assert next_moment(replace(HAIRCUT, looked=2)) is None
    draft = replace(HAIRCUT, state=ListingState.DRAFT)
    assert moments(draft) == (MORNING + timedelta(days=1),)
    assert moments(replace(HAIRCUT, state=ListingState.DONE)) == ()


def test_a_project_is_due_while_both_still_stand_but_never_at_once() -> None:
    assert due_day(MORNING, HAIRCUT, BARBER, Terms()) == MORNING + timedelta(days=14)
    soon = replace(BARBER, until=MORNING + timedelta(days=3))
    assert due_day(MORNING, HAIRCUT, soon, Terms()) == soon.until
    over = replace(BARBER, until=MORNING)
    assert due_day(MORNING, HAIRCUT, over, Terms()) == MORNING + timedelta(days=1)


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ("三位独居老人要上门理发", "care"),
        ("想请律师看看劳动合同", "law"),
        ("周末借间会议室", "space"),
        ("量血压的义诊", "health"),
        ("Two volunteers to carry boxes", "hands"),
        ("flawless", OTHER),
        ("随便什么", OTHER),
    ],
)
def test_what_it_is_about_is_read_off_the_words(words: str, field: str) -> None:
    assert guessed(words, usual_fields()) == field


def test_an_office_has_fields_of_its_own() -> None:
    truck = Field("truck", (("zh-CN", "餐车"), ("en", "Food truck")), ("餐车",))
    mine = with_own(usual_fields(), [truck, Field("law", (("en", "Justice"),))])
    assert guessed("要一辆餐车", mine) == "truck"
    assert named("food truck", mine) == "truck" and named("法律", mine) == ""
    assert [one.name("zh-CN") for one in mine if one.code == "law"] == ["Justice"]
    assert len(mine) == len(usual_fields()) + 1


@pytest.mark.parametrize(
    ("words", "count", "when"),
    [
        ("三位独居老人要上门理发", 3, "any"),
        ("理发店每周三义剪10人", 10, "wednesday"),
        ("周三两点来一个人", 1, "wednesday"),
        ("周日下午借一间教室", 1, "sunday"),
        ("每周一三五都要两个人", 2, "workdays"),
        ("周一至五要两个人", 2, "workdays"),
        ("周一到周五要两个人", 2, "workdays"),
        ("周六周日要两个人", 2, "weekends"),
        ("周末借一间会议室", 1, "weekends"),
        ("晚上要两名志愿者值守", 2, "evenings"),
        ("两个月内要二十套雨衣", 20, "any"),
        ("要人手", 1, "any"),
        ("ten volunteers on Saturday", 10, "saturday"),
        ("free haircuts on Wednesdays for ten", 10, "wednesday"),
        ("two people, monday to friday", 2, "workdays"),
        ("a van for ten days", 1, "any"),
        ("3 old people want a haircut in the morning", 3, "days"),
    ],
)
def test_how_many_and_when_are_read_off_the_words(
    words: str, count: int, when: str
) -> None:
    assert (many(words), times(words)) == (count, when)


def test_people_are_counted_with_their_own_measure() -> None:
    """Things too; what has no measure has none."""
    for words, unit in (
        ("三位独居老人要上门理发", "位"),
        ("理发店义剪10人", "人"),
        ("要 2 台轮椅", "台"),
        ("三位老人要一个书架", "位"),
        ("要人手", ""),
        ("three people", ""),
        ("12月1日搬家", ""),
    ):
        assert measure(words) == unit, words
