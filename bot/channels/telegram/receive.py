"""Updates in: long polling or webhook, each acknowledged only after the commit; and what an
update says.
"""

from __future__ import annotations

import asyncio
import hmac
import time
from typing import Any

import orjson
import structlog
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import Receive, Scope, Send
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.channels.channel import Offer
from bot.channels.telegram.api import Api
from domain.messages import Address, Event, EventKind, Media, MediaKind, Place, tidy

log = structlog.get_logger()
NAME = "telegram"
KINDS = ["message", "edited_message", "callback_query", "my_chat_member"]
POLL_SECONDS = 25
YOUNG = 30.0  # seconds
YIELDS_AFTER, GIVES_UP_AFTER = 2, 50  # conflicts in a row


class TokenTaken(RuntimeError):
    """Another process polls with this token."""


class Polling:
    """Fetch, handle and commit, and only then ask with the next offset: a kill loses nothing."""

    def __init__(self, api: Api, offer: Offer) -> None:
        self._api = api
        self._offer = offer
        self._offset = 0
        self.last_success = time.monotonic()

    async def run(self) -> None:
        """Polls for ever. Raises TokenTaken when another process keeps polling, InvalidToken for
        a bad token.
        """
        failures = conflicts = 0
        began = time.monotonic()
        while True:
            try:
                updates = await self._api.updates(self._offset, POLL_SECONDS, KINDS)
                self.last_success = time.monotonic()
                if updates:
                    await self._offer(
                        [event for update in updates if (event := read_safely(update))]
                    )
                    self._offset = updates[-1]["update_id"] + 1
                failures = conflicts = 0
            except Conflict:
                # Telegram ends whichever poll came first. Whoever started just now is the second
                # one, and goes.
                conflicts += 1
                young = time.monotonic() - began < YOUNG
                if conflicts >= (YIELDS_AFTER if young else GIVES_UP_AFTER):
                    raise TokenTaken(
                        "another process is polling with this Telegram token"
                    ) from None
                await asyncio.sleep(1 if young else 0.2)
            except InvalidToken:
                raise
            except RetryAfter as error:
                await asyncio.sleep(_seconds(error.retry_after))
            except asyncio.CancelledError:
                raise
            except Exception as error:
                failures += 1
                why = (
                    error.message
                    if isinstance(error, TelegramError)
                    else type(error).__name__
                )
                log.warning("telegram.poll_failed", why=why, failures=failures)
                await asyncio.sleep(min(0.2 * 2 ** min(failures, 8), 15))


def _seconds(after: Any) -> float:
    return float(after.total_seconds() if hasattr(after, "total_seconds") else after)


