"""The fake Telegram behaves like the real one: updates, messages, edits, buttons. All over real
HTTP.
"""

import asyncio
from typing import Any

import aiohttp
import orjson
import pytest
from aiohttp import web

from tests.fakes.telegram.caller import KEYS, Caller
from tests.fakes.telegram.people import FakeUser
from tests.fakes.telegram.server import FakeTelegram

pytestmark = pytest.mark.asyncio


# -- updates
# ---


async def test_an_update_comes_again_until_a_higher_offset_confirms_it(
    call: Caller, rider: FakeUser
) -> None:
    for words in ("one", "two", "three"):
        rider.says(words)
    first = await call("getUpdates")
    again = await call("getUpdates", limit=2)
    assert [update["message"]["text"] for update in first] == [
        "one",
        "two",
        "three",
    ] and again == first[:2]
    rest = await call("getUpdates", offset=first[0]["update_id"] + 1)
    assert rest == first[1:]
    assert await call("getUpdates", offset=-1) == first[2:]
    assert await call("getUpdates") == first[2:]
    assert await call("getUpdates", offset=first[2]["update_id"] + 1) == []


async def test_a_long_poll_ends_as_soon_as_somebody_writes(
    call: Caller, rider: FakeUser
) -> None:
    waiting = asyncio.create_task(call("getUpdates", timeout=30))
    await asyncio.sleep(0.05)
    assert not waiting.done()
    rider.says("/start@gridbee_bot x")
    message = (await asyncio.wait_for(waiting, 1))[0]["message"]
    assert message["entities"] == [{"type": "bot_command", "offset": 0, "length": 18}]
    assert message["from"] == {
        "id": 1001,
        "is_bot": False,
        "first_name": "Wang",
        "language_code": "zh-hans",
    }
    assert message["chat"] == {"id": 1001, "type": "private", "first_name": "Wang"}


async def test_a_second_poller_ends_the_first_with_409(
    call: Caller, rider: FakeUser
) -> None:
    first = asyncio.create_task(call.full("getUpdates", timeout=30))
    await asyncio.sleep(0.05)
    second = asyncio.create_task(call("getUpdates", timeout=30))
    status, body = await asyncio.wait_for(first, 1)
    assert status == 409 and body["description"].startswith(
        "Conflict: terminated by other getUpdates request"
    )
    rider.says("hello")
    assert len(await second) == 1


async def test_what_a_killed_poller_has_not_confirmed_comes_again(
    telegram: FakeTelegram, call: Caller, rider: FakeUser
) -> None:
    async with aiohttp.ClientSession() as killed:
        waiting = asyncio.create_task(
            killed.post(f"{telegram.base_url}1:TEST/getUpdates", json={"timeout": 30})
        )
        await telegram.until(lambda: telegram.counts["getUpdates"])
        waiting.cancel()
    rider.says("one")
    assert [
        update["message"]["text"] for update in await call("getUpdates", timeout=1)
    ] == ["one"]


async def test_a_repeated_update_reaches_even_a_poller_that_confirmed_it(
    telegram: FakeTelegram, call: Caller, rider: FakeUser
) -> None:
    rider.says("hello")
    update = (await call("getUpdates"))[0]
    assert await call("getUpdates", offset=update["update_id"] + 1) == []
    telegram.repeat(update["update_id"])
    assert await call("getUpdates", offset=update["update_id"] + 1) == [update]
    telegram.push({"odd": 1})
    assert (await call("getUpdates"))[0]["update_id"] == update["update_id"] + 1


async def test_a_webhook_is_tried_in_order_until_2xx_and_forbids_polling(
    telegram: FakeTelegram, call: Caller, rider: FakeUser
) -> None:
    got: list[tuple[str, str]] = []

    async def receive(request: web.Request) -> web.Response:
        text = orjson.loads(await request.read())["message"]["text"]
        got.append((text, request.headers["X-Telegram-Bot-Api-Secret-Token"]))
        answer = {"method": "sendMessage", "chat_id": 1001, "text": "heard"}
        return web.Response(status=500) if len(got) == 1 else web.json_response(answer)

    app = web.Application()
    app.router.add_post("/hook", receive)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    rider.says("one")
    rider.says("two")
    await call(
        "setWebhook",
        url=f"http://127.0.0.1:{runner.addresses[0][1]}/hook",
        secret_token="s3cret",
    )
    assert (await call.error("getUpdates")).startswith(
        "Conflict: can't use getUpdates method while webhook"
    )
    await telegram.until(lambda: len(rider.sees()) == 2)
    assert got == [("one", "s3cret"), ("one", "s3cret"), ("two", "s3cret")]
    info = await call("getWebhookInfo")
    assert info["pending_update_count"] == 0 and info["last_error_message"].startswith(
        "Wrong response"
    )
    await call("deleteWebhook")
    assert await call("getUpdates") == []
    await runner.cleanup()


