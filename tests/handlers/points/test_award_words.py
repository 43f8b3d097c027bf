"""/award as it is typed: a number is how many and never the reason; a dry budget is told to its
admins.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from domain.points.rates import Rates
from handlers.texts.sentences import label
from tests.handlers.points.test_leaving import SETUP
from tests.house import TestHouse

DRY = replace(SETUP, points=Rates(budgets={"S1": 5}))


async def asks(house: TestHouse) -> str:
    number = await house.files_hazard()
    await house.lead.says(f"/award {number}")
    return number


@pytest.mark.parametrize("typed", ("30", "30 分", "+30", "三十", "30 守着路口", "0"))
async def test_too_many_points_are_no_reason(tmp_path: Path, typed: str) -> None:
    async with TestHouse(tmp_path, setup=SETUP) as house:
        await asks(house)
        house.lead.hears()
        house.rider.hears()
        await house.lead.says(typed)
        assert label("zh-CN", "award-most", most=20) in house.lead.hears()
        assert not house.rider.hears(), "nothing was given"
        await house.lead.says("8 守着路口")
        assert "+8" in house.rider.last.text


@pytest.mark.parametrize("typed", ("5", "5分", "五", "+5。", "５"))
async def test_a_number_alone_is_how_many(tmp_path: Path, typed: str) -> None:
    async with TestHouse(tmp_path, setup=SETUP) as house:
        await asks(house)
        await house.lead.says(typed)
        assert "<b>+5</b>" in house.lead.last.text
        await house.lead.says("守着路口")
        assert "+5" in house.rider.last.text


@pytest.mark.parametrize("typed", ("30分钟一直守在那里", "45 minutes at the hole"))
async def test_how_long_somebody_stayed_is_a_reason(tmp_path: Path, typed: str) -> None:
    async with TestHouse(tmp_path, setup=SETUP) as house:
        await asks(house)
        await house.lead.says(typed)
        assert "+10" in house.rider.last.text
        assert typed in house.rider.last.text


# --- a budget that is dry ---


@pytest.mark.parametrize("language", ("zh-CN", "en"))
async def test_the_admins_of_a_dry_budget_hear_of_it_once(
    tmp_path: Path, language: str
) -> None:
    async with TestHouse(tmp_path, setup=DRY) as house:
        await house.admin.says(f"/lang {language}")
        for _ in range(2):
            number = await asks(house)
            await house.lead.says("10 守着路口")
            assert label("zh-CN", "award-dry") in house.lead.last.text
        told = [shown.text for shown in house.admin.sees if "budgets" in shown.text]
        assert len(told) == 1
        assert "S1" in told[0] and number


async def test_they_hear_it_again_where_a_raised_budget_is_dry_again(
    tmp_path: Path,
) -> None:
    async with TestHouse(tmp_path, setup=DRY) as house:
        await asks(house)
        await house.lead.says("10 守着路口")
        more = Rates(budgets={"S1": 8})
        house.setup = house.intake._setup = replace(DRY, points=more)
        await asks(house)
        await house.lead.says("10 守着路口")
        told = [shown.text for shown in house.admin.sees if "budgets" in shown.text]
        assert len(told) == 2
