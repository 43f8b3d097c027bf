"""What a person says on their page: who they are, what it may cost, what they become by it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from bot.channels.web.devices import device
from bot.channels.web.limits.front import caller_of
from bot.channels.web.limits.quota import Quota
from bot.channels.web.me import Owners
from bot.channels.web.receive import Receiver
from bot.channels.web.taking import Newcomer, Taking
from bot.channels.web.upload import Uploads
from bot.channels.web.visitors import Visitor, Visitors, keep
from bot.media.files import Files
from bot.workshop.workshop import Workshop
from handlers.dialog.setup import Setup
from handlers.texts.sentences import label

API = "/api/chat/{seat}"
Speak = Callable[[Request, str, str], Awaitable[Response]]
"""(request, chat, language) → the answer."""


class Speaking:
    def __init__(
        self,
        taking: Taking,
        setup: Setup,
        files: Files,
        workshop: Workshop,
        owners: Owners,
        visitors: Visitors,
    ) -> None:
        self._taking = taking
        self._setup = setup
        self._owners = owners
        self._visitors = visitors
        self._receiver = Receiver(taking)
        quota = Quota(visitors.budgets)
        self._uploads = Uploads(taking, setup, files, workshop, quota)

    def routes(self) -> list[BaseRoute]:
        return [
            Route(f"{API}/say", self.say, methods=["POST"]),
            Route(f"{API}/files", self.upload, methods=["POST"]),
        ]

    async def say(self, request: Request) -> Response:
        return await self._spoken(request, self._receiver.say)

    async def upload(self, request: Request) -> Response:
        return await self._spoken(request, self._uploads.upload)

    async def _spoken(self, request: Request, speak: Speak) -> Response:
        """Who became somebody else by what they said sees it on the page at once."""
        visitor = await self._visitors.of(request, request.path_params["seat"])
        if visitor is None:
            gone = label(self._setup.language, "page-error-gone")
            return JSONResponse({"error": gone}, 404)
        chat = visitor.chat
        before = await self._owners.me(request, chat)
        language = before["me"]["language"]
        try:
            answer = await self._heard(request, visitor, language, speak)
        except ClientDisconnect:
            # the page went away in the middle of a request; it will send it again
            return PlainTextResponse("", 400)
        now = await self._owners.me(request, chat)
        if now != before:
            self._taking.hub.show(chat, "me", now)
        return answer

    async def _heard(
        self, request: Request, visitor: Visitor, language: str, speak: Speak
    ) -> Response:
        if visitor.login is not None:
            await self._visitors.uses(request, visitor.login)
            return await speak(request, visitor.chat, language)
        self._visitors.budgets.first_words.take(caller_of(request))
        newcomer = Newcomer(visitor, language, device(request))
        with self._taking.speaking(newcomer):
            answer = await speak(request, visitor.chat, language)
        return keep(request, answer, visitor, known=True)
