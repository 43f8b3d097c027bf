"""Who may see a listing and do what to it: everybody, every act, by a table that is written down a
second time by hand; and forged presses.
"""

from __future__ import annotations

from functools import partial

from domain.matching.listing import ListingState
from domain.matching.rights import ListingAct
from domain.messages import EventKind
from handlers.matching.found import for_act
from tests.handlers import each_act
from tests.handlers.matching.needing import at, matched, needs, offers, presses
from tests.house import Actor, TestHouse

FORGED = (
    "li:1",
    "li:x:show",
    "li:1:nothing",
    "li:list:x:0",
    "li:list:service:0",
    "li:menu:nowhere",
    "li:case:x",
)
LISTED = "show keep withdraw"
MET = "show withdraw match"
ROWS: dict[str, dict[str, str]] = {
    "draft": {"coordinator": "show edit publish drop"},
    "need": {
        "coordinator": f"{LISTED} match",
        "colleague": f"{LISTED} match",
        "lead": f"{LISTED} match",
        "far": "show",
        "third": f"{LISTED} match",
    },
    "resource": {
        "coordinator": LISTED,
        "colleague": LISTED,
        "lead": LISTED,
        "far": "show",
        "third": LISTED,
    },
    "met": {
        "coordinator": MET,
        "colleague": "show match",
        "lead": MET,
        "far": "show",
        "third": "show match",
    },
    "in use": {
        "coordinator": "show keep",
        "colleague": LISTED,
        "lead": LISTED,
        "far": "show",
        "third": "show keep",
    },
    "project": {
        "coordinator": "show finish later hand_on call_off",
        "colleague": "show",
        "lead": "show witness hand_on call_off",
        "third": "show witness",
    },
    "done": {
        "coordinator": "show",
        "colleague": "show",
        "lead": "show",
        "third": "show",
    },
}
"""What it is → who → what they may do; for whom no row is it does not exist. The project is the
coordinator's, with a resource of the colleague's; a third one of the grid has no part in it.
"""

answers = partial(each_act.answers, acts=ListingAct, may=for_act)


def people(house: TestHouse) -> dict[Actor, str]:
    return {
        house.coordinator: "coordinator",
        house.second_coordinator: "colleague",
        house.lead: "lead",
        house.far_coordinator: "far",
        house.second_rider: "third",
        house.rider: "nobody",
    }


async def holds(house: TestHouse, listing_id: int, what: str) -> None:
    for who, known_as in people(house).items():
        may = set(ROWS[what].get(known_as, "").split())
        heard = await answers(house, who, listing_id)
        allowed = {act for act, why in heard.items() if not why}
        assert allowed == may, (what, who.name)
        if not may:
            assert set(heard.values()) == {"refuse-listing-gone"}, (what, who.name)


async def test_everybody_may_do_with_a_listing_what_the_table_says(
    house: TestHouse,
) -> None:
    await house.rider.says("/start")
    await house.joins(house.second_rider, "coordinator", "G01")
    await house.coordinator.says("/needs 要人手")
    await holds(house, 1, "draft")
    need, resource, project = await matched(house, holds)
    await holds(house, need, "met")
    await holds(house, resource, "in use")
    await holds(house, project, "project")
    await presses(house.coordinator, project, "finish")
    await holds(house, project, "done")
    unknown = await answers(house, house.admin, 10**9)
    assert set(unknown.values()) == {"refuse-listing-gone"}


