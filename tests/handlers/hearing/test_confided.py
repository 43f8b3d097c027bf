"""Pay, a quarrel or harassment that a rider tells on an open case: by no door do the words reach
those who read that case. They are a draft of their own, which one press gives to the case after
all. A door is a row of `DOORS`.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest

from domain.draft import Draft
from domain.privacy import Privacy
from handlers.dialog.fields import words as words_of
from tests.house import Actor, TestHouse

NUMBER = "YH26-0001"
STAFF = ("coordinator", "coordinator2", "lead", "street", "admin")
Door = Callable[[TestHouse, str], Awaitable[None]]

SENTENCES = {
    "pay": "站长不发我工资",
    "harassed": "站长天天骚扰我",
    "still unpaid": "工资还是没发",
    "pay in English": "my boss still hasn't paid me",
}


def in_english(said: str) -> bool:
    return said.isascii()


def carer(house: TestHouse) -> Actor:
    """Who has the case."""
    return Actor(house, "coordinator2", "张强")


async def led(house: TestHouse, said: str) -> None:
    lead = "adding: " if in_english(said) else "补充："
    await house.rider.says(lead + said)


async def reply(house: TestHouse, said: str) -> None:
    shown = next(one for one in house.rider.sees if NUMBER in one.text)
    await house.rider.says(said, reply_to=shown)


async def command(house: TestHouse, said: str) -> None:
    await house.rider.says(f"/add {NUMBER} {said}")


async def half_a_command(house: TestHouse, said: str) -> None:
    await house.rider.says(f"/add {NUMBER}")
    await house.rider.says(said)


async def edited_addition(house: TestHouse, said: str) -> None:
    event = await house.rider.says(f"/add {NUMBER} 还在晃")
    await house.rider.edits(event, f"/add {NUMBER} {said}")


async def edited_report(house: TestHouse, said: str) -> None:
    event = await house.rider.says("路灯坏了 G01")
    await house.rider.presses("提交")
    await house.rider.edits(event, said)


async def solved(house: TestHouse) -> None:
    await carer(house).says(f"/resolve {NUMBER} 修好了")


async def reopened(house: TestHouse, said: str) -> None:
    await solved(house)
    await house.rider.says(f"/reopen {NUMBER} {said}")


async def reason(house: TestHouse, said: str) -> None:
    await solved(house)
    await house.rider.presses("没解决")
    await house.rider.says(said)


async def not_solved(house: TestHouse, said: str) -> None:
    await solved(house)
    lead = "not solved, " if in_english(said) else "没解决 "
    await house.rider.says(lead + said)


async def thanks(house: TestHouse, said: str) -> None:
    await solved(house)
    lead = "thanks but " if in_english(said) else "谢谢，"
    await house.rider.says(lead + said)


async def answer(house: TestHouse, said: str) -> None:
    await carer(house).says(f"/ask {NUMBER} 坏了几块？")
    await house.rider.says(said)


async def further_answer(house: TestHouse, said: str) -> None:
    await carer(house).says(f"/ask {NUMBER} 坏了几块？")
    await house.rider.says("三块")
    await house.rider.says(said)


async def edited_answer(house: TestHouse, said: str) -> None:
    await carer(house).says(f"/ask {NUMBER} 坏了几块？")
    event = await house.rider.says("三块")
    await house.rider.edits(event, said)


async def said_back(house: TestHouse, said: str) -> None:
    await carer(house).says(f"/tell {NUMBER} 明天来修")
    await house.rider.says(said)


async def numbered(house: TestHouse, said: str) -> None:
    await house.rider.says(f"{NUMBER} {said}")


async def corrected(house: TestHouse, said: str) -> None:
    lead = "no, it is that " if in_english(said) else "不对，是"
    await house.rider.says(lead + said)


async def to_somebody(house: TestHouse, said: str) -> None:
    await house.rider.says("人工")
    await house.rider.says(said)


async def calling_somebody(house: TestHouse, said: str) -> None:
    lead = "I need a human, " if in_english(said) else "转人工 "
    await house.rider.says(lead + said)


async def with_a_photo(house: TestHouse, said: str) -> None:
    shown = next(one for one in house.rider.sees if NUMBER in one.text)
    await house.rider.sends_photo(said, reply_to=shown)


DOORS: dict[str, Door] = {
    door.__name__: door
    for door in (
        led,
        reply,
        command,
        half_a_command,
        edited_addition,
        edited_report,
        reopened,
        reason,
        not_solved,
        thanks,
        answer,
        further_answer,
        edited_answer,
        said_back,
        numbered,
        corrected,
        to_somebody,
        calling_somebody,
        with_a_photo,
    )
}
NO_CASE_MEANT = ("thanks", "not_solved", "further_answer", "said_back", "corrected")
"""What is plainly a matter is none of the case of before: it need not offer that."""
FILED_AT_ONCE = ("calling_somebody",)
"""Whoever asks for a person gets one: what they say is filed as it stands, confidentially."""


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[TestHouse]:
    async with TestHouse(tmp_path) as made:
        await made.files_hazard(words="路口地砖碎了")
        yield made


def heard_by_staff(house: TestHouse, said: str) -> list[str]:
    return [
        name
        for name in STAFF
        for shown in house.channel.chats.get(name, [])
        for one in (shown.reply, *shown.earlier)
        if said.casefold() in one.text.casefold()
    ]


async def told_openly(house: TestHouse, said: str) -> list[str]:
    """The lines of open cases that have these words."""
    async with house.database.unit() as unit:
        cases = [await unit.cases.get(number) for number in (1, 2)]
        shown = [one for one in cases if one and one.privacy is Privacy.OPEN]
        lines = [line for one in shown for line in await unit.history.of(one.id)]
    return [one.words for one in lines if said.casefold() in one.words.casefold()]


def offered(house: TestHouse) -> set[str]:
    return {label for shown in house.rider.sees for label in shown.labels}


async def drafts(house: TestHouse) -> list[Draft]:
    async with house.database.unit() as unit:
        found = await unit.forms.of(house.rider.address)
    return [one for one in found if one.name == "filing"]


@pytest.mark.parametrize("said", SENTENCES.values(), ids=SENTENCES)
@pytest.mark.parametrize("door", DOORS)
async def test_it_is_a_draft_of_its_own(house: TestHouse, door: str, said: str) -> None:
    await DOORS[door](house, said)
    assert await told_openly(house, said) == []
    if door in FILED_AT_ONCE:
        return
    assert heard_by_staff(house, said) == []
    found = await drafts(house)
    if not found:
        assert f"补充到 {NUMBER}" in offered(house)
        return
    assert [said in words_of(draft) for draft in found] == [True]
    if door in NO_CASE_MEANT and "其实是一件事" not in offered(house):
        return
    await house.rider.presses("其实是一件事")
    assert said in "\n".join(await told_openly(house, said))
    assert heard_by_staff(house, said) != []
    assert await drafts(house) == []
