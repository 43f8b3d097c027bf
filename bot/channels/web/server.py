"""The web server on its socket."""

from __future__ import annotations

import socket
from collections.abc import Mapping, Sequence

import uvicorn
from starlette.routing import BaseRoute
from starlette.types import ASGIApp

from bot.channels.web.app import Before, build
from bot.channels.web.health import State
from bot.channels.web.limits.caller import Callers
from bot.channels.web.limits.connection import behind
from bot.channels.web.limits.gate import Gate
from bot.channels.web.listening import bound
from bot.config.limits import LimitsConfig
from bot.config.sections import WebConfig

AT_ONCE = 64  # connections taken before the gate has seen the first of them
QUEUE = 1024  # connections that the system keeps for us meanwhile


class Server(uvicorn.Server):
    """uvicorn without its own signal handling: the house decides when to stop."""

    def __init__(
        self,
        config: WebConfig,
        limits: LimitsConfig,
        routes: Sequence[BaseRoute],
        direct: Mapping[str, ASGIApp],
        state: State,
    ) -> None:
        callers = Callers(limits, config.named_proxies)
        before = Before(
            callers,
            limits,
            config.address,
        )
        super().__init__(
            uvicorn.Config(
                build(
                    routes,
                    direct,
                    state,
                    before,
                ),
                host=config.host,
                port=config.port,
                # its warnings are of requests that are none: anybody could fill a disk
                log_level="error",
                # its own handlers would print what an exception says
                log_config=None,
                access_log=False,
                timeout_graceful_shutdown=1,
                http=behind(Gate(limits, callers)),
                ws="none",
                lifespan="off",
                backlog=AT_ONCE,
                # whose word is taken is said in one place, limits/caller.py
                proxy_headers=False,
                server_header=False,
            )
        )
        self._web = config
        self._socket: socket.socket | None = None

    @property
    def port(self) -> int:
        """The port on which it really listens."""
        if self._socket is None:
            return self._web.port
        return int(self._socket.getsockname()[1])

    def listen(self) -> None:
        """Raises OSError, with the address, where somebody else has the port."""
        self._socket = bound(self._web.host, self._web.port)

    async def startup(
        self,
        sockets: list[socket.socket] | None = None,
    ) -> None:
        """asyncio takes as many at one go as it lets wait: here more may wait than are taken."""
        await super().startup(sockets)
        for one in sockets or ():
            one.listen(QUEUE)

    async def answer(self) -> None:
        """Serves until `should_exit`."""
        await self._serve(sockets=[self._socket] if self._socket else None)