async def test_a_forged_press_confirms_nothing(house: TestHouse) -> None:
    """Not by who offers, not by who is far, not what does not fit, not twice."""
    resource = await offers(house.second_coordinator)
    law = await offers(house.second_coordinator, "律师普法讲座一场")
    need = await needs(house.coordinator)
    for who in (house.second_coordinator, house.far_coordinator, house.rider):
        await presses(who, need, "match", str(resource))
        assert (await at(house, need)).left == 3, who.name
    assert "得由同事或网格长来定" in house.second_coordinator.toast
    for value in (law, need, 10**9, "x", ""):
        await presses(house.coordinator, need, "match", str(value))
        assert "慢了一步" in house.coordinator.toast
    await presses(house.coordinator, need, "match", str(resource))
    await presses(house.coordinator, need, "match", str(resource))
    assert "慢了一步" in house.coordinator.toast
    assert (await at(house, resource)).left == 7
    async with house.database.unit() as unit:
        assert len(await unit.listings.projects_with(need)) == 1
    for data in (
        "li:1",
        "li:x:show",
        "li:1:nothing",
        "li:list:x:0",
        "li:menu:x",
        "li:case:x",
        "li:list:service:0",
    ):
        ref = f"p{next(house.events)}"
        await house.rider.does(kind=EventKind.PRESS, data=data, press_ref=ref)
        assert "按钮" in house.rider.toast or "没有这一条" in house.rider.toast


async def test_who_speaks_for_both_sides_confirms_and_ends_nothing(
    house: TestHouse,
) -> None:
    need = await needs(house.coordinator)
    resource = await offers(house.coordinator)
    assert "请" not in house.coordinator.last.text
    await presses(house.coordinator, need, "match", str(resource))
    assert "得由同事或网格长来定" in house.coordinator.toast
    await house.second_coordinator.presses("就用")
    project = need + 2
    await presses(house.coordinator, project, "finish")
    await presses(house.coordinator, project, "witness")
    assert (await at(house, project)).state is ListingState.OPEN
    await presses(house.lead, project, "witness")
    assert (await at(house, project)).state is ListingState.DONE


async def test_nobody_says_done_in_the_needing_sides_place_before_the_day(
    house: TestHouse,
) -> None:
    need, _, project = await matched(house)
    await presses(house.lead, project, "witness")
    assert "由提需求的人来点" in house.lead.toast
    await house.passes(days=15)
    await presses(house.lead, project, "witness")
    assert (await at(house, project)).state is ListingState.DONE
    assert (await at(house, need)).state is ListingState.DONE
    assert "办好了" in house.coordinator.last.text


async def test_what_is_called_off_is_free_again_on_both_sides(house: TestHouse) -> None:
    need, resource, project = await matched(house)
    await presses(house.coordinator, project, "call_off")
    assert (await at(house, need)).left == 3
    assert (await at(house, resource)).left == 10
    assert "不用办了" in house.second_coordinator.last.text
    await presses(house.coordinator, project, "call_off")
    await presses(house.coordinator, project, "finish")
    assert (await at(house, resource)).left == 10
    await presses(house.coordinator, need, "match", str(resource))
    await presses(house.second_coordinator, resource, "withdraw")
    assert (await at(house, project + 1)).state is ListingState.WITHDRAWN
    assert "又回到清单上" in house.coordinator.last.text


async def test_a_project_is_stopped_and_handed_on_by_name_from_above_alone(
    house: TestHouse,
) -> None:
    """Both sides hear who did it; a colleague who has no part in it ends nothing."""
    await house.joins(house.second_rider, "coordinator", "G01")
    third = house.second_rider
    need, resource, project = await matched(house)
    for listing_id, act in (
        (project, "call_off"),
        (need, "withdraw"),
        (resource, "withdraw"),
    ):
        await presses(third, listing_id, act)
        assert "有人在办" in third.toast, act
    await presses(third, project, "hand_on", str(house.lead.person.id))
    assert "不归你" in third.toast
    await presses(house.lead, project, "hand_on", str(third.person.id))
    assert "交给小刘负责了，你不用再管" in house.coordinator.last.text
    assert "现在由小刘负责" in house.second_coordinator.last.text
    await presses(house.lead, project, "call_off")
    assert "赵网格长停了" in house.coordinator.last.text
    assert "赵网格长停了" in house.second_coordinator.last.text
    assert "赵网格长把" in third.last.text
    assert (await at(house, need)).left == 3
    await presses(house.lead, need, "withdraw")
    assert house.coordinator.last.text.endswith("，赵网格长撤下了。")
