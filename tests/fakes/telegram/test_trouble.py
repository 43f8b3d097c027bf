"""The fake Telegram behaves like the real one: files, groups, failures, and as a process of its
own.
"""

import asyncio
import time

import aiohttp
import orjson
import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, InputMediaPhoto

from tests.fakes.telegram.caller import KEYS, Caller, jpeg
from tests.fakes.telegram.control import ControlClient, ControlError, standalone
from tests.fakes.telegram.people import FakeUser
from tests.fakes.telegram.server import FakeTelegram
from tests.fakes.telegram.state import picture_size

pytestmark = pytest.mark.asyncio


# -- files
# ---


async def test_a_photo_has_sizes_and_only_the_largest_is_the_picture(
    telegram: FakeTelegram, call: Caller, rider: FakeUser
) -> None:
    picture = jpeg()
    rider.sends_album([picture, picture], "hole in the road")
    first, second = [update["message"] for update in await call("getUpdates")]
    assert (
        first["media_group_id"] == second["media_group_id"] and "caption" not in second
    )
    widths = [size["width"] for size in first["photo"]]
    assert widths == [90, 320, 800, 1000] and first["photo"][-1]["file_size"] == len(
        picture
    )
    path = (await call("getFile", file_id=first["photo"][-1]["file_id"]))["file_path"]
    async with call.session.get(f"{telegram.base_file_url}1:TEST/{path}") as response:
        assert await response.read() == picture
    rider.sends_document(b"x", "a.zip", "application/zip", size=21 * 1024 * 1024)
    document = (await call("getUpdates", offset=-1))[0]["message"]["document"]
    assert (
        await call.error("getFile", file_id=document["file_id"])
        == "Bad Request: file is too big"
    )
    wrong = await call.error("sendPhoto", chat_id=1001, photo="nonsense")
    assert wrong == "Bad Request: wrong file identifier/HTTP URL specified"


async def test_python_telegram_bot_sends_uploads_and_downloads(
    telegram: FakeTelegram, rider: FakeUser
) -> None:
    rider.sends_photo(jpeg(600, 800), caption="look")
    async with Bot(
        "1:TEST", base_url=telegram.base_url, base_file_url=telegram.base_file_url
    ) as bot:
        update = (await bot.get_updates())[0]
        assert update.message is not None
        file = await update.message.photo[-1].get_file()
        assert picture_size(bytes(await file.download_as_bytearray())) == (600, 800)
        keys = InlineKeyboardMarkup([[InlineKeyboardButton("OK", callback_data="ok")]])
        photo = await bot.send_photo(
            1001, jpeg(), caption="<b>one</b>", parse_mode="HTML", reply_markup=keys
        )
        album = [
            InputMediaPhoto(jpeg(), caption="a"),
            InputMediaPhoto(photo.photo[-1].file_id),
        ]
        await bot.send_media_group(1001, album)
        await bot.send_document(1001, b"id;name", filename="cases.csv")
        with pytest.raises(Exception, match="no text in the message"):
            await bot.edit_message_text("x", 1001, photo.message_id)
        await bot.edit_message_caption(1001, photo.message_id, caption="two")
    assert [message.words for message in rider.sees()] == ["two", "a", "", ""]
    assert rider.sees()[3].raw["document"]["file_name"] == "cases.csv"
    assert telegram.bytes_of(rider.sees()[3]) == b"id;name"


async def test_the_small_methods(
    telegram: FakeTelegram, call: Caller, rider: FakeUser
) -> None:
    group = telegram.group(-77, members=[rider])
    assert await call("sendChatAction", chat_id=1001, action="typing") is True
    assert (await call("getChat", chat_id=-77))["title"] == "Grid"
    await call("leaveChat", chat_id=group.id)
    left = "Forbidden: bot is not a member of the group chat"
    assert await call.error("sendMessage", chat_id=-77, text="x") == left
    assert await call("logOut") is True
    assert await call.error("getMe") == "Logged out"


