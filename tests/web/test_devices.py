"""One's devices: listed and ended, a link for one more, signing out; an admin does it for
somebody.
"""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from storage.logins import LINK_LASTS
from tests.web.site import Person, Site, open_site
from tests.web.test_entrance import invited, offered
from tests.web.test_visits import visit

pytestmark = pytest.mark.asyncio(loop_scope="session")

ANDROID = (
    "Mozilla/5.0 (Linux; Android 14; V2055A) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/130.0.0.0 Mobile Safari/537.36"
)


async def devices(person: Person) -> list[dict[str, Any]]:
    async with person.asks("/api/chat/me/devices") as answer:
        assert answer.status == 200
        found: list[dict[str, Any]] = (await answer.json())["devices"]
        return found


async def link(person: Person) -> str:
    """The start code of a link for one more device."""
    status, made = await person.posts("devices/link", json={})
    assert (status, made["minutes"]) == (200, 10)
    return str(made["link"].partition("start=")[2])


async def status(person: Person, path: str, **body: str) -> int:
    """Of a POST."""
    url = f"{person.base}/{path}"
    async with person.site.http.post(url, headers=person.headers, json=body) as answer:
        return answer.status


async def reads(person: Person) -> int:
    async with person.asks("/api/chat/me/log") as answer:
        return int(answer.status)


async def somebody(site: Site) -> Person:
    """A rider who has said something, on an Android phone."""
    rider, _ = await visit(site)
    rider.headers["user-agent"] = ANDROID
    await rider.says("我的钱包丢了")
    return rider


async def test_a_link_opens_the_chat_on_one_more_device_and_each_can_be_ended(
    alone: Site,
) -> None:
    phone, stranger = await somebody(alone), await somebody(alone)
    (own,) = await devices(phone)
    assert (own["what"], own["this"]) == ("Android · Chrome", True)
    code = await link(phone)
    for _ in range(2):  # looking uses nothing up
        offer = (await offered(alone, code, stranger.token))["offer"]
        assert offer["closes"] is True
        assert (await offered(alone, code))["offer"]["closes"] is False
    tablet, _ = await visit(alone, code)
    assert tablet.token != phone.token
    await tablet.says("在平板上说的")
    assert [one["html"] for one in await phone.own()][-1] == "在平板上说的"
    assert [one["this"] for one in await devices(tablet)] == [True, False]
    # somebody else's device is as if there were none
    assert await status(stranger, "devices/end", device=own["device"]) == 404
    assert await reads(phone) == 200
    assert await status(tablet, "devices/end", device=own["device"]) == 200
    assert await status(tablet, "devices/end", device=own["device"]) == 404
    assert await reads(phone) == 404
    assert (await phone.says("还在吗"))[0] == 404
    # whoever was signed out is no newcomer in the same chat, but somebody new
    again, _ = await visit(alone, cookie=phone.token)
    assert again.token != phone.token
    await again.says("重新来过")
    assert len(await again.own()) == 1


