"""Who may write: one row, whose number grows each time it is taken (docs/adr/0023).

On PostgreSQL the holder renews it, and writes no more some time before it ends; whoever waits for
it then takes it. After a sleep it counts only once it is renewed. On SQLite a lock beside the file
keeps others out, and the number tells a holder whom the lock has failed.
"""

from __future__ import annotations

import asyncio
import contextlib
import math
import os
import socket
import time
from collections.abc import Callable
from datetime import datetime
from typing import Any, NoReturn

from storage.asynchronous import AsyncConnection, AsyncEngine
from storage.file_lock import AlreadyRunning
from storage.lease_statements import STILL_OURS, STILL_OURS_AS, statements_for

LENGTH = 6.0  # seconds for which it is taken, and renewed
MARGIN = 1.0  # seconds before its end from which its holder writes no more
RENEWED_EVERY = 1.5  # seconds
ANSWERED_WITHIN = 2.0  # seconds, else a renewal has failed

Moment = tuple[float, float]
"""What boot clock and wall clock said, in seconds."""


class LeaseLost(RuntimeError):
    """This process may not write: another may have taken its place."""


def boot_time() -> float:
    """Seconds since the machine was started, its sleep among them: nobody sets this clock."""
    return time.clock_gettime(getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))


class Lease:
    """`number` is 0 until it is taken; `lost` is set once another has taken it since.

    A paused virtual machine may be told of it by the wall clock alone, so of the two clocks the
    one that has gone further counts.
    """

    def __init__(
        self,
        engine: AsyncEngine,
        clock: Callable[[], float] = boot_time,
        wall: Callable[[], float] = time.time,
    ) -> None:
        self._engine = engine
        self._clock = clock
        self._wall = wall
        self._postgres = engine.dialect.name == "postgresql"
        self._statements = statements_for(engine.dialect.name, LENGTH)
        self.number = 0
        self.lost = asyncio.Event()
        self._lasts = 0.0
        self._renewed: Moment = (0, 0)
        self._seen: tuple[int, datetime | None, float] = (0, None, 0.0)

    @property
    def over(self) -> bool:
        """Whether this process had it and may not write now."""
        late = self._since(self._renewed) >= self._lasts
        return self.number > 0 and (self.lost.is_set() or late)

    def _now(self) -> Moment:
        return self._clock(), self._wall()

    def _since(self, moment: Moment) -> float:
        """Seconds, by the clock that has gone further."""
        boot, wall = moment
        return max(self._clock() - boot, self._wall() - wall)

    # --- taking and keeping ---

    async def take(self) -> None:
        """Raises AlreadyRunning where another has it."""
        asked, holder = self._now(), f"{socket.gethostname()} {os.getpid()}"
        given: dict[str, Any] = {"holder": holder}
        if self._postgres:
            given |= await self._clear_the_way()
        async with self._engine.begin() as connection:
            taken = await connection.scalar(self._statements.take, given)
        if taken is None:
            raise AlreadyRunning("another Gridbee is running on this database")
        self.number = taken
        self._goes_on(asked)

    async def _clear_the_way(self) -> dict[str, Any]:
        """Ends what a holder that is stopped or cut off has left open, where its time is over: a
        transaction of it would keep its rows locked. Returns what `take` has to be given.
        """
        given = {"stale": self._stale()}
        async with self._engine.begin() as connection:
            found = await connection.execute(self._statements.standing, given)
            standing = found.one()
            if not standing.free:
                self._note(standing.number, standing.until)
                raise AlreadyRunning("another Gridbee is running on this database")
            await connection.execute(self._statements.end_what_is_left)
        return given

    def _note(self, number: int, until: datetime) -> None:
        """Since when it stands so, by our own clock."""
        if self._seen[:2] != (number, until):
            self._seen = (number, until, self._clock())

    def _stale(self) -> datetime | None:
        """The `until` of a lease that nobody has renewed for its length."""
        _, until, since = self._seen
        return until if self._clock() - since > LENGTH else None

    async def keep(self) -> None:
        """Renews it until it is lost. One that is late but that nobody has taken goes on."""
        while not self.lost.is_set():
            await asyncio.sleep(RENEWED_EVERY)
            with contextlib.suppress(Exception):
                async with asyncio.timeout(ANSWERED_WITHIN):
                    await self.renew()

    async def renew(self) -> None:
        """Sets `lost` where it is another's now."""
        asked = self._now()
        async with self._engine.begin() as connection:
            mine = {"ours": self.number}
            renewed = await connection.execute(self._statements.renew, mine)
        if renewed.rowcount:
            self._goes_on(asked)
        else:
            self.lost.set()

    def _goes_on(self, asked: Moment) -> None:
        self._renewed = asked
        self._lasts = LENGTH - MARGIN if self._postgres else math.inf

    async def give_back(self) -> None:
        """Whoever waits may take it at once. Where the database is away, when its time is over."""
        with contextlib.suppress(Exception):
            async with (
                asyncio.timeout(ANSWERED_WITHIN),
                self._engine.begin() as connection,
            ):
                mine = {"ours": self.number}
                await connection.execute(self._statements.give_back, mine)

    # --- guarding what is written ---

    def stand(self) -> None:
        """Raises LeaseLost where this process may not write now."""
        if self.over:
            raise LeaseLost("another Gridbee may have taken this database")

    def asked_for(self) -> int:
        """The number that a Unit has to find before it commits, 0 where there is none. Raises
        LeaseLost.
        """
        self.stand()
        return self.number

    async def confirm(self, connection: AsyncConnection) -> int:
        """Nobody takes it until this transaction is through. Returns the transaction's number on
        PostgreSQL, else 0. Raises LeaseLost.
        """
        ours = {"ours": self.number}
        asked = STILL_OURS_AS if self._postgres else STILL_OURS
        found = (await connection.execute(asked, ours)).first()
        if found is None:
            self.is_anothers()
        return int(found[1]) if self._postgres else 0

    def is_anothers(self) -> NoReturn:
        """Raises LeaseLost, from now on for everybody."""
        self.lost.set()
        raise LeaseLost("another Gridbee has taken this database")
