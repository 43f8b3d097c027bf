"""Riders on the web chat's page: what they do is posted to the site as the page posts it, what
they hear is what the page is given. The site is asked in this process; no socket, no browser.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import orjson
from sqlalchemy import func, select
from starlette.types import ASGIApp, Message

from bot.channels.channel import Channel, Sent
from bot.channels.web.app import Before, build
from bot.channels.web.channel import Web
from bot.channels.web.doors import doors
from bot.channels.web.events import name_of
from bot.channels.web.health import RUNNING, Health
from bot.channels.web.limits.caller import Callers
from bot.channels.web.visitors import newcomer
from bot.config.limits import LimitsConfig
from domain.messages import Address, Choice, Event, EventKind, Key, Media, Place, Reply
from handlers.dialog.setup import Setup
from storage.memory.media import Kept
from storage.outbox.letters import Letter
from storage.sent_messages import SentMessage
from storage.tables.media import media as media_table
from tests.house import Actor, MemoryChannel, Shown, TestHouse

ADDRESS = "http://gridbee.test"
LIMITS = LimitsConfig(requests_a_minute=100_000, first_words_an_hour=100_000)
SECONDS = 60  # until every picture is drawn
WANTED = select(func.count()).where(media_table.c.status == "wanted")
MOST = 9  # pictures that a page takes into one message (page/pictures.js)
BOUNDARY = b"=====page====="
MIXED = f"multipart/form-data; boundary={BOUNDARY.decode()}"


class PageHouse(TestHouse):
    """The two riders have the page, everybody else what they always have."""

    def __init__(self, folder: Path, setup: Setup) -> None:
        super().__init__(folder, setup=setup)
        self.rider = PageActor(self, "小王", setup.language)
        self.second_rider = PageActor(self, "小刘", setup.language)

    def _channels(self) -> dict[str, Channel]:
        web, routes = doors(
            self.database,
            self.setup,
            self.files,
            self.workshop,
            self._offered,
            (),
            LIMITS,
        )
        before = Before(Callers(LIMITS, ()), LIMITS, ADDRESS)
        self.site = build(routes, {}, lambda: Health(RUNNING, {}), before)
        return super()._channels() | {"web": Heard(self, web)}

    async def _offered(self, events: Sequence[Event]) -> None:
        self.offered = events[0]
        await self.take(*events)

    async def take(self, *events: Event) -> None:
        """A page is given no picture that is not yet here: what is said waits for it."""
        await self.intake.handle(list(events))
        for _ in range(SECONDS):
            while await self.fetching.round():
                continue
            async with self.database.reader() as reader:
                if not await reader.scalar(WANTED):
                    break
            self.clock.now += timedelta(seconds=1)
        await self.settle()

    def page_of(self, chat: str) -> PageActor:
        pages = (self.rider, self.second_rider)
        return next(
            page for page in pages if isinstance(page, PageActor) and page.chat == chat
        )


class Heard(Web):
    """Writes down, after each letter, what the page of its chat shows."""

    def __init__(self, house: PageHouse, web: Web) -> None:
        vars(self).update(vars(web))
        self._house = house

    async def send(
        self, letter: Letter, standing: SentMessage | None, media: Sequence[Kept]
    ) -> list[Sent]:
        chat = letter.to.chat
        live = self._hub.open(chat)
        sent = await super().send(letter, standing, media)
        self._hub.close(chat, live)
        while not live.empty():
            kind, what = live.get_nowait()
            if kind == "toast":
                self._house.channel.toasts.setdefault(chat, []).append(what["text"])
        if sent:
            page = self._house.page_of(chat)
            await page.looks(letter.reply)
        return sent


class PageActor(Actor):
    """`last` is the number up to which their page has asked."""

    house: PageHouse

    def __init__(self, house: PageHouse, name: str, language: str) -> None:
        visitor = newcomer()
        super().__init__(house, visitor.chat, name, language)
        self.address = Address("web", visitor.chat)
        self.cookie = f"gridbee={visitor.token}"
        self.last_seen = 0

    @property
    def called(self) -> str:
        """A page tells no name."""
        return name_of(self.chat)

    # --- doing ---

    async def does(self, **what: Any) -> Event:
        made = secrets.token_hex(8)
        reply_to = int(what.get("reply_to") or 0)
        if what.get("media"):
            return await self.uploads(made, what["media"], what["text"], reply_to)
        said: dict[str, Any] = {"id": made, "text": what.get("text", "")}
        place: Place | None = what.get("place")
        kind = what.get("kind", EventKind.MESSAGE)
        if place:
            said["place"] = {"lat": place.lat, "lon": place.lon}
        elif kind is EventKind.PRESS:
            said["press"] = {"message": int(what["message_id"]), "data": what["data"]}
        elif kind is EventKind.EDIT:
            said["edit"] = int(what["message_id"])
        if reply_to:
            said["reply_to"] = reply_to
        return await self._posts("say", orjson.dumps(said), "application/json")

    async def uploads(
        self, made: str, media: Sequence[Media], words: str, reply_to: int = 0
    ) -> Event:
        fields = {"id": made, "caption": words, "reply_to": str(reply_to or "")}
        parts = [part(name, value.encode()) for name, value in fields.items()]
        for one in media[:MOST]:
            data = self.house.channel.files[one.ref]
            parts.append(
                part("file", data, f"; filename=f\r\ncontent-type: {one.mime}")
            )
        body = b"".join(parts) + b"--" + BOUNDARY + b"--\r\n"
        return await self._posts("files", body, MIXED)

    async def _posts(self, path: str, body: bytes, mime: str) -> Event:
        status, said = await self._asks("POST", path, body, mime)
        if status != 200:  # the page itself shows what it is told
            told = self.house.channel.said.setdefault(self.chat, [])
            told.append(Reply(said["error"]))
        return self.house.offered

    # --- hearing ---

    async def looks(self, letter: Reply) -> None:
        """What stands on the page since it asked last; the letter says only which of it lives in
        a slot, which the page has no need to know. The hello was there before all of it.
        """
        status, log = await self._asks("GET", f"log?after={self.last_seen}")
        assert status == 200
        fresh = log["messages"] if self.last_seen else log["messages"][1:]
        self.last_seen = log["last"]
        for message in fresh:
            if not message["mine"]:
                self._sees(message, letter)

    def _sees(self, message: dict[str, Any], letter: Reply) -> None:
        channel: MemoryChannel = self.house.channel
        reply = replace(_reply(message), slot=letter.slot)
        chat = channel.chats.setdefault(self.chat, [])
        number = str(message["id"])
        standing = next((one for one in chat if one.id == number), None)
        if standing is None:
            chat.append(Shown(number, reply))
        else:
            standing.earlier.append(standing.reply)
            standing.reply = reply
        edited = letter.text and not letter.slot and not message.get("calls_over")
        if standing is None or edited:
            channel.said.setdefault(self.chat, []).append(reply)

    async def _asks(
        self, method: str, path: str, body: bytes = b"", mime: str = ""
    ) -> tuple[int, Any]:
        headers = {"cookie": self.cookie, "host": "gridbee.test"}
        if body:
            headers |= {"content-type": mime, "content-length": str(len(body))}
        return await asked(
            self.house.site, method, f"/api/chat/me/{path}", headers, body
        )


def part(name: str, value: bytes, more: str = "") -> bytes:
    head = f'\r\ncontent-disposition: form-data; name="{name}"{more}\r\n\r\n'
    return b"--" + BOUNDARY + head.encode() + value + b"\r\n"


def _reply(message: dict[str, Any]) -> Reply:
    """As the page shows it; of pictures and files only how many there are."""
    place = message["place"]
    choices = (
        tuple(Choice(one["label"], one["data"]) for one in row)
        for row in message["choices"]
    )
    keys = (
        tuple(Key(one["label"], one["location"]) for one in row)
        for row in message["keyboard"] or ()
    )
    return Reply(
        message["html"],
        tuple(choices),
        tuple(keys),
        photos=tuple(range(len(message["photos"]))),
        files=tuple(range(len(message["files"]))),
        calls=tuple(message["calls"]),
        place=Place(place["lat"], place["lon"]) if place else None,
    )


async def asked(
    site: ASGIApp, method: str, path: str, headers: dict[str, str], body: bytes
) -> tuple[int, Any]:
    """(status, what is said in JSON) of one request."""
    way, _, query = path.partition("?")
    scope = {
        "type": "http",
        "method": method,
        "scheme": "http",
        "path": way,
        "query_string": query.encode(),
        "headers": [(key.encode(), value.encode()) for key, value in headers.items()],
        "client": ("192.0.2.1", 1),
    }
    answer: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": body}

    async def send(message: Message) -> None:
        answer.append(message)

    await site(scope, receive, send)
    said = b"".join(one.get("body", b"") for one in answer)
    return answer[0]["status"], orjson.loads(said)
