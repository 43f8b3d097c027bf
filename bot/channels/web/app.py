"""The web server: pages, what they ask for, and the door for Telegram's webhook."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import orjson
from sse_starlette import EventSourceResponse
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import (
    FileResponse,
    JSONResponse,
    PlainTextResponse,
    RedirectResponse,
    Response,
)
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.channels.web import draw
from bot.channels.web.receive import Receiver
from bot.channels.web.send import BEHIND, Hub
from bot.media.files import Files
from domain.commands import may_command
from domain.messages import Address
from domain.people import Person
from handlers.contents import COMMANDS
from handlers.dialog.setup import Setup
from handlers.texts.sentences import keys, known, label
from storage.database import Database
from storage.web import WebMessage

PAGE = Path(__file__).parent / "page"
LOG_SHOWN = 200
HEADERS = (
    (
        b"content-security-policy",
        b"default-src 'self'; img-src 'self' blob: data:; frame-ancestors 'none'",
    ),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
)
MAGIC = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG", "image/png"),
    (b"OggS", "audio/ogg"),
    (b"ID3", "audio/mpeg"),
    (b"\x1aE\xdf\xa3", "video/webm"),
)


class Guard:
    """Puts the security headers on every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), *HEADERS]
            await send(message)

        await self._app(scope, receive, guarded if scope["type"] == "http" else send)


