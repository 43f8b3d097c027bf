"""The first look at a request: who asks, over which scheme, and from whose page.

Sites of others may make a browser ask us with our own cookie. What changes something is done
only for our own pages: browsers say where a request comes from (`Sec-Fetch-Site`, W3C Fetch
Metadata; `Origin` where the page is no secure one), and no script can write these two headers.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.channels.web.limits.caller import Caller, Callers
from bot.channels.web.limits.turns import Turns

SAFE = ("GET", "HEAD", "OPTIONS")
SCHEMES = ("http", "https")
CALLER = "caller"


class Front:
    """`address` is where people find the page, as the configuration has it."""

    def __init__(self, app: ASGIApp, callers: Callers, address: str) -> None:
        self._app = app
        self._callers = callers
        self._own = _origin(address)
        self._turns = Turns()

    async def __call__(
        self,
        scope: Scope,
        receive: Receive,
        send: Send,
    ) -> None:
        if scope["type"] != "http":
            return await self._app(
                scope,
                receive,
                send,
            )
        headers = Headers(scope=scope)
        await self._turns.wait(self._named(scope, headers))
        if scope["method"] not in SAFE and self._foreign(headers):
            return await PlainTextResponse("", 403)(
                scope,
                receive,
                send,
            )
        await self._app(scope, receive, send)

    def _named(self, scope: Scope, headers: Headers) -> Caller:
        peer = (scope["client"] or ("",))[0]
        forwarded = ",".join(headers.getlist("x-forwarded-for"))
        caller = self._callers.of(peer, forwarded)
        scope.setdefault("state", {})[CALLER] = caller
        scheme = headers.get("x-forwarded-proto", "").rpartition(",")[2].strip()
        if scheme in SCHEMES and self._callers.trusts(peer):
            scope["scheme"] = scheme
        return caller

    def _foreign(self, headers: Headers) -> bool:
        """Programs that are no browser send neither header, and carry nobody's cookie."""
        site = headers.get("sec-fetch-site")
        if site is not None:
            return site != "same-origin"
        origin = headers.get("origin")
        if origin is None or origin == self._own:
            return False
        return urlsplit(origin).netloc != headers.get("host", "")


def caller_of(connection: HTTPConnection) -> Caller:
    """Who asks, as the front has found out."""
    found: Caller = connection.scope["state"][CALLER]
    return found


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"
