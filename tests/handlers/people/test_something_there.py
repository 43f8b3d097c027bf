"""Who says where something is wrong, and not what, is asked that: the place is kept."""

from __future__ import annotations

import pytest

from tests.house import TestHouse


@pytest.mark.parametrize(
    "said", ["这里有点问题 帮看看 G01", "there is a problem here grid 1"]
)
async def test_the_place_is_kept_and_what_is_there_comes_next(
    house: TestHouse, said: str
) -> None:
    await house.rider.says(said)
    assert "那里怎么了" in house.rider.last.text
    await house.rider.says("井盖翘起来了")
    shown = house.rider.last
    assert "道路井盖" in shown.text
    assert "幸福路口网格" in shown.text
    assert "✅ 提交" in shown.labels


async def test_a_question_how_it_works_is_answered_wherever_it_is_asked(
    house: TestHouse,
) -> None:
    await house.rider.says("怎么用啊 我在G01")
    assert "那里怎么了" not in "\n".join(shown.text for shown in house.rider.sees)
