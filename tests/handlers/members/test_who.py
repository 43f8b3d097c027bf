"""Who may do what to an application and a membership: everybody, every act, every state, by a
table that is written down a second time by hand; and what anybody could send as a press.
"""

from __future__ import annotations

import re
from functools import partial

from domain.members import MemberAct, MemberState
from handlers.members.found import for_act
from tests.handlers import each_act
from tests.handlers.members.enrolling import (
    applies,
    calls,
    forges,
    is_accepted,
    joins,
    takers,
)
from tests.house import Actor, TestHouse

ROWS: dict[MemberState, dict[str, str]] = {
    MemberState.APPLIED: {"self": "leave", "decider": "accept decline"},
    MemberState.MEMBER: {"self": "leave", "decider": "end"},
    MemberState.RESTING: {"self": "leave", "decider": "end"},
    MemberState.DECLINED: {},
    MemberState.LEFT: {},
}
GONE = "refuse-member-gone"
NOT_THEIRS = "这个报名不在了，或者不归你定。"

answers = partial(each_act.answers, acts=MemberAct, may=for_act)


def people(house: TestHouse) -> dict[Actor, str]:
    return {
        house.rider: "self",
        house.second_rider: "",
        house.stranger: "",
        house.coordinator: "",
        house.second_coordinator: "",
        house.far_coordinator: "",
        house.lead: "decider",
        house.street_lead: "decider",
        house.admin: "decider",
    }


async def test_everybody_may_do_what_the_table_says_in_every_state(
    house: TestHouse,
) -> None:
    for who in (house.second_rider, house.stranger):
        await who.says("/start")
    await applies(house.rider)
    for state, row in ROWS.items():
        async with house.database.unit() as unit:
            assert await unit.members.move(1, list(MemberState), state)
        for who, role in people(house).items():
            heard = await answers(house, who, 1)
            may = {act for act, why in heard.items() if not why}
            assert may == set(row.get(role, "").split()), (state, who.name)
            if not role:
                assert set(heard.values()) == {GONE}, (state, who.name)
    assert set((await answers(house, house.lead, 99)).values()) == {GONE}


async def test_a_press_that_anybody_could_send_does_nothing(house: TestHouse) -> None:
    await applies(house.rider)
    await joins(house.second_rider, house.lead)
    for verb in ("accept:1", "decline:1", "end:2", "leave:1", "leave:2"):
        for who in (house.stranger, house.coordinator, house.far_coordinator):
            assert await forges(who, f"member:{verb}") == NOT_THEIRS, (verb, who.name)
    assert await forges(house.rider, "member:accept:1") == NOT_THEIRS
    for verb in ("who:G01", "news:G01", "recruit:G01", "errand:G01"):
        for who in (house.stranger, house.rider, house.coordinator):
            assert "你带的范围里没有" in await forges(who, f"member:{verb}"), verb
    assert "你带的范围里没有" in await forges(house.lead, "member:who:G08")
    for nothing in ("accept:", "accept:x", "steal:1", "", "keep"):
        assert await forges(house.stranger, f"member:{nothing}"), nothing
    async with house.database.unit() as unit:
        found = [await unit.members.get(one) for one in (1, 2)]
    states = [one.state for one in found if one is not None]
    assert states == [MemberState.APPLIED, MemberState.MEMBER]


async def test_an_errand_is_for_members_of_its_grids_and_its_leads_call_it_off(
    house: TestHouse,
) -> None:
    await joins(house.second_rider, house.lead)
    await joins(house.rider, house.street_lead, home="和平里网格")
    await calls(house.lead)
    gone = "这张志愿单不在了：取消了、过了，或者不是发给你的。"
    for who in (house.stranger, house.rider, house.coordinator, house.lead):
        assert await forges(who, "errand:take:1") == gone, who.name
    for who in (house.second_rider, house.coordinator, house.far_coordinator):
        assert await forges(who, "errand:cancel:1") == gone, who.name
    assert await takers(house) == []
    assert "搬桌子" not in " ".join(house.rider.hears())
    await house.second_rider.presses("我去")
    assert len(await takers(house)) == 1
    assert await forges(house.rider, "errand:drop:1") == "这张志愿单你没有报。"
    await forges(house.street_lead, "errand:cancel:1")
    assert "不用去了：搬桌子" in house.second_rider.last.text
    assert await takers(house) == []


