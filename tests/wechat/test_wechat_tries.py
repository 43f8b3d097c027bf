"""What WeChat tries again, a token that ends early, who leaves and comes back: nothing is lost, and
nothing is sent in vain.
"""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from functools import partial
from typing import Any, cast

import pytest
from sqlalchemy import select, update

from bot.channels.channel import FetchError, Sent
from bot.channels.tencent import turns
from bot.channels.wechat.channel import Wechat
from bot.channels.wechat.making import read_again
from domain.messages import Media, MediaKind
from storage.arrivals import Arrivals
from storage.outbox.letters import Letter
from storage.tables.messages import outbox, quarantine, seen
from tests.fakes.wechat.letters import Bare
from tests.telegram.town import PICTURE, eventually
from tests.tries import BreaksAtFirst
from tests.wechat.village import OPENID, Village

AMR = b"#!AMR\n"


def channel(village: Village) -> Wechat:
    found = village.house.channels["wechat"]
    assert isinstance(found, Wechat)
    return found


async def test_no_try_is_received_before_what_came_is_stored(village: Village) -> None:
    rider, callback = village.wechat.rider(OPENID), channel(village).callback
    turns = callback._turns
    first = BreaksAtFirst(callback._offer, turns, village.wechat.sender)
    callback._offer = first
    first.fails.clear()
    said = rider.says("路口地砖坏了")
    await first.begun.wait()
    await village.writes_wechat("一句还没说的话")
    (turn,) = turns._known.values()
    await asyncio.wait({turn.said}, timeout=5)
    assert turn.said.done() and not turn.stored.done()
    first.fails.set()
    await said.over()
    assert [tried.status for tried in said.tries] == [0, 503, 200]
    assert said.outcome == "passive"
    assert len(await village.rows(select(seen.c.external_id))) == 1
    await village.shows("一句还没说的话")
    assert rider.faults == 0


async def test_an_answer_that_is_not_ready_in_time_is_a_message_that_counts(
    village: Village, monkeypatch: pytest.MonkeyPatch
) -> None:
    """WeChat hears "success" before it gives up; what is said later is said once."""
    rider, sender = village.wechat.rider(OPENID), channel(village)._sender
    assert village.wechat.sender.patience > turns.PATIENCE
    monkeypatch.setattr(turns, "PATIENCE", 0.2)
    ready, says = asyncio.Event(), sender.send

    async def slowly(letter: Letter) -> list[Sent]:
        await ready.wait()
        return await says(letter)

    monkeypatch.setattr(sender, "send", slowly)
    said = await rider.says("路口地砖坏了").over()
    assert [(tried.status, tried.body) for tried in said.tries] == [(200, b"success")]
    assert (said.outcome, list(rider.phone)) == ("nothing", [])
    ready.set()
    shown = await village.shows("在哪儿")
    assert shown.how == "customer"
    assert [one.words for one in rider.phone] == [shown.words]
    assert rider.follower.windows.left(village.wechat.state.now()) == 4
    spot = village.place()
    await rider.sends_location(spot.lat, spot.lon).over()
    assert rider.last.how == "passive"


async def test_what_wechat_signed_and_nobody_can_read_is_kept(village: Village) -> None:
    rider = village.wechat.rider(OPENID)
    fields = {"FromUserName": OPENID, "MsgType": "text", "Content": Bare("井盖&松了")}
    callback = await village.wechat.sender.send(OPENID, fields).over()
    assert callback.outcome == "passive"
    kept = await village.rows(select(quarantine.c.external_id, quarantine.c.raw))
    assert len(kept) == 1
    assert "井盖&松了" in str(kept[0].raw)
    assert rider.last.words.startswith("这条我没处理好")
    again = read_again(kept[0].external_id, kept[0].raw)
    assert again is not None
    assert again.external_id == kept[0].external_id


async def test_a_voice_is_fetched_although_the_token_ended_early(
    village: Village,
) -> None:
    kept = village.wechat.state.keep("voice", AMR)
    voice, wechat = Media(MediaKind.VOICE, kept), village.wechat
    assert await channel(village).fetch(voice) == AMR
    wechat.state.tokens.revoke()
    assert await channel(village).fetch(voice) == AMR
    for code, permanent in ((-1, False), (45009, False), (40164, False), (40007, True)):
        wechat.fail("media/get", code)
        with pytest.raises(FetchError) as error:
            await channel(village).fetch(voice)
        assert error.value.permanent is permanent
    wechat.fail("media/get", kind="502")
    with pytest.raises(FetchError) as error:
        await channel(village).fetch(voice)
    assert not error.value.permanent


async def test_who_left_and_came_back_has_a_followers_minute_only(
    village: Village,
) -> None:
    rider = village.wechat.rider(OPENID)
    await rider.says("你好").over()
    await rider.unfollows().over()
    await rider.follows().over()
    village.clock.ahead = timedelta(minutes=2)
    await village.writes_wechat("一句通知")

    async def judged() -> bool:
        return any(row.error for row in await village.rows(select(outbox.c.error)))

    await eventually(judged)
    assert village.wechat.counts["message/custom/send"] == 0
    await rider.says("进度").over()
    assert "一句通知" in rider.last.words


