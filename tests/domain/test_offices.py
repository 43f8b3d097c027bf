"""Who is blamed by an office and no name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.named import accused, blamed, concerned
from domain.offices import blamed as offices
from domain.people import Grant, Person, Role
from domain.privacy import Privacy
from tests.domain.a_case import A_CASE

COORDINATOR = [
    "网格员收我红包",
    "举报网格员收红包",
    "投诉这里的网格员",
    "我们这片的网格员收了骑手两百块钱",
    "被网格员骂了",
    "社区网格员态度很差",
    "the coordinator asked me for money",
    "the grid coordinators are rude",
]
LEAD = ["网格长索要好处费", "the grid lead takes bribes"]
NOBODY = [
    "网格员没来",
    "网格员一直没来修路灯",
    "网格员态度很好",
    "网格员打电话说修好了",
    "网格员李敏骂我",
    "流动网格员骂我",
    "我跟网格员说站长骂我",
    "请网格员来看看，站长骂我",
    "投诉给网格员没用",
    "the coordinator never came",
    "I told the coordinator that my boss took my money",
    "",
]


@pytest.mark.parametrize(
    ("said", "office"),
    [
        *((said, {Role.COORDINATOR}) for said in COORDINATOR),
        *((said, {Role.LEAD}) for said in LEAD),
        *((said, set()) for said in NOBODY),
    ],
)
def test_an_office_is_blamed(said: str, office: set[Role]) -> None:
    assert offices(said) == office


def someone(person_id: int, role: Role, area: str, post: str = "") -> Person:
    return Person(person_id, "某人", grants=(Grant(role, area, post),))


def test_it_is_said_of_all_who_hold_it_there_and_of_nobody_else() -> None:
    case = replace(A_CASE, words="网格员收我红包", privacy=Privacy.CONFIDENTIAL)
    there = someone(7, Role.COORDINATOR, "G01")
    assert concerned(there, case) and blamed(there, case) and accused(there, case)
    for other in (
        someone(7, Role.LEAD, "G01"),
        someone(7, Role.COORDINATOR, "G02"),
        someone(7, Role.COORDINATOR, "G01", "police"),
        replace(there, id=1),  # its filer
    ):
        assert not concerned(other, case) and not accused(other, case)
