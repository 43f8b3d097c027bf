"""The calls of WeCom's API, against the fake, and what each refusal means for a letter."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.channels.tencent.calls import Refused, Uncertain, Unreached
from bot.channels.wecom import token
from bot.channels.wecom.api import PACE, Api
from bot.channels.wecom.errors import (
    MEDIA_GONE,
    TASK_KNOWN,
    judged,
    missed,
    unpaid,
)
from bot.http.multipart import Upload
from tests.fakes.wecom.caller import card
from tests.fakes.wecom.directory import open_id
from tests.fakes.wecom.failures import Kind
from tests.fakes.wecom.server import AGENT_ID, CORP_ID, SECRET, FakeWeCom

JPEG = b"\xff\xd8\xff" + b"0" * 100
DAY = 86400.0


@pytest_asyncio.fixture
async def wecom() -> AsyncIterator[FakeWeCom]:
    async with FakeWeCom(clock=lambda: 1764150000.0) as running:
        running.callback_url = "http://127.0.0.1:9/wecom"
        running.member("Zhang", "张强")
        yield running


@pytest_asyncio.fixture
async def api(wecom: FakeWeCom) -> AsyncIterator[Api]:
    made = Api(f"{wecom.url}/", CORP_ID, SECRET, AGENT_ID)
    yield made
    await made.close()


async def refused(call: object) -> int:
    with pytest.raises(Refused) as told:
        await call  # type: ignore[misc]
    return told.value.code


async def test_one_token_serves_all_and_is_renewed_once_when_it_ends(
    wecom: FakeWeCom, api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    await asyncio.gather(*(api.text(["zhang"], "x") for _ in range(5)))
    assert wecom.state.tokens.asked == 1
    wecom.state.tokens.end()
    assert await refused(api.text(["zhang"], "too soon to ask again")) == 42001
    assert wecom.state.tokens.asked == 1
    monkeypatch.setattr(token, "LEAST_BETWEEN", 0.0)
    await asyncio.gather(*(api.text(["zhang"], "y") for _ in range(5)))
    assert wecom.state.tokens.asked == 2
    for code in (40014, 40001):
        asked = wecom.state.tokens.asked
        wecom.fail("message/send", errcode=code, times=2)
        assert await refused(api.text(["zhang"], "z")) == code
        assert wecom.state.tokens.asked == asked + 1
    assert len(wecom.member("zhang").phone) == 10


async def test_a_card_is_sent_changed_and_stamped(wecom: FakeWeCom, api: Api) -> None:
    zhang = wecom.member("zhang")
    sent = await api.card(["zhang", "nobody"], card("case-7-1"))
    assert sent.code and sent.invalid == {"nobody"} and not sent.unpaid
    assert await refused(api.card(["zhang"], card("case-7-1"))) == TASK_KNOWN
    new = card("case-7-1", main_title={"title": "已转办"})
    await api.replace(sent.code, ["zhang"], new)
    assert zhang.cards[0].title == "已转办"
    await refused(api.stamp(sent.code, ["zhang"], "已接单"))
    again = await api.card(["zhang"], card("case-7-2"))
    await api.stamp(again.code, ["zhang"], "已接单")
    assert zhang.cards[1].replaced == "已接单"


async def test_files_go_up_and_down(
    wecom: FakeWeCom, api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    media_id = await api.upload("image", Upload("a.jpg", JPEG))
    assert await api.fetch(media_id) == JPEG
    await api.file(["zhang"], "image", media_id)
    assert wecom.member("zhang").last.media == JPEG
    assert await api.download(f"{wecom.url}/picture/{media_id}") == JPEG
    wecom.passes(3 * DAY)
    monkeypatch.setattr(token, "LEAST_BETWEEN", 0.0)
    assert await refused(api.fetch(media_id)) == MEDIA_GONE
    assert await refused(api.file(["zhang"], "image", media_id)) == MEDIA_GONE


async def test_people_are_found_by_userid_code_and_open_id(
    wecom: FakeWeCom, api: Api
) -> None:
    zhang = wecom.member("zhang")
    assert await api.name_of("ZHANG") == "张强"
    assert await api.userid_of(zhang.opens()) == "zhang"
    opened = open_id(wecom.state, zhang.member)
    found = await api.userids_of([opened, "Zhou"])
    assert found == {opened: "zhang", "Zhou": "zhou"}
    one = {"name": "待办", "type": "click", "key": "/queue"}
    await api.put_menu({"button": [one]})
    assert wecom.state.menu == {"button": [one]}
    await api.check()


async def test_whether_a_call_arrived_is_known_or_said_to_be_unknown(
    wecom: FakeWeCom, api: Api
) -> None:
    kinds: tuple[Kind, ...] = ("cut", "cut_before", "502")
    for kind in kinds:
        wecom.fail("message/send", kind=kind)
        with pytest.raises(Uncertain):
            await api.text(["zhang"], "x")
    assert len(wecom.member("zhang").phone) == 1
    nobody = Api("http://127.0.0.1:9", CORP_ID, SECRET, AGENT_ID)
    with pytest.raises(Unreached):
        await nobody.check()
    await nobody.close()
    with pytest.raises(ValueError, match="address"):
        Api("qyapi", CORP_ID, SECRET, AGENT_ID)
    stranger = Api(wecom.url, CORP_ID, "another", AGENT_ID)
    assert await refused(stranger.check()) == 40001
    await stranger.close()


def test_every_refusal_means_one_thing_for_the_letter() -> None:
    busy = judged(Refused(-1))
    assert busy.after is not None and not busy.busy
    for code in (40014, 42001, 40001, 60020, 45009, 45033):
        error = judged(Refused(code))
        assert error.busy and error.after is not None and not error.permanent
    for code in (81013, 60111):
        assert judged(Refused(code)).gone
    for code in (40058, 44004, 47001, 0):
        error = judged(Refused(code))
        assert error.permanent and not error.gone
    assert judged(Uncertain()).uncertain
    assert not judged(Unreached()).uncertain and not judged(Unreached()).permanent
    assert missed("zhang").gone and "zhang" not in missed("zhang").log
    assert unpaid().busy


def test_the_pace_stays_below_what_wecom_drops() -> None:
    seconds, at_once = PACE
    assert at_once + 60 / seconds <= 30
    assert at_once + 3600 / seconds <= 1000
