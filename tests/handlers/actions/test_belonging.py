"""What is said while an emergency runs: a part of it, another matter, or either."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.messages import Place
from domain.reading.read import read
from domain.reading.vocabulary import default_vocabulary
from handlers.actions.emergencies.belonging import Belongs, belongs
from handlers.casework.whereabouts import Spotted
from tests.house import TestHouse

HERE = Place(24.44, 118.09)
NEXT_DOOR = Place(24.441, 118.09)  # about 110 m
FAR_AWAY = Place(24.46, 118.12)
CATALOGUE = default_vocabulary().catalogue


async def which(
    house: TestHouse, said: str, spot: Spotted | None = None, late: bool = False
) -> Belongs:
    """Of words that are said while somebody has fainted at HERE."""
    await house.rider.says("有人晕倒了")
    async with house.database.unit() as unit:
        case = await unit.cases.get(1)
    assert case is not None
    placed = replace(case, place=HERE, area="G01")
    return belongs(placed, read(said), spot, CATALOGUE, late)


@pytest.mark.parametrize(
    "said", ["他穿着蓝衣服", "在二号楼门口", "他又晕过去了", "希望快点派人来"]
)
async def test_what_tells_more_of_it_is_part_of_it(house: TestHouse, said: str) -> None:
    assert await which(house, said) is Belongs.PART


@pytest.mark.parametrize(
    "said", ["希望能发一件雨衣", "想学电脑", "站点拖欠工资", "路灯不亮"]
)
async def test_a_wish_a_dispute_a_lamp_are_apart(house: TestHouse, said: str) -> None:
    assert await which(house, said) is Belongs.APART


@pytest.mark.parametrize(
    "said",
    [
        "小区保安不让救护车进",
        "旁边井盖没了",
        "电线垂下来了",
        "物业电话没人接",
        "电瓶还插着充电",
        "手机快没电了",
    ],
)
async def test_what_may_hurt_somebody_or_keep_help_away_may_be_either(
    house: TestHouse, said: str
) -> None:
    assert await which(house, said) is Belongs.DOUBT


@pytest.mark.parametrize(
    ("spot", "expected"),
    [
        (Spotted("文昌路", "G22", FAR_AWAY), Belongs.APART),
        (Spotted("文昌路", "G01", NEXT_DOOR), Belongs.DOUBT),
        (Spotted("文昌阁网格", "G22"), Belongs.APART),
        (Spotted("幸福路口网格", "G01"), Belongs.DOUBT),
    ],
)
async def test_a_hazard_elsewhere_is_apart(
    house: TestHouse, spot: Spotted, expected: Belongs
) -> None:
    assert await which(house, "井盖没了", spot) is expected


async def test_the_same_danger_at_a_place_that_is_named_is_another(
    house: TestHouse,
) -> None:
    spot = Spotted("文昌路", "G22", FAR_AWAY)
    assert await which(house, "文昌路也有人晕倒了", spot) is Belongs.APART


async def test_the_same_danger_with_a_pin_may_be_either(house: TestHouse) -> None:
    pin = Spotted("", "G22", FAR_AWAY)
    assert await which(house, "有人晕倒了", pin) is Belongs.DOUBT


async def test_later_the_same_danger_elsewhere_is_another(house: TestHouse) -> None:
    spot = Spotted("文昌路", "G22", FAR_AWAY)
    assert await which(house, "文昌路也有人晕倒了", spot, late=True) is Belongs.APART


async def test_later_nothing_keeps_help_away_any_more(house: TestHouse) -> None:
    assert await which(house, "消防通道堵了", late=True) is Belongs.APART
    assert await which(house, "他又晕过去了", late=True) is Belongs.PART


async def test_another_danger_elsewhere_is_apart(house: TestHouse) -> None:
    spot = Spotted("文昌路", "G22", FAR_AWAY)
    assert await which(house, "文昌路着火了", spot) is Belongs.APART


@pytest.mark.parametrize(
    "said",
    [
        "对了站长扣我工资的事你们管不管",
        "by the way my boss did not pay me",
        "有人骚扰我",
        "商家不出餐还骂人",
        "旁边那家店用地沟油",
        "站长老是骂我 你们管吗",
    ],
)
async def test_what_is_confidential_or_of_a_shop_is_never_part_of_it(
    house: TestHouse, said: str
) -> None:
    assert await which(house, said) is Belongs.APART
