"""/health, and no other answer while this house is not the one that runs."""

from __future__ import annotations

from collections.abc import Callable

from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

RUNNING, STAND_BY, CUT_OFF = "running", "stand-by", "cut off"
State = Callable[[], str]

RETRY = {"retry-after": "5"}  # seconds


class Standing:
    """`state` is one of the three words above. A proxy before two houses asks /health for 200."""

    def __init__(self, app: ASGIApp, state: State) -> None:
        self._app = app
        self._state = state

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        answer = self._answer(scope["path"]) if scope["type"] == "http" else None
        await (answer or self._app)(scope, receive, send)

    def _answer(self, path: str) -> Response | None:
        state = self._state()
        code = 200 if state == RUNNING else 503
        if path == "/health":
            return JSONResponse({"state": state}, code)
        if state == STAND_BY:
            return PlainTextResponse(state, code, headers=RETRY)
        return None
