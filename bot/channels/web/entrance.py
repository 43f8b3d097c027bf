"""The first page: the demo's three phones; else one's own chat, behind a cookie.

Opening a link changes nothing, since previews open links too. The page says what is offered, and
enters when it is asked to: an invitation is taken by a press only.
"""

from __future__ import annotations

import re
from dataclasses import replace

from pydantic import ValidationError
from starlette.requests import Request
from starlette.responses import (
    FileResponse,
    JSONResponse,
    PlainTextResponse,
    RedirectResponse,
    Response,
)
from starlette.routing import BaseRoute, Route

from bot.channels.making import Phones
from bot.channels.web.app import PAGE
from bot.channels.web.events import event
from bot.channels.web.me import Owners, words
from bot.channels.web.opening import Opening
from bot.channels.web.said import MOST_ORDER, Strict, posted
from bot.channels.web.visitors import keep
from handlers.dialog.setup import Setup

START_CODE = re.compile(r"[A-Za-z0-9_-]{1,64}")  # what Telegram allows after ?start=
JSON = "application/json"


class Enter(Strict):
    """`start` is the code of the link."""

    start: str = ""


class Entrance:
    def __init__(
        self, opening: Opening, setup: Setup, owners: Owners, phones: Phones
    ) -> None:
        self._opening = opening
        self._visitors = opening.visitors
        self._taking = opening.taking
        self._setup = setup
        self._owners = owners
        self._phones = phones

    def routes(self) -> list[BaseRoute]:
        return [
            Route("/", self.home),
            Route("/chat/{token}", self.old_address),
            Route(
                "/api/offer",
                self.offer,
                methods=["POST"],
            ),
            Route(
                "/api/enter",
                self.enter,
                methods=["POST"],
            ),
            Route("/api/demo", self.demo),
            Route(
                "/api/demo",
                self.begin_demo,
                methods=["POST"],
            ),
        ]

    # --- looking ---

    async def home(self, request: Request) -> Response:
        linked = "start" in request.query_params
        if self._phones and not linked:
            return FileResponse(PAGE / "index.html")
        visitor = await self._visitors.of(request)
        if linked or visitor is None or visitor.login is None or visitor.stale:
            return FileResponse(PAGE / "enter.html")
        return keep(
            request,
            RedirectResponse("/chat", 303),
            visitor,
        )

    async def old_address(self, request: Request) -> Response:
        """Before 0.4 the secret stood here. The page takes it out of the address and asks."""
        return FileResponse(PAGE / "enter.html")

    async def offer(self, request: Request) -> Response:
        """What is behind a link, in the language of who looks. It changes nothing, and is posted
        only because a secret has no place in an address.
        """
        wanted = await _enter(request)
        if wanted is None:
            return PlainTextResponse("", 400)
        code = _code(wanted.start)
        visitor = await self._visitors.of(request)
        language = await self._owners.language(
            request, visitor.chat if visitor else None
        )
        found = await self._opening.offer(
            request,
            visitor,
            code,
            language,
        )
        return JSONResponse(
            {"offer": found, "language": language, "ui": words(language)}
        )

    async def demo(self, request: Request) -> Response:
        if not self._phones:
            return PlainTextResponse("", 404)
        shown = [{"role": one["role"], "title": one["title"]} for one in self._phones]
        return JSONResponse({"phones": shown, "language": self._setup.language})

    # --- entering ---

    async def enter(self, request: Request) -> Response:
        """Into the chat of the cookie, else into a new one; with the link's code.

        Only for our own page: another site's cannot send JSON here.
        """
        wanted = await _enter(request)
        if wanted is None:
            return PlainTextResponse("", 400)
        code = _code(wanted.start)
        if wanted.start and not code:
            code = "unknown"
        visitor = await self._visitors.of(request)
        entered = await self._opening.enter(
            request,
            visitor,
            code,
        )
        return keep(
            request,
            JSONResponse({"chat": "/chat"}),
            entered,
        )

    async def begin_demo(self, request: Request) -> Response:
        """Each phone has a cookie of its own. The demo's rider is greeted like everybody who comes
        for the first time; the intake knows who has been.
        """
        answer = await self.demo(request)
        for phone in self._phones:
            visitor = await self._visitors.given(phone["token"], phone["chat"])
            keep(
                request,
                answer,
                replace(visitor, seat=phone["role"]),
            )
            if phone["role"] == "rider":
                language = self._setup.language
                hello = event(
                    visitor.chat,
                    "start",
                    language,
                    text="/start",
                )
                await self._taking.offer([hello])
        return answer


def _code(start: str) -> str:
    """'' for what is no code."""
    return start if START_CODE.fullmatch(start) else ""


async def _enter(request: Request) -> Enter | None:
    if request.headers.get("content-type", "").partition(";")[0] != JSON:
        return None
    body = await posted(request, MOST_ORDER)
    try:
        return Enter.model_validate_json(body) if body is not None else None
    except ValidationError:
        return None
