"""What a chat's page shows. A GET changes nothing."""

from __future__ import annotations

import asyncio
from functools import partial

from starlette.requests import Request
from starlette.responses import (
    FileResponse,
    JSONResponse,
    PlainTextResponse,
    Response,
)
from starlette.routing import BaseRoute, Route

from bot.channels.web import draw
from bot.channels.web.app import PAGE
from bot.channels.web.district import drawn
from bot.channels.web.limits.front import caller_of
from bot.channels.web.limits.open_pages import OpenPages
from bot.channels.web.links import Links
from bot.channels.web.live import Stream, Streams
from bot.channels.web.me import Owners
from bot.channels.web.said import whole
from bot.channels.web.stored import served
from bot.channels.web.taking import Taking
from bot.channels.web.visitors import Visitor, Visitors
from bot.config.limits import LimitsConfig
from bot.media.files import Files
from bot.media.key import house_key
from domain.messages import Address
from handlers.casework.still_shown import still_shown
from handlers.dialog.setup import Setup

API = "/api/chat/{seat}"


class Pages:
    def __init__(
        self,
        taking: Taking,
        setup: Setup,
        files: Files,
        owners: Owners,
        visitors: Visitors,
        limits: LimitsConfig,
    ) -> None:
        self._open = OpenPages(limits)
        self._database = taking.database
        self._setup = setup
        self._files = files
        self._taking = taking
        self._owners = owners
        self._visitors = visitors
        self._links = Links(house_key(files.folder), lambda: self._database.clock())
        looks = taking.database, taking.hub, setup.zone, self._links
        self._streams = Streams(*looks)

    def routes(self) -> list[BaseRoute]:
        return [
            Route("/chat", self.chat),
            Route(f"{API}/log", self.log),
            Route(f"{API}/live", self.live),
            Route(f"{API}/map", self.map),
            Route(f"{API}/file/{{sha}}", self.file),
        ]

    async def _visitor(self, request: Request) -> Visitor | None:
        return await self._visitors.of(request, request.path_params["seat"])

    async def chat(self, request: Request) -> Response:
        return FileResponse(PAGE / "chat.html")

    async def log(self, request: Request) -> Response:
        visitor = await self._visitor(request)
        if visitor is None:
            return PlainTextResponse("", 404)
        me = await self._owners.me(request, visitor.chat)
        if visitor.login is None:
            return JSONResponse(me | self._hello(visitor, me["me"]["language"]))
        after = whole(request.query_params.get("after"))
        shown, last = await self._streams.log(
            visitor.chat,
            visitor.seat,
            after,
        )
        return JSONResponse(me | {"messages": shown, "last": last})

    def _hello(self, visitor: Visitor, language: str) -> dict[str, object]:
        hello = self._taking.hello(visitor, language)
        shown = draw.message(
            hello,
            visitor.seat,
            self._setup.zone,
            self._links,
        )
        return {"messages": [shown], "last": 0, "new": True}

    async def live(self, request: Request) -> Response:
        """Nothing happens to a newcomer, so they need no connection of their own."""
        visitor = await self._visitor(request)
        if visitor is None or visitor.login is None:
            return PlainTextResponse("", 404)
        over = self._open.take(visitor.chat, caller_of(request))
        if over is None:
            return PlainTextResponse("", 429)
        seen = request.headers.get("last-event-id")
        after = whole(seen or request.query_params.get("after"))
        still = partial(self._visitors.still, visitor)
        events = self._streams.events(
            visitor.chat,
            visitor.seat,
            after,
            still,
        )
        return Stream(events, over)

    async def map(self, request: Request) -> Response:
        return JSONResponse(drawn(self._database.directory.areas.values()))

    async def file(self, request: Request) -> Response:
        """For the chat for which its address was signed, as long as its case is theirs to see."""
        visitor = await self._visitor(request)
        if visitor is None or visitor.login is None:
            return PlainTextResponse("", 404)
        sha = request.path_params["sha"]
        form = self._links.allow(
            visitor.chat,
            sha,
            request.query_params,
        )
        if not form or not await self._still(visitor, request):
            return PlainTextResponse("", 404)
        try:
            return await asyncio.to_thread(
                served,
                self._files.path(sha),
                form,
            )
        except (FileNotFoundError, ValueError):
            return PlainTextResponse("", 404)

    async def _still(self, visitor: Visitor, request: Request) -> bool:
        """The number of the case is signed with the rest of the address."""
        case_id = int(request.query_params["case"])
        if not case_id:
            return True
        async with self._database.unit() as unit:
            return await still_shown(unit, Address("web", visitor.chat), case_id)
