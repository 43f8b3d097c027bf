"""Whatever form is open, and more so one that was left open: a danger, a hazard, a call for help, a
place, a photo, "never mind", "help" and thanks are understood as what they are. A new form is in
it by being a row of `FORMS`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from domain.draft import Draft
from domain.matching.terms import Terms
from domain.members import MemberTerms
from domain.wishes.wish import WishTerms
from handlers.contents import FORMS
from handlers.dialog.conversation import NUDGE_AFTER
from handlers.dialog.setup import Setup
from tests.house import Actor, TestHouse

SETUP = Setup(
    links={"test": "test:{code}"},
    most_messages_a_minute=10_000,
    key=b"k" * 32,
    wishes=WishTerms(),
    matching=Terms(),
    members=MemberTerms(),
)
ABOUT: dict[str, Any] = {
    "amount": 2,
    "area": "G01",
    "at": 0,
    "award": 1,
    "cases": [1],
    "count": 3,
    "id": 1,
    "list": 1,
    "listing": 1,
    "name": "",
    "number": "YH26-0001",
    "numbers": "YH26-0001",
    "part": "",
    "value": "",
    "wanted": 0,
    "what": "…",
    "whom": "…",
    "words": "",
}
"""What a form may know of when it is asked; `OWN` is where the same word means another thing."""

OWN: dict[str, dict[str, Any]] = {
    "station": {"station": "Y01", "what": "name"},
    "member": {"grids": [], "usual": [], "has": []},
    "listing-part": {"part": "words", "value": "words"},
    "tell": {"what": "…"},
}
OTHERS = sorted(FORMS.keys() - {"filing"})
FRESH, LEFT = timedelta(minutes=1), NUDGE_AFTER + timedelta(minutes=1)


@dataclass(frozen=True)
class Heard:
    """What was answered, and the forms that are open now."""

    text: str
    forms: list[str]


async def said_in(
    house: TestHouse, name: str, ago: timedelta, *said: str, media: str = ""
) -> list[Heard]:
    """Each of these said by somebody new who has this form open since then."""
    found = []
    for words in said or ("",):
        chat = f"somebody{next(house.events)}"
        who = Actor(house, chat, "小周", _language(words))
        await _opens(house, who, name, ago)
        if media == "photo":
            await who.sends_photo(words)
        elif media == "place":
            await who.sends_place()
        else:
            await who.says(words)
        async with house.database.unit() as unit:
            open_now = [one.name for one in await unit.forms.of(who.address)]
        found.append(Heard("\n".join(who.hears()), open_now))
    return found


def _language(words: str) -> str:
    return "en" if words.isascii() and words else "zh-CN"


async def _opens(house: TestHouse, who: Actor, name: str, ago: timedelta) -> None:
    async with house.database.unit() as unit:
        await unit.people.load([who.address])
        person = unit.people.meet(who.address, who.name, who.language)
        case = await unit.cases.by_number("YH26-0001")
        assert case is not None
        about = ABOUT | {"case": case.id, "cases": [case.id]} | OWN.get(name, {})
        made, at = unit.next_id("forms"), unit.now - ago
        draft = Draft(made, who.address, person.id, name, {}, at, at, about)
        await unit.forms.put(draft)


def patient(name: str) -> bool:
    return FORMS[name].patient


@pytest.mark.parametrize("ago", [FRESH, LEFT], ids=["fresh", "left"])
async def test_a_riders_danger_and_hazard_are_heard_in_every_form(
    tmp_path: Path, ago: timedelta
) -> None:
    async with TestHouse(tmp_path, setup=SETUP) as house:
        await house.files_hazard()
        for name in OTHERS:
            danger = ("有人被撞了，流血了", "there is a fire, people are inside")
            for heard in await said_in(house, name, ago, *danger):
                assert "120" in heard.text or "119" in heard.text, (name, heard)
            if patient(name) or (FORMS[name].mentions and ago == FRESH):
                continue
            hazard = ("幸福路口的井盖没了", "The streetlight at 幸福路口 is broken")
            for heard in await said_in(house, name, ago, *hazard):
                assert heard.forms[-1:] == ["filing"], (name, heard)


async def test_never_mind_ends_and_help_is_answered_in_every_form(
    tmp_path: Path,
) -> None:
    async with TestHouse(tmp_path, setup=SETUP) as house:
        await house.files_hazard()
        for name in OTHERS:
            for heard in await said_in(house, name, FRESH, "取消", "cancel"):
                assert heard.forms == [], (name, heard)
            if patient(name) or FORMS[name].mentions:
                continue
            for heard in await said_in(house, name, FRESH, "帮助", "instructions"):
                assert "/my" in heard.text, (name, heard)
                assert name in heard.forms


async def test_what_was_left_open_takes_nothing_that_is_for_somebody_else(
    tmp_path: Path,
) -> None:
    async with TestHouse(tmp_path, setup=SETUP) as house:
        number = await house.files_hazard()
        for name in filter(lambda one: not patient(one), OTHERS):
            helps = (
                "我车没电了，能帮我推一下吗",
                "My bike broke down, could somebody give me a push?",
            )
            for heard in await said_in(house, name, LEFT, *helps):
                assert heard.forms[-1:] == ["filing"], (name, heard)
            talk = ("谢谢你们", "怎么用", "心愿墙", "thank you", number)
            for heard in await said_in(house, name, LEFT, *talk):
                assert heard.forms == [name] and heard.text, (name, heard)
            for media in ("photo", "place"):
                [heard] = await said_in(house, name, LEFT, media=media)
                kept = media == "photo" and FORMS[name].most_photos
                assert kept or heard.forms[-1:] == ["filing"], (name, media, heard)


async def test_what_asks_for_a_place_or_a_name_takes_no_thanks(tmp_path: Path) -> None:
    async with TestHouse(tmp_path, setup=SETUP) as house:
        await house.files_hazard()
        for name in OTHERS:
            if not FORMS[name].bare:
                continue
            for heard in await said_in(house, name, FRESH, "谢谢", "thanks", "好的"):
                assert name in heard.forms, (name, heard)


async def test_an_answer_that_somebody_waits_for_may_come_late(tmp_path: Path) -> None:
    async with TestHouse(tmp_path, setup=SETUP) as house:
        await house.files_hazard()
        asked = house.coordinator
        await asked.says("/case YH26-0001")
        await asked.presses("问一句")
        await asked.says("哪一边？")
        house.clock.now += LEFT
        await house.rider.says("东边的井盖")
        assert any("东边的井盖" in text for text in asked.hears())


async def test_staff_who_write_about_a_danger_mention_it_and_later_tell_it(
    tmp_path: Path,
) -> None:
    async with TestHouse(tmp_path, setup=SETUP) as house:
        number = await house.files_hazard(words="楼道里堆满纸箱 有火灾隐患")
        who, said = house.coordinator, "楼道里纸箱着火了"
        for ago, alarms in ((FRESH, False), (LEFT, True)):
            await who.says(f"/note {number}")
            house.clock.now += ago
            who.hears()
            await who.says(said)
            assert any("119" in text for text in who.hears()) is alarms, ago


async def test_what_has_nothing_to_do_with_the_case_is_no_mention(
    tmp_path: Path,
) -> None:
    async with TestHouse(tmp_path, setup=SETUP) as house:
        number = await house.files_hazard()
        who = house.coordinator
        await who.says(f"/note {number}")
        who.hears()
        await who.says("有人被撞了，流血了")
        assert any("120" in text for text in who.hears())
