"""A link in a letter that came elsewhere: it signs its rider in and shows the letter's case."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot.channels.wechat.pages import LASTS
from domain.start_codes import Begins
from tests.house import jpeg
from tests.web.site import SOON, Person, Site
from tests.web.test_devices import devices, somebody
from tests.web.test_entrance import offered, rows
from tests.web.test_visits import visit

STORY = "你报了这件事"
"""In the story of a case that is opened, and in nothing else that is said of it."""

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def letter(site: Site, chat: str, case: int | None = 1) -> str:
    async with site.house.database.unit() as unit:
        secret = await unit.logins.link(chat, LASTS, case, alone=False)
    return Begins.LETTER + secret


async def chat_of(site: Site, person: Person) -> str:
    async with site.house.database.reader() as reader:
        login = await reader.logins.find(person.token.partition(".")[0])
    assert login is not None
    return login.chat


async def filed(site: Site) -> tuple[Person, str]:
    rider, _ = await visit(site)
    return rider, await rider.files_hazard(jpeg())


async def shown(person: Person, number: str, times: int) -> bool:
    """Whether this case was opened to them so often by now, the first time as the newest of all. A
    day later something else may be said of it below.
    """
    said = [one["html"] for one in await person.messages() if not one["mine"]]
    opened = [html for html in said if number in html and STORY in html]
    return len(opened) == times and (times > 1 or said[-1] == opened[-1])


async def soon(person: Person, number: str, times: int = 1) -> None:
    async with asyncio.timeout(SOON):
        while not await shown(person, number, times):
            await asyncio.sleep(0.01)


async def test_a_link_lands_on_the_case_and_looking_uses_nothing_up(
    alone: Site,
) -> None:
    rider, number = await filed(alone)
    chat = await chat_of(alone, rider)
    code = await letter(alone, chat)
    before = await rows(alone)
    for cookie in ("", rider.token):
        for _ in range(2):
            await offered(alone, code, cookie)
            async with alone.http.get(f"{alone.url}/?start={code}") as page:
                assert number not in await page.text()
    assert await rows(alone) == before
    phone, _ = await visit(alone, code)
    assert phone.token != rider.token
    await soon(phone, number)


async def test_one_without_a_case_opens_the_page(alone: Site) -> None:
    rider, number = await filed(alone)
    phone, _ = await visit(
        alone, await letter(alone, await chat_of(alone, rider), None)
    )
    await phone.says("在吗")
    assert not await shown(phone, number, 1)
    assert len(await devices(phone)) == 2


async def test_a_case_that_is_not_theirs_to_see_is_not_spoken_of(alone: Site) -> None:
    """As of a wish that they only take on, or one that was taken from them."""
    _, number = await filed(alone)
    other = await somebody(alone)
    before = await other.messages()
    code = await letter(alone, await chat_of(alone, other))
    phone, _ = await visit(alone, code)
    await phone.says("钱包又找到了")
    await phone.hears("钱包")
    said = str((await phone.messages())[len(before) :])
    assert number not in said and "没找到" not in said


async def test_pressed_again_where_it_was_opened_it_shows_the_case_again(
    alone: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    rider, number = await filed(alone)
    code = await letter(alone, await chat_of(alone, rider))
    phone, _ = await visit(alone, code)
    await soon(phone, number)
    now = alone.house.database.clock
    later = now() + LASTS + timedelta(minutes=2)
    with monkeypatch.context() as patch:
        patch.setattr(alone.house.database, "clock", lambda: later)
        # more often than wrong codes may be tried
        for _ in range(30):
            assert (await offered(alone, code, phone.token))["offer"] is None
            again, _ = await visit(alone, code, cookie=phone.token)
            assert again.token == phone.token
        await soon(phone, number, 2)
    assert len(await devices(phone)) == 2


async def test_used_or_too_old_it_says_what_to_do_and_shows_nobody_anything(
    alone: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    rider, number = await filed(alone)
    chat = await chat_of(alone, rider)
    used, old = await letter(alone, chat), await letter(alone, chat)
    phone, _ = await visit(alone, used)
    await soon(phone, number)
    other = await somebody(alone)
    with monkeypatch.context() as patch:
        later = alone.house.database.clock() + LASTS + timedelta(minutes=2)
        patch.setattr(alone.house.database, "clock", lambda: later)
        for code in (used, old, Begins.LETTER + "nothing"):
            stranger, _ = await visit(alone, code)
            assert (await stranger.log())["new"]
            await stranger.hears("回到微信，对公众号说「我的事项」")
            # whoever has a chat of their own stays there
            same, _ = await visit(alone, code, cookie=other.token)
            assert number not in str(await same.messages())
    assert await shown(phone, number, 1)
