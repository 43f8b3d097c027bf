"""What goes wrong on purpose, planned by a test."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Literal

from aiohttp import web

Kind = Literal["errcode", "502", "cut_before", "cut", "slow", "accept_then_timeout"]
BEFORE = frozenset({"errcode", "502", "cut_before"})
"""Refused before anything is done."""


@dataclass(slots=True)
class Failure:
    """One planned failure; `left` counts down with every call that it hits.

    path     below /cgi-bin/, None for all but gettoken
    skip     so many matching calls pass unharmed first
    seconds  how long "slow" and "accept_then_timeout" take
    """

    path: str | None
    kind: Kind = "errcode"
    left: int = 1
    errcode: int = -1
    skip: int = 0
    seconds: float = 0.2

    def meets(self, path: str) -> bool:
        return path != "gettoken" if self.path is None else path == self.path


@dataclass(slots=True)
class FailurePlan:
    """The failures still to come, in the order in which they were planned."""

    planned: list[Failure] = field(default_factory=list)

    def next_for(self, path: str) -> Failure | None:
        """The failure that hits this call, used up by one."""
        for failure in self.planned:
            if not failure.meets(path):
                continue
            if failure.skip:
                failure.skip -= 1
                continue
            failure.left -= 1
            if failure.left <= 0:
                self.planned.remove(failure)
            return failure
        return None


def dropped(request: web.Request) -> web.Response:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


async def broken(
    request: web.Request, whole: web.Response, failure: Failure
) -> web.Response:
    """After it is done."""
    if failure.kind in ("slow", "accept_then_timeout"):
        await asyncio.sleep(failure.seconds)
    return whole if failure.kind == "slow" else dropped(request)
