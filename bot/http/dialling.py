"""Opening a connection: TCP to whichever address answers first, a proxy's tunnel, TLS."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Callable
from functools import cached_property
from socket import SOCK_STREAM, socket
from typing import Any, cast

import aiohappyeyeballs

from bot.http.addresses import Origin, Proxy
from bot.http.connection import Connection

HEAD_START = (
    0.25  # seconds after which a second address is tried beside the first (RFC 8305)
)
RESOLVED = 10.0  # seconds for which the addresses of a name are taken to stand
LONGEST_HEAD = 16 * 1024  # bytes of a proxy's answer


class Dialler:
    """Opens connections to one host, through a proxy where there is one."""

    def __init__(self, origin: Origin, proxy: Proxy | None) -> None:
        self._origin = origin
        self._proxy = proxy
        self._resolving = asyncio.Lock()
        self._addresses: list[Any] = []
        self._resolved = 0.0

    @cached_property
    def _tls(self) -> ssl.SSLContext:
        """The system's certificates, and the host's name has to fit."""
        return ssl.create_default_context()

    async def __call__(self, new: Callable[[], Connection]) -> Connection:
        """Raises OSError, which a certificate that does not fit is too, or UnicodeError."""
        sock = await self._reached()
        try:
            if self._proxy is not None:
                return await self._through(
                    sock,
                    self._proxy,
                    new,
                )
            return await self._direct(sock, new)
        except BaseException:
            sock.close()
            raise

    async def _reached(self) -> socket:
        """A socket that is connected to the host, or to its proxy."""
        return await aiohappyeyeballs.start_connection(
            await self._found(), happy_eyeballs_delay=HEAD_START
        )

    async def _found(self) -> list[Any]:
        """The addresses; a burst of new connections asks for them once."""
        loop = asyncio.get_running_loop()
        there = self._proxy or self._origin
        async with self._resolving:
            if not self._addresses or loop.time() - self._resolved > RESOLVED:
                self._addresses = await loop.getaddrinfo(
                    there.host, there.port, type=SOCK_STREAM
                )
                self._resolved = loop.time()
        return self._addresses

    async def _direct(
        self,
        sock: socket,
        new: Callable[[], Connection],
    ) -> Connection:
        loop = asyncio.get_running_loop()
        tls = self._tls if self._origin.secure else None
        name = self._origin.host if tls else None
        _, connection = await loop.create_connection(
            new, sock=sock, ssl=tls, server_hostname=name
        )
        return connection

    async def _through(
        self, sock: socket, proxy: Proxy, new: Callable[[], Connection]
    ) -> Connection:
        """CONNECT, and TLS with the host itself: the proxy sees its name and nothing else."""
        loop = asyncio.get_running_loop()
        transport, tunnel = await loop.create_connection(Tunnel, sock=sock)
        try:
            transport.write(proxy.connect_to(self._origin))
            await tunnel.open
            connection = new()
            inner = await loop.start_tls(
                transport, connection, self._tls, server_hostname=self._origin.host
            )
        except BaseException:
            transport.abort()
            raise
        connection.connection_made(cast(asyncio.Transport, inner))
        return connection


class Tunnel(asyncio.Protocol):
    """Reads a proxy's answer to CONNECT; `open` is done when it is 200, and else raises
    ConnectionError.
    """

    def __init__(self) -> None:
        self.open: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._head = b""

    def data_received(self, data: bytes) -> None:
        self._head += data
        if b"\r\n\r\n" not in self._head:
            if len(self._head) > LONGEST_HEAD:
                self._refuse()
        elif (
            self._head.endswith(b"\r\n\r\n") and self._head.split(None, 2)[1] == b"200"
        ):
            if not self.open.done():
                self.open.set_result(None)
        else:
            self._refuse()

    def connection_lost(self, error: Exception | None) -> None:
        self._refuse()

    def _refuse(self) -> None:
        if not self.open.done():
            self.open.set_exception(ConnectionError("the proxy refused"))