class Pages:
    """`phones` are the demo's: role, token and title of each; empty when the chat runs for real."""

    def __init__(
        self,
        database: Database,
        setup: Setup,
        files: Files,
        hub: Hub,
        receiver: Receiver,
        phones: list[dict[str, str]],
    ) -> None:
        self._database = database
        self._setup = setup
        self._files = files
        self._hub = hub
        self._receiver = receiver
        self._phones = phones

    def routes(self) -> list[Any]:
        api = "/api/chat/{token}"
        return [
            Route("/", self.home),
            Route("/chat/{token}", self.chat),
            Route("/api/demo", self.demo),
            Route(f"{api}/log", self.log),
            Route(f"{api}/live", self.live),
            Route(f"{api}/map", self.map),
            Route(f"{api}/say", self.say, methods=["POST"]),
            Route(f"{api}/files", self.upload, methods=["POST"]),
            Route(f"{api}/file/{{sha}}", self.file),
            Mount("/static", StaticFiles(directory=PAGE)),
        ]

    # --- pages ---

    async def home(self, request: Request) -> Response:
        """The demo's three phones; else one's own chat, made at the first visit and kept in a
        cookie.
        """
        if self._phones and "start" not in request.query_params:
            await self._welcome()
            return FileResponse(PAGE / "index.html")
        token = request.cookies.get("gridbee", "")
        start = request.query_params.get("start", "")
        if not token or await self._chat_of(token) is None:
            token = secrets.token_urlsafe(24)
            async with self._database.unit() as unit:
                await unit.web.add_login(token, secrets.token_hex(6))
            start = start or "hello"
        if start:
            await self._receiver.greet(
                await self._chat_of(token) or "", "" if start == "hello" else start
            )
        answer = RedirectResponse(f"/chat/{token}", 303)
        secure = request.url.scheme == "https"
        answer.set_cookie(
            "gridbee",
            token,
            max_age=400 * 86400,
            httponly=True,
            samesite="lax",
            secure=secure,
        )
        return answer

    async def _welcome(self) -> None:
        """The demo's rider is greeted like everybody who comes for the first time; the intake
        knows who has been.
        """
        for phone in self._phones:
            if phone["role"] == "rider":
                await self._receiver.greet(
                    await self._chat_of(phone["token"]) or "", ""
                )

    async def chat(self, request: Request) -> Response:
        return FileResponse(PAGE / "chat.html")

    async def demo(self, request: Request) -> Response:
        if not self._phones:
            return PlainTextResponse("", 404)
        return JSONResponse({"phones": self._phones, "language": self._setup.language})

    # --- what a chat asks for ---

    async def _chat_of(self, token: str) -> str | None:
        async with self._database.reader() as reader:
            return await reader.web.chat_of(token)

    async def _person(self, chat: str) -> Person:
        async with self._database.unit() as unit:
            address = Address("web", chat)
            await unit.people.load([address])
            return unit.people.at(address) or Person(0, "")

    def _me(self, person: Person) -> dict[str, Any]:
        language = known(person.language or self._setup.language)
        role = max(
            (grant.role for grant in person.grants), key=RANK.index, default="rider"
        )
        menu = [
            {"command": f"/{name}", "label": label(language, f"commands-{name}")}
            for name in COMMANDS
            if f"commands-{name}" in keys(language) and may_command(person, name)
        ]
        ui = {
            key: label(language, key)
            for key in keys(language)
            if key.startswith("page-")
        }
        return {
            "me": {"name": person.name, "role": str(role), "language": language},
            "ui": ui,
            "menu": menu,
        }

    async def log(self, request: Request) -> Response:
        token = request.path_params["token"]
        chat = await self._chat_of(token)
        if chat is None:
            return PlainTextResponse("", 404)
        after = _whole(request.query_params.get("after"))
        async with self._database.reader() as reader:
            found = await reader.web.after(chat, after, LOG_SHOWN)
        shown = [draw.message(made, token, self._setup.zone) for made in found]
        last = max((made.seq for made in found), default=after)
        return JSONResponse(
            self._me(await self._person(chat)) | {"messages": shown, "last": last}
        )

    async def live(self, request: Request) -> Response:
        token = request.path_params["token"]
        chat = await self._chat_of(token)
        if chat is None:
            return PlainTextResponse("", 404)
        after = _whole(
            request.headers.get("last-event-id") or request.query_params.get("after")
        )
        return EventSourceResponse(self._events(chat, token, after), ping=20)

    async def _events(
        self, chat: str, token: str, after: int
    ) -> AsyncIterator[dict[str, Any]]:
        """First what was missed, then what happens; opened before reading, so nothing falls
        between.
        """
        queue = self._hub.open(chat)
        try:
            async for made in self._missed(chat, after):
                yield self._line("message", made, token)
            while (live := await queue.get()) is not BEHIND:
                yield self._line(*live, token)
        finally:
            self._hub.close(chat, queue)

    async def _missed(self, chat: str, after: int) -> AsyncIterator[WebMessage]:
        """Also from 0 on: a chat that was empty when the page asked may have got its first
        message since.
        """
        while True:
            async with self._database.reader() as reader:
                found = await reader.web.after(chat, after, LOG_SHOWN)
            for made in found:
                yield made
            if len(found) < LOG_SHOWN:
                return
            after = found[-1].seq

    def _line(self, kind: str, what: Any, token: str) -> dict[str, Any]:
        if kind == "message":
            shown = draw.message(what, token, self._setup.zone)
            return {
                "event": kind,
                "id": str(what.seq),
                "data": orjson.dumps(shown).decode(),
            }
        return {"event": kind, "data": orjson.dumps(what).decode()}

    async def _spoken(self, request: Request, speak: Any) -> Response:
        chat = await self._chat_of(request.path_params["token"])
        if chat is None:
            return JSONResponse(
                {"error": label(self._setup.language, "page-error-gone")}, 404
            )
        before = self._me(await self._person(chat))
        try:
            answer: Response = await speak(request, chat, before["me"]["language"])
        except ClientDisconnect:
            # the page went away in the middle of a request; it will send it again
            return PlainTextResponse("", 400)
        now = self._me(await self._person(chat))
        if now != before:
            self._hub.show(chat, "me", now)
        return answer

    async def say(self, request: Request) -> Response:
        return await self._spoken(request, self._receiver.say)

    async def upload(self, request: Request) -> Response:
        return await self._spoken(request, self._receiver.upload)

    async def map(self, request: Request) -> Response:
        areas = [
            area for area in self._database.directory.areas.values() if area.polygon
        ]
        points = [point for area in areas for point in _points(area.polygon)]
        lons, lats = [p[0] for p in points] or [0, 1], [p[1] for p in points] or [0, 1]
        bounds = [min(lons), min(lats), max(lons), max(lats)]
        shown = [
            {
                "code": a.code,
                "name": a.name,
                "level": a.level,
                "parent": a.parent,
                "polygon": a.polygon,
            }
            for a in areas
            if a.kind == "Polygon"
        ]
        return JSONResponse({"bounds": bounds, "areas": shown})

    async def file(self, request: Request) -> Response:
        """A stored file, for whoever has a chat and knows its hash; only pictures and sound open
        in the page.
        """
        if await self._chat_of(request.path_params["token"]) is None:
            return PlainTextResponse("", 404)
        try:
            data = await asyncio.to_thread(self._files.get, request.path_params["sha"])
        except (FileNotFoundError, ValueError):
            return PlainTextResponse("", 404)
        mime = next((mime for magic, mime in MAGIC if data.startswith(magic)), "")
        if not mime and data[4:8] == b"ftyp":
            mime = "video/mp4"
        headers = {"cache-control": "private, max-age=31536000, immutable"}
        if not mime:
            headers["content-disposition"] = "attachment"
        return Response(
            data, media_type=mime or "application/octet-stream", headers=headers
        )


RANK = ["coordinator", "lead", "admin"]


def _whole(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 16 else 0


def _points(polygon: Any) -> Any:
    """Every [lon, lat] in a GeoJSON coordinate tree."""
    if polygon and isinstance(polygon[0], int | float):
        yield polygon
    else:
        for part in polygon or ():
            yield from _points(part)


def build(routes: list[Any]) -> Starlette:
    return Starlette(routes=routes, middleware=[Middleware(Guard)])