async def test_captions_above_1024_are_refused(call: Caller, rider: FakeUser) -> None:
    rider.sends_photo(jpeg())
    file_id = (await call("getUpdates"))[0]["message"]["photo"][-1]["file_id"]
    told = await call.error(
        "sendPhoto", chat_id=1001, photo=file_id, caption="x" * 1025
    )
    assert told == "Bad Request: message caption is too long"


# -- groups
# ---


async def test_in_a_group_the_bot_hears_only_what_is_meant_for_it(
    telegram: FakeTelegram, call: Caller, rider: FakeUser
) -> None:
    group = telegram.group(-1_001_000_000_007, "Grid 7", members=[rider])
    sent = await call("sendMessage", chat_id=group.id, text="card", reply_markup=KEYS)
    for words in (
        "chatter",
        "/cases",
        "/cases@other_bot",
        "hey @gridbee_bot",
        "🐝 @gridbee_bot",
    ):
        group.says(rider, words)
    group.says(rider, "done", reply_to=sent["message_id"])
    group.presses(rider, "Take")
    updates = await call("getUpdates")
    texts = [update["message"]["text"] for update in updates if "message" in update]
    assert texts == ["/cases", "hey @gridbee_bot", "🐝 @gridbee_bot", "done"]
    assert updates[-2]["message"]["reply_to_message"] == sent
    assert updates[-1]["callback_query"]["message"]["chat"]["type"] == "supergroup"
    group.privacy = False
    group.says(rider, "now everything")
    assert (await call("getUpdates", offset=-1))[0]["message"][
        "text"
    ] == "now everything"
    where = {"keyboard": [[{"text": "Where", "request_location": True}]]}
    told = await call.error(
        "sendMessage", chat_id=group.id, text="x", reply_markup=where
    )
    assert told == "Bad Request: location can be requested in private chats only"


async def test_a_group_that_migrates_tells_its_new_id(
    telegram: FakeTelegram, call: Caller, rider: FakeUser
) -> None:
    group = telegram.group(-77, "Grid 7", members=[rider])
    new_id = group.migrates()
    status, body = await call.full("sendMessage", chat_id=-77, text="x")
    assert status == 400 and body["parameters"] == {"migrate_to_chat_id": new_id}
    away, here = [update["message"] for update in await call("getUpdates")]
    assert (away["chat"]["id"], away["migrate_to_chat_id"]) == (-77, new_id)
    assert (here["chat"]["id"], here["migrate_from_chat_id"]) == (new_id, -77)
    await call("sendMessage", chat_id=new_id, text="moved")
    assert [message.text for message in group.sees()] == ["moved"]
    group.kicks_bot(rider)
    told = await call.error("sendMessage", chat_id=new_id, text="x")
    assert told == "Forbidden: bot was kicked from the supergroup chat"
    group.adds_bot(rider)
    assert (await call("getChatMember", chat_id=new_id, user_id=1))[
        "status"
    ] == "member"


# -- trouble
# ---


async def test_planned_refusals_deliver_nothing(
    telegram: FakeTelegram, call: Caller, rider: FakeUser
) -> None:
    telegram.fail("sendMessage", times=2, kind="429", retry_after=7)
    telegram.fail(kind="500")
    telegram.fail(kind="403")
    for _ in range(2):
        status, body = await call.full("sendMessage", chat_id=1001, text="x")
        assert status == 429 and body["parameters"] == {"retry_after": 7}
    assert (
        await call.error("sendMessage", chat_id=1001, text="x")
        == "Internal Server Error"
    )
    assert (await call.error("sendMessage", chat_id=1001, text="x")).startswith(
        "Forbidden"
    )
    telegram.fail(kind="502")
    async with call.session.post(f"{telegram.base_url}1:TEST/getMe") as response:
        assert response.status == 502 and response.content_type == "text/html"
    telegram.fail(kind="cut_before", chat_id=1001)
    await call("getMe")
    with pytest.raises(aiohttp.ClientError):
        await call("sendMessage", chat_id=1001, text="x")
    assert rider.sees() == [] and telegram.failures.planned == []


