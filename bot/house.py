"""The house: its parts are started, watched and stopped."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import IO

import structlog

from bot.building import Server, server_of
from bot.channels.making import Phones, Receiver
from bot.channels.web.health import CUT_OFF, RUNNING, STAND_BY, Health
from bot.config.settings import Config
from bot.folder import hold_folder
from bot.inventory import Inventory
from bot.loops.clocks import Jump, watch_clocks
from bot.loops.holding import stand_by, taken, watch, while_held
from bot.loops.supervising import (
    Loops,
    Tasks,
    begin,
    cancel,
    first_of,
    kept,
    kept_up,
    until,
)
from storage.lease import LENGTH

log = structlog.get_logger()
STOP_SECONDS = 3.0
LAST_SECONDS = 1.5


class House(Inventory):
    """`phones` makes the demo page. Call `run()`; it returns after `stop()` or raises what
    cannot be mended.
    """

    def __init__(self, config: Config, phones: Phones = ()) -> None:
        super().__init__(config, phones)
        self.receivers, self.fatal = self.built.receivers, self.built.fatal
        self.server = server_of(self.built, config, self.state)
        self.started = asyncio.Event()
        self._stop = asyncio.Event()
        self._lock: IO[str] | None = None

    def state(self) -> Health:
        """What /health says."""
        if not self.started.is_set():
            return Health(STAND_BY, {})
        over = self.database.lease.over
        said = CUT_OFF if over else RUNNING
        return Health(said, self.setup.troubles, self.setup.unheard)

    @property
    def port(self) -> int:
        """The port the web server really listens on."""
        return self.server.port if self.server else self.config.web.port

    # --- running ---

    def stop(self) -> None:
        self._stop.set()

    async def run(self) -> None:
        """Raises AlreadyRunning, LeaseLost or TurnedAway; everything else is logged
        and tried again.
        """
        self._lock = hold_folder(self.config.service.data)
        if self.server:
            self.server.listen()
        tasks: Tasks = set()
        try:
            begin(tasks, [("stop", until(self._stop))])
            at_once = await taken(self.database)
            if not at_once:
                begin(tasks, self._doors())
                await self._stand_by(tasks)
            if not self._stop.is_set():
                await self._open(tasks)
                begin(tasks, self._doors() if at_once else [])
                await first_of(tasks)
        finally:
            await self._close(tasks)

    async def _stand_by(self, tasks: Tasks) -> None:
        """Until another house is gone, or this one is stopped."""
        await first_of(tasks, stand_by(self.database))
        for receiver in self.receivers.values():
            receiver.takes_over(LENGTH)

    async def _open(self, tasks: Tasks) -> None:
        """Reads what is known by heart: nobody else changes it from here on."""
        await self.database.start()
        directory = self.database.directory
        if directory.stations or directory.merchants:
            self.setup.special_days()  # a third of a second, which nobody is to wait for
        await self.delivery.start()
        begin(tasks, self._loops())
        self.ticks.start()
        self.started.set()

    def _loops(self) -> Loops:
        always = partial(kept, fatal=self.fatal)
        loops: Loops = [
            ("lease", watch(self.database.lease, self.database.connections)),
            ("clocks", watch_clocks(self._jumped)),
            always("intake", self.intake.run),
            always("delivery", self.delivery.run),
            always("watching", self.watching.run),
            always("switched off", self.switched_off.run),
        ]
        if self.config.media.fetch:
            loops.append(always("fetching", self.fetching().run))
        for name, receiver in self.receivers.items():
            loops.append((name, self._receive(name, receiver)))
        if self.receivers:
            loops.append(always("groups", self.trying.run))
        return loops

    def _doors(self) -> Loops:
        return [("web", self._answer(self.server))] if self.server else []

    async def _receive(self, name: str, receiver: Receiver) -> None:
        """A channel that turns us away shuts no other door."""
        try:
            await receiver.start()
            self.links[name] = receiver.link()
            log.info("channel.ready", channel=name)
            runs = partial(while_held, self.database.lease, receiver.run, receiver.anew)
            await kept_up(name, runs, self.fatal)
        except self.fatal as error:
            if len(self.channels) == 1:
                raise
            log.error("channel.refused", channel=name, why=str(error))
            self.watching.refused.add(name)
            await self._stop.wait()

    def _jumped(self, jump: Jump) -> None:
        """What has become due is looked for now."""
        self.ticks.at_once()
        for receiver in self.receivers.values() if jump.away else ():
            receiver.was_away(LENGTH)

    async def _answer(self, server: Server) -> None:
        await server.answer()
        if not self._stop.is_set():
            raise RuntimeError("the web server ended by itself")

    # --- stopping ---

    async def _close(self, tasks: Tasks) -> None:
        """Stops taking in first, then lets what is under way come to its end, within a few
        seconds.
        """
        await self.ticks.stop()
        if "web" in self.channels:
            await self.channels["web"].stop()
        if self.server:
            self.server.should_exit = True
        cancel(tasks, but=("web", "delivery"))
        # what was sent cannot be written down any more where the lease is over
        over = self.database.lease.over
        await self.delivery.settle(0 if over else STOP_SECONDS)
        cancel(tasks, but=("web",))
        if tasks:
            await asyncio.wait(tasks, timeout=LAST_SECONDS)
        cancel(tasks)
        self.workshop.close()
        for channel in self.channels.values():
            await channel.stop()
        await self.database.close()
        if self._lock is not None:
            self._lock.close()
