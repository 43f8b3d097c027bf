"""The web server on its socket."""

from __future__ import annotations

import socket
from collections.abc import Sequence

import uvicorn
from starlette.routing import BaseRoute

from bot.channels.web.app import build
from bot.channels.web.standing import State
from bot.config.sections import WebConfig


class Server(uvicorn.Server):
    """uvicorn without its own signal handling: the house decides when to stop."""

    def __init__(
        self,
        config: WebConfig,
        routes: Sequence[BaseRoute],
        state: State,
    ) -> None:
        super().__init__(
            uvicorn.Config(
                build(routes, state),
                host=config.host,
                port=config.port,
                log_level="warning",
                # its own handlers would print what an exception says
                log_config=None,
                access_log=False,
                timeout_graceful_shutdown=1,
                # the one that bounds a head: httptools, which is here too, does not
                http="h11",
                lifespan="off",
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
        self._socket = _bound(self._web.host, self._web.port)

    async def answer(self) -> None:
        """Serves until `should_exit`."""
        await self._serve(sockets=[self._socket] if self._socket else None)


def _bound(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((host, port))
    except OSError as error:
        made.close()
        why = f"cannot listen on {host}:{port} ({error.strerror})"
        raise OSError(error.errno, f"{why}; choose another [web] port") from None
    return made