async def test_some_failures_deliver_all_the_same(
    telegram: FakeTelegram, call: Caller, rider: FakeUser
) -> None:
    telegram.fail("sendMessage", kind="cut")
    with pytest.raises(aiohttp.ClientError):
        await call("sendMessage", chat_id=1001, text="cut")
    telegram.fail("sendMessage", kind="garbage")
    with pytest.raises(orjson.JSONDecodeError):
        await call("sendMessage", chat_id=1001, text="garbage")
    telegram.fail("sendMessage", kind="accept_then_timeout", seconds=0.2)
    with pytest.raises(aiohttp.ClientError):
        await call("sendMessage", chat_id=1001, text="held")
    telegram.fail("sendMessage", kind="slow", ms=100)
    began = time.monotonic()
    await call("sendMessage", chat_id=1001, text="slow")
    assert time.monotonic() - began >= 0.1
    assert [message.text for message in rider.sees()] == [
        "cut",
        "garbage",
        "held",
        "slow",
    ]


async def test_rate_limits_when_switched_on(
    telegram: FakeTelegram, call: Caller, rider: FakeUser
) -> None:
    group = telegram.group(-77, members=[rider])
    telegram.rate_limits.on = True
    answers = [
        await call.full("sendMessage", chat_id=group.id, text=str(n)) for n in range(21)
    ]
    assert [status for status, _ in answers] == [200] * 20 + [429]
    assert 55 <= answers[-1][1]["parameters"]["retry_after"] <= 60
    answers = [
        await call.full("sendMessage", chat_id=1001, text=str(n)) for n in range(12)
    ]
    assert answers[-1][0] == 429 and answers[-1][1]["parameters"]["retry_after"] == 1


async def test_until_wakes_with_the_bots_call(
    telegram: FakeTelegram, call: Caller, rider: FakeUser
) -> None:
    later = asyncio.create_task(call("sendMessage", chat_id=1001, text="hello"))
    message = await telegram.until(lambda: rider.last(), timeout=1)
    assert message is not None and message.text == "hello"
    await later
    with pytest.raises(AssertionError, match="in vain"):
        await telegram.until(lambda: rider.last() is None, timeout=0.05)


async def test_many_calls_take_little_time(call: Caller, rider: FakeUser) -> None:
    began = time.monotonic()
    message = {"chat_id": 1001, "text": "<b>x</b>", "parse_mode": "HTML"}
    for _ in range(10):
        await asyncio.gather(*(call("sendMessage", **message) for _ in range(50)))
    assert len(rider.sees()) == 500 and time.monotonic() - began < 2


# -- as its own process
# ---


async def test_another_process_drives_it_over_the_control_api(call: Caller) -> None:
    async with standalone("1:TEST") as control:
        await control.user(1001, "Wang", language="zh-hans")
        await control.says(1001, "/start")
        await control.photo(1001, jpeg())
        await _answers_everything(control, call.session)
        assert (await control.wait(1001, n=2, containing="got"))[1]["labels"] == [
            "✅ Take it",
            "Map",
        ]
        await control.press(1001, "Take")
        await control.fail("sendMessage", kind="500")
        assert await control.updates() | {"newest": 0} == {
            "total": 3,
            "unconfirmed": 3,
            "newest": 0,
        }
        assert (await control.counts())["sendMessage"] == 2
        with pytest.raises(ControlError, match="in vain"):
            await control.wait(1001, n=9, timeout=0.05)
        with pytest.raises(ControlError, match="unknown act"):
            await control.act(1001, "dances")


async def _answers_everything(
    control: ControlClient, session: aiohttp.ClientSession
) -> None:
    async with session.post(f"{control.base_url}1:TEST/getUpdates") as response:
        updates = (await response.json())["result"]
    for update in updates:
        chat_id = update["message"]["chat"]["id"]
        answer = {"chat_id": chat_id, "text": "got it", "reply_markup": KEYS}
        await session.post(f"{control.base_url}1:TEST/sendMessage", json=answer)
