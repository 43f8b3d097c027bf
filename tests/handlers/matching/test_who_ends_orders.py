"""Who may do what to an order and to what carries it out: everybody, every act, by a table that is
written down a second time by hand; and what each is told.
"""

from __future__ import annotations

from pathlib import Path

from domain.matching.listing import ListingKind, ListingState
from tests.handlers.matching.needing import at, newest, presses
from tests.handlers.matching.test_orders import load, orders, volunteers
from tests.handlers.matching.test_who import answers
from tests.house import Actor, TestHouse

ENDS = {"call_off", "withdraw"}
SERVER = "show claim"
STAFF = "show keep withdraw claim"
ABOVE = "show withdraw"
ROWS: dict[str, dict[str, str]] = {
    "waiting": {
        "orderer": "show keep withdraw",
        "volunteer": SERVER,
        "other volunteer": SERVER,
        "coordinator": STAFF,
        "colleague": STAFF,
        "lead": STAFF,
        "admin": STAFF,
    },
    "taken by a volunteer": {
        "orderer": "show withdraw",
        "volunteer": "show",
        "other volunteer": "show",
        "coordinator": ABOVE,
        "colleague": ABOVE,
        "lead": ABOVE,
        "admin": ABOVE,
    },
    "carried by a volunteer": {
        "orderer": "show finish say",
        "volunteer": "show later say call_off",
        "coordinator": "show witness call_off",
        "colleague": "show witness call_off",
        "lead": "show witness call_off",
        "admin": "show witness call_off",
    },
    "taken by a coordinator": {
        "orderer": "show withdraw",
        "volunteer": "show",
        "other volunteer": "show",
        "coordinator": "show",
        "colleague": "show",
        "lead": ABOVE,
        "admin": ABOVE,
    },
    "carried by a coordinator": {
        "orderer": "show finish say",
        "coordinator": "show later say call_off",
        "colleague": "show witness",
        "lead": "show witness call_off",
        "admin": "show witness call_off",
    },
    "over": {
        "orderer": "show hours thank",
        "volunteer": "show",
        "coordinator": "show hours",
        "colleague": "show hours",
        "lead": "show hours",
        "admin": "show hours",
    },
}
"""How it stands → who → what they may do; for whom no row is it does not exist."""


def people(house: TestHouse, volunteer: Actor) -> dict[str, Actor]:
    return {
        "orderer": house.rider,
        "volunteer": volunteer,
        "other volunteer": house.stranger,
        "coordinator": house.coordinator,
        "colleague": house.second_coordinator,
        "lead": house.lead,
        "admin": house.admin,
        "far": house.far_coordinator,
    }


async def cast(house: TestHouse, folder: Path) -> dict[str, Actor]:
    """With two volunteers, and something on the menu."""
    volunteer = await volunteers(house)
    await house.joins(house.stranger, "coordinator", "G01", "volunteer")
    await load(house, folder)
    return people(house, volunteer)


async def holds(
    house: TestHouse, who: dict[str, Actor], listing_id: int, how: str
) -> None:
    for name, actor in who.items():
        heard = await answers(house, actor, listing_id)
        may = {act for act, why in heard.items() if not why}
        assert may == set(ROWS[how].get(name, "").split()), (how, name)
        refused = {heard[act] for act in ENDS - may}
        if not may:
            assert set(heard.values()) == {"refuse-listing-gone"}, (how, name)
        elif how.startswith(("taken", "carried")):
            assert refused <= {"refuse-listing-in-hand", "refuse-listing-not-now"}


async def test_everybody_may_do_with_an_order_what_the_table_says(
    house: TestHouse, tmp_path: Path
) -> None:
    who = await cast(house, tmp_path)
    order = await orders(house, house.rider)
    await holds(house, who, order, "waiting")
    for taker in ("volunteer", "coordinator"):
        await presses(who[taker], order, "claim")
        project = await newest(house, ListingKind.PROJECT)
        await holds(house, who, order, f"taken by a {taker}")
        await holds(house, who, project, f"carried by a {taker}")
        await presses(who[taker], project, "call_off")
    await presses(who["volunteer"], order, "claim")
    project = await newest(house, ListingKind.PROJECT)
    await house.rider.presses("办好了")
    assert (await at(house, project)).state is ListingState.DONE
    await holds(house, who, project, "over")


async def test_a_colleague_ends_nothing_that_another_carries_out(
    house: TestHouse, tmp_path: Path
) -> None:
    await load(house, tmp_path)
    order = await orders(house, house.rider)
    await presses(house.coordinator, order, "claim")
    project = await newest(house, ListingKind.PROJECT)
    for listing_id, act in ((project, "call_off"), (order, "withdraw")):
        await presses(house.second_coordinator, listing_id, act)
        assert "有人在办" in house.second_coordinator.toast
        assert (await at(house, listing_id)).state is ListingState.OPEN


async def test_who_stands_above_takes_it_away_by_name_and_both_sides_hear(
    house: TestHouse, tmp_path: Path
) -> None:
    who = await cast(house, tmp_path)
    order = await orders(house, house.rider)
    await presses(who["volunteer"], order, "claim")
    await presses(house.coordinator, order, "show")
    await house.coordinator.presses("换人来办")
    assert any("收回来了" in text for text in house.coordinator.hears())
    assert "李敏让换个人来办" in house.rider.last.text
    assert "李敏让换个人来办" in who["volunteer"].last.text
    assert "有人点了" in house.stranger.last.text
    assert (await at(house, order)).left == 1
    await presses(house.stranger, order, "claim")
    await presses(house.lead, order, "withdraw")
    assert "赵网格长把「上门理发」停了" in house.stranger.last.text
    assert house.rider.last.text.startswith("你点的「上门理发」，赵网格长撤下了")
    assert not any("再找人接" in text for text in house.rider.hears()[-1:])


async def test_a_taken_orders_page_says_whose_it_is_and_has_only_what_counts(
    house: TestHouse, tmp_path: Path
) -> None:
    who = await cast(house, tmp_path)
    order = await orders(house, house.rider)
    await presses(who["volunteer"], order, "claim")
    project = await newest(house, ListingKind.PROJECT)
    shown = {
        "orderer": ("🙋 小刘接了", ["✅ 办好了", "💬 捎句话", "不要了"]),
        "volunteer": ("🙋 你接的", ["💬 捎句话", "改日子", "这回办不成"]),
        "other volunteer": ("现在：有人接了", []),
        "coordinator": ("🙋 小刘接了", ["换人来办", "撤下"]),
    }
    for name, (says, labels) in shown.items():
        for opened in (order, project):
            if name == "other volunteer" and opened == project:
                continue
            await presses(who[name], opened, "show")
            text = who[name].last.text
            assert says in text, (name, text)
            assert who[name].last.labels == labels, name
            assert "0/1" not in text
            assert "继续放着" not in text
    await house.coordinator.says("/needs")
    assert "有人接了" in house.coordinator.last.text
    await presses(who["volunteer"], order, "claim")
    assert "已经归你了" in who["volunteer"].toast
    await presses(house.stranger, order, "claim")
    assert "慢了一步" in house.stranger.toast
