"""Why letters wait is said in words, with what to do about it, and never by a code."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from bot.channels.aibot import errors as of_robots
from bot.channels.channel import SendError
from bot.channels.robots import errors as of_groups
from bot.channels.tencent.calls import Refused, Uncertain, Unreached
from bot.channels.tencent.verdicts import HTTP
from bot.channels.wechat import errors as of_wechat
from bot.channels.wecom import errors as of_wecom
from domain.messages import Address, Reply
from handlers.admin.stopped import BY_CODE, BY_WORD, meaning
from handlers.texts.sentences import LANGUAGES, say
from storage.outbox.letters import Letter
from tests.house import TestHouse

PERSONAL = {42014, 43101, *of_wechat.WAITS}
"""What is about one letter or one reader, and no reason of the channel's."""
ASKED = [*range(-1, 500), *range(40_000, 49_000), *range(60_000, 61_000), 93_000]
ASKED += [301_002, *range(846_000, 854_000)]


@pytest.mark.parametrize("door", [of_wechat, of_wecom, of_groups, of_robots])
def test_each_refusal_by_which_letters_wait_has_a_sentence(door: object) -> None:
    judged = door.judged  # type: ignore[attr-defined]
    waits = [code for code in ASKED if not judged(Refused(code)).permanent]
    assert len(waits) > len(HTTP)
    for code in waits:
        assert code in PERSONAL or meaning(judged(Refused(code)).log), code
    for error in (Uncertain(), Unreached()):
        found: SendError = judged(error)
        assert meaning(found.log), found.log


def test_a_seat_that_nobody_pays_for_has_one_too() -> None:
    assert meaning(of_wecom.unpaid().log)
    assert not meaning("they have to say something first")
    assert not meaning("errcode 12345")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sentences_say_no_code(language: str) -> None:
    for key in {*BY_CODE.values(), *BY_WORD.values()}:
        said = str(say(language, key))
        assert said and not re.search(r"\d|errcode|_", said), said


async def waits(house: TestHouse, *errors: str) -> None:
    there = Address("wecom", "zhang")
    async with house.database.unit() as unit:
        for _ in errors:
            unit.outbox.add(there, Reply("话"))
    async with house.database.unit() as marked:
        for letter, why in zip(unit.outbox.handover, errors, strict=True):
            await marked.outbox.mark([_tried(letter, why)])


def _tried(letter: Letter, why: str) -> dict[str, object]:
    again = letter.made_at + timedelta(minutes=1)
    row = {"of": letter.id, "to_state": "waiting", "again_at": again}
    return row | {"tried": 1, "sent": None, "why": why}


@pytest.mark.parametrize(
    ("errors", "words"),
    [
        (("errcode 60020", "errcode 60020", "errcode 45033"), "不认这台机器的地址"),
        (("errcode 45033", "", "unknown", "unknown"), "一下子发得太多"),
        (("unknown", ""), ""),
    ],
)
async def test_health_says_what_stops_most_of_them(
    house: TestHouse, errors: tuple[str, ...], words: str
) -> None:
    await waits(house, *errors)
    await house.admin.says("/health")
    assert "还没发出去" not in house.admin.last.text
    house.setup.troubles["wecom"] = "sends"
    await house.admin.says("/health")
    line = house.admin.last.text.partition("不会丢。")[2].split("\n")
    assert words in line[1] if words else line[0] == ""
    assert "unknown" not in house.admin.last.text


async def test_health_says_it_in_english(house: TestHouse) -> None:
    await waits(house, "not connected")
    house.setup.troubles["wecom"] = "hangs"
    await house.admin.says("/lang en")
    await house.admin.says("/health")
    assert "doesn't reach the other side" in house.admin.last.text
    house.setup.troubles["wecom"] = "polls"
    await house.admin.says("/health")
    assert "doesn't reach the other side" not in house.admin.last.text
