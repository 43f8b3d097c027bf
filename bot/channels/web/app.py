"""The web server's application: its routes, its files, and who stands before them."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Mount
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.channels.web.headers import Guard
from bot.channels.web.health import State
from bot.channels.web.limits.budgets import Busy
from bot.channels.web.limits.caller import Callers
from bot.channels.web.limits.front import Front
from bot.channels.web.limits.pace import Pace
from bot.channels.web.standing import Standing
from bot.config.limits import LimitsConfig
from handlers.texts.sentences import label

PAGE = Path(__file__).parent / "page"


def static() -> BaseRoute:
    """The page's own files."""
    return Mount("/static", StaticFiles(directory=PAGE))


@dataclass(frozen=True, slots=True)
class Before:
    """What stands before the routes; `address` is where people find the page."""

    callers: Callers
    limits: LimitsConfig
    address: str


class Direct:
    """Applications by path that stand before all others: no router, no headers for browsers."""

    def __init__(self, app: ASGIApp, direct: Mapping[str, ASGIApp]) -> None:
        self._app = app
        self._direct = direct

    async def __call__(
        self,
        scope: Scope,
        receive: Receive,
        send: Send,
    ) -> None:
        app = self._direct.get(scope.get("path", ""), self._app)
        await app(scope, receive, send)


def build(
    routes: Sequence[BaseRoute],
    direct: Mapping[str, ASGIApp],
    state: State,
    before: Before,
) -> ASGIApp:
    site = Starlette(
        routes=routes,
        middleware=[
            Middleware(
                Front,
                before.callers,
                before.address,
            ),
            Middleware(Standing, state),
            Middleware(Pace, before.limits),
        ],
        exception_handlers={Busy: _busy},
    )
    guarded = Guard(site)
    standing = {path: Standing(app, state) for path, app in direct.items()}
    return Direct(guarded, standing) if direct else guarded


async def _busy(request: Request, error: Exception) -> Response:
    """The page tries again by itself; the words are for whoever looks."""
    seconds = math.ceil(error.seconds) if isinstance(error, Busy) else 1
    language = request.headers.get("accept-language", "")[:2]
    said = label("en" if language == "en" else "zh-CN", "page-busy")
    headers = {"retry-after": str(max(1, seconds))}
    return JSONResponse(
        {"error": said},
        429,
        headers=headers,
    )