# -- sending
# ---


async def test_parameters_may_come_as_json_form_or_query(
    telegram: FakeTelegram, call: Caller, rider: FakeUser
) -> None:
    url = f"{telegram.base_url}1:TEST/sendMessage"
    await call("sendMessage", chat_id=1001, text="json", reply_markup=KEYS)
    form = {
        "chat_id": "1001",
        "text": "form",
        "reply_markup": orjson.dumps(KEYS).decode(),
    }
    await call.session.post(url, data=form)
    await call.session.get(url, params={"chat_id": "1001", "text": "query"})
    assert [message.text for message in rider.sees()] == ["json", "form", "query"]
    assert rider.sees()[0].labels == rider.sees()[1].labels == ["✅ Take it", "Map"]


@pytest.mark.parametrize(
    ("params", "description"),
    [
        ({"text": ""}, "Bad Request: message text is empty"),
        ({"text": "x" * 4097}, "Bad Request: message is too long"),
        ({"text": "🐝" * 2049}, "Bad Request: message is too long"),
        ({"text": "x", "chat_id": 5}, "Bad Request: chat not found"),
        ({"text": "x", "chat_id": None}, "Bad Request: chat_id is empty"),
        (
            {"text": "x", "reply_to_message_id": 99},
            "Bad Request: message to be replied not found",
        ),
        (
            {
                "text": "x",
                "reply_markup": {
                    "inline_keyboard": [[{"text": "a", "callback_data": "网" * 22}]]
                },
            },
            "Bad Request: BUTTON_DATA_INVALID",
        ),
    ],
)
async def test_limits_are_told_in_the_real_words(
    call: Caller, rider: FakeUser, params: dict[str, Any], description: str
) -> None:
    assert await call.error("sendMessage", **{"chat_id": 1001} | params) == description
    assert rider.sees() == []


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("<b>open", "Can't find end tag corresponding to start tag b"),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("网<wish>", 'Unsupported start tag "wish" at byte offset 3'),
        (
            "<b>x</i>",
            'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"',
        ),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("x <b", "Unclosed start tag at byte offset 2"),
    ],
)
async def test_malformed_html_is_refused(
    call: Caller, rider: FakeUser, source: str, reason: str
) -> None:
    told = await call.error("sendMessage", chat_id=1001, text=source, parse_mode="HTML")
    assert told == f"Bad Request: can't parse entities: {reason}"


async def test_html_is_counted_and_shown_without_its_tags(
    call: Caller, rider: FakeUser
) -> None:
    source = (
        '🐝 <b>bold <i>both</i></b> &lt3 <a href="https://a.b?x=1&amp;y">link</a>'
        + "x" * 4060
    )
    await call("sendMessage", chat_id=1001, text=source, parse_mode="HTML")
    message = rider.last()
    assert message is not None and message.text.startswith("🐝 bold both <3 linkxxx")
    assert message.entities[:2] == [
        {"type": "bold", "offset": 3, "length": 9},
        {"type": "italic", "offset": 8, "length": 4},
    ]
    assert message.entities[2] == {
        "type": "text_link",
        "offset": 16,
        "length": 4,
        "url": "https://a.b?x=1&y",
    }


async def test_who_cannot_be_written_to_is_told_by_403(
    telegram: FakeTelegram, call: Caller, rider: FakeUser
) -> None:
    telegram.user(1002, "Stranger")
    want = "Forbidden: bot can't initiate conversation with a user"
    assert await call.error("sendMessage", chat_id=1002, text="x") == want
    rider.blocks()
    assert (
        await call.error("sendMessage", chat_id=1001, text="x")
        == "Forbidden: bot was blocked by the user"
    )
    rider.unblocks()
    await call("sendMessage", chat_id=1001, text="x")
    kinds = [
        update["my_chat_member"]["new_chat_member"]["status"]
        for update in await call("getUpdates")
    ]
    assert kinds == ["kicked", "member"]


