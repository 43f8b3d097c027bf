"""The place on a card opens a map, for those who may read the place."""

from __future__ import annotations

import re
from dataclasses import replace

from domain.messages import Place
from domain.places.links import gcj02
from handlers.casework.cards import card
from handlers.dialog.scene import Scene
from handlers.dialog.setup import Setup
from tests.house import TestHouse

HREF = re.compile(r'📍 <a href="([^"]*)">([^<]*)</a>')
PLACE = "幸福街道 · 幸福路口网格 · 地图上的点"


async def texts(house: TestHouse, setup: Setup, may_read: bool = True) -> str:
    number = await house.files_hazard()
    async with house.database.unit() as unit:
        case = await unit.cases.by_number(number)
        assert case is not None
        return await card.text(Scene(unit, setup), case, "zh-CN", may_read)


async def test_the_place_of_a_card_opens_a_map_in_its_own_degrees(
    house: TestHouse,
) -> None:
    await house.files_hazard()
    found = HREF.search(house.coordinator.last.text)
    middle = house.database.directory.middle("G01")
    assert found is not None and middle is not None
    shifted = gcj02(middle)
    at = f"{shifted.lon:.6f},{shifted.lat:.6f}"
    link = f"https://uri.amap.com/marker?position={at}&amp;name=YH26-0001"
    assert found.groups() == (link, PLACE)


async def test_a_template_of_ones_own_is_taken(house: TestHouse) -> None:
    setup = Setup(map_link="geo:{lat},{lon}?q={lat},{lon}({label})")
    middle = house.database.directory.middle("G01") or Place(0, 0)
    at = f"{middle.lat:.6f},{middle.lon:.6f}"
    assert f'<a href="geo:{at}?q={at}(YH26-0001)">' in await texts(house, setup)


async def test_without_a_template_or_a_pin_there_is_no_link(house: TestHouse) -> None:
    text = await texts(house, Setup(map_link=""))
    assert f"📍 {PLACE}" in text and "<a" not in text
    async with house.database.unit() as unit:
        case = await unit.cases.by_number("YH26-0001")
        assert case is not None
        placeless = replace(case, place=None, place_words='<门口> & "后"')
        text = await card.text(Scene(unit, Setup()), placeless, "zh-CN")
    assert '&lt;门口&gt; &amp; "后"' in text and "<a" not in text


async def test_who_may_not_read_a_case_gets_no_link(house: TestHouse) -> None:
    text = await texts(house, Setup(), may_read=False)
    assert "📍 幸福街道 · 幸福路口网格\n" in text and "<a" not in text