async def test_a_link_is_good_once_for_ten_minutes_and_until_one_signs_out(
    alone: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    phone = await somebody(alone)
    code = await link(phone)
    other, _ = await visit(alone, code)
    for used in (code, "d_nothing", "o_nothing", f"o_{code[2:]}", f"i_{code[2:]}"):
        third, _ = await visit(alone, used)
        assert (await third.log())["new"]
        await third.hears("用过了或者过期了")
    code = await link(phone)
    later = alone.house.database.clock() + LINK_LASTS + timedelta(seconds=1)
    with monkeypatch.context() as patch:
        patch.setattr(alone.house.database, "clock", lambda: later)
        late, _ = await visit(alone, code)
        assert (await late.log())["new"]
    # the chat that was on this device is closed here by a link to another one
    mine = await somebody(alone)
    moved, _ = await visit(alone, await link(phone), cookie=mine.token)
    assert await reads(mine) == 404
    assert len(await moved.own()) == len(await phone.own())
    assert await reads(other) == 200


async def test_a_link_to_the_chat_that_is_open_here_just_opens_once(
    alone: Site,
) -> None:
    phone = await somebody(alone)
    code = await link(phone)
    assert (await offered(alone, code, phone.token))["offer"] is None
    again, _ = await visit(alone, code, cookie=phone.token)
    assert again.token == phone.token
    assert len(await devices(phone)) == 1
    stranger, _ = await visit(alone, code)
    await stranger.hears("用过了或者过期了")


async def test_signing_out_ends_this_device_and_takes_its_cookie(alone: Site) -> None:
    phone = await somebody(alone)
    tablet, _ = await visit(alone, await link(phone))
    url = f"{phone.base}/leave"
    for _ in range(2):
        async with alone.http.post(url, headers=phone.headers, json={}) as answer:
            assert answer.status == 200
            assert 'gridbee=""; ' in answer.headers["set-cookie"]
    assert (await reads(phone), await reads(tablet)) == (404, 200)
    newcomer, _ = await visit(alone)
    for path in ("devices/link", "devices/end"):
        assert await status(newcomer, path, device="x") == 404


async def test_a_page_that_listens_hears_nothing_more_once_it_is_signed_out(
    alone: Site,
) -> None:
    phone = await somebody(alone)
    tablet, _ = await visit(alone, await link(phone))
    last = (await phone.log())["last"]
    live = phone.asks("/api/chat/me/live", params={"after": last})
    async with asyncio.timeout(5), live as answer:
        own = next(one for one in await devices(tablet) if not one["this"])
        assert await status(tablet, "devices/end", device=own["device"]) == 200
        await tablet.says("只说给自己听")
        assert b"data:" not in await answer.content.read()


async def test_an_address_of_before_is_traded_once_and_then_opens_nothing(
    alone: Site,
) -> None:
    rider = alone.person("rider")
    await rider.says("我的钱包丢了")
    code = f"o_{rider.token}"
    async with alone.http.get(f"{alone.url}/chat/{rider.token}") as answer:
        assert "enter.js" in await answer.text()
    assert (await offered(alone, code))["offer"]["person"] == "小王"
    traded, _ = await visit(alone, code)
    assert (await reads(rider), await reads(traded)) == (200, 200)
    await traded.says("换了钥匙")
    assert await reads(rider) == 404
    late, _ = await visit(alone, code)
    assert (await late.log())["new"]


async def test_an_admin_signs_somebody_out_and_nobody_else_does(alone: Site) -> None:
    admin, coordinator = alone.person("admin"), alone.person("coordinator")
    rider = await somebody(alone)
    await rider.says("/signout 李敏")
    await coordinator.says("/signout 陈主任")
    assert await reads(admin) == 200
    code = await link(coordinator)
    await admin.says("/signout 没有这个人")
    await admin.hears("没找到")
    await admin.says("/signout 李敏")
    await admin.hears("1 台设备退出")
    assert await reads(coordinator) == 404
    other, _ = await visit(alone, code)
    assert (await other.log())["new"]
    await admin.says("/audit")
    await admin.hears("让 李敏 的网页退出登录")
    await admin.says("/signout 李敏")
    await admin.hears("没有在网页上登录")


async def test_codes_that_open_nothing_are_counted_by_address(
    template: Path, tmp_path: Path
) -> None:
    web = {"enabled": True, "port": 0, "proxies": ["127.0.0.1"]}
    limits = {"wrong_codes_an_hour": 5}
    async with open_site(
        template, tmp_path / "data", phones=False, web=web, limits=limits
    ) as site:
        good = await invited(site)

        async def tries(code: str, address: str) -> int:
            url, headers = f"{site.url}/api/offer", {"x-forwarded-for": address}
            asked = site.http.post(url, json={"start": code}, headers=headers)
            async with asked as answer:
                return answer.status

        here, beside, elsewhere = "198.51.100.1", "198.51.100.2", "203.0.113.1"
        wrong = [await tries(f"{'iod'[n % 3]}_{n}", here) for n in range(7)]
        assert wrong == [200] * 5 + [429] * 2
        assert await tries(good, here) == 429
        assert await tries("g_G01", here) == 200
        assert await tries(good, beside) == 200
        assert [await tries("i_x", beside) for _ in range(6)][-1] == 429
        assert await tries(good, "198.51.100.3") == 429  # the network's are used up
        assert await tries(good, elsewhere) == 200


async def test_files_have_a_limit_a_day_and_words_beside_them_are_heard(
    template: Path, tmp_path: Path
) -> None:
    limits = {"megabytes_a_day": 1, "address_megabytes_a_day": 3}
    data = tmp_path / "data"
    async with open_site(template, data, phones=False, limits=limits) as site:
        rider, film = site.person("rider"), b"\0\0\0\x18ftypmp42" + b"x" * 700_000
        assert (await rider.sends(film, mime="video/mp4", name="a.mp4"))[0] == 200
        refused, answer = await rider.sends(
            film, mime="video/mp4", name="b.mp4", caption="我的钱包丢了"
        )
        assert (refused, answer["heard"]) == (400, True)
        assert "明天" in answer["error"]
        for _ in range(5):  # costs those behind the same address nothing
            assert (await rider.sends(film, mime="video/mp4"))[0] == 400
        beside = [site.person("admin"), *[(await visit(site))[0] for _ in range(3)]]
        sent = [await one.sends(film, mime="video/mp4") for one in beside]
        # four times two thirds of a megabyte, then the address has had its three
        assert [status for status, _ in sent] == [200, 200, 200, 400]
