"""The calls of WeChat's API, against the fake: one token, and files as they come."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from types import SimpleNamespace

import pytest
import pytest_asyncio

from bot.channels.channel import FetchError
from bot.channels.tencent.calls import Refused, Unreached
from bot.channels.tencent.media import fetched
from bot.channels.wechat import api as calls
from bot.channels.wechat.api import Api
from bot.channels.wechat.errors import judged
from domain.messages import Media, MediaKind
from tests.fakes.wechat.server import APP_ID, SECRET, FakeWeChat

JPEG = b"\xff\xd8\xff" + b"0" * 100
FILM = b"0000ftypmp42" + b"1" * 100
DAY = 86400.0
MENU = "menu/get"


@pytest_asyncio.fixture
async def wechat() -> AsyncIterator[FakeWeChat]:
    async with FakeWeChat(clock=lambda: 1764150000.0) as running:
        yield running


@pytest_asyncio.fixture
async def api(wechat: FakeWeChat) -> AsyncIterator[Api]:
    made = Api(f"{wechat.url}/", APP_ID, SECRET)
    yield made
    await made.close()


async def refused(api: Api) -> int:
    with pytest.raises(Refused) as told:
        await api.get(MENU)
    return told.value.code


async def test_one_token_serves_all_and_one_call_asks_for_it(
    wechat: FakeWeChat, api: Api
) -> None:
    await asyncio.gather(*(api.token() for _ in range(5)))
    assert (wechat.counts["stable_token"], wechat.state.tokens.given) == (1, 1)
    again = Api(wechat.url, APP_ID, SECRET)
    assert await again.token() == await api.token(), "the same after a restart"
    assert wechat.state.tokens.given == 1
    await again.close()


async def test_it_is_asked_for_anew_five_minutes_before_its_end(
    wechat: FakeWeChat, api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, began, ahead = await api.token(), time.monotonic(), 0.0
    clock = SimpleNamespace(monotonic=lambda: began + ahead)
    monkeypatch.setattr(calls, "time", clock)
    for ahead, given in ((6899.0, 1), (6901.0, 2)):
        wechat.state.ahead = ahead
        token = await api.token()
        assert wechat.state.tokens.given == given
        wechat.state.tokens.check(first)  # both count
    assert token != first


async def test_one_that_is_not_taken_is_asked_for_by_force_once_in_half_a_minute(
    wechat: FakeWeChat, api: Api
) -> None:
    await api.token()
    wechat.state.tokens.revoke()
    assert await refused(api) == 46003, "there is no menu: the call itself went well"
    asked = [one.params for one in wechat.state.calls if one.path == "stable_token"]
    assert [one["force_refresh"] for one in asked] == [False, True]
    wechat.state.tokens.revoke()
    assert await refused(api) == 46003, "not by force again: the next is given anyway"
    forced = [one.params for one in wechat.state.calls if one.path == "stable_token"]
    assert [one["force_refresh"] for one in forced] == [False, True, False]


async def test_without_a_token_nothing_has_left(wechat: FakeWeChat, api: Api) -> None:
    wechat.fail("stable_token", kind="cut")
    with pytest.raises(Unreached):
        await api.call("message/custom/send", touser="o", msgtype="text")
    assert not wechat.counts.get("message/custom/send")


async def test_a_film_is_behind_an_address_and_a_picture_has_another_copy(
    wechat: FakeWeChat, api: Api
) -> None:
    film = Media(MediaKind.VIDEO, wechat.state.keep("video", FILM))
    assert await fetched(api, film, judged) == FILM
    kept = wechat.state.keep("image", JPEG)
    copy = f"{wechat.url}/mmbiz_jpg/{kept}/0"
    assert await fetched(api, Media(MediaKind.PHOTO, f"{kept} {copy}"), judged) == JPEG
    gone = Media(MediaKind.PHOTO, f"unknown {copy}")
    assert await fetched(api, gone, judged) == JPEG, "by its PicUrl"


async def test_after_three_days_a_file_is_gone_for_good(
    wechat: FakeWeChat, api: Api
) -> None:
    voice = Media(MediaKind.VOICE, wechat.state.keep("voice", b"#!AMR\n"))
    wechat.state.ahead = 3 * DAY
    with pytest.raises(FetchError) as told:
        await fetched(api, voice, judged)
    assert told.value.permanent and "40007" in str(told.value)
