"""Two matters in one sentence: reading and filing part them at the same words."""

from __future__ import annotations

import pytest

from domain.reading.read import read
from domain.reading.vocabulary import default_vocabulary
from tests.house import TestHouse

BESIDES = default_vocabulary().classes["besides"]
SPOKEN = tuple(word for word in BESIDES if not word.isascii())


def test_a_danger_is_heard_before_each_of_these_words() -> None:
    deaf = [word for word in SPOKEN if not read(f"有人晕倒了{word}路灯坏了").danger]
    assert len(SPOKEN) > 10 and deaf == []


@pytest.mark.parametrize("word", ("对了", "此外", "再有"))
async def test_a_confidential_matter_behind_such_a_word_is_a_draft_of_its_own(
    house: TestHouse, word: str
) -> None:
    await house.rider.says(f"路灯坏了{word}站长扣我工资不给")
    parted, asked = (shown.text for shown in house.rider.sees[-2:])
    assert "两件事" in parted
    assert "“站长扣我工资不给”" in asked
