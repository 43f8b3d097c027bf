"""Who may see a wish and do what to it: everybody, every act, every state, by a table that is
written down a second time by hand.
"""

from __future__ import annotations

from functools import partial

from domain.wishes.rights import WishAct
from domain.wishes.wish import WishState
from handlers.wishes.found import for_act
from tests.handlers import each_act
from tests.handlers.wishes.living import (
    asked,
    filed,
    presses,
    puts_there,
    state,
)
from tests.house import Actor, TestHouse

WORKS = "show screen as_is decline as_help as_hazard"
ROWS: dict[str, dict[str, str]] = {
    "filed": {"wisher": "show", "carer": WORKS},
    "asked": {"wisher": "show publish not_this", "carer": "show screen"},
    "open": {"wisher": "show keep", "stranger": "show claim", "carer": "show claim"},
    "claimed": {
        "wisher": "show say receive",
        "claimer": "show give_back say hand",
        "carer": "show place",
    },
    "handed": {
        "wisher": "show say receive missing",
        "claimer": "show say",
        "carer": "show place witness",
    },
    "received": {"wisher": "show thank", "carer": "show"},
}
"""State → who → what they may do; nothing else, and for whom no row is it does not exist."""

answers = partial(each_act.answers, acts=WishAct, may=for_act)


def people(house: TestHouse) -> dict[Actor, str]:
    return {
        house.rider: "wisher",
        house.second_rider: "claimer",
        house.stranger: "stranger",
        house.far_coordinator: "stranger",
        house.coordinator: "carer",
        house.second_coordinator: "carer",
        house.lead: "carer",
        house.admin: "carer",
    }


async def holds(house: TestHouse, case_id: int, now: WishState) -> None:
    row = ROWS[now.value]
    for who, role in people(house).items():
        unclaimed = now in (WishState.FILED, WishState.ASKED, WishState.OPEN)
        known_as = "stranger" if role == "claimer" and unclaimed else role
        may = set(row.get(known_as, "").split())
        heard = await answers(house, who, case_id)
        allowed = {act for act, why in heard.items() if not why}
        assert allowed == may, (now, who.name)
        hidden = {why for act, why in heard.items() if act not in may}
        if not may:
            assert hidden == {"refuse-wish-gone"}, (now, who.name)


async def test_everybody_may_do_what_the_table_says_in_every_state(
    house: TestHouse,
) -> None:
    for who in (house.second_rider, house.stranger):
        await who.says("/start")
    case_id = await filed(house)
    await holds(house, case_id, WishState.FILED)
    await presses(house.coordinator, case_id, "as_is")
    await holds(house, case_id, WishState.ASKED)
    await presses(house.rider, case_id, "publish")
    await holds(house, case_id, WishState.OPEN)
    await presses(house.second_rider, case_id, "claim")
    await holds(house, case_id, WishState.CLAIMED)
    await puts_there(house, case_id)
    await holds(house, case_id, WishState.HANDED)
    await presses(house.rider, case_id, "receive")
    await holds(house, case_id, WishState.RECEIVED)
    unknown = await answers(house, house.stranger, 10**9)
    assert set(unknown.values()) == {"refuse-wish-gone"}


async def test_who_has_claimed_it_looks_after_it_no_more(house: TestHouse) -> None:
    case_id = await asked(house)
    await presses(house.rider, case_id, "publish")
    await presses(house.coordinator, case_id, "claim")
    assert "office" not in house.rider.last.text
    assert "有部门认领了" in house.rider.last.text
    assert "请定一个交接的地方" in house.lead.last.text
    for act in ("place", "witness", "receive"):
        await presses(house.coordinator, case_id, act)
        assert "不归你" in house.coordinator.toast
    assert await state(house, case_id) is WishState.CLAIMED


async def test_nothing_of_a_case_that_is_no_wish_is_shown(house: TestHouse) -> None:
    await house.files_hazard()
    for who in (house.coordinator, house.stranger, house.rider):
        await who.says("/start")
        assert set((await answers(house, who, 1)).values()) == {"refuse-wish-gone"}