async def test_a_member_sees_no_case_of_anybody_else(house: TestHouse) -> None:
    await house.files_hazard(house.second_rider)
    await house.stranger.says("/case YH26-0001")
    unknown = house.stranger.last.text
    await joins(house.rider, house.lead)
    await house.rider.says("/case YH26-0001")
    assert house.rider.last.text == unknown
    for data in ("c:1:see", "c:1:note", "c:1:resolve", "c:1:accept"):
        ours = await forges(house.rider, data)
        assert ours and ours == await forges(house.stranger, data), data


async def test_a_place_that_was_told_is_kept_as_its_grid(house: TestHouse) -> None:
    await house.rider.says("/member")
    await house.rider.sends_place("G01")
    async with house.database.unit() as unit:
        (draft,) = await unit.forms.of(house.rider.address)
    assert draft.answers == {} and draft.about["home"] == "G01"
    await house.rider.says("火星路一百号")
    assert "没认出这个地方" in " ".join(house.rider.hears())


async def test_nobody_is_asked_about_their_own_application(house: TestHouse) -> None:
    await applies(house.lead)
    assert await forges(house.lead, "member:accept:1") == NOT_THEIRS
    house.lead.hears()
    await house.lead.says("/members")
    assert "接收" not in " ".join(
        label for one in house.lead.sees for label in one.labels
    )
    await is_accepted(house.street_lead)
    assert (
        "你是<b>幸福街道 · 幸福路口网格</b>的<b>志愿服务员</b>了"
        in house.lead.last.text
    )


async def test_who_decided_for_their_other_door_is_decided_again_by_somebody_else(
    house: TestHouse,
) -> None:
    await joins(house.stranger, house.lead)
    await house.stranger.says("/link")
    code = re.search(r"[A-Z0-9]{5}-[A-Z0-9]{5}", house.stranger.last.text)
    assert code is not None
    await house.lead.says(f"/link {code[0]}")
    async with house.database.unit() as unit:
        (mine,) = await unit.members.of(house.people["lead"].id)
        assert mine.state is MemberState.APPLIED and mine.decided_by is None
    assert await forges(house.lead, "member:accept:1") == NOT_THEIRS
    assert "报名<b>志愿服务员</b>" in house.street_lead.last.text
    await is_accepted(house.street_lead)
    async with house.database.unit() as unit:
        (mine,) = await unit.members.of(house.people["lead"].id)
        assert mine.state is MemberState.MEMBER


async def test_who_is_forgotten_leaves_no_post_and_no_place_at_an_errand(
    house: TestHouse,
) -> None:
    await joins(house.rider, house.lead)
    await joins(house.second_rider, house.lead)
    await calls(house.lead)
    await house.rider.presses("我去")
    await house.rider.says("/forget")
    await house.rider.presses("删掉")
    assert await takers(house) == []
    async with house.database.unit() as unit:
        assert await unit.members.counts({"G01"}) == {("G01", "helper"): 1}
        assert not await unit.timers.subjects("member")
    await house.second_rider.presses("我去")
    assert len(await takers(house)) == 1


async def test_where_there_are_no_members_no_button_does_anything(
    house: TestHouse,
) -> None:
    await joins(house.rider, house.lead)
    object.__setattr__(house.setup, "members", None)
    for data in ("member:mine", "member:leave:1", "member:keep", "errand:take:1"):
        assert "还没有招流动网格员" in await forges(house.rider, data)
    await house.rider.says("我要报名")
    assert "你住在哪一片" not in house.rider.last.text
