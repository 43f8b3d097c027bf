"""What a chat's page asks for. A GET changes nothing."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from sse_starlette import EventSourceResponse
from starlette.requests import ClientDisconnect, Request
from starlette.responses import (
    FileResponse,
    JSONResponse,
    PlainTextResponse,
    Response,
)
from starlette.routing import BaseRoute, Route

from bot.channels.web.app import PAGE
from bot.channels.web.district import drawn
from bot.channels.web.hub import Hub
from bot.channels.web.links import Links
from bot.channels.web.live import Streams
from bot.channels.web.me import Logins
from bot.channels.web.receive import Receiver
from bot.channels.web.said import whole
from bot.channels.web.stored import served
from bot.channels.web.taking import Taking
from bot.channels.web.upload import Uploads
from bot.media.files import Files
from bot.media.key import house_key
from bot.workshop.workshop import Workshop
from handlers.dialog.setup import Setup
from handlers.texts.sentences import label

API = "/api/chat/{token}"
Speak = Callable[[Request, str, str], Awaitable[Response]]
"""(request, chat, language) → the answer."""


class Pages:
    def __init__(
        self,
        taking: Taking,
        setup: Setup,
        files: Files,
        workshop: Workshop,
        logins: Logins,
        hub: Hub,
    ) -> None:
        self._database = taking.database
        self._setup = setup
        self._files = files
        self._hub = hub
        self._logins = logins
        key = house_key(files.folder)
        self._links = Links(key, lambda: taking.database.clock())
        self._streams = Streams(taking.database, hub, setup.zone, self._links)
        self._receiver = Receiver(taking)
        self._uploads = Uploads(taking, setup, files, workshop)

    def routes(self) -> list[BaseRoute]:
        return [
            Route("/chat/{token}", self.chat),
            Route(f"{API}/log", self.log),
            Route(f"{API}/live", self.live),
            Route(f"{API}/map", self.map),
            Route(f"{API}/file/{{sha}}", self.file),
            Route(f"{API}/say", self.say, methods=["POST"]),
            Route(f"{API}/files", self.upload, methods=["POST"]),
        ]

    async def _chat_of(self, request: Request) -> str | None:
        return await self._logins.chat_of(request.path_params["token"])

    async def chat(self, request: Request) -> Response:
        return FileResponse(PAGE / "chat.html")

    async def log(self, request: Request) -> Response:
        chat = await self._chat_of(request)
        if chat is None:
            return PlainTextResponse("", 404)
        token = request.path_params["token"]
        after = whole(request.query_params.get("after"))
        shown, last = await self._streams.log(chat, token, after)
        me = await self._logins.me(chat)
        return JSONResponse(me | {"messages": shown, "last": last})

    async def live(self, request: Request) -> Response:
        chat = await self._chat_of(request)
        if chat is None:
            return PlainTextResponse("", 404)
        seen = request.headers.get("last-event-id")
        after = whole(seen or request.query_params.get("after"))
        token = request.path_params["token"]
        return EventSourceResponse(self._streams.events(chat, token, after), ping=20)

    async def map(self, request: Request) -> Response:
        return JSONResponse(drawn(self._database.directory.areas.values()))

    async def file(self, request: Request) -> Response:
        """For the chat for which its address was signed."""
        chat, sha = await self._chat_of(request), request.path_params["sha"]
        form = self._links.allow(chat, sha, request.query_params) if chat else ""
        if not form:
            return PlainTextResponse("", 404)
        try:
            return await asyncio.to_thread(served, self._files.path(sha), form)
        except (FileNotFoundError, ValueError):
            return PlainTextResponse("", 404)

    async def say(self, request: Request) -> Response:
        return await self._spoken(request, self._receiver.say)

    async def upload(self, request: Request) -> Response:
        return await self._spoken(request, self._uploads.upload)

    async def _spoken(self, request: Request, speak: Speak) -> Response:
        """Who became somebody else by what they said sees it on the page at once."""
        chat = await self._chat_of(request)
        if chat is None:
            gone = label(self._setup.language, "page-error-gone")
            return JSONResponse({"error": gone}, 404)
        before = await self._logins.me(chat)
        try:
            answer = await speak(request, chat, before["me"]["language"])
        except ClientDisconnect:
            # the page went away in the middle of a request; it will send it again
            return PlainTextResponse("", 400)
        now = await self._logins.me(chat)
        if now != before:
            self._hub.show(chat, "me", now)
        return answer
