"""The web server's application: its routes, its files, and the headers on every answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Mount
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.channels.web.standing import Standing, State

PAGE = Path(__file__).parent / "page"
HEADERS = (
    (
        b"content-security-policy",
        b"default-src 'self'; img-src 'self' blob: data:; frame-ancestors 'none'",
    ),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
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


def static() -> BaseRoute:
    """The page's own files."""
    return Mount("/static", StaticFiles(directory=PAGE))


class Direct:
    """Applications by path that stand before all others: no router, no headers for browsers."""

    def __init__(self, app: ASGIApp, direct: Mapping[str, ASGIApp]) -> None:
        self._app = app
        self._direct = direct

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        app = self._direct.get(scope.get("path", ""), self._app)
        await app(scope, receive, send)


def build(
    routes: Sequence[BaseRoute], direct: Mapping[str, ASGIApp], state: State
) -> ASGIApp:
    site = Starlette(
        routes=routes,
        middleware=[Middleware(Guard), Middleware(Standing, state)],
    )
    standing = {path: Standing(app, state) for path, app in direct.items()}
    return Direct(site, standing) if direct else site