async def test_a_try_that_comes_while_the_first_is_worked_on_gets_the_same_answer(
    village: Village, monkeypatch: pytest.MonkeyPatch
) -> None:
    """WeChat has given up the first by then; the rider is answered once."""
    rider, sender = village.wechat.rider(OPENID), channel(village)._sender
    known, ready, says = channel(village)._turns, asyncio.Event(), sender.send
    again = known.again
    village.wechat.sender.patience = 0.5

    async def slowly(letter: Letter) -> list[Sent]:
        await ready.wait()
        return await says(letter)

    async def comes(turn: turns.Turn[str]) -> tuple[bool, str | None]:
        ready.set()
        return await again(turn)

    monkeypatch.setattr(sender, "send", slowly)
    monkeypatch.setattr(known, "again", comes)
    said = await rider.says("路口地砖坏了").over()
    assert [tried.status for tried in said.tries] == [0, 200]
    assert said.outcome == "passive" and len(rider.phone) == 1
    assert rider.last.words.startswith("在哪儿？发个位置")
    assert len(await village.rows(select(seen.c.external_id))) == 1
    await village.rest()
    assert not village.wechat.counts.get("message/custom/send")


async def test_what_nobody_waits_for_any_more_is_said_as_a_message(
    village: Village, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The house stood still for all three tries: the phone said that the service is out of order.
    Whoever tells of a fire has to hear whom to call all the same, and once.
    """
    rider, callback = village.wechat.rider(OPENID), channel(village).callback
    stores, goes_on = callback._offer, asyncio.Event()
    village.wechat.sender.patience = 0.3

    async def slowly(events: Any) -> None:
        await goes_on.wait()
        await stores(events)

    monkeypatch.setattr(callback, "_offer", slowly)
    said = await rider.says("着火了").over()
    assert said.outcome == "fault" and rider.faults == 1
    goes_on.set()
    shown = await village.shows("119 火警")
    assert shown.how == "customer"
    await village.rest()
    assert [one.how for one in rider.phone] == ["fault", "customer"]


async def test_photos_that_overtake_a_receipt_have_an_answer_of_their_own(
    village: Village, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They come while what was pressed is answered: that is not what they wait for, and neither
    costs one of the messages that may be said later.
    """
    rider, spot = village.wechat.rider(OPENID), village.place()
    await rider.says("路口地砖坏了").over()
    await rider.sends_location(spot.lat, spot.lon).over()
    sender, known = channel(village)._sender, channel(village)._turns
    says, goes_on = sender.send, asyncio.Event()

    async def slowly(letter: Letter) -> list[Sent]:
        await goes_on.wait()
        return await says(letter)

    monkeypatch.setattr(sender, "send", slowly)
    before = len(known._known)

    async def kept(many: int) -> bool:
        turns_of = list(known._known.values())
        return len(turns_of) == before + many and turns_of[-1].stored.done()

    pressed = rider.taps("✅ 提交")
    await eventually(partial(kept, 1))
    photos = rider.sends_photos([PICTURE] * 3)
    await eventually(partial(kept, 4))
    goes_on.set()
    for callback in (pressed, *photos):
        await callback.over()
    assert [one.how for one in rider.phone[2:]] == ["passive"] * 2
    assert rider.phone[2].words.startswith("✅ 收到，编号 YH26-0001")


async def test_a_try_after_a_restart_gets_the_answer_that_was_going_out(
    village: Village,
) -> None:
    """The house was killed between the claim and the answer; what is older is not said again."""
    wechat, rider = village.wechat, village.wechat.rider(OPENID)
    await rider.says("/help").over()
    said = await rider.says("路口地砖坏了").over()
    words = rider.last.words
    letters = await village.rows(select(outbox.c.id).order_by(outbox.c.id))
    async with village.house.database.unit() as unit:
        cut = update(outbox).where(outbox.c.id == letters[-1].id)
        await unit.query(cut.values(state="sending", sent_at=None))
    await village.close()
    await village.open()
    again = await wechat.sender.send(OPENID, said.fields).over()
    assert again.outcome == "passive"
    assert rider.last.words == words
    assert len(await village.rows(select(seen.c.external_id))) == 2
    twice = await wechat.sender.send(OPENID, said.fields).over()
    assert twice.shown is not None and twice.shown.words == words
    await village.rest()
    assert not wechat.counts.get("message/custom/send")


async def test_the_house_before_is_asked_about_with_the_first_callback_alone(
    village: Village, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    since: Any = Arrivals.since

    async def noted(self: Arrivals, name: str, moment: datetime) -> frozenset[str]:
        asked.append(name)
        return cast(frozenset[str], await since(self, name, moment))

    monkeypatch.setattr(Arrivals, "since", noted)
    rider = village.wechat.rider(OPENID)
    for words in ("/help", "路口地砖坏了", "谢谢"):
        await rider.says(words).over()
    assert asked == ["wechat"]
