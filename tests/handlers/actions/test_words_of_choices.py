"""What somebody types after a command: a choice by the words that they read, in any language."""

from __future__ import annotations

import pytest

from domain.case import Case
from tests.house import TestHouse

COMMANDS: dict[str, dict[str, tuple[str, ...]]] = {
    "urgency": {
        "urgent": ("最急", "most urgent", "urgent"),
        "utility": ("较急", "pressing", "utility"),
        "complex": ("复杂", "complex"),
    },
    "privacy": {
        "open": ("公开", "open"),
        "confidential": ("保密", "confidential"),
        "anonymous": ("匿名", "anonymous"),
    },
    "supervise": {
        "normal": ("督办", "supervised", "normal"),
        "yellow": ("黄牌", "yellow card", "yellow"),
        "red": ("红牌", "red card", "red"),
    },
}
TYPED = [
    (command, word, value)
    for command, values in COMMANDS.items()
    for value, words in values.items()
    for word in words
]


async def case_of(house: TestHouse, number: str) -> Case:
    async with house.database.unit() as unit:
        found = await unit.cases.by_number(number)
    assert found is not None
    return found


def chosen(case: Case, command: str) -> str:
    values = {
        "urgency": case.urgency,
        "privacy": case.privacy,
        "supervise": case.supervision,
    }
    return values[command]


@pytest.mark.parametrize("language", ("zh-CN", "en"))
@pytest.mark.parametrize(("command", "word", "value"), TYPED)
async def test_every_word_for_a_choice_is_understood(
    house: TestHouse, command: str, word: str, value: str, language: str
) -> None:
    house.lead.language = language
    number = await house.files_hazard()
    await house.lead.says(f"/accept {number}")
    if value in ("open", "normal"):
        await house.lead.says(f"/privacy {number} anonymous")
    await house.lead.says(f"/{command} {number} {word} 请今天看")
    assert chosen(await case_of(house, number), command) == value


@pytest.mark.parametrize(
    ("command", "word"),
    (("urgency", "很急"), ("urgency", "急"), ("privacy", "秘密"), ("supervise", "牌")),
)
async def test_a_word_for_none_or_for_several_is_refused_with_those_that_are_known(
    house: TestHouse, command: str, word: str
) -> None:
    number = await house.files_hazard()
    await house.lead.says(f"/accept {number}")
    before = chosen(await case_of(house, number), command)
    await house.lead.says(f"/{command} {number} {word}")
    assert f"没有“{word}”这" in house.lead.last.text
    assert chosen(await case_of(house, number), command) == before
