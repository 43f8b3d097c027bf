"""A place in words: taken, asked, pressed, and the area that follows from it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any

import orjson
import pytest

from domain.answers import Located, Said
from domain.draft import Draft
from domain.messages import Address, Event, Place
from domain.people import Person
from handlers.casework.whereabouts import learn_from
from handlers.dialog.turn import Turn
from handlers.filing.where import grids, location, places
from tests.house import MORNING, TestHouse

RIDER = Address("test", "rider")
STADIUM = Place(24.50255, 118.15803)
GATE = {"name": "体育场3号门", "area": "G26"} | {"lat": STADIUM.lat, "lon": STADIUM.lon}
NOT_KNOWN = "蓝色铁皮屋后头"
TWO = "文昌路12号往海运大厦"


@asynccontextmanager
async def speaking(house: TestHouse, language: str = "zh-CN") -> AsyncIterator[Turn]:
    """A turn of the rider, who is known as they are now."""
    async with house.database.unit() as unit:
        event = Event("turn", RIDER, RIDER)
        await unit.prepare([event])
        person = replace(unit.people.meet(RIDER, "小王"), language=language)
        yield Turn(event, unit, house.setup, person)


def said(
    words: str = "",
    place_words: str = "",
    pin: Place | None = None,
    asking: str = "",
    **about: Any,
) -> Draft:
    what = {"what": (Said("1", words),)} if words else {}
    where = {"place": Located("2", pin, place_words)} if pin or place_words else {}
    answers: Any = what | where
    at = MORNING
    return Draft(7, RIDER, 1, "filing", answers, at, at, about, asking)


async def settled(house: TestHouse, draft: Draft) -> Draft:
    """The draft after its words were read; what it is about goes through JSON."""
    async with speaking(house) as turn:
        found = places.settle(turn, draft)
    return replace(found, about=orjson.loads(orjson.dumps(found.about)))


async def area(house: TestHouse, draft: Draft) -> str:
    async with speaking(house) as turn:
        return location.area_for(turn, draft)


def labels(rows: places.Rows) -> list[str]:
    return [choice.label for row in rows for choice in row]


# --- what is taken ---


@pytest.mark.parametrize(
    ("words", "place_words"),
    [
        ("体育场3号门井盖坏了", ""),
        ("井盖坏了", "体育场三号门"),
        ("井盖坏了，在体育场３号门", "不知道怎么说"),
        ("图书馆还书亭井盖坏了", "体育场3号门"),
    ],
)
async def test_a_sure_place_is_taken_with_its_point(
    house: TestHouse, words: str, place_words: str
) -> None:
    draft = await settled(house, said(words, place_words))
    assert draft.about["spot"] == GATE
    assert "spots" not in draft.about
    assert await area(house, draft) == "G26"


async def test_an_area_is_taken_without_a_point(house: TestHouse) -> None:
    draft = await settled(house, said("体育场网格3号门井盖松了"))
    assert draft.about["spot"] == {
        "name": "体育场网格3号门",
        "area": "G26",
        "lat": None,
        "lon": None,
    }
    async with speaking(house) as turn:
        assert places.lines(turn, draft) == ["📍 体育场网格3号门 · 文昌街道"]


async def test_a_street_beside_what_lies_in_it_says_only_where_that_is(
    house: TestHouse,
) -> None:
    found = await settled(house, said("滨河街道水产市场路灯不亮"))
    assert found.about["spot"]["area"] == "G12"


async def test_the_house_number_that_was_said_is_shown(house: TestHouse) -> None:
    draft = await settled(house, said("井盖坏了", "文昌路20号门口"))
    async with speaking(house) as turn:
        assert places.lines(turn, draft) == ["📍 文昌路20号门口 · 书院里网格"]


async def test_two_places_are_asked_for(house: TestHouse) -> None:
    draft = await settled(house, said(TWO))
    assert [one["area"] for one in draft.about["spots"]] == ["G24", "G18"]
    async with speaking(house) as turn:
        assert places.lines(turn, draft) == ["📍 你说的是哪一处？点一下就好。"]
        assert labels(places.buttons(turn, draft)) == [
            "文昌路12号 · 书院里网格",
            "海运大厦 · 海运大厦网格",
            "选一个网格",
        ]
    async with speaking(house, "en") as turn:
        assert places.lines(turn, draft) == [
            "📍 Which place do you mean? One press will do."
        ]
        assert labels(places.buttons(turn, draft))[-1] == "Choose a grid"


async def test_words_that_name_no_known_place_leave_a_grid_to_be_chosen(
    house: TestHouse,
) -> None:
    draft = await settled(house, said("路口井盖坏了", NOT_KNOWN))
    assert draft.about == {"last": ""}
    async with speaking(house) as turn:
        assert places.lines(turn, draft) == [
            "📍 这个地方我没认出来。点「选一个网格」，直接到那里的人手里。"
        ]
        assert labels(places.buttons(turn, draft)) == ["选一个网格"]
    assert await area(house, draft) == "C"


async def test_a_pin_and_a_code_count_more_than_words(house: TestHouse) -> None:
    pin = house.database.directory.middle("G08")
    for draft, code in (
        (said("体育场3号门井盖坏了", pin=pin), "G08"),
        (said("体育场3号门井盖坏了", area="G05"), "G05"),
        (said("体育场3号门井盖坏了", pin=pin, area="G05", spot=GATE), "G08"),
    ):
        found = await settled(house, draft)
        assert not {"spot", "spots"} & found.about.keys()
        assert await area(house, found) == code
        async with speaking(house) as turn:
            assert places.lines(turn, found) == []
            assert places.buttons(turn, found) == []


async def test_a_pin_outside_of_all_areas_leaves_it_to_the_code_or_the_root(
    house: TestHouse,
) -> None:
    outside = Place(1.0, 1.0)
    assert await area(house, said("井盖坏了", pin=outside)) == "C"
    assert await area(house, said("井盖坏了", pin=outside, area="G05")) == "G05"


async def test_other_words_make_another_place(house: TestHouse) -> None:
    first = await settled(house, said("体育场3号门井盖坏了"))
    edited = replace(first, answers={"what": (Said("1", "灯塔那边井盖坏了"),)})
    assert (await settled(house, edited)).about["spot"]["name"] == "老码头灯塔那边"
    nothing = replace(first, answers={"what": (Said("1", "井盖坏了"),)})
    assert "spot" not in (await settled(house, nothing)).about


# --- what is pressed ---


async def pressed(
    house: TestHouse, draft: Draft, verb: str, value: str = ""
) -> Draft | None:
    async with speaking(house) as turn:
        return await places.press(turn, draft, verb, value)


async def shown(house: TestHouse, draft: Draft) -> dict[str, str]:
    """Label → data of the view that asks for a grid."""
    async with speaking(house) as turn:
        view = grids.view(turn, draft)
    return {choice.label: choice.data for choice in view.offered}


async def test_a_place_that_was_pressed_stays_until_it_is_told_anew(
    house: TestHouse,
) -> None:
    asked = await settled(house, said("井盖坏了", TWO))
    chosen = await pressed(house, asked, "spot", "1")
    assert chosen is not None
    assert (chosen.about["spot"]["area"], "spots" in chosen.about) == ("G18", False)
    kept = await settled(house, chosen)
    assert kept.about["spot"] == chosen.about["spot"]
    assert await area(house, kept) == "G18"
    moved = replace(
        kept, answers=kept.answers | {"place": Located("3", None, "新港大厦")}
    )
    assert (await settled(house, moved)).about["spot"]["name"] == "新港大厦"


@pytest.mark.parametrize(
    ("verb", "value"),
    [
        ("spot", "2"),
        ("spot", "-1"),
        ("spot", ""),
        ("spot", "9" * 30),
        ("grid", "CG"),
        ("grid", "nowhere"),
        ("grids", "nowhere"),
        ("grids", "CG"),
    ],
)
async def test_what_is_not_offered_changes_nothing(
    house: TestHouse, verb: str, value: str
) -> None:
    draft = await settled(house, said(TWO))
    assert await pressed(house, draft, verb, value) == draft


async def test_a_press_of_somebody_elses_is_left_to_them(house: TestHouse) -> None:
    assert await pressed(house, said("井盖坏了"), "cat", "road") is None


async def test_a_grid_takes_two_presses_where_nothing_is_known(
    house: TestHouse,
) -> None:
    asked = await pressed(house, await settled(house, said("井盖坏了")), "grids")
    assert asked is not None and asked.asking == grids.STEP
    assert [*(await shown(house, asked))] == [
        "幸福街道 ›",
        "滨河街道 ›",
        "新港街道 ›",
        "文昌街道 ›",
        "南门街道 ›",
        "返回",
    ]
    street = await pressed(house, asked, "grids", "S4")
    assert street is not None
    offered = await shown(house, street)
    assert [*offered] == [
        *("文昌阁网格", "大学城网格", "书院里网格", "博物馆网格", "体育场网格"),
        *("图书馆网格", "实验小学网格", "返回"),
    ]
    assert offered["体育场网格"] == "f:7:grid:G26"
    chosen = await pressed(house, street, "grid", "G26")
    assert chosen is not None and chosen.asking == ""
    assert await area(house, chosen) == "G26"
    async with speaking(house) as turn:
        assert places.lines(turn, chosen) == ["📍 体育场网格 · 文昌街道"]
        assert labels(places.buttons(turn, chosen)) == ["📍 不是这里"]


async def test_the_way_back_leaves_the_draft_as_it_was(house: TestHouse) -> None:
    asked = await pressed(house, said("井盖坏了"), "grids")
    assert asked is not None
    data = (await shown(house, asked))["返回"]
    back = await pressed(house, asked, *data.split(":")[2:])
    assert back is not None and (back.asking, "spot" in back.about) == ("", False)


async def test_the_grids_that_are_used_most_come_first_then_the_nearest(
    house: TestHouse,
) -> None:
    for code in ("G14", "G26", "G26"):
        await house.files_hazard(area=code)
    await house.passes(hours=2)
    asked = await pressed(house, await settled(house, said("井盖坏了")), "grids")
    assert asked is not None
    assert [*(await shown(house, asked))][:7] == [
        *("体育场网格", "柳岸网格", "博物馆网格", "图书馆网格"),
        *("会展中心网格", "客运站网格", "幸福街道 ›"),
    ]


async def test_the_grids_of_what_may_be_meant_come_before_all(
    house: TestHouse,
) -> None:
    await house.files_hazard(area="G26")
    asked = await pressed(house, await settled(house, said(TWO)), "grids")
    assert asked is not None
    first = [*(await shown(house, asked))][:3]
    assert first == ["海运大厦网格", "书院里网格", "体育场网格"]


async def test_a_place_told_while_grids_are_shown_is_taken(house: TestHouse) -> None:
    asked = await pressed(house, said("体育场3号门井盖坏了"), "grids")
    assert asked is not None
    assert (await settled(house, asked)).asking == ""


# --- what follows ---


async def test_the_grid_of_the_last_hour_counts_where_words_say_nothing(
    house: TestHouse,
) -> None:
    await house.files_hazard(area="G26")
    draft = await settled(house, said("井盖坏了"))
    assert draft.about["last"] == "G26"
    assert await area(house, draft) == "G26"
    house.clock.now += timedelta(hours=1, seconds=1)
    assert await area(house, await settled(house, said("井盖坏了"))) == "C"


async def test_words_count_more_than_the_last_grid_unless_they_name_what_it_is_in(
    house: TestHouse,
) -> None:
    await house.files_hazard(area="G26")
    for words, code in (
        ("灯塔井盖坏了", "G10"),
        ("滨河街道井盖坏了", "S2"),
        ("文昌街道井盖坏了", "G26"),
    ):
        assert await area(house, await settled(house, said(words))) == code


async def test_places_that_may_be_meant_in_one_area_give_this_area(
    house: TestHouse,
) -> None:
    spots = [{"name": name, "area": "G24"} for name in ("文昌路12号", "文昌路36号")]
    assert await area(house, said("文昌路", spots=spots)) == "G24"
    spots[0]["area"] = "G25"
    assert await area(house, said("文昌路", spots=spots)) == "C"


# --- what is learnt ---


async def tells(house: TestHouse, rider: Person, words: str, privacy: str) -> None:
    number = await house.files_hazard(area="G26")
    async with house.database.unit() as unit:
        case = await unit.cases.by_number(number)
        assert case is not None
        told = replace(
            case,
            filer_id=rider.id,
            place_words=words,
            privacy=type(case.privacy)(privacy),
        )
        turn = Turn(Event("learn", RIDER, RIDER), unit, house.setup, rider)
        learn_from(turn.scene, told)


async def test_three_riders_who_send_a_pin_with_the_words_teach_a_place(
    house: TestHouse,
) -> None:
    for number, who in enumerate(("coordinator", "lead", "admin")):
        draft = await settled(house, said(f"{NOT_KNOWN}有坑"))
        assert "spot" not in draft.about, number
        await tells(house, house.people[who], NOT_KNOWN, "open")
    draft = await settled(house, said(f"{NOT_KNOWN}有坑"))
    assert draft.about["spot"]["area"] == "G26"
    await house.restarts()
    assert (await settled(house, said(f"{NOT_KNOWN}有坑"))).about == draft.about


async def test_nothing_is_learnt_from_confidential_cases(house: TestHouse) -> None:
    for who in ("coordinator", "lead", "admin"):
        await tells(house, house.people[who], NOT_KNOWN, "confidential")
    assert "spot" not in (await settled(house, said(f"{NOT_KNOWN}有坑"))).about