class Webhook:
    """The same by HTTP: 200 only after the commit, so that Telegram delivers again what we could
    not store.
    """

    def __init__(self, secret: str, offer: Offer) -> None:
        self._secret = secret
        self._offer = offer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """An ASGI application: starlette takes any callable object for one."""
        response = await self._answer(Request(scope, receive))
        await response(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        given = request.headers.get("x-telegram-bot-api-secret-token", "")
        if not hmac.compare_digest(given.encode(), self._secret.encode()):
            return PlainTextResponse("", 403)
        try:
            update = orjson.loads(await request.body())
        except orjson.JSONDecodeError:
            return PlainTextResponse("", 400)
        event = (
            read_safely(update)
            if isinstance(update, dict) and "update_id" in update
            else None
        )
        try:
            await self._offer([event] if event else [])
        except Exception:
            return PlainTextResponse("", 503)
        return PlainTextResponse("")


# --- what an update says ---


def read_safely(update: dict[str, Any]) -> Event | None:
    """The event in an update, None for what is none of ours, UNREADABLE for what breaks the
    reader.
    """
    try:
        return read(update)
    except Exception as error:
        nobody = Address(NAME, "0")
        return Event(
            str(update["update_id"]),
            nobody,
            nobody,
            EventKind.UNREADABLE,
            text=type(error).__name__,
            raw=update,
        )


def read(update: dict[str, Any]) -> Event | None:
    """Raises whatever a malformed update makes it raise."""
    made = str(update["update_id"])
    if "callback_query" in update:
        return _press(made, update["callback_query"], update)
    if "my_chat_member" in update:
        return _membership(made, update["my_chat_member"], update)
    if "message" in update:
        return _message(made, update["message"], EventKind.MESSAGE, update)
    if "edited_message" in update:
        # A moving live location is edited every few seconds; its first place is the one that was
        # meant.
        message = update["edited_message"]
        return (
            None
            if "location" in message
            else _message(made, message, EventKind.EDIT, update)
        )
    return None


def _address(number: Any) -> Address:
    return Address(NAME, str(int(number)))


def _name(user: dict[str, Any]) -> str:
    full = " ".join(filter(None, (user.get("first_name"), user.get("last_name"))))
    return tidy(full or user.get("username", ""))


def _press(made: str, query: dict[str, Any], raw: Any) -> Event:
    sender, message = query["from"], query.get("message") or {}
    chat = message.get("chat") or {"id": sender["id"], "type": "private"}
    return Event(
        made,
        _address(sender["id"]),
        _address(chat["id"]),
        EventKind.PRESS,
        chat.get("type") == "private",
        data=str(query.get("data", "")),
        press_ref=str(query["id"]),
        message_id=str(message.get("message_id", "")),
        name=_name(sender),
        language=sender.get("language_code", ""),
        raw=raw,
    )


def _membership(made: str, change: dict[str, Any], raw: Any) -> Event:
    chat, sender = change["chat"], change["from"]
    out = change["new_chat_member"]["status"] in ("kicked", "left")
    private = chat["type"] == "private"
    return Event(
        made,
        _address(chat["id"] if private else sender["id"]),
        _address(chat["id"]),
        EventKind.BLOCKED if out else EventKind.UNBLOCKED,
        private,
        name=_name(sender),
        raw=raw,
    )


def _message(
    made: str, message: dict[str, Any], kind: EventKind, raw: Any
) -> Event | None:
    chat, sender = message["chat"], message.get("from")
    if "migrate_to_chat_id" in message:
        new = str(int(message["migrate_to_chat_id"]))
        old = _address(chat["id"])
        return Event(made, old, old, EventKind.MIGRATED, False, data=new, raw=raw)
    if (
        sender is None
        or sender.get("is_bot")
        or chat["type"] == "channel"
        or _service(message)
    ):
        return None
    return Event(
        made,
        _address(sender["id"]),
        _address(chat["id"]),
        kind,
        chat["type"] == "private",
        text=_text(message),
        media=_media(message),
        place=_place(message),
        message_id=str(message["message_id"]),
        reply_to=str((message.get("reply_to_message") or {}).get("message_id", "")),
        album=str(message.get("media_group_id", "")),
        name=_name(sender),
        language=sender.get("language_code", ""),
        raw=raw,
    )


SERVICE = (
    "new_chat_members",
    "left_chat_member",
    "new_chat_title",
    "new_chat_photo",
    "delete_chat_photo",
    "group_chat_created",
    "supergroup_chat_created",
    "migrate_from_chat_id",
    "pinned_message",
    "message_auto_delete_timer_changed",
)


def _service(message: dict[str, Any]) -> bool:
    return any(key in message for key in SERVICE)


def _text(message: dict[str, Any]) -> str:
    """Words, a caption, a venue's name, a contact's number: whatever of it a person said."""
    text = message.get("text") or message.get("caption") or ""
    if "venue" in message:
        venue = message["venue"]
        text = " ".join(filter(None, (text, venue.get("title"), venue.get("address"))))
    if "contact" in message:
        contact = message["contact"]
        text = " ".join(
            filter(None, (text, contact.get("first_name"), contact.get("phone_number")))
        )
    return tidy(str(text))


def _place(message: dict[str, Any]) -> Place | None:
    found = message.get("location") or (message.get("venue") or {}).get("location")
    return Place(float(found["latitude"]), float(found["longitude"])) if found else None


def _media(message: dict[str, Any]) -> tuple[Media, ...]:
    if message.get("photo"):
        best = max(
            message["photo"],
            key=lambda size: size.get("width", 0) * size.get("height", 0),
        )
        return (
            Media(
                MediaKind.PHOTO,
                best["file_id"],
                best.get("file_size", 0),
                mime="image/jpeg",
            ),
        )
    for key, kind in FILES:
        if key in message:
            file = message[key]
            size, name, mime = (
                file.get("file_size") or 0,
                file.get("file_name", ""),
                file.get("mime_type", ""),
            )
            return (Media(kind, file["file_id"], size, name, mime),)
    return ()


FILES = (
    ("voice", MediaKind.VOICE),
    ("audio", MediaKind.VOICE),
    ("video_note", MediaKind.VIDEO),
    ("video", MediaKind.VIDEO),
    ("animation", MediaKind.VIDEO),
    ("document", MediaKind.DOCUMENT),
)
