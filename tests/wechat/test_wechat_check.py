"""`gridbee check` asks WeChat, and says in a line each what is missing and what to do."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.channels.wechat.making import asked
from bot.config.fitting import Result
from bot.config.reading import read
from tests.fakes.wechat.server import APP_ID, KEY, SECRET, TOKEN, FakeWeChat
from tests.wechat.test_wechat_templates import CONTENT, TEMPLATE


@pytest.fixture
async def wechat() -> AsyncIterator[FakeWeChat]:
    async with FakeWeChat() as running:
        running.template("T1", CONTENT)
        yield running


async def checked(wechat: FakeWeChat, **template: str) -> list[Result]:
    section = {"app_id": APP_ID, "secret": SECRET, "token": TOKEN, "aes_key": KEY}
    given = {"result": TEMPLATE | template}
    more = {"base_url": wechat.url, "templates": given}
    return await asked(read({"wechat": {**section, **more}}), 5)


def wrong(results: list[Result]) -> str:
    return "\n".join(one.text for one in results if not one.fine)


async def test_all_is_well_and_nothing_is_changed_by_looking(
    wechat: FakeWeChat,
) -> None:
    found = await checked(wechat)
    assert [one.fine for one in found] == [True, True, True]
    assert wechat.state.menu is None and not wechat.state.tickets


async def test_an_address_that_is_not_in_the_list_is_named(wechat: FakeWeChat) -> None:
    wechat.fail("stable_token", 40164)
    (found,) = await checked(wechat)
    assert "our address 127.0.0.1: add it to" in found.text and "IP白名单" in found.text
    for code, words in ((40013, "app_id"), (40125, "secret"), (40001, "secret")):
        wechat.fail("stable_token", code)
        assert words in wrong(await checked(wechat))


async def test_an_account_without_verification_hears_what_is_refused(
    wechat: FakeWeChat,
) -> None:
    wechat.state.verified = False
    found = await checked(wechat)
    assert [one.name for one in found if not one.fine] == ["wechat rights"] * 3
    for call in ("menu/get", "message/custom/send", "get_all_private_template"):
        assert f"{call} is refused" in wrong(found)
    assert wrong(found).count("认证") == 6


async def test_a_template_that_does_not_fit_is_told_field_by_field(
    wechat: FakeWeChat,
) -> None:
    assert "no template T9" in wrong(await checked(wechat, id="T9"))
    assert 'what = "thing3" is no field' in wrong(await checked(wechat, what="thing3"))
    empty = wrong(await checked(wechat, when=""))
    assert "nothing fills its field time3" in empty
    mixed = wrong(await checked(wechat, when="thing2", what="time3"))
    assert 'when = "thing2" does not take' in mixed and "it needs time or date" in mixed


async def test_nobody_answers() -> None:
    async with FakeWeChat() as gone:
        pass
    assert "does not answer within 5 s" in wrong(await checked(gone))
