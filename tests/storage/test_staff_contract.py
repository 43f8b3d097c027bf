"""Invitations, roles, groups, the directory and announcements on both engines."""

import asyncio
from dataclasses import replace
from datetime import timedelta

from sqlalchemy import select

from domain.messages import Address, Place
from domain.people import Grant, Role
from storage.database import Database
from storage.staff import INVITATION_LASTS
from storage.tables.people import invitations
from storage.tokens import token_hash
from tests.house import Clock
from tests.storage.making import COORDINATOR, GROUP, HERE, load_areas, person

LEAD = Grant(Role.LEAD, "S1")


async def invite(database: Database) -> str:
    async with database.unit() as unit:
        return await unit.staff.invite(Role.LEAD, "S1", 7)


async def redeem(database: Database, token: str, who: int = 1) -> Grant | None:
    async with database.unit() as unit:
        return await unit.staff.redeem(token, who)


async def test_an_invitation_works_once(database: Database) -> None:
    token = await invite(database)
    assert await redeem(database, token) == LEAD
    assert await redeem(database, token) is None
    assert await redeem(database, token, 2) is None


async def test_of_two_who_use_an_invitation_at_once_one_gets_in(
    database: Database,
) -> None:
    token = await invite(database)
    got = await asyncio.gather(*(redeem(database, token, who) for who in range(8)))
    assert sorted(got, key=str).count(LEAD) == 1


async def test_an_invitation_expires_after_a_week(
    database: Database, clock: Clock
) -> None:
    token = await invite(database)
    clock.now += INVITATION_LASTS
    assert await redeem(database, token) == LEAD
    token = await invite(database)
    clock.now += INVITATION_LASTS + timedelta(seconds=1)
    assert await redeem(database, token) is None


async def test_an_invitation_is_stored_as_a_hash_only(database: Database) -> None:
    tokens = {await invite(database) for _ in range(20)}
    assert len(tokens) == 20
    assert all(len(token) >= 22 for token in tokens)
    async with database.reader() as reader:
        rows = (await reader.execute(select(invitations))).all()
    stored = " ".join(str(value) for row in rows for value in row)
    assert not any(token in stored for token in tokens)
    assert {row.hash for row in rows} == {token_hash(token) for token in tokens}


async def test_a_token_that_nobody_made_gives_nothing(database: Database) -> None:
    token = await invite(database)
    for wrong in (
        "",
        token[:-1],
        token + "x",
        token_hash(token),
        "' OR 1=1 --",
        "口令",
    ):
        assert await redeem(database, wrong) is None


async def test_an_invitation_whose_unit_failed_can_still_be_used(
    database: Database,
) -> None:
    token = await invite(database)
    try:
        async with database.unit() as unit:
            assert await unit.staff.redeem(token, 1) == LEAD
            raise ZeroDivisionError
    except ZeroDivisionError:
        pass
    assert await redeem(database, token) == LEAD


async def test_roles_are_given_once_and_taken_away(database: Database) -> None:
    await load_areas(database)
    made = await person(database, HERE, "李敏", COORDINATOR, COORDINATOR, LEAD)
    assert set(database.directory.staff[made.id].grants) == {COORDINATOR, LEAD}
    async with database.unit() as unit:
        assert await unit.staff.revoke(made.id, LEAD)
        assert not await unit.staff.revoke(made.id, LEAD)
    assert database.directory.staff[made.id].grants == (COORDINATOR,)


async def test_a_unit_that_failed_changes_nothing_in_the_directory(
    database: Database,
) -> None:
    await load_areas(database)
    made = await person(database, HERE, "李敏", COORDINATOR)
    try:
        async with database.unit() as unit:
            await unit.staff.grant(made.id, LEAD)
            await unit.groups.bind(GROUP, "G1", made.id)
            raise ZeroDivisionError
    except ZeroDivisionError:
        pass
    async with database.unit() as unit:
        unit.directory_changes()
        assert database.directory.staff[made.id].grants == (COORDINATOR,)
    assert database.directory.staff[made.id].grants == (COORDINATOR,)
    assert database.directory.groups == {}


async def bind(database: Database, chat: Address, area: str) -> dict[Address, str]:
    async with database.unit() as unit:
        await unit.groups.bind(chat, area, 1)
    return database.directory.groups


async def test_a_grid_has_one_group_and_a_group_one_grid(database: Database) -> None:
    await load_areas(database)
    other = Address("test", "-200")
    assert await bind(database, GROUP, "G1") == {GROUP: "G1"}
    assert await bind(database, other, "G2") == {GROUP: "G1", other: "G2"}
    assert await bind(database, GROUP, "G2") == {GROUP: "G2"}
    assert await bind(database, other, "G2") == {other: "G2"}
    assert await bind(database, Address("web", "-1"), "G2") == {
        other: "G2",
        Address("web", "-1"): "G2",
    }


async def test_a_group_that_put_us_out_is_no_grids_until_it_takes_us_back(
    database: Database,
) -> None:
    await load_areas(database)
    await bind(database, GROUP, "G1")
    async with database.unit() as unit:
        assert await unit.groups.lost(GROUP)
        assert not await unit.groups.lost(Address("test", "-999"))
    assert database.directory.groups == {}
    async with database.unit() as unit:
        await unit.groups.back(GROUP)
    assert database.directory.groups == {GROUP: "G1"}


async def test_areas_are_a_tree_that_finds_its_way_and_places(
    database: Database, url: str, clock: Clock
) -> None:
    await load_areas(database)
    again = Database(url, clock)
    await again.start()
    directory = again.directory
    await again.close()
    assert directory.path("G1") == ("G1", "S1", "C")
    assert directory.below(["S1"]) == {"S1", "G1", "G2"}
    assert directory.root == "C"
    assert directory.locate(Place(0.5, 0.5)) == "G1"
    assert directory.locate(Place(5, 5)) == ""


async def test_loading_areas_anew_takes_the_place_of_all(database: Database) -> None:
    await load_areas(database)
    await load_areas(database)
    assert sorted(database.directory.areas) == ["C", "G1", "G2", "S1"]


async def test_an_announcement_reaches_staff_and_riders_of_the_area_once(
    database: Database, clock: Clock
) -> None:
    await load_areas(database)
    staff = await person(database, Address("test", "li"), "李敏", COORDINATOR)
    here, muted, gone, elsewhere = [
        await person(database, Address("test", chat)) for chat in ("a", "b", "c", "d")
    ]
    async with database.unit() as unit:
        for who in (here, muted, gone):
            unit.people.change(replace(who, last_area="G1", muted=who is muted))
        unit.people.change(replace(elsewhere, last_area="G2"))
        unit.people.change(replace(staff, last_area="G1"))
        await unit.people.unreachable(Address("test", "c"))
    async with database.unit() as unit:
        found = await unit.staff.audience({"G1"})
        assert sorted(address.chat for address in found) == ["a", "li"]
        assert await unit.staff.audience(set()) == []
