"""The fake aibot over a real WebSocket: one connection, answers in time, updates once, rates."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import AsyncIterator

import aiohttp
import pytest
import pytest_asyncio
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from tests.fakes.aibot.caller import LongConnection
from tests.fakes.aibot.people import Room
from tests.fakes.wecom.caller import card
from tests.fakes.wecom.people import Person
from tests.fakes.wecom.server import FakeWeCom

DAY = 86400.0
HELLO = {"content": "在"}
SAYS = {"msgtype": "markdown", "markdown": HELLO}


@pytest_asyncio.fixture
async def wecom() -> AsyncIterator[FakeWeCom]:
    async with FakeWeCom(clock=lambda: 1764150000.0) as running:
        yield running


@pytest.fixture
def zhang(wecom: FakeWeCom) -> Person:
    return wecom.member("Zhang", "张强")


@pytest.fixture
def group(wecom: FakeWeCom, zhang: Person) -> Room:
    return wecom.aibot.group("g1", zhang, wecom.member("zhou"))


@pytest_asyncio.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as opened:
        yield opened


@pytest_asyncio.fixture
async def bot(
    wecom: FakeWeCom, session: aiohttp.ClientSession
) -> AsyncIterator[LongConnection]:
    made = LongConnection(await session.ws_connect(wecom.aibot_url))
    assert await made.subscribes() == 0
    yield made
    await made.ends()


async def test_one_connection_at_a_time_and_the_first_hears_of_the_second(
    wecom: FakeWeCom, session: aiohttp.ClientSession, bot: LongConnection
) -> None:
    assert await bot.code("ping") == 0
    second = LongConnection(await session.ws_connect(wecom.aibot_url))
    assert await second.code("ping") == 40058
    assert await second.subscribes("wrong") == 853000
    assert await second.subscribes() == 0
    event = await bot.until(1)
    assert event["cmd"] == "aibot_event_callback"
    assert event["body"]["event"] == {"eventtype": "disconnected_event"}
    await bot.closed.wait()
    codes = [await second.subscribes() for _ in range(8)]
    assert codes == [0] * 7 + [45009]
    await wecom.aibot.cut()
    await second.closed.wait()
    assert not wecom.aibot.connected
    await second.ends()


async def test_a_group_is_heard_only_where_the_bot_is_named(
    wecom: FakeWeCom, bot: LongConnection, group: Room, zhang: Person
) -> None:
    assert await group.says(zhang, "x", at=False) == ""
    req_id = await group.says(zhang, "/queue", quote="YH26-0007 · 道路井盖")
    frame = await bot.until(1)
    body = frame["body"]
    assert frame["headers"]["req_id"] == req_id
    assert (body["chattype"], body["chatid"], body["from"]) == (
        "group",
        "g1",
        {"userid": "Zhang"},
    )
    assert body["text"]["content"] == "@网格蜂 /queue"
    assert body["quote"]["text"]["content"].startswith("YH26")
    wecom.aibot.line.tells_open_ids = True
    await wecom.aibot.single(zhang).says(zhang, "hi")
    body = (await bot.until(2))["body"]
    assert (body["text"]["content"], "chatid" in body) == ("hi", False)
    assert wecom.state.open_ids[body["from"]["userid"]] == "Zhang"
    await wecom.aibot.cut()
    await bot.closed.wait()
    assert await group.says(zhang, "nobody hears") == "" and wecom.aibot.line.lost == 1


async def test_pictures_come_sealed_for_five_minutes(
    wecom: FakeWeCom, session: aiohttp.ClientSession, bot: LongConnection, group: Room
) -> None:
    zhang = wecom.member("zhang")
    await group.sends_photos(zhang, "井盖", [b"a picture", b"x" * 32])
    items = (await bot.until(1))["body"]["mixed"]["msg_item"]
    assert items[0]["text"]["content"] == "@网格蜂 井盖"
    opened = []
    for item in items[1:]:
        async with session.get(item["image"]["url"]) as response:
            sealed = await response.read()
        key = base64.b64decode(item["image"]["aeskey"])
        decryptor = Cipher(algorithms.AES256(key), modes.CBC(key[:16])).decryptor()
        plain = decryptor.update(sealed) + decryptor.finalize()
        opened.append(plain[: -plain[-1]])
    assert opened == [b"a picture", b"x" * 32]
    wecom.passes(300)
    async with session.get(items[1]["image"]["url"]) as response:
        assert response.status == 404


async def test_a_message_is_answered_for_a_day_and_not_as_a_text(
    wecom: FakeWeCom, bot: LongConnection, group: Room, zhang: Person
) -> None:
    req_id = await group.says(zhang, "x")
    respond = "aibot_respond_msg"
    assert await bot.code(respond, SAYS, req_id) == 0
    assert await bot.code(respond, SAYS, req_id) == 0
    text = {"msgtype": "text", "text": HELLO}
    assert await bot.code(respond, text, req_id) == 40008
    assert await bot.code(respond, SAYS, "another") == 846605
    long = {"msgtype": "markdown", "markdown": {"content": "井" * 6827}}
    assert await bot.code(respond, long, req_id) == 40058
    for finish, content in ((False, "一"), (True, "一二")):
        part = {"id": "s1", "finish": finish, "content": content}
        stream = {"msgtype": "stream", "stream": part}
        assert await bot.code(respond, stream, req_id) == 0
    assert await bot.code(respond, stream, req_id) == 846608
    assert [one.text for one in group.chat.shown] == ["在", "在", "一二"]
    wecom.passes(DAY + 1)
    assert await bot.code(respond, SAYS, req_id) == 846605


async def test_the_bot_speaks_first_only_where_somebody_has_spoken_and_within_rates(
    wecom: FakeWeCom, bot: LongConnection, group: Room, zhang: Person
) -> None:
    assert await bot.pushes("g1", "markdown", HELLO) == 846607
    req_id = await group.says(zhang, "x")
    assert await bot.code("aibot_respond_msg", SAYS, req_id) == 0
    codes = [await bot.pushes("g1", "markdown", HELLO) for _ in range(30)]
    assert codes == [0] * 29 + [45009]
    assert await bot.code("aibot_respond_msg", SAYS, req_id) == 45009
    wecom.passes(60)
    group.chat.sent.extend([wecom.state.now() - 100] * 970)
    assert await bot.pushes("g1", "markdown", HELLO) == 45009
    assert await bot.pushes("g2", "markdown", HELLO) == 846607


async def test_a_press_is_answered_once_within_five_seconds(
    wecom: FakeWeCom, bot: LongConnection, group: Room, zhang: Person
) -> None:
    zhou = wecom.member("zhou")
    await group.says(zhang, "x")
    assert await bot.pushes("g1", "template_card", card()) == 0
    assert await bot.pushes("g1", "template_card", card()) == 42014
    req_id = await group.presses(zhang, "接单")
    event = (await bot.until(2))["body"]["event"]
    assert event["eventtype"] == "template_card_event"
    assert event["template_card_event"]["event_key"] == "c:7:accept"
    update, new = "aibot_respond_update_msg", card(replace_text="张强已接单")
    body = {"response_type": "update_template_card", "template_card": new}
    wrong = body | {"template_card": card("case-7-2")}
    assert await bot.code(update, wrong, req_id) == 40058
    assert await bot.code(update, body | {"userids": ["ZHANG"]}, req_id) == 0
    seen = [group.phone(one)[-1].card for one in (zhang, zhou)]
    assert [one and one.replaced for one in seen] == ["张强已接单", ""]
    assert await bot.code(update, body, req_id) == 846605
    assert await bot.code("aibot_respond_msg", SAYS, req_id) == 846605
    wecom.aibot.line.flat = True
    late = await group.presses(zhou, "退回")
    assert (await bot.until(3))["body"]["event"]["event_key"] == "c:7:back"
    wecom.passes(5.1)
    assert await bot.code(update, body, late) == 846605
    in_time = await group.presses(zhou, "退回")
    assert await bot.code(update, body, in_time) == 0
    assert [one and one.replaced for one in seen] == ["张强已接单"] * 2


async def test_who_comes_in_is_welcomed_within_five_seconds(
    wecom: FakeWeCom, bot: LongConnection, zhang: Person
) -> None:
    room = wecom.aibot.single(zhang)
    welcome, body = "aibot_respond_welcome_msg", {"msgtype": "text", "text": HELLO}
    req_id = await room.comes_in(zhang)
    assert await bot.code(welcome, body, req_id) == 0
    assert await bot.code(welcome, body, req_id) == 846605
    late = await room.comes_in(zhang)
    wecom.passes(5.1)
    assert await bot.code(welcome, body, late) == 846605
    assert [one.text for one in room.chat.shown] == ["在"]


async def test_a_file_goes_up_in_pieces_that_count_from_0(
    wecom: FakeWeCom, bot: LongConnection, group: Room, zhang: Person
) -> None:
    pieces, start = [b"one", b"two"], "aibot_upload_media_"
    whole = b"".join(pieces)
    begun = {"type": "file", "filename": "a.pdf", "total_size": 6, "total_chunks": 2}
    begun["md5"] = hashlib.md5(whole, usedforsecurity=False).hexdigest()
    told = await bot.asks(f"{start}init", begun)
    upload = {"upload_id": told["body"]["upload_id"]}
    for index, piece in enumerate(pieces):
        data = {"chunk_index": index, "base64_data": base64.b64encode(piece).decode()}
        assert await bot.code(f"{start}chunk", upload | data) == 0
        if not index:
            assert await bot.code(f"{start}finish", upload) == 40058
    assert await bot.code(f"{start}chunk", upload | data | {"chunk_index": 2}) == 40058
    media_id = (await bot.asks(f"{start}finish", upload))["body"]["media_id"]
    await group.says(zhang, "x")
    assert await bot.pushes("g1", "file", {"media_id": media_id}) == 0
    assert group.chat.shown[-1].media == whole
    assert await bot.pushes("g1", "image", {"media_id": media_id}) == 40007
    codes = [await bot.code(f"{start}init", begun) for _ in range(30)]
    assert codes == [0] * 29 + [45009]


async def test_a_server_that_does_not_answer_pings_can_be_had(
    wecom: FakeWeCom, bot: LongConnection
) -> None:
    wecom.aibot.answers_pings = False
    with pytest.raises(TimeoutError):
        await bot.asks("ping", patience=0.02)
    assert wecom.aibot.counts["ping"] == 1
