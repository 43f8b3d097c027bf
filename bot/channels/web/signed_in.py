"""The devices that are signed in to a chat: listed, ended, and a link for one more."""

from __future__ import annotations

from typing import Any

from pydantic import Field, ValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from bot.channels.web.said import MOST_ORDER, Strict, posted
from bot.channels.web.taking import Taking
from bot.channels.web.visitors import SEATS, Visitor, Visitors, forget
from domain.start_codes import Begins
from handlers.dialog.setup import Setup
from storage.login import Login
from storage.logins import LINK_LASTS

API = "/api/chat/{seat}"


class End(Strict):
    """`device` is a login's name, as listed."""

    device: str = Field(max_length=64)


class SignedIn:
    def __init__(
        self,
        taking: Taking,
        setup: Setup,
        visitors: Visitors,
    ) -> None:
        self._database = taking.database
        self._hub = taking.hub
        self._setup = setup
        self._visitors = visitors

    def routes(self) -> list[BaseRoute]:
        return [
            Route(f"{API}/devices", self.devices),
            Route(
                f"{API}/devices/end",
                self.end,
                methods=["POST"],
            ),
            Route(
                f"{API}/devices/link",
                self.link,
                methods=["POST"],
            ),
            Route(
                f"{API}/leave",
                self.leave,
                methods=["POST"],
            ),
        ]

    async def _owner(self, request: Request) -> tuple[Visitor, Login] | None:
        """A newcomer is signed in nowhere."""
        seat = request.path_params["seat"]
        visitor = await self._visitors.of(request, seat)
        if visitor is None or visitor.login is None:
            return None
        return visitor, visitor.login

    async def devices(self, request: Request) -> Response:
        owner = await self._owner(request)
        if owner is None:
            return PlainTextResponse("", 404)
        visitor, login = owner
        async with self._database.reader() as reader:
            found = await reader.logins.of(visitor.chat)
        return JSONResponse({"devices": [self._shown(one, login) for one in found]})

    def _shown(self, one: Login, mine: Login) -> dict[str, Any]:
        seen = (one.seen_at or one.made_at).astimezone(self._setup.zone)
        return {
            "device": one.name,
            "what": one.device,
            "seen": seen.isoformat(timespec="minutes"),
            "this": one.hash == mine.hash,
        }

    async def end(self, request: Request) -> Response:
        """One of one's own; somebody else's is as if there were none."""
        owner = await self._owner(request)
        wanted = await _wanted(request)
        if owner is None or wanted is None:
            return PlainTextResponse("", 404 if owner is None else 400)
        chat = owner[0].chat
        async with self._database.unit() as unit:
            ended = await unit.logins.end(chat, wanted.device)
        self._hub.ask_again(chat)
        return JSONResponse({"ok": True}) if ended else PlainTextResponse("", 404)

    async def link(self, request: Request) -> Response:
        owner = await self._owner(request)
        if owner is None:
            return PlainTextResponse("", 404)
        async with self._database.unit() as unit:
            secret = await unit.logins.link(owner[0].chat)
        address = self._setup.link("web", Begins.DEVICE + secret)
        minutes = int(LINK_LASTS.total_seconds() // 60)
        return JSONResponse({"link": address, "minutes": minutes})

    async def leave(self, request: Request) -> Response:
        """Signs this device out. Doing so twice is no mistake."""
        seat = request.path_params["seat"]
        if seat not in SEATS:
            return PlainTextResponse("", 404)
        owner = await self._owner(request)
        if owner is not None:
            visitor, login = owner
            async with self._database.unit() as unit:
                await unit.logins.end(visitor.chat, login.name)
            self._hub.ask_again(visitor.chat)
        return forget(
            request,
            JSONResponse({"ok": True}),
            seat,
        )


async def _wanted(request: Request) -> End | None:
    body = await posted(request, MOST_ORDER)
    try:
        return End.model_validate_json(body) if body is not None else None
    except ValidationError:
        return None
