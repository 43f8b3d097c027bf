"""The loop of what arrives: all that waits → one Unit → the desk → commit → only then
"received".
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Sequence
from dataclasses import replace

import structlog
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError

from bot.loops.delivery import Delivery
from domain.emergency import emergency
from domain.messages import Event, EventKind, Reply, tidy
from domain.people import Role
from handlers import desk
from handlers.dialog.setup import Setup
from handlers.dialog.turn import ALBUM_PAUSE
from handlers.texts.sentences import known, say
from storage.database import Database
from storage.unit import Unit

DOWN = (OperationalError, InterfaceError, OSError)
log = structlog.get_logger()
MOST = 100
MINUTE = 60.0


def storage_is_down(error: Exception) -> bool:
    """Whether the database, not the event, is at fault: then nothing is acknowledged and all of
    it comes again.
    """
    return isinstance(error, DOWN) or (
        isinstance(error, DBAPIError) and error.connection_invalidated
    )


def _why(error: Exception) -> str:
    """An error for the quarantine's list; a database's own text would quote the whole row."""
    return (
        type(error.orig).__name__
        if isinstance(error, DBAPIError)
        else f"{type(error).__name__}: {error}"[:500]
    )


class Rates:
    """How fast somebody may talk. In memory: whoever floods us over a restart has earned a fresh
    minute.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._said: dict[str, deque[float]] = {}

    def too_fast(self, who: str) -> int:
        """0, or for how many seconds this sender has to wait."""
        now = time.monotonic()
        said = self._said.setdefault(who, deque())
        while said and now - said[0] > MINUTE:
            said.popleft()
        if len(said) >= self._most:
            return max(1, round(MINUTE - (now - said[0])))
        said.append(now)
        if len(self._said) > 20_000:
            self._said = {
                name: times
                for name, times in self._said.items()
                if times and now - times[-1] < MINUTE
            }
        return 0


class Intake:
    """`offer` returns when its events are committed: the channel may then tell its side that
    they arrived.
    """

    def __init__(self, database: Database, setup: Setup, delivery: Delivery) -> None:
        self._database = database
        self._setup = setup
        self._delivery = delivery
        self._rates = Rates(setup.most_messages_a_minute)
        self._waiting: deque[tuple[Event, asyncio.Future[None]]] = deque()
        self._wake = asyncio.Event()

    async def offer(self, events: Sequence[Event]) -> None:
        """Raises the database's error when nothing could be stored; the channel then keeps the
        events and retries.
        """
        loop = asyncio.get_running_loop()
        futures = [loop.create_future() for _ in events]
        self._waiting.extend(zip(events, futures, strict=True))
        self._wake.set()
        if futures:
            await asyncio.gather(*futures)

    async def run(self) -> None:
        while True:
            await self._wake.wait()
            self._wake.clear()
            while self._waiting:
                batch = [
                    self._waiting.popleft()
                    for _ in range(min(MOST, len(self._waiting)))
                ]
                await self._settle(batch)

    async def _settle(self, batch: list[tuple[Event, asyncio.Future[None]]]) -> None:
        try:
            await self.handle([event for event, _ in batch])
        except Exception as error:
            log.error(
                "intake.not_stored", error=type(error).__name__, events=len(batch)
            )
            for _, future in batch:
                if not future.done():
                    future.set_exception(error)
            await asyncio.sleep(0.2)
        else:
            for _, future in batch:
                if not future.done():
                    future.set_result(None)

    async def handle(self, events: list[Event]) -> None:
        """One Unit for all; if one event fails, each gets its own, and the one at fault is kept
        aside.
        """
        try:
            await self._in_one_unit(events)
        except Exception as error:
            if storage_is_down(error):
                raise
            if len(events) == 1:
                return await self._quarantine(events[0], error)
            for event in events:
                await self.handle([event])

    async def _in_one_unit(self, events: list[Event]) -> None:
        async with self._database.unit() as unit:
            await unit.prepare(events)
            for event in events:
                if unit.arrivals.first_time(event):
                    await self._answer(event, unit)
        self._delivery.offer(unit.outbox.handover)

    async def _answer(self, event: Event, unit: Unit) -> None:
        event = (
            replace(event, text=tidy(event.text))
            if tidy(event.text) != event.text
            else event
        )
        limited = (
            event.kind is EventKind.MESSAGE
            and event.private
            and not emergency(event.text)
        )
        seconds = self._rates.too_fast(str(event.sender)) if limited else 0
        if seconds:
            language = known(event.language or self._setup.language)
            reply = Reply(text=say(language, "refuse-too-fast", seconds=seconds))
            unit.outbox.add(
                event.chat, reply, replaces="too-fast", at=unit.now + ALBUM_PAUSE
            )
        else:
            await desk.answer(event, unit, self._setup)

    async def _quarantine(self, event: Event, error: Exception) -> None:
        """Keeps the raw event, tells its sender that a person will look, and the admins once."""
        log.error(
            "intake.quarantined",
            channel=event.channel,
            external_id=event.external_id,
            error=type(error).__name__,
        )
        async with self._database.unit() as unit:
            await unit.prepare([event])
            if not unit.arrivals.first_time(event):
                return
            number = await unit.arrivals.quarantine(event, _why(error))
            if event.press_ref:
                unit.outbox.add(event.chat, Reply(press_ref=event.press_ref))
            if event.kind is not EventKind.UNREADABLE:
                language = known(event.language or self._setup.language)
                unit.outbox.add(
                    event.sender, Reply(text=say(language, "refuse-quarantine"))
                )
            for person in unit.directory.staff.values():
                if person.has(Role.ADMIN):
                    text = say(
                        known(person.language or self._setup.language),
                        "admin-quarantined",
                        number=number,
                    )
                    for address in await unit.people.addresses(person.id):
                        unit.outbox.add(address, Reply(text=text))
        self._delivery.offer(unit.outbox.handover)
