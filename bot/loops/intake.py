"""The loop of what arrives: all that waits → one Unit → the desk → commit → only then
"received".
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import structlog
from sqlalchemy.exc import IntegrityError

from bot.logs import told
from bot.loops.delivery import Delivery
from bot.loops.errors import why
from bot.loops.isolating import apart
from bot.loops.rates import Rates
from bot.loops.unreadable import Unreadable
from domain.messages import Event, EventKind, tidy
from domain.reading.engine import engine
from domain.reading.read import read
from handlers import desk
from handlers.admin.quarantine import quarantined, unreadable
from handlers.dialog.limits import too_fast
from handlers.dialog.setup import Setup
from storage.database import Database
from storage.unit import Unit

log = structlog.get_logger()
MOST = 100  # events in one Unit
PAUSE = 0.2  # seconds, where nothing could be stored


class Offered:
    """Events that came together. One future for all of them, so that who offered them goes on
    before anything is sent: a poll asks for more while the answers go out.
    """

    __slots__ = ("_left", "over")

    def __init__(self, many: int) -> None:
        self.over: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._left = many

    def stored(self) -> None:
        """One of them is."""
        self._left -= 1
        if not self._left and not self.over.done():
            self.over.set_result(None)

    def failed(self, error: Exception) -> None:
        """One of them could not be stored: all are offered again."""
        if not self.over.done():
            self.over.set_exception(error)


Waiting = tuple[Event, Offered]


class Intake:
    """`offer` returns when its events are committed: the channel may then tell its side that
    they arrived.
    """

    def __init__(
        self,
        database: Database,
        setup: Setup,
        delivery: Delivery,
        unreadable: Unreadable,
    ) -> None:
        self._database = database
        self._unreadable = unreadable
        self._setup = setup
        self._delivery = delivery
        self._rates = Rates(setup.most_messages_a_minute)
        engine(
            setup.vocabulary
        )  # made now, so that nobody's first message waits for it
        self._waiting: deque[Waiting] = deque()
        self._wake = asyncio.Event()

    async def offer(self, events: Sequence[Event]) -> None:
        """Raises the database's error when nothing could be stored; the channel then keeps the
        events and retries.
        """
        if not events:
            return
        offered = Offered(len(events))
        self._waiting.extend((event, offered) for event in events)
        self._wake.set()
        await offered.over

    async def run(self) -> None:
        while True:
            await self._wake.wait()
            self._wake.clear()
            while self._waiting:
                many = min(MOST, len(self._waiting))
                await self._settle([self._waiting.popleft() for _ in range(many)])

    async def _settle(self, batch: list[Waiting]) -> None:
        try:
            await self.handle([event for event, _ in batch])
        except Exception as error:
            kind = type(error).__name__
            log.error(
                "intake.not_stored",
                error=kind,
                events=len(batch),
            )
            for _, offered in batch:
                offered.failed(error)
            await asyncio.sleep(PAUSE)
        else:
            for _, offered in batch:
                offered.stored()

    async def handle(self, events: list[Event]) -> None:
        """One Unit for all; if one event fails, each gets its own, and the one at fault is kept
        aside.
        """
        await apart(self._database, events, self._once, self._set_aside)

    async def _once(self, events: list[Event]) -> None:
        """All in one Unit, and once more where one of them had been seen longer ago than memory
        goes back (the row of its id was there).
        """
        try:
            await self._in_one_unit(events)
        except IntegrityError:
            await self._in_one_unit(events, again=True)

    async def _in_one_unit(self, events: list[Event], again: bool = False) -> None:
        async with self._database.unit() as unit:
            await unit.prepare(events, again)
            for event in events:
                if unit.arrivals.first_time(event):
                    await self._answer(event, unit)
        self._delivery.offer(unit.outbox.handover)

    async def _answer(self, event: Event, unit: Unit) -> None:
        text = tidy(event.text)
        if text != event.text:
            event = replace(event, text=text)
        seconds = self._too_fast(event)
        if seconds:
            too_fast(unit, self._setup, event, seconds)
        else:
            await desk.answer(event, unit, self._setup)

    def _too_fast(self, event: Event) -> int:
        """0, or for how many seconds its sender has to wait; whoever calls for help never has."""
        to_us = event.private or event.addressed
        if event.kind is not EventKind.MESSAGE or not to_us:
            return 0
        seconds = self._rates.too_fast(str(event.sender))
        danger = seconds and read(event.text, vocabulary=self._setup.vocabulary).danger
        return 0 if danger else seconds

    async def _set_aside(self, event: Event, error: Exception) -> None:
        """In quarantine, or where that takes it not, in the file of last resort."""
        keep = partial(self._quarantine, why=why(error))
        await apart(self._database, [event], keep, self._last_resort)

    async def _quarantine(self, events: list[Event], why: str) -> None:
        """Keeps the raw event; its sender and the admins hear of it once."""
        for event in events:
            log.error(
                "intake.quarantined",
                channel=event.channel,
                external_id=event.external_id,
                error=why.partition(":")[0],
            )
            async with self._database.unit() as unit:
                await unit.prepare([event], again=True)
                if not unit.arrivals.first_time(event):
                    return
                number = await unit.arrivals.quarantine(event, why)
                await quarantined(unit, self._setup, event, number)
            self._delivery.offer(unit.outbox.handover)

    async def _last_resort(self, event: Event, error: Exception) -> None:
        """Returns when it is on the disk: then it may be acknowledged. Raises OSError else."""
        at, named = self._database.clock(), (event.channel, event.external_id)
        keep = self._unreadable.keep
        await asyncio.to_thread(keep, at, *named, why(error), event.raw)
        log.error(
            "intake.unreadable",
            channel=event.channel,
            error=type(error).__name__,
        )
        for sender in (event, None):
            if await self._told_of_it(sender):
                break

    async def _told_of_it(self, event: Event | None) -> bool:
        """Whether its sender, where that is known, and the admins will hear of it."""
        try:
            async with self._database.unit() as unit:
                await unreadable(unit, self._setup, event)
        except Exception as error:
            log.error("intake.not_told", **told(error))
            return False
        self._delivery.offer(unit.outbox.handover)
        return True
