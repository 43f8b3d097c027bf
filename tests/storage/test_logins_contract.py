"""The devices that are signed in to a web chat, and links for one more, on both engines."""

from datetime import timedelta

from sqlalchemy import text

from domain.messages import Address
from storage.database import Database
from storage.login import Link, Login
from storage.logins import LINK_LASTS
from tests.house import Clock

MINUTE = timedelta(minutes=1)


def web(chat: str) -> Address:
    return Address("web", chat)


async def find(database: Database, secret: str) -> Login | None:
    async with database.reader() as reader:
        return await reader.logins.find(secret)


async def test_several_devices_open_one_chat_and_each_can_be_ended_for_good(
    database: Database, clock: Clock
) -> None:
    async with database.unit() as unit:
        await unit.logins.add("phone", "a", "Android · Chrome")
        await unit.logins.add("other", "b")
    clock.now += MINUTE
    async with database.unit() as unit:
        await unit.logins.add("tablet", "a")
    async with database.reader() as reader:
        tablet, phone = await reader.logins.of("a")
        stored = str((await reader.execute(text("SELECT * FROM web_logins"))).all())
    assert (phone.device, phone.seen_at) == ("Android · Chrome", phone.made_at)
    assert not {"phone", "tablet", "other"} & set(stored.split("'"))
    async with database.unit() as unit:
        assert not await unit.logins.end("b", phone.name)
        assert await unit.logins.end("a", phone.name)
        assert not await unit.logins.end("a", phone.name)
        assert await unit.logins.of("a") == [tablet]
    ended = await find(database, "phone")
    assert ended is not None and ended.ended_at == clock.now
    assert await find(database, "unknown") is None
    async with database.unit() as unit:
        assert await unit.logins.end_all([Address("telegram", "a")]) == 0
        assert await unit.logins.end_all(map(web, "abc")) == 2


async def test_a_login_in_place_of_another_ends_that_one_when_it_is_used(
    database: Database, clock: Clock
) -> None:
    async with database.unit() as unit:
        await unit.logins.add("old", "a")
        old = await unit.logins.find("old")
        assert old is not None
        await unit.logins.add("new", "a", instead_of=old.hash)
    # its answer may have been lost on the way: the old one still opens
    assert await find(database, "old") == old
    clock.now += MINUTE
    async with database.unit() as unit:
        new = await unit.logins.find("new")
        assert new is not None
        await unit.logins.used(new, "iPhone · Safari")
    assert await find(database, "old") is None
    new = await find(database, "new")
    assert new is not None
    assert (new.seen_at, new.device, new.instead_of) == (
        clock.now,
        "iPhone · Safari",
        "",
    )


async def test_a_link_signs_one_device_in_within_ten_minutes(
    database: Database, clock: Clock
) -> None:
    async with database.unit() as unit:
        first = await unit.logins.link("a")
        second = await unit.logins.link("a")
        other = await unit.logins.link("b")
    async with database.unit() as unit:
        assert await unit.logins.linked(first) is None  # a newer one is there
        assert await unit.logins.linked(second) == Link("a")
        assert await unit.logins.follow(second) == Link("a")
        assert await unit.logins.follow(second) is None
        # whose it was is still known
        assert await unit.logins.linked(second) == Link("a", opens=False)
        assert await unit.logins.follow("unknown") is None
        await unit.logins.end_all([web("a")])
    clock.now += LINK_LASTS + MINUTE
    async with database.unit() as unit:
        assert await unit.logins.follow(other) is None
        assert await unit.logins.linked(other) == Link("b", opens=False)
        last = await unit.logins.link("b")
        await unit.logins.end_all([web("b")])
        assert await unit.logins.linked(last) is None


async def test_a_link_may_lead_to_a_case(database: Database, clock: Clock) -> None:
    async with database.unit() as unit:
        secret = await unit.logins.link("a", LINK_LASTS, 7)
        assert await unit.logins.follow(secret) == Link("a", 7)
    async with database.unit() as unit:
        await unit.logins.forget([web("a")])
        assert await unit.logins.linked(secret) is None


async def test_of_who_left_only_hashes_stay_and_old_links_go(
    database: Database, clock: Clock
) -> None:
    async with database.unit() as unit:
        await unit.logins.add("phone", "a", "Android · Chrome")
        await unit.logins.link("b")
        await unit.logins.forget([web("a"), Address("wechat", "b")])
    ended = await find(database, "phone")
    assert ended is not None and ended.ended_at == clock.now
    assert (ended.chat, ended.device) == ("", "")
    for passed, gone in ((LINK_LASTS, 0), (MINUTE, 1)):
        clock.now += passed
        async with database.unit() as unit:
            assert await unit.logins.prune() == gone
