"""Opening a link changes nothing: what is offered is shown, and taken only by a press."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import aiohttp
import pytest
from sqlalchemy import text

from domain.coupons.offer import Merchant, Offer
from domain.messages import Address
from domain.people import Grant, Role
from storage.staff import INVITATION_LASTS
from tests.house import jpeg
from tests.web.site import SOON, Person, Site
from tests.web.test_visits import visit

pytestmark = pytest.mark.asyncio(loop_scope="session")

NOBODY = {"offer": None, "language": "zh-CN"}
TABLES = (
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'lease%'"
)


async def rows(site: Site) -> dict[str, list[Any]]:
    """Everything in the database but the house's own lease, which it renews by itself; once what
    was said is marked as sent, which comes after it is seen.
    """
    delivery = site.house.delivery
    async with asyncio.timeout(SOON):
        while delivery.in_hand or delivery.unmarked:
            await asyncio.sleep(0.005)
    async with site.house.database.reader() as reader:
        names = list(await reader.scalars(text(TABLES)))
        return {
            name: [
                tuple(row)
                for row in await reader.execute(text(f'SELECT * FROM "{name}"'))
            ]
            for name in names
        }


async def invited(site: Site, role: Role = Role.COORDINATOR, area: str = "G01") -> str:
    """The start code of a new invitation."""
    async with site.house.database.unit() as unit:
        return f"i_{await unit.staff.invite(role, area, None)}"


async def offered(site: Site, code: str, cookie: str = "") -> dict[str, Any]:
    headers = {"cookie": f"gridbee={cookie}"} if cookie else {}
    url, asked = f"{site.url}/api/offer", {"start": code}
    async with site.http.post(url, json=asked, headers=headers) as answer:
        assert answer.status == 200
        found: dict[str, Any] = await answer.json()
    assert found.pop("ui")["page-enter-take"]
    return found


def looked_at(token: str, sha: str) -> list[str]:
    """Every address of the web chat that is asked with GET."""
    api = "/api/chat/me"
    return [
        "/",
        "/api/demo",
        "/static/enter.js",
        "/chat",
        f"/chat/{token}",
        f"{api}/devices",
        f"{api}/log",
        f"{api}/log?after=1",
        f"{api}/map",
        f"{api}/file/{sha}",
    ]


@pytest.mark.parametrize("method", ["GET", "HEAD"])
async def test_no_address_that_is_only_opened_changes_anything(
    alone: Site, method: str
) -> None:
    visitor, _ = await visit(alone)
    await visitor.hears("我是网格蜂")
    await visitor.sends(jpeg(), caption="路口地砖坏了")
    await visitor.hears("在哪儿")
    sha = (await visitor.own())[-1]["photos"][0]["url"].rpartition("/")[2]
    codes = ["", "hello", "g_G02", "nonsense", await invited(alone, Role.ADMIN, "C")]
    before = await rows(alone)
    for cookie in ("", visitor.token, "made-up"):
        headers = {"cookie": f"gridbee={cookie}"}
        paths = looked_at(visitor.token, sha)
        paths += [f"/?start={code}" for code in codes]
        for code in codes:
            await offered(alone, code, cookie)
        for path in paths:
            async with alone.http.request(
                method, alone.url + path, headers=headers, allow_redirects=False
            ) as answer:
                assert answer.status in (200, 303, 404), path
                await answer.read()
    assert await rows(alone) == before


async def test_the_demos_page_changes_nothing_when_it_is_opened(site: Site) -> None:
    before = await rows(site)
    for path in ("/", "/?start=g_G01", "/api/demo"):
        async with site.http.get(site.url + path) as answer:
            assert answer.status == 200
    assert await rows(site) == before


async def test_a_live_page_that_is_only_open_changes_nothing(alone: Site) -> None:
    visitor, _ = await visit(alone)
    await visitor.says("钱包丢了")
    await visitor.hears("提交")
    before = await rows(alone)
    async with visitor.asks("/api/chat/me/live") as answer:
        assert (await answer.content.readline()).startswith(b"id: ")
    assert await rows(alone) == before


async def test_an_invitation_shows_what_it_offers_as_often_as_it_is_opened(
    alone: Site,
) -> None:
    code = await invited(alone)
    for _ in range(3):
        shown = await offered(alone, code)
        assert shown["language"] == "zh-CN"
        assert shown["offer"]["role"] == "网格员"
        assert "幸福路口网格" in shown["offer"]["area"]
    visitor, _ = await visit(alone, code)
    await visitor.hears("欢迎")
    assert await offered(alone, code) == NOBODY


async def test_a_post_is_offered_by_its_name(alone: Site) -> None:
    async with alone.house.database.unit() as unit:
        made = await unit.staff.invite(Role.COORDINATOR, "G01", None, "police")
    assert (await offered(alone, f"i_{made}"))["offer"]["role"] == "片警"


async def test_a_shops_chat_is_offered_and_tied_by_a_press(alone: Site) -> None:
    async with alone.house.database.unit() as unit:
        maker = unit.people.meet(Address("web", "office"), "李敏")
        await unit.staff.grant(maker.id, Grant(Role.COORDINATOR, "G01"))
        shop, tea = Merchant("M1", "桂花奶茶", "G01"), Offer("M1-1", "M1", "柠檬水")
        await unit.merchant_offers.replace([(shop, tea)])
        code = f"t_{await unit.merchant_keepers.invite('M1', maker.id)}"
    for _ in range(2):
        shown = (await offered(alone, code))["offer"]
        assert shown == {"role": "店家", "area": "桂花奶茶"}
    visitor, _ = await visit(alone, code)
    await visitor.hears("桂花奶茶 绑定好了")
    assert await offered(alone, code) == NOBODY


async def test_what_is_offered_is_said_in_the_language_of_who_looks(
    alone: Site,
) -> None:
    visitor, _ = await visit(alone)
    await visitor.says("/lang en")
    await visitor.hears("English")
    shown = await offered(alone, await invited(alone), visitor.token)
    assert shown["language"] == "en"
    assert shown["offer"]["role"].lower() == "coordinator"


async def test_nothing_is_offered_behind_any_other_code(alone: Site) -> None:
    code = await invited(alone)
    for other in ("", "g_G01", "i_", "i_nonsense", code.removeprefix("i_"), code + "x"):
        assert await offered(alone, other) == NOBODY


async def test_an_invitation_that_is_over_offers_nothing(
    alone: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = await invited(alone)
    later = alone.house.database.clock() + INVITATION_LASTS + timedelta(minutes=1)
    monkeypatch.setattr(alone.house.database, "clock", lambda: later)
    assert await offered(alone, code) == NOBODY


async def test_whoever_has_a_chat_takes_an_invitation_into_that_chat(
    alone: Site,
) -> None:
    visitor, _ = await visit(alone)
    again, _ = await visit(alone, await invited(alone), cookie=visitor.token)
    assert again.token == visitor.token
    await visitor.hears("欢迎")
    assert (await visitor.log())["me"]["role"] == "coordinator"


@pytest.mark.parametrize(
    "body",
    [
        {"data": b"start=i_x"},
        {"data": b'{"start": ""}', "headers": {"content-type": "text/plain"}},
        {"data": b"{", "headers": {"content-type": "application/json"}},
        {"json": []},
        {"json": {"start": 1}},
        {"json": {"begin": "i_x"}},
        {"json": {"start": "x" * 20_000}},
    ],
    ids=[
        "a form",
        "plain text",
        "broken",
        "a list",
        "a number",
        "another key",
        "too long",
    ],
)
async def test_what_another_sites_page_could_post_enters_nowhere(
    alone: Site, body: Any
) -> None:
    before = await rows(alone)
    async with alone.http.post(f"{alone.url}/api/enter", **body) as answer:
        assert answer.status == 400
        assert "set-cookie" not in answer.headers
    assert await rows(alone) == before


async def test_a_known_visitor_goes_straight_to_their_chat(alone: Site) -> None:
    visitor, _ = await visit(alone)
    await visitor.says("钱包丢了")
    async with alone.http.get(
        alone.url + "/",
        headers={"cookie": f"gridbee={visitor.token}"},
        allow_redirects=False,
    ) as answer:
        assert answer.status == 303
        assert answer.headers["location"] == "/chat"
        assert "HttpOnly" in answer.headers["set-cookie"]


async def test_everybody_else_gets_the_page_that_enters(alone: Site) -> None:
    visitor, _ = await visit(alone)
    for cookie, query in (("", ""), ("made-up", ""), (visitor.token, "?start=g_G01")):
        async with alone.http.get(
            f"{alone.url}/{query}", headers={"cookie": f"gridbee={cookie}"}
        ) as answer:
            assert answer.status == 200
            assert "enter.js" in await answer.text()


async def test_two_who_take_one_invitation_at_once_are_one_coordinator(
    alone: Site,
) -> None:
    code = await invited(alone)
    people: list[Person] = [(await visit(alone, code))[0] for _ in range(2)]
    roles = sorted([(await one.log())["me"]["role"] for one in people])
    assert roles == ["coordinator", "rider"]


async def test_a_page_that_cannot_be_read_by_scripts_of_others_says_so(
    alone: Site,
) -> None:
    """No header lets another origin send JSON or read the answer."""
    headers = {"origin": "https://elsewhere.example"}
    asked = {"access-control-request-method": "POST"}
    async with (
        aiohttp.ClientSession() as session,
        session.options(f"{alone.url}/api/enter", headers=headers | asked) as answer,
    ):
        assert answer.status == 405
        assert "access-control-allow-origin" not in answer.headers


async def test_a_link_to_a_case_opens_it_for_who_may_see_it_and_for_nobody_else(
    alone: Site,
) -> None:
    rider, coordinator = alone.person("rider"), alone.person("coordinator")
    number = await rider.files_hazard(jpeg())
    await coordinator.hears(number)
    for who in (coordinator, rider):
        before = await who.messages()
        await visit(alone, f"c_{number}", who.token)
        while (found := await who.messages()) == before:
            await asyncio.sleep(0.01)
        assert number in found[-1]["html"]
    newcomer, _ = await visit(alone, f"c_{number}")
    log = await newcomer.log()
    assert number not in str(log["messages"])


async def test_a_page_speaks_as_its_browser_does_until_its_person_says_otherwise(
    alone: Site,
) -> None:
    rider, _ = await visit(alone)
    rider.headers["accept-language"] = "en-GB,en;q=0.9"
    first = await rider.log()
    assert first["me"]["language"] == "en"
    assert "Trouble on the road" in first["messages"][0]["html"]
    await rider.says("somebody is drowning in the river")
    assert await rider.hears("Call first")
    rider.headers["accept-language"] = "zh-CN"
    assert (await rider.log())["me"]["language"] == "en"
