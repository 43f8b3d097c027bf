"""The first page: the demo's three phones; else one's own chat, behind a cookie.

Opening a link changes nothing, since previews open links too. The page says what is offered, and
enters when it is asked to: an invitation is taken by a press only.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Sequence
from dataclasses import asdict

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

from bot.channels.web.app import PAGE
from bot.channels.web.events import event
from bot.channels.web.me import Logins, words
from bot.channels.web.said import Strict, posted
from bot.channels.web.taking import Taking
from handlers.dialog.setup import Setup
from handlers.people.offers import INVITATION, offer

START_CODE = re.compile(r"[A-Za-z0-9_-]{1,64}")  # what Telegram allows after ?start=
COOKIE = "gridbee"
COOKIE_LASTS = 400 * 86400  # seconds; browsers keep none longer
JSON = "application/json"
MOST_BODY = 10_000  # bytes

Phones = Sequence[dict[str, str]]
"""The demo's: role, token and title of each; empty where the chat runs for real."""


class Enter(Strict):
    """`start` is the code of the link."""

    start: str = ""


class Entrance:
    def __init__(
        self, taking: Taking, setup: Setup, logins: Logins, phones: Phones
    ) -> None:
        self._taking = taking
        self._database = taking.database
        self._setup = setup
        self._logins = logins
        self._phones = phones

    def routes(self) -> list[BaseRoute]:
        return [
            Route("/", self.home),
            Route("/api/offer", self.offer),
            Route("/api/enter", self.enter, methods=["POST"]),
            Route("/api/demo", self.demo),
            Route("/api/demo", self.begin_demo, methods=["POST"]),
        ]

    # --- looking ---

    async def home(self, request: Request) -> Response:
        start = request.query_params.get("start", "")
        if self._phones and "start" not in request.query_params:
            return FileResponse(PAGE / "index.html")
        token = request.cookies.get(COOKIE, "")
        if start or not token or await self._logins.chat_of(token) is None:
            return FileResponse(PAGE / "enter.html")
        return _kept(request, RedirectResponse(f"/chat/{token}", 303), token)

    async def offer(self, request: Request) -> Response:
        """What is behind a link, in the language of who looks."""
        code = _code(request.query_params.get("start", ""))
        chat = await self._logins.chat_of(request.cookies.get(COOKIE, ""))
        language = await self._logins.language(chat)
        async with self._database.unit() as unit:
            found = await offer(unit, self._setup, code, language)
        return JSONResponse(
            {
                "offer": asdict(found) if found else None,
                "language": language,
                "ui": words(language),
            }
        )

    async def demo(self, request: Request) -> Response:
        if not self._phones:
            return PlainTextResponse("", 404)
        shown = {"phones": self._phones, "language": self._setup.language}
        return JSONResponse(shown)

    # --- entering ---

    async def enter(self, request: Request) -> Response:
        """Into the chat of the cookie, else into a new one; with the link's code.

        Only for our own page: another site's cannot send JSON here.
        """
        wanted = await _enter(request)
        if wanted is None:
            return PlainTextResponse("", 400)
        token = request.cookies.get(COOKIE, "")
        chat = await self._logins.chat_of(token) if token else None
        new = chat is None
        if chat is None:
            token, chat = secrets.token_urlsafe(24), secrets.token_hex(6)
            async with self._database.unit() as unit:
                await unit.web.add_login(token, chat)
        if new or wanted.start:
            await self._greet(chat, wanted.start)
        return _kept(request, JSONResponse({"chat": f"/chat/{token}"}), token)

    async def begin_demo(self, request: Request) -> Response:
        """The demo's rider is greeted like everybody who comes for the first time; the intake
        knows who has been.
        """
        for phone in self._phones:
            chat = await self._logins.chat_of(phone["token"])
            if phone["role"] == "rider" and chat is not None:
                await self._greet(chat, "")
        return await self.demo(request)

    async def _greet(self, chat: str, start: str) -> None:
        """A visitor who came by a link, or for the first time: the same as writing /start.

        An invitation works once; a QR code may be scanned again and again, but a reloaded page is
        no second scan.
        """
        code = _code(start)
        made = f"start-{code}" if code else "start"
        if code and not code.startswith(INVITATION):
            made += f"-{self._database.clock():%Y%m%d%H%M}"
        said = f"/start {code}".strip()
        hello = event(chat, made, self._setup.language, text=said)
        await self._taking.offer([hello])


def _code(start: str) -> str:
    """'' for what is no code."""
    return start if START_CODE.fullmatch(start) else ""


async def _enter(request: Request) -> Enter | None:
    if request.headers.get("content-type", "").partition(";")[0] != JSON:
        return None
    body = await posted(request, MOST_BODY)
    try:
        return Enter.model_validate_json(body) if body is not None else None
    except ValidationError:
        return None


def _kept(request: Request, answer: Response, token: str) -> Response:
    """The answer with the cookie that opens this chat again."""
    answer.set_cookie(
        COOKIE,
        token,
        max_age=COOKIE_LASTS,
        httponly=True,
        samesite="lax",
        secure=request.url.scheme == "https",
    )
    return answer
