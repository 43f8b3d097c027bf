"""Who is blamed by an office and no name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.named import accused, blamed, concerned
from domain.offices import blamed as offices
from domain.offices import by_nobody, of_carer
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
    "管这片的人吃拿卡要",
    "负责这片的收好处费",
    "你们的人问我要红包",
    "你们那个女的网格员骂我",
    "办事的人让我送礼",
    "网格里的人乱收费",
    "社区的人说不给钱不办",
    "网格员喝醉了在骂人",
    "网格员把我电话给别人了",
    "your people ask me for a tip",
    "the coordinator here wants a cut",
    "coordinator of grid 1 takes money from shops",
    "whoever looks after grid 1 is corrupt",
    "the guy who took my case wants cash",
]
LEAD = [
    "网格长索要好处费",
    "网格长收黑钱",
    "网格长包庇张强",
    "网格长拿了商家的好处",
    "the grid lead takes bribes",
]
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
    "站长问我要红包",
    "工地老板让我给钱才放行",
    "管这片的站长骂我",
    "店里的人骂我",
    "你们的人很热心",
    "社区的人帮我修好了",
    "网格员说我骂人了",
    "网格员把照片发给我了",
    "网格员要我给他打电话",
    "来的人喝了酒",
    "your people are great",
    "the person in charge of the shop yelled at me",
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


CARER = [
    "来的人喝了酒",
    "来修的人骂我",
    "接单的那个人问我要烟",
    "修的人让我别投诉 不然有我好看",
    "网格员让我给钱才修",
    "换个人来",
    "the man who came was drunk",
    "don't send him again",
    "send somebody else",
]
ALONE = ["他让我给钱才修", "他摸我", "he asked me for money", "and he touched me"]
NOT_OF_CARER = [
    "来的人很快",
    "来的师傅喝口水歇会儿",
    "修的人走了",
    "送来的人骂我",
    "站长来了，他骂我",
    "他说下午来",
    "换个灯",
    "send somebody please",
    "the man who came was nice",
    "my boss came and he yelled at me",
]


@pytest.mark.parametrize("said", CARER)
def test_who_came_and_who_took_it_has_the_case(said: str) -> None:
    assert of_carer(said, alone=False)


@pytest.mark.parametrize("said", ALONE)
def test_he_has_the_case_where_nobody_else_was_spoken_of(said: str) -> None:
    assert of_carer(said)
    assert not of_carer(said, alone=False)


@pytest.mark.parametrize("said", NOT_OF_CARER)
def test_praise_and_blame_of_others_is_not_of_whoever_has_it(said: str) -> None:
    assert not of_carer(said)


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


@pytest.mark.parametrize(
    "said", ["收了我一百块", "骂我", "took 100 yuan from me", "还骗我钱"]
)
def test_a_wrong_may_be_told_without_a_subject(said: str) -> None:
    assert by_nobody(said)


@pytest.mark.parametrize(
    "said",
    [
        "打我电话没人接",
        "偷电瓶的又来了",
        "打人了",
        "the lamp took me an hour",
        "我被人打了",
        "打我",
        "hit me",
    ],
)
def test_what_was_not_done_to_the_speaker_is_none(said: str) -> None:
    assert not by_nobody(said)
