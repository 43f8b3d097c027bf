"""The first page: the demo's three phones, or one's own chat behind a cookie; links that bring
something along.
"""

import pytest
from sqlalchemy import text

from domain.people import Role
from tests.web.site import Person, Site

pytestmark = pytest.mark.asyncio(loop_scope="session")

NO_FOLLOW = {"allow_redirects": False}


async def visit(site: Site, start: str = "", cookie: str = "") -> tuple[Person, str]:
    """Enters as the first page does. Returns the chat it leads to and the cookie it sets."""
    headers = {"cookie": f"gridbee={cookie}"} if cookie else {}
    async with site.http.post(
        f"{site.url}/api/enter", headers=headers, json={"start": start}
    ) as answer:
        assert answer.status == 200
        assert await answer.json() == {"chat": "/chat"}
        cookie = answer.headers["set-cookie"]
        token = answer.cookies["gridbee"].value
        return Person(site, token), cookie


async def test_the_demo_shows_three_phones_whose_cookies_open_their_chats(
    site: Site,
) -> None:
    async with site.http.get(site.url + "/") as answer:
        assert (answer.status, answer.content_type) == (200, "text/html")
    async with site.http.post(site.url + "/api/demo") as answer:
        shown = await answer.json()
        cookies = {name: one.value for name, one in answer.cookies.items()}
    roles = ["rider", "coordinator", "admin"]
    assert [phone["role"] for phone in shown["phones"]] == roles
    assert not set(site.tokens.values()) & set(str(shown).split("'"))
    for role in roles:
        url = f"{site.url}/api/chat/{role}/log"
        async with site.http.get(url, cookies=cookies) as answer:
            assert (await answer.json())["me"]["role"] == role


async def test_the_demo_greets_its_rider_once_however_often_it_is_opened(
    site: Site,
) -> None:
    for _ in range(3):
        async with site.http.post(site.url + "/api/demo") as answer:
            assert len((await answer.json())["phones"]) == 3
    await site.person("rider").hears("我是网格蜂")
    assert len(await site.person("rider").messages()) == 1
    assert await site.person("coordinator").messages() == []


async def test_a_chat_that_runs_for_real_gives_nobody_the_demos_tokens(
    alone: Site,
) -> None:
    for method in ("GET", "POST"):
        async with alone.http.request(method, alone.url + "/api/demo") as answer:
            assert (answer.status, await answer.text()) == (404, "")


async def test_the_first_visit_makes_a_chat_and_says_hello(alone: Site) -> None:
    visitor, cookie = await visit(alone)
    assert (
        "HttpOnly" in cookie
        and "samesite=lax" in cookie.lower()
        and "Secure" not in cookie
    )
    await visitor.hears("我是网格蜂")
    async with visitor.asks("/chat") as answer:
        assert "single.js" in await answer.text()


async def test_who_comes_back_finds_the_same_chat_and_no_second_hello(
    alone: Site,
) -> None:
    visitor, _ = await visit(alone)
    await visitor.hears("我是网格蜂")
    again, _ = await visit(alone, cookie=visitor.token)
    assert again.token == visitor.token
    assert len(await visitor.messages()) == 1


async def test_a_made_up_cookie_gets_a_chat_of_its_own(alone: Site) -> None:
    visitor, _ = await visit(alone, cookie="made-up")
    assert visitor.token != "made-up"
    assert (await visitor.log())["me"]["role"] == "rider"


async def test_two_visitors_do_not_see_each_other(alone: Site) -> None:
    one, other = (await visit(alone))[0], (await visit(alone))[0]
    await one.says("钱包丢了，帮忙找找")
    await one.hears("提交")
    assert all("钱包" not in message["html"] for message in await other.messages())


async def test_tokens_are_not_stored_as_they_are(alone: Site) -> None:
    visitor, _ = await visit(alone)
    await visitor.says("钱包丢了")
    async with alone.house.database.reader() as reader:
        hashes = list(await reader.scalars(text("SELECT hash FROM web_logins")))
    assert len(hashes) == len(alone.tokens) + 1
    assert not {visitor.token, visitor.token.strip(".")} & set(hashes)


async def test_a_qr_code_brings_its_grid_along_every_time_it_is_scanned(
    alone: Site,
) -> None:
    visitor, _ = await visit(alone, "g_G01")
    await visitor.hears("幸福路口网格")
    await visitor.says("/cancel")
    await visitor.hears("取消了")
    await visit(alone, "g_G02", cookie=visitor.token)
    await visitor.hears("桂花里网格")


async def test_a_page_loaded_twice_is_no_second_scan(alone: Site) -> None:
    visitor, _ = await visit(alone, "g_G01")
    await visitor.hears("幸福路口网格")
    await visit(alone, "g_G01", cookie=visitor.token)
    assert len(await visitor.messages()) == 1


async def test_an_invitation_makes_a_coordinator_once(alone: Site) -> None:
    async with alone.house.database.unit() as unit:
        token = await unit.staff.invite(Role.COORDINATOR, "G01", None)
    visitor, _ = await visit(alone, f"i_{token}")
    await visitor.hears("欢迎")
    log = await visitor.log()
    assert log["me"]["role"] == "coordinator"
    assert "/queue" in {item["command"] for item in log["menu"]}
    second, _ = await visit(alone, f"i_{token}")
    await second.hears("用过了或者过期了")
    assert (await second.log())["me"]["role"] == "rider"


async def test_an_odd_code_is_an_ordinary_hello(alone: Site) -> None:
    for odd in ("x" * 5000, "../../etc", "g_\0", "🐝", "i_", "g_NOWHERE"):
        visitor, _ = await visit(alone, odd)
        await visitor.hears("")
    async with alone.house.database.reader() as reader:
        assert await reader.scalar(text("SELECT count(*) FROM quarantine")) == 0


async def test_the_admins_invitation_link_leads_to_this_page(site: Site) -> None:
    admin = site.person("admin")
    await admin.says("/invite 网格员 G01")
    assert "/?start=i_" in (await admin.hears("请网格员加入"))["html"]
