"""Kept connections to one host: the one used last is taken first, and who finds none waits in
line.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence

from bot.http.connection import Answer, Connection
from bot.http.errors import NotSent, TooLate

Dial = Callable[[Callable[[], Connection]], Awaitable[Connection]]
"""Opens a connection with what the factory makes. Raises OSError or UnicodeError."""

KEEP = 60.0  # seconds that a connection may stand idle: servers keep theirs longer


class Pool:
    """At most `limit` connections at a time, counting those that are being opened."""

    def __init__(self, dial: Dial, limit: int) -> None:
        self._dial = dial
        self._limit = limit
        self._taken = 0  # places, of connections that are open or being opened
        self._open: set[Connection] = set()
        self._idle: list[Connection] = []
        self._line: deque[asyncio.Future[Connection | None]] = deque()
        self._sweeper: asyncio.TimerHandle | None = None
        self._nothing_open = asyncio.Event()
        self._closed = False

    async def ask(
        self, start: bytes, rest: Sequence[bytes], connect: float, within: float
    ) -> Answer:
        """`connect` bounds the opening of a connection, and `within` so many seconds after it was
        asked for the answer has to be whole. In line one waits as long as for both.

        Raises NotSent or NoAnswer. A caller that is cancelled takes its connection along.
        """
        loop = asyncio.get_running_loop()
        now = loop.time()
        connection = self._youngest(now)
        if connection is None:
            connection = await self._another(connect, now + connect + within)
            now = loop.time()
        answer = connection.ask(start, rest)
        timer = loop.call_at(
            now + within,
            connection.expire,
            answer,
        )
        try:
            return await answer
        except asyncio.CancelledError:
            connection.leave(answer)
            raise
        except TooLate:
            self._doubt(now)
            raise
        finally:
            timer.cancel()

    def let_go(self) -> None:
        """Closes what stands idle; what is in use comes to its end."""
        for connection in tuple(self._idle):
            connection.close()

    async def close(self) -> None:
        """For good. Who waits for an answer gets NoAnswer, who waits in line NotSent."""
        self._closed = True
        if self._sweeper is not None:
            self._sweeper.cancel()
        while self._line:
            turn = self._line.popleft()
            if not turn.done():
                turn.set_exception(NotSent("closed"))
        for connection in tuple(self._open):
            connection.close()
        if self._open:
            await self._nothing_open.wait()

    # --- finding one ---

    def _youngest(self, now: float) -> Connection | None:
        """The idle connection that was used last, if it is open and not too old."""
        while self._idle:
            connection = self._idle.pop()
            if connection.usable:
                if now - connection.since <= KEEP:
                    return connection
                connection.close()
        return None

    async def _another(self, connect: float, ends: float) -> Connection:
        """One that becomes free, or a new one."""
        try:
            async with asyncio.timeout_at(ends):
                while connection := await self._turn():
                    if connection.usable:
                        return connection
                return await self._opened(connect)
        except TimeoutError:
            raise NotSent("no connection in time") from None

    async def _turn(self) -> Connection | None:
        """A connection that became free, or None: there is a place for a new one."""
        if self._closed:
            raise NotSent("closed")
        if self._taken < self._limit:  # then nobody is in line
            self._taken += 1
            return None
        turn: asyncio.Future[Connection | None]
        turn = asyncio.get_running_loop().create_future()
        self._line.append(turn)
        try:
            return await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled() and not turn.exception():
                self._pass_on(turn.result())
            raise

    async def _opened(self, connect: float) -> Connection:
        made = None
        try:
            async with asyncio.timeout(connect):
                made = await self._dial(self._new)
        except (OSError, UnicodeError) as error:  # TimeoutError is an OSError
            raise NotSent(type(error).__name__) from None
        finally:
            if made is None:
                self._pass_on(None)
        self._open.add(made)
        if not made.usable:
            self._lost(made)
            raise NotSent("closed at once")
        if self._closed:
            made.close()
            raise NotSent("closed")
        return made

    def _new(self) -> Connection:
        return Connection(self._freed, self._lost)

    # --- letting it go ---

    def _freed(self, connection: Connection) -> None:
        loop = asyncio.get_running_loop()
        connection.since = loop.time()
        if self._closed:
            connection.close()
            return
        self._pass_on(connection)
        if self._sweeper is None:
            self._sweeper = loop.call_later(KEEP, self._sweep)

    def _lost(self, connection: Connection) -> None:
        if connection not in self._open:
            return
        self._open.remove(connection)
        if connection in self._idle:
            self._idle.remove(connection)
        if not self._open:
            self._nothing_open.set()
        self._pass_on(None)

    def _pass_on(self, what: Connection | None) -> None:
        """A connection, or the place for one, goes to the first in line."""
        while self._line:
            turn = self._line.popleft()
            if not turn.done():
                turn.set_result(what)
                return
        if what is None:
            self._taken -= 1
        else:
            self._idle.append(what)

    def _doubt(self, since: float) -> None:
        """One got no answer. What has stood idle all the while may be as dead and nobody told of it
        (a router that lost its table): it is not tried after it, each for its whole time.
        """
        for connection in [one for one in self._idle if one.since <= since]:
            connection.close()

    def _sweep(self) -> None:
        """Closes what was idle for too long; the oldest stand first."""
        loop = asyncio.get_running_loop()
        self._sweeper = None
        old = loop.time() - KEEP
        for connection in [one for one in self._idle if one.since <= old]:
            connection.close()
        if self._idle:
            self._sweeper = loop.call_later(KEEP / 4, self._sweep)