async def test_wrong_token_and_unknown_method_are_told_apart(
    telegram: FakeTelegram, call: Caller
) -> None:
    async with call.session.post(f"{telegram.base_url}2:OTHER/getMe") as response:
        assert (
            response.status == 401
            and (await response.json())["description"] == "Unauthorized"
        )
    assert await call.error("sendLove") == "Not Found"
    assert (await call("getMe"))["username"] == "gridbee_bot"


async def test_places_contacts_and_commands(call: Caller, rider: FakeUser) -> None:
    await call("sendLocation", chat_id=1001, latitude=31.2, longitude=121.4)
    await call(
        "sendVenue",
        chat_id=1001,
        latitude=31.2,
        longitude=121.4,
        title="Depot",
        address="Road 1",
    )
    await call("sendContact", chat_id=1001, phone_number="+86 1", first_name="Li")
    assert [message.location for message in rider.sees()] == [
        (31.2, 121.4),
        (31.2, 121.4),
        None,
    ]
    commands = [{"command": "help", "description": "Help"}]
    scope = {"type": "chat", "chat_id": 1}
    await call("setMyCommands", commands=commands, scope=scope, language_code="zh")
    assert await call("getMyCommands", scope=scope, language_code="zh") == commands
    assert await call("getMyCommands") == []
    assert await call.error(
        "setMyCommands", commands=[{"command": "Ä", "description": "x"}]
    ) == ("Bad Request: BOT_COMMAND_INVALID")


# -- editing and buttons
# ---


async def test_edits_change_the_message_and_keep_its_history(
    call: Caller, rider: FakeUser
) -> None:
    sent = await call("sendMessage", chat_id=1001, text="open", reply_markup=KEYS)
    same = {"chat_id": 1001, "message_id": sent["message_id"]}
    not_modified = await call.error(
        "editMessageText", **same, text="open", reply_markup=KEYS
    )
    assert not_modified.startswith("Bad Request: message is not modified")
    await call("editMessageText", **same, text="taken")
    card = rider.sees()[0]
    assert (card.text, card.labels, card.edits[0].text) == ("taken", [], "open")
    await call("editMessageReplyMarkup", **same, reply_markup=KEYS)
    assert card.labels == ["✅ Take it", "Map"] and card.text == "taken"
    unknown = await call.error("editMessageText", chat_id=1001, message_id=77, text="x")
    assert unknown == "Bad Request: message to edit not found"
    await call("deleteMessage", **same)
    assert rider.sees() == []
    assert (
        await call.error("deleteMessage", **same)
        == "Bad Request: message to delete not found"
    )


async def test_a_press_is_answered_once_and_only_in_time(
    telegram: FakeTelegram, call: Caller, rider: FakeUser
) -> None:
    sent = await call("sendMessage", chat_id=1001, text="card", reply_markup=KEYS)
    query_id = rider.presses("Take")
    query = (await call("getUpdates"))[0]["callback_query"]
    assert (query["id"], query["data"], query["message"]) == (query_id, "take:1", sent)
    await call(
        "answerCallbackQuery", callback_query_id=query_id, text="Yours", show_alert=True
    )
    assert [(alert.text, alert.show_alert) for alert in rider.alerts()] == [
        ("Yours", True)
    ]
    too_old = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    assert await call.error("answerCallbackQuery", callback_query_id="12") == too_old
    late = rider.presses("take:1")
    telegram.expire_queries()
    assert await call.error("answerCallbackQuery", callback_query_id=late) == too_old
    await call(
        "editMessageText", chat_id=1001, message_id=sent["message_id"], text="done"
    )
    with pytest.raises(AssertionError, match="no button"):
        rider.presses("Take")
    rider.presses("Take", message=sent["message_id"])
    assert len(rider.unanswered()) == 2


async def test_a_key_of_the_reply_keyboard_is_sent_as_text(
    call: Caller, rider: FakeUser
) -> None:
    keys = {"keyboard": [[{"text": "📍 Where I am", "request_location": True}, "Skip"]]}
    sent = await call("sendMessage", chat_id=1001, text="Where?", reply_markup=keys)
    assert "reply_markup" not in sent
    rider.taps_keyboard("Skip")
    assert (await call("getUpdates"))[0]["message"]["text"] == "Skip"
