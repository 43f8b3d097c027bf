"""What a call of the Bot API raises: whether a letter may have arrived, and never where to."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.channels.telegram import request
from bot.channels.telegram.api import Api
from bot.channels.telegram.errors import judged
from bot.channels.telegram.request import NotDelivered
from bot.config.mistakes import ConfigError
from bot.http.multipart import Upload
from tests.fakes.telegram.server import FakeTelegram
from tests.telegram.town import RIDER, TOKEN, Town, free_port
from tests.telegram.wire import PATIENCE, Link, Serve, Wire

SECRET = TOKEN.partition(":")[2]


@asynccontextmanager
async def api_at(port: int) -> AsyncIterator[Api]:
    base = f"http://127.0.0.1:{port}"
    api = Api(TOKEN, f"{base}/bot", f"{base}/file/bot")
    try:
        async with asyncio.timeout(PATIENCE):
            yield api
    finally:
        await api.close()


def names_nothing(error: BaseException) -> bool:
    """Neither the error nor what it came from says where the call went."""
    seen: list[str] = []
    step: BaseException | None = error
    while step is not None:
        seen.append(repr(step))
        step = step.__cause__ or (
            None if step.__suppress_context__ else step.__context__
        )
    return not any(word in text for text in seen for word in (SECRET, "127.0.0.1"))


async def raised_by(serve: Serve) -> TelegramError:
    async with Wire(serve) as wire, api_at(wire.port) as api:
        with pytest.raises(TelegramError) as caught:
            await api.call("sendMessage", chat_id=5, text="A")
    assert names_nothing(caught.value)
    return caught.value


def answers(body: bytes, status: int = 200) -> Serve:
    async def serve(link: Link) -> None:
        await link.request()
        await link.answer(body, status)

    return serve


async def test_what_was_refused_never_left() -> None:
    async with api_at(free_port()) as api:
        with pytest.raises(NotDelivered) as caught:
            await api.call("sendMessage", chat_id=5, text="A")
    assert names_nothing(caught.value) and not judged(caught.value).uncertain


async def test_what_was_swallowed_may_have_arrived() -> None:
    async def swallows(link: Link) -> None:
        await link.request()

    error = await raised_by(swallows)
    assert isinstance(error, NetworkError) and judged(error).uncertain


async def test_what_a_kept_connection_swallowed_may_have_arrived_and_is_sent_once() -> (
    None
):
    asked = []

    async def swallows_the_second(link: Link) -> None:
        asked.append(await link.request())
        await link.answer(b'{"ok":true,"result":true}')
        asked.append(await link.request())

    async with Wire(swallows_the_second) as wire, api_at(wire.port) as api:
        assert await api.call("sendMessage", chat_id=5, text="A") is True
        with pytest.raises(NetworkError) as caught:
            await api.call("sendMessage", chat_id=5, text="B")
    assert judged(caught.value).uncertain and len(asked) == 2


async def test_no_answer_in_time_may_have_arrived(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def waits(link: Link) -> None:
        await link.request()
        await link.gone()

    monkeypatch.setattr(request, "READ_TIMEOUT", 0.01)
    monkeypatch.setattr(request, "CONNECT_TIMEOUT", 0.1)
    error = await raised_by(waits)
    assert isinstance(error, TimedOut) and judged(error).uncertain


@pytest.mark.parametrize("body", [b"", b'{"ok":', b"[]", b"{}", b"7", b"<html>"])
async def test_a_yes_that_cannot_be_read_may_have_arrived(body: bytes) -> None:
    assert judged(await raised_by(answers(body))).uncertain


async def test_a_page_of_a_proxy_is_not_repeated_in_the_error() -> None:
    page = f"<h1>no answer from http://127.0.0.1/bot{TOKEN}/getMe</h1>".encode()
    error = await raised_by(answers(page, 502))
    assert isinstance(error, NetworkError) and "Bad Gateway" in error.message


SAID = (
    (400, '{"ok":false,"description":"Bad Request: chat not found"}', BadRequest),
    (401, '{"ok":false,"description":"Unauthorized"}', InvalidToken),
    (403, '{"ok":false,"description":"Forbidden: bot was blocked"}', Forbidden),
    (409, '{"ok":false,"description":"Conflict: other getUpdates"}', Conflict),
    (429, '{"ok":false,"parameters":{"retry_after":7}}', RetryAfter),
    (400, '{"ok":false,"parameters":{"migrate_to_chat_id":-100}}', ChatMigrated),
    (500, '{"ok":false,"description":"Internal Server Error"}', NetworkError),
)


@pytest.mark.parametrize(("status", "body", "kind"), SAID)
async def test_what_telegram_says_is_read_by_ptb(
    status: int, body: str, kind: type[TelegramError]
) -> None:
    error = await raised_by(answers(body.encode(), status))
    assert type(error) is kind
    if isinstance(error, RetryAfter):
        assert error.retry_after == timedelta(seconds=7)


async def test_a_file_that_breaks_off_is_no_file() -> None:
    async def half(link: Link) -> None:
        await link.request()
        await link.say(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf")

    async with Wire(half) as wire, api_at(wire.port) as api:
        with pytest.raises(NetworkError) as caught:
            await api.download("photos/1.jpg")
    assert names_nothing(caught.value)


# --- what is sent ---


async def test_a_file_goes_with_its_parameters(telegram: FakeTelegram) -> None:
    rider = telegram.user(RIDER, "小王", started=True)
    data = b"%PDF" + bytes(range(256)) * 8192
    async with api_at(telegram.port) as api:
        await api.call(
            "sendDocument",
            {"document": Upload('工单 "7".pdf', data)},
            chat_id=RIDER,
            caption="工单",
            reply_markup={"inline_keyboard": [[{"text": "好", "callback_data": "1"}]]},
            disable_notification=True,
            reply_parameters=None,
        )
    message = rider.sees()[-1]
    assert telegram.bytes_of(message) == data
    assert (message.words, message.labels) == ("工单", ["好"])


async def test_what_is_not_given_is_not_sent(telegram: FakeTelegram) -> None:
    telegram.user(RIDER, "小王", started=True)
    async with api_at(telegram.port) as api:
        await api.call("sendMessage", chat_id=RIDER, text="A", parse_mode=None)
    assert telegram.state.calls[-1].params == {"chat_id": RIDER, "text": "A"}


async def test_a_long_poll_hinders_no_letter(town: Town) -> None:
    await town.sees_ready()
    await town.writes(RIDER, "A", "B", "C")
    await town.telegram.until(lambda: len(town.telegram.messages(RIDER)) == 3)


# --- what cannot be reached is told at the start ---


@pytest.mark.parametrize("base", ["api.example.org/bot", "https://api.example.orgbot"])
async def test_an_address_that_is_none_is_a_mistake_in_the_configuration(
    telegram: FakeTelegram, data: Path, base: str
) -> None:
    with pytest.raises(ConfigError, match="telegram") as caught:
        await Town(telegram, data, base_url=base).open()
    assert SECRET not in repr(caught.value)


async def test_a_proxy_that_we_do_not_speak_with_is_a_mistake_too(
    telegram: FakeTelegram, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("https_proxy", "socks5://me:secret@127.0.0.1:1")
    base = "https://127.0.0.1/bot"
    with pytest.raises(ConfigError, match="HTTPS_PROXY") as caught:
        await Town(telegram, data, base_url=base).open()
    assert "secret" not in repr(caught.value)
