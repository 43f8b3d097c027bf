"""Who is not WeChat gets nothing in, whatever they know of the account but its token."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from storage.tables.messages import seen
from tests.fakes.telegram.server import FakeTelegram
from tests.fakes.wechat.letters import Letter, Seal
from tests.fakes.wechat.server import ACCOUNT, APP_ID, KEY, TOKEN
from tests.wechat.village import OPENID, Village

NEW_KEY = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C"
ENTITIES = (
    b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    b"<xml><Encrypt>&b;</Encrypt></xml>"
)


@pytest.fixture
async def changed(telegram: FakeTelegram, data: Path) -> AsyncIterator[Village]:
    """The account whose EncodingAESKey has just been changed."""
    made = Village(telegram, data)
    made.over_wechat = {"aes_key": NEW_KEY, "previous_aes_key": KEY}
    async with made as running:
        yield running


def text(village: Village, words: str, **more: Any) -> dict[str, Any]:
    now = int(village.wechat.state.now())
    start = {"ToUserName": ACCOUNT, "FromUserName": OPENID, "CreateTime": now}
    return start | {"MsgType": "text", "Content": words, "MsgId": 1} | more


async def status(village: Village, letter: Letter) -> int:
    return (await village.wechat.sender.post(letter)).status


async def test_nothing_comes_in_that_wechat_did_not_sign(village: Village) -> None:
    now, right = village.wechat.state.now(), village.wechat.seal
    village.wechat.rider(OPENID)
    said = text(village, "假的")
    good = right.letter(said, now)
    plain = b"<xml><FromUserName>oRider0001</FromUserName><MsgType>text</MsgType></xml>"
    refused = {
        "another token": Seal(APP_ID, ACCOUNT, "another", KEY).letter(said, now),
        "another key": Seal(APP_ID, ACCOUNT, TOKEN, NEW_KEY).letter(said, now),
        "another account": Seal("wx0", ACCOUNT, TOKEN, KEY).letter(said, now),
        "eleven minutes old": right.letter(said, now - 660),
        "of the future": right.letter(said, now + 660),
        "no signature": Letter(good.query | {"msg_signature": ""}, good.body),
        "another nonce": Letter(good.query | {"nonce": "1"}, good.body),
        "plain mode": Letter(good.query | {"encrypt_type": "raw"}, plain),
        "plain words": Letter(good.query, plain),
        "no xml": Letter(good.query, b"{}"),
        "nothing": Letter(good.query, b""),
        "entities": Letter(good.query, ENTITIES),
        "another body": Letter(good.query, right.letter(said, now).body),
    }
    found = {why: await status(village, letter) for why, letter in refused.items()}
    assert found == dict.fromkeys(refused, 403)
    assert await status(village, Letter(good.query, b"x" * 65_537)) == 413
    assert await village.rows(select(seen.c.external_id)) == []
    assert await status(village, good) == 200


async def test_one_address_comes_three_times_with_one_answer(village: Village) -> None:
    rider, sender = village.wechat.rider(OPENID), village.wechat.sender
    letter = village.wechat.seal.letter(
        text(village, "路口地砖坏了"), village.wechat.state.now()
    )
    tries = [await sender.post(letter) for _ in range(4)]
    assert [tried.status for tried in tries] == [200, 200, 200, 403]
    read = village.wechat.seal.read
    state = village.wechat.state
    answers = [read(tried.body, OPENID, state) for tried in tries[:3]]
    assert len({shown.text for shown in answers if shown}) == 1
    assert None not in answers
    assert len(await village.rows(select(seen.c.external_id))) == 1
    assert rider.phone == []


async def test_the_console_is_answered_and_nobody_else(village: Village) -> None:
    assert await village.wechat.sender.console()
    village.wechat.seal.token = "another"
    assert not await village.wechat.sender.console()


async def test_after_a_change_of_the_key_both_are_opened_and_answered(
    changed: Village,
) -> None:
    rider = changed.wechat.rider(OPENID)
    for key in (KEY, NEW_KEY):
        changed.wechat.seal.key = key
        assert (await rider.says("路口地砖坏了").over()).outcome == "passive"
    assert rider.faults == 0
