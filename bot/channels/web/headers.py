"""The headers on every answer, by which browsers keep the page safe."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADERS = {
    "content-security-policy": (
        "default-src 'self'; img-src 'self' blob: data:; frame-ancestors 'none'; "
        "base-uri 'none'; form-action 'self'; object-src 'none'"
    ),
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": (
        "geolocation=(self), camera=(), microphone=(), payment=(), usb=(), "
        "browsing-topics=()"
    ),
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}
HSTS = "max-age=31536000"  # a year
STATIC = "/static/"


class Guard:
    """What says nothing of its own about being kept is not kept, unless it is the page's own
    file: everything else is somebody's.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(
        self,
        scope: Scope,
        receive: Receive,
        send: Send,
    ) -> None:
        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                _add(MutableHeaders(scope=message), scope)
            await send(message)

        await self._app(
            scope,
            receive,
            guarded if scope["type"] == "http" else send,
        )


def _add(headers: MutableHeaders, scope: Scope) -> None:
    headers.update(HEADERS)
    if scope["scheme"] == "https":
        headers["strict-transport-security"] = HSTS
    kept = "no-cache" if scope["path"].startswith(STATIC) else "no-store"
    headers.setdefault("cache-control", kept)
