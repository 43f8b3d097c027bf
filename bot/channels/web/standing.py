"""/health, and no other answer while this house is not the one that runs, or is full."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.channels.web.health import RUNNING, STAND_BY, State
from domain.unheard import Gap

RETRY = {"retry-after": "5"}  # seconds
HEALTH = "/health"


class Standing:
    """A proxy before two houses asks /health for 200. A channel that is late changes nothing of
    that: another house would not reach it either.
    """

    def __init__(self, app: ASGIApp, state: State) -> None:
        self._app = app
        self._state = state

    async def __call__(
        self,
        scope: Scope,
        receive: Receive,
        send: Send,
    ) -> None:
        answer = self._answer(scope["path"]) if scope["type"] == "http" else None
        await (answer or self._app)(
            scope,
            receive,
            send,
        )

    def _answer(self, path: str) -> Response | None:
        state, channels, unheard = self._state()
        code = 200 if state == RUNNING else 503
        if path == HEALTH:
            late = {"channels": dict(channels)} if channels else {}
            gaps = {"unheard": _told(unheard)} if unheard else {}
            return JSONResponse({"state": state} | late | gaps, code)
        if state == STAND_BY:
            return PlainTextResponse(
                state,
                code,
                headers=RETRY,
            )
        return None


def _told(unheard: Mapping[str, Gap]) -> dict[str, dict[str, str | None]]:
    """Times in ISO 8601; no end while it lasts."""
    return {
        channel: {
            "from": gap.since.isoformat(timespec="seconds"),
            "to": gap.until.isoformat(timespec="seconds") if gap.until else None,
        }
        for channel, gap in unheard.items()
    }


class Full:
    """Of a connection for which there is no room: how we are is answered all the same."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(
        self,
        scope: Scope,
        receive: Receive,
        send: Send,
    ) -> None:
        if scope["path"] == HEALTH:
            return await self._app(
                scope,
                receive,
                send,
            )
        closed = RETRY | {"connection": "close", "x-content-type-options": "nosniff"}
        await PlainTextResponse(
            "",
            503,
            headers=closed,
        )(
            scope,
            receive,
            send,
        )
