"""Presses below a list: they count in the chat that has it, for what it could have offered."""

from __future__ import annotations

import pytest

from domain.messages import EventKind
from domain.wanted import ONLY
from handlers.lists.kept import MOST_KEPT
from handlers.lists.presses import MOST_TICKED, VERBS
from handlers.texts.sentences import label
from tests.house import Actor, Shown, TestHouse

OLD = label("zh-CN", "refuse-old-button")
OLD_LIST = label("zh-CN", "refuse-old-list")


async def pressed(who: Actor, data: str) -> str:
    """The word at the top of the screen after a press with these data."""
    before = len(who.house.channel.toasts.get(who.chat, ()))
    await who.does(kind=EventKind.PRESS, data=data, press_ref="p", message_id="0")
    return " ".join(who.house.channel.toasts[who.chat][before:])


def list_of(shown: Shown) -> str:
    """The number of the list that a message shows."""
    data = [choice.data for row in shown.reply.choices for choice in row]
    return next(one for one in data if one.startswith("q:")).split(":")[1]


async def listed(house: TestHouse, cases: int = 2) -> str:
    """Some cases, and the number of the lead's list of them."""
    for number in range(cases):
        rider = Actor(house, f"rider-{number}", "小王")
        await house.files_hazard(rider, f"地砖坏了{number}")
    await house.lead.says("/queue")
    return list_of(house.lead.last)


async def test_a_press_counts_only_in_the_chat_that_has_the_list(
    house: TestHouse,
) -> None:
    number = await listed(house)
    for other in (house.coordinator, house.admin, house.street_lead):
        for verb in VERBS:
            assert await pressed(other, f"q:{number}:{verb}:0") == OLD_LIST
    for stranger in (house.rider, house.stranger):
        assert await pressed(stranger, f"q:{number}:page:0") == OLD
    assert not await pressed(house.lead, f"q:{number}:page:0")


@pytest.mark.parametrize(
    "rest",
    (
        "page:x",
        "only:x",
        "only:",
        "category:x",
        "area:x",
        "ticks:x",
        "ticks:999",
        "act:accept",
        "act:reject",
        "act:undo",
        "to:1",
        "to:",
        "x",
        "",
    ),
)
async def test_what_the_list_could_not_have_offered_is_refused(
    house: TestHouse, rest: str
) -> None:
    number = await listed(house)
    assert await pressed(house.lead, f"q:{number}:{rest}") == OLD


async def test_only_what_is_shown_can_be_ticked_and_only_some_acts_be_done(
    house: TestHouse,
) -> None:
    number = await listed(house)
    elsewhere = await house.files_hazard(house.second_rider, "护栏坏了", "G08")
    async with house.database.unit() as unit:
        far = await unit.cases.by_number(elsewhere)
    assert far is not None
    assert await pressed(house.lead, f"q:{number}:ticks:{far.id}") == OLD
    await pressed(house.lead, f"q:{number}:all:")
    assert await pressed(house.lead, f"q:{number}:act:reject") == OLD
    async with house.database.unit() as unit:
        again = await unit.cases.get(far.id)
    assert again == far


async def test_who_is_no_colleague_gets_nothing(house: TestHouse) -> None:
    number = await listed(house)
    await pressed(house.lead, f"q:{number}:all:")
    rider = await house.files_hazard()
    assert rider
    async with house.database.unit() as unit:
        case = await unit.cases.by_number(rider)
        assert case is not None
        before = [await unit.cases.get(one) for one in (1, 2)]
    for nobody in (case.filer_id, 999, "post:x", "office:G01"):
        assert await pressed(house.lead, f"q:{number}:to:{nobody}") == OLD
    async with house.database.unit() as unit:
        assert [await unit.cases.get(one) for one in (1, 2)] == before


async def test_a_list_outlives_the_process_and_ends_after_a_day(
    house: TestHouse,
) -> None:
    number = await listed(house)
    await pressed(house.lead, f"q:{number}:only:urgent")
    await house.restarts()
    await house.lead.presses("✓ 紧急的")
    assert "待办 2 件" in house.lead.last.text
    await house.passes(hours=25)
    assert await pressed(house.lead, f"q:{number}:page:0") == OLD_LIST


async def test_the_oldest_list_of_a_chat_goes_when_there_are_too_many(
    house: TestHouse,
) -> None:
    first = await listed(house)
    for _ in range(MOST_KEPT - 1):
        await house.lead.says("/queue")
    assert not await pressed(house.lead, f"q:{first}:page:0")
    for _ in range(MOST_KEPT):
        await house.lead.says("/queue")
    assert await pressed(house.lead, f"q:{first}:page:0") == OLD_LIST


async def test_a_page_that_is_gone_shows_the_last_one_there_is(
    house: TestHouse,
) -> None:
    number = await listed(house, cases=9)
    assert "第 1/2 页" in house.lead.last.text
    await pressed(house.lead, f"q:{number}:page:99")
    assert "第 2/2 页" in house.lead.last.text
    await pressed(house.lead, "q:queue:99999999999")
    assert "第 2/2 页" in house.lead.last.text


async def test_ticks_stay_over_pages_and_have_an_end(house: TestHouse) -> None:
    number = await listed(house, cases=MOST_TICKED + 2)
    said = label("zh-CN", "refuse-ticked", most=MOST_TICKED)
    refused = ""
    for page in range(MOST_TICKED // 8 + 1):
        await pressed(house.lead, f"q:{number}:page:{page}")
        refused = await pressed(house.lead, f"q:{number}:all:")
    assert refused == said
    await pressed(house.lead, f"q:{number}:page:0")
    assert f"选了 {MOST_TICKED // 8 * 8} 件" in house.lead.sees[-1].text


async def test_every_filter_has_its_button_and_is_taken_away_by_it(
    house: TestHouse,
) -> None:
    number = await listed(house)
    whole = house.lead.last.text
    for name in ONLY:
        shown = label("zh-CN", f"queue-{name}")
        await house.lead.presses(shown)
        assert f"✓ {shown}" in house.lead.last.labels
        await house.lead.presses(f"✓ {shown}")
        assert house.lead.last.text == whole
    assert list_of(house.lead.last) == number
