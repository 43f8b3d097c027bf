"""Orders from the menu: offered to who serves there, the first claim wins, done by the orderer."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from bot.loading.listing_rows import Known
from bot.loading.listings import load_listings, read_listings
from bot.loading.table import LoadError
from domain.matching.listing import Listing, ListingKind, ListingState
from domain.matching.terms import Terms
from domain.members import MemberState, MemberTerms
from handlers.dialog.setup import SHANGHAI
from tests.handlers.matching.needing import at, every, needs, newest, presses
from tests.house import MORNING, SAMPLE, Actor, TestHouse

SERVICES = """code,words,areas,field,times,capacity,until,whose
a,上门理发,G01,生活照料,周末白天,2,,邻里互助会
b,看劳动合同,S1,law,,,2026-12-05,
c,量血压,G08,,days,5,,
"""


async def load(house: TestHouse, folder: Path, text: str = SERVICES) -> int:
    path = folder / "services.csv"
    path.write_text(text, encoding="utf-8")
    kind = ListingKind.SERVICE
    return await load_listings(house.database, path, kind, house.setup)


async def services(house: TestHouse) -> dict[str, Listing]:
    async with house.database.unit() as unit:
        found = await unit.listings.open_all(ListingKind.SERVICE)
    return {one.words: one for one in found}


async def orders(house: TestHouse, who: Actor, words: str = "上门理发") -> int:
    service = (await services(house))[words]
    await presses(who, service.id, "order", "G01")
    await who.presses("不用写")
    return await newest(house, ListingKind.NEED)


async def volunteers(house: TestHouse) -> Actor:
    await house.joins(house.second_rider, "coordinator", "G01", "volunteer")
    return house.second_rider


async def test_of_all_who_press_at_once_one_has_the_order(
    house: TestHouse, tmp_path: Path
) -> None:
    """The orderer and who serves elsewhere never have it, and who has it does not say that it is
    done.
    """
    volunteer = await volunteers(house)
    await load(house, tmp_path)
    order = await orders(house, house.rider)
    assert "有人点了「上门理发」" in volunteer.last.text
    assert "有人点了" in house.coordinator.last.text
    for who in (house.rider, house.far_coordinator, house.stranger):
        await presses(who, order, "claim")
    assert (await at(house, order)).left == 1
    await asyncio.gather(
        *(presses(who, order, "claim") for who in (volunteer, house.coordinator))
    )
    assert (await at(house, order)).left == 0
    project = await newest(house, ListingKind.PROJECT)
    kept = await at(house, project)
    winner = volunteer if kept.keeper_id == volunteer.person.id else house.coordinator
    loser = house.coordinator if winner is volunteer else volunteer
    assert "慢了一步" in loser.toast
    assert "归你了" in winner.last.text
    for who in (winner, house.lead):
        for act in ("finish", "witness"):
            await presses(who, project, act)
    assert (await at(house, project)).state is ListingState.OPEN
    await house.rider.presses("办好了")
    assert (await at(house, project)).state is ListingState.DONE
    assert (await at(house, order)).state is ListingState.DONE
    assert "谢谢你搭把手" in winner.last.text


async def test_what_was_let_go_is_offered_again_and_what_was_taken_back_frees_its_place(
    house: TestHouse, tmp_path: Path
) -> None:
    volunteer = await volunteers(house)
    await load(house, tmp_path)
    order = await orders(house, house.rider)
    await presses(volunteer, order, "claim")
    await house.coordinator.says("/start")
    await volunteer.presses("这回办不成")
    assert "有人点了" in house.coordinator.last.text
    assert "我再找人接" in house.rider.last.text
    await presses(house.coordinator, order, "claim")
    assert (await services(house))["上门理发"].left == 1
    await presses(house.rider, order, "withdraw")
    assert "不用办了" in house.coordinator.last.text
    assert (await services(house))["上门理发"].left == 2


async def test_nobody_orders_more_than_there_is_or_than_they_may(
    house: TestHouse, tmp_path: Path
) -> None:
    await load(house, tmp_path)
    service = (await services(house))["上门理发"]
    riders = (house.rider, house.second_rider, house.stranger)
    for who in riders:
        await presses(who, service.id, "order", "G01")
    for who in riders:
        await who.presses("不用写")
    assert "点完了" in house.stranger.toast + house.stranger.last.text
    assert (await services(house))["上门理发"].left == 0
    for _ in range(3):
        await orders(house, house.stranger, "看劳动合同")
    await presses(
        house.stranger, (await services(house))["看劳动合同"].id, "order", "G01"
    )
    await house.stranger.presses("不用写")
    assert "还没办好" in house.stranger.toast + house.stranger.last.text
    async with house.database.unit() as unit:
        needs = await unit.listings.open_all(ListingKind.NEED)
    assert len(needs) == 5


async def test_an_order_that_nobody_takes_is_asked_once_more_and_ends(
    house: TestHouse, tmp_path: Path
) -> None:
    await load(house, tmp_path)
    order = await orders(house, house.rider)
    house.coordinator.hears()
    await house.passes(days=6)
    assert "还没人接" in house.rider.last.text
    assert any("有人点了" in text for text in house.coordinator.hears())
    await house.passes(days=1)
    assert "没等到人接" in house.rider.last.text
    assert (await at(house, order)).state is ListingState.ENDED
    assert (await services(house))["上门理发"].left == 2


async def test_only_who_takes_it_on_and_who_coordinates_there_read_the_line(
    house: TestHouse, tmp_path: Path
) -> None:
    volunteer = await volunteers(house)
    await load(house, tmp_path)
    service = (await services(house))["上门理发"]
    await presses(house.rider, service.id, "order", "G01")
    await house.rider.says("周六下午，13800138000")
    order = await newest(house, ListingKind.NEED)
    await presses(volunteer, order, "show")
    assert "周六下午" not in volunteer.last.text
    await presses(volunteer, order, "claim")
    assert "周六下午，13800138000" in volunteer.last.text
    for who, reads in (
        (house.coordinator, True),
        (house.lead, False),
        (house.admin, False),
    ):
        await presses(who, order, "show")
        assert ("周六下午" in who.last.text) is reads, who.name
    await house.rider.presses("办好了")
    assert (await at(house, order)).note == ""


async def test_a_file_takes_the_place_of_the_earlier_one_and_tells_every_mistake(
    house: TestHouse, tmp_path: Path
) -> None:
    assert await load(house, tmp_path) == 3
    first = await services(house)
    assert (first["上门理发"].category, first["上门理发"].times) == (
        "care",
        "weekend_days",
    )
    assert first["量血压"].category == "health"
    await orders(house, house.rider)
    assert await load(house, tmp_path, SERVICES.replace(",2,,", ",5,,")[:-20]) == 2
    again = await services(house)
    assert again["上门理发"].id == first["上门理发"].id
    assert again["上门理发"].left == 4
    assert set(again) == {"上门理发", "看劳动合同"}
    wrong = SERVICES + "a,重复,G01,,,,,\nd,没有,G99,,,,,\ne,,G01,,,,,\n"
    wrong += "f,词,G01,nothing,,,,\ng,词,G01,,sometimes,,,\nh,词,G01,,,0,2020-01-01,\n"
    with pytest.raises(LoadError) as told:
        await load(house, tmp_path, wrong)
    lines = str(told.value).splitlines()
    assert [line.partition(": ")[0].rpartition(" ")[2] for line in lines] == [
        str(number) for number in range(5, 11)
    ]
    assert set(await services(house)) == set(again)


async def test_admins_hear_before_the_menu_ends_and_when_it_has(
    house: TestHouse, tmp_path: Path
) -> None:
    await load(house, tmp_path)
    await house.passes(days=6)
    assert "1 项 12月5日 到期" in house.admin.last.text
    house.admin.hears()
    await house.passes(days=8)
    assert house.admin.hears() == ["🧾 服务菜单里 1 项到期，撤下了。"]
    assert set(await services(house)) == {"上门理发", "量血压"}


def test_the_sample_has_twelve_hundred_services_in_every_grid() -> None:
    areas = {f"G{number:02d}" for number in range(1, 34)} | {"D", "S1", "S2", "S3"}
    known = Known(areas, MORNING, SHANGHAI, Terms())
    hive = SAMPLE / "hive"
    found = read_listings(hive / "services.csv", ListingKind.SERVICE, known)
    assert len(found) == 1200
    grids = {one.areas[0] for one in found} - {"D"}
    assert len(grids) == 33
    resources = read_listings(hive / "resources.csv", ListingKind.RESOURCE, known)
    assert len(resources) == 10


async def test_a_grid_member_hears_of_an_order_and_takes_it_on(
    house: TestHouse, tmp_path: Path
) -> None:
    """Not while they have only applied."""
    house.setup = replace(house.setup, members=MemberTerms())
    await house.restarts()
    await load(house, tmp_path)
    member = house.second_rider
    await member.says("/start")
    async with house.database.unit() as unit:
        await unit.people.load([member.address])
        rider = unit.people.at(member.address)
        assert rider is not None
        made = await unit.members.apply(rider.id, "G02", "helper", ("G01",), 2)
    assert made is not None
    order = await orders(house, house.rider)
    await presses(member, order, "claim")
    assert (await at(house, order)).left == 1
    async with house.database.unit() as unit:
        applied = [MemberState.APPLIED]
        await unit.members.move(made.id, applied, MemberState.MEMBER)
    await member.says("/order")
    assert "等人接：上门理发" in member.last.text
    second = await orders(house, house.stranger)
    assert "有人点了「上门理发」" in member.last.text
    for each in (order, second):
        await presses(member, each, "claim")
        assert (await at(house, each)).left == 0


async def test_what_is_confidential_is_offered_to_staff_alone_and_nobodys_when_done(
    house: TestHouse, tmp_path: Path
) -> None:
    volunteer = await volunteers(house)
    await load(house, tmp_path, SERVICES + "d,欠薪怎么要,G01,rights,,,,\n")
    await volunteer.says("/start")
    order = await orders(house, house.rider, "欠薪怎么要")
    assert not any("有人点了" in shown.text for shown in volunteer.sees)
    await presses(volunteer, order, "claim")
    await presses(volunteer, order, "show")
    assert "没有这一条" in volunteer.toast
    await volunteer.says("点单")
    assert "欠薪" not in volunteer.last.text
    assert "能点的服务" in volunteer.last.text
    await presses(house.coordinator, order, "claim")
    await house.rider.presses("办好了")
    done = await at(house, order)
    assert (done.whose_id, done.note, done.code) == (None, "", "")
    assert all(one.whose_id is None for one in await every(house))


async def test_a_volunteer_is_asked_and_named_to_nobody_as_late(
    house: TestHouse, tmp_path: Path
) -> None:
    volunteer = await volunteers(house)
    await load(house, tmp_path)
    order = await orders(house, house.rider)
    await presses(volunteer, order, "claim")
    await house.passes(days=6)
    assert "来得及吗" in volunteer.last.text
    assert "办好了吗" in house.rider.last.text
    heard = len(volunteer.sees)
    await house.passes(days=2)
    assert "还没说办好" in house.lead.last.text
    assert "小刘" not in house.lead.last.text
    assert len(volunteer.sees) == heard
    await presses(house.lead, await newest(house, ListingKind.PROJECT), "witness")
    assert (await at(house, order)).state is ListingState.DONE


async def test_an_order_that_was_taken_and_never_done_goes_back_to_others(
    house: TestHouse, tmp_path: Path
) -> None:
    volunteer = await volunteers(house)
    await load(house, tmp_path)
    order = await orders(house, house.rider)
    await presses(volunteer, order, "claim")
    await house.passes(days=6)
    await house.passes(days=2)
    assert "没点，我另找人接" in house.rider.last.text
    house.coordinator.hears()
    await house.passes(days=3)
    assert (await at(house, order)).left == 1
    assert "我另找人接" in house.rider.last.text
    assert "不要了" in house.rider.last.labels[0]
    assert "我请别人接了" in volunteer.last.text
    assert any("有人点了" in one for one in house.coordinator.hears())
    await house.passes(days=7)
    await house.passes(days=2)
    assert (await at(house, order)).state is ListingState.ENDED


async def test_a_loaded_resource_is_suggested_for_the_needs_that_wait(
    house: TestHouse, tmp_path: Path
) -> None:
    await needs(house.coordinator)
    house.coordinator.hears()
    path = tmp_path / "resources.csv"
    path.write_text(
        "code,words,areas,capacity,whose\nr,理发店义剪,G01,5,万福理发店\n", "utf-8"
    )
    for _ in range(2):
        kind = ListingKind.RESOURCE
        assert await load_listings(house.database, path, kind, house.setup) == 1
    await house.restarts()  # files are loaded while the house stands still
    told = [text for text in house.coordinator.hears() if "有资源对得上" in text]
    assert len(told) == 1
    await house.coordinator.presses("就用")
    assert "谁提供：万福理发店" in house.coordinator.last.text
