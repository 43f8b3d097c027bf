"""Who is not WeCom gets nothing in; what WeCom tries again counts once."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from bot.channels.wecom.making import asked, read_again
from bot.config.reading import read
from storage.tables.casework import history
from storage.tables.messages import quarantine, seen
from tests.fakes.wecom.callbacks import Letter
from tests.fakes.wecom.envelope import Envelope
from tests.fakes.wecom.server import CORP_ID, KEY, TOKEN, FakeWeCom
from tests.tries import BreaksAtFirst
from tests.wecom.office import SECTION, Office

OTHER_KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"


def said(office: Office, words: str) -> dict[str, Any]:
    now = int(office.wecom.state.now())
    around = {"ToUserName": CORP_ID, "FromUserName": "zhangqiang", "CreateTime": now}
    return around | {"MsgType": "text", "Content": words, "MsgId": 1, "AgentID": 1}


async def test_nothing_comes_in_that_wecom_did_not_sign(office: Office) -> None:
    sender, right = office.wecom.sender, office.wecom.envelope
    fields = said(office, "假的")
    good = sender.letter(fields)

    def by(envelope: Envelope) -> Letter:
        sender.envelope = envelope
        letter = sender.letter(fields)
        sender.envelope = right
        return letter

    refused = {
        "another token": by(Envelope("another", CORP_ID, KEY)),
        "another key": by(Envelope(TOKEN, CORP_ID, OTHER_KEY)),
        "another corp": by(Envelope(TOKEN, "ww0", KEY)),
        "no signature": Letter(good.query | {"msg_signature": ""}, good.body),
        "another nonce": Letter(good.query | {"nonce": "1"}, good.body),
        "another body": Letter(good.query, sender.letter(fields).body),
        "plain words": Letter(good.query, b"<xml><Content>1</Content></xml>"),
        "a document type": Letter(good.query, b"<!DOCTYPE x><xml></xml>"),
        "nothing": Letter(good.query, b""),
    }
    for ahead in (-660, 660):
        office.wecom.passes(ahead)
        refused[f"{ahead} seconds away"] = sender.letter(fields)
        office.wecom.passes(-ahead)
    found = {why: (await sender.post(one)).status for why, one in refused.items()}
    assert found == dict.fromkeys(refused, 403)
    assert (await sender.post(Letter(good.query, b"x" * 65_537))).status == 413
    assert await office.rows(select(seen.c.external_id)) == []
    tries = [(await sender.post(good)).status for _ in range(4)]
    assert tries == [200, 200, 200, 403]
    assert len(await office.rows(select(seen.c.external_id))) == 1
    assert await office.wecom.console()
    right.token = "another"
    assert not await office.wecom.console()


async def test_one_press_of_three_tries_counts_once_and_is_received_when_it_is_stored(
    office: Office,
) -> None:
    await office.appoints(office.zhang)
    await office.files()
    card = await office.card(office.zhang, "YH26-0001")
    presses = office.channel.callback._presses
    first = BreaksAtFirst(presses._offer, presses._turns, office.wecom.sender)
    presses._offer = first
    pressed = await office.zhang.presses("接单", card).over()
    assert [tried.status for tried in pressed.tries] == [0, 503, 200]
    assert pressed.outcome == "answered"
    assert "处理中" in card.words
    acts = await office.rows(select(history.c.act).where(history.c.act == "accept"))
    assert len(acts) == 1


async def test_what_wecom_signed_and_nobody_can_read_is_kept(office: Office) -> None:
    sender = office.wecom.sender
    letter = sender.letter({"Content": "井盖松了"})
    sealed = office.wecom.envelope.seal("<xml><Content>井盖&松了</Content></xml>")
    timestamp, nonce = letter.query["timestamp"], letter.query["nonce"]
    signature = office.wecom.envelope.signature(timestamp, nonce, sealed)
    body = f"<xml><Encrypt>{sealed}</Encrypt></xml>".encode()
    good = Letter(letter.query | {"msg_signature": signature}, body)
    assert (await sender.post(good)).status == 200
    kept = await office.rows(select(quarantine.c.external_id, quarantine.c.raw))
    assert len(kept) == 1 and "井盖&松了" in str(kept[0].raw)
    again = read_again(kept[0].external_id, kept[0].raw)
    assert again is not None and again.external_id == kept[0].external_id


async def test_check_says_what_is_missing() -> None:
    said = {
        ("gettoken", 40013): "corp_id",
        ("gettoken", 40001): "does not accept the secret",
        ("agent/get", 60020): "trust our address 203.0.113.7: add it to the app",
        ("agent/get", 301002): "agent_id",
    }
    async with FakeWeCom() as wecom:
        config = read({"wecom": SECTION | {"base_url": wecom.url}})
        fine = await asked(config, 5)
        assert [one.fine for one in fine] == [True]
        for (path, code), words in said.items():
            wecom.fail(path, code)
            found = await asked(config, 5)
            assert not found[0].fine and words in found[0].text
    late = await asked(config, 5)
    assert "does not answer" in late[0].text
