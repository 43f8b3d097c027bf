"""The only file that knows all the parts: what is built from the configuration, started, watched
and stopped.
"""

from __future__ import annotations

import asyncio
from functools import partial
from typing import IO

import structlog
from starlette.routing import BaseRoute
from starlette.types import ASGIApp
from telegram.error import InvalidToken

from bot.channels.channel import Channel
from bot.channels.telegram.channel import Telegram
from bot.channels.telegram.polling import TokenTaken
from bot.channels.telegram.receive import read_safely
from bot.channels.web.doors import doors
from bot.channels.web.entrance import Phones
from bot.channels.web.events import unpack
from bot.channels.web.server import Server, serving
from bot.channels.web.standing import CUT_OFF, RUNNING, STAND_BY
from bot.config.settings import Config
from bot.folder import hold_folder
from bot.loops.clocks import Jump, watch_clocks
from bot.loops.delivery import Delivery
from bot.loops.fetching import Fetching
from bot.loops.holding import stand_by, taken, watch, while_held
from bot.loops.intake import Intake
from bot.loops.supervising import Loops, Tasks, begin, cancel, first_of, kept_up
from bot.loops.ticks import Ticks
from bot.loops.trying import Trying
from bot.media.files import Files
from domain.messages import Event
from handlers.dialog.setup import Setup
from storage.database import Database
from storage.lease import LENGTH

log = structlog.get_logger()
FATAL = (TokenTaken, InvalidToken)
STOP_SECONDS = 3.0
LAST_SECONDS = 1.5


class House:
    """`phones` makes the demo page. Call `run()`; it returns after `stop()` or raises what
    cannot be mended.
    """

    def __init__(self, config: Config, phones: Phones = ()) -> None:
        self.config = config
        self.database = Database(config.database_url)
        self.files = Files(config.service.data / "files")
        self.links: dict[str, str] = {"web": config.web.address + "/?start={code}"}
        self.setup: Setup = config.setup(self.links)
        self.channels: dict[str, Channel] = {}
        self.delivery = Delivery(self.database, self.setup, self.channels)
        self.intake = Intake(self.database, self.setup, self.delivery)
        self.ticks = Ticks(self.database, self.setup, self.delivery)
        self.trying = Trying(self.database, self.setup, self.channels, self.delivery)
        self.telegram = self._telegram()
        routes, direct = self._web(phones), self._webhook()
        self.server = serving(config.web, config.limits, routes, direct, self.state)
        self.started = asyncio.Event()
        self._stop = asyncio.Event()
        self._lock: IO[str] | None = None

    # --- building ---

    def _telegram(self) -> Telegram | None:
        config = self.config
        if not config.telegram.secret_token:
            return None
        made = Telegram(
            config.telegram,
            self.database,
            self.files,
            self.intake.offer,
            config.service.language,
        )
        self.channels["telegram"] = made
        return made

    def _web(self, phones: Phones) -> list[BaseRoute]:
        """The doors of the web chat, where it is switched on."""
        if not self.config.web.enabled:
            return []
        channel, routes = doors(
            self.database,
            self.setup,
            self.files,
            self.intake.offer,
            phones,
            self.config.limits,
        )
        self.channels["web"] = channel
        return routes

    def _webhook(self) -> dict[str, ASGIApp]:
        """The door for Telegram, where it brings the updates itself."""
        if self.telegram is None or self.config.telegram.mode != "webhook":
            return {}
        return {"/telegram": self.telegram.webhook}

    def state(self) -> str:
        """What /health says."""
        if not self.started.is_set():
            return STAND_BY
        return CUT_OFF if self.database.lease.over else RUNNING

    @property
    def port(self) -> int:
        """The port the web server really listens on."""
        return self.server.port if self.server else self.config.web.port

    # --- running ---

    def stop(self) -> None:
        self._stop.set()

    async def run(self) -> None:
        """Raises AlreadyRunning, LeaseLost, TokenTaken or InvalidToken; everything else is logged
        and tried again.
        """
        self._lock = hold_folder(self.config.service.data)
        if self.server:
            self.server.listen()
        tasks: Tasks = set()
        try:
            begin(tasks, [("stop", self._wait_for_stop())])
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
        if self.telegram is not None:
            self.telegram.takes_over(LENGTH)

    async def _open(self, tasks: Tasks) -> None:
        """Reads what is known by heart: nobody else changes it from here on."""
        await self.database.start()
        await self.delivery.start()
        begin(tasks, self._loops())
        self.ticks.start()
        self.started.set()

    async def _wait_for_stop(self) -> None:
        await self._stop.wait()

    def _loops(self) -> Loops:
        loops: Loops = [
            ("lease", watch(self.database.lease)),
            ("clocks", watch_clocks(self._jumped)),
            ("intake", kept_up("intake", self.intake.run, FATAL)),
            ("delivery", kept_up("delivery", self.delivery.run, FATAL)),
        ]
        if self.config.media.fetch:
            fetching = Fetching(
                self.database, self.setup, self.channels, self.files, self.delivery
            )
            loops.append(("fetching", kept_up("fetching", fetching.run, FATAL)))
        if self.telegram is not None:
            loops.append(("telegram", self._receive(self.telegram)))
            loops.append(("groups", kept_up("groups", self.trying.run, FATAL)))
        return loops

    def _doors(self) -> Loops:
        return [("web", self._answer(self.server))] if self.server else []

    async def _receive(self, telegram: Telegram) -> None:
        await telegram.start()
        self.links["telegram"] = f"https://t.me/{telegram.username}?start={{code}}"
        mode = self.config.telegram.mode
        log.info("telegram.ready", username=telegram.username, mode=mode)
        polls = partial(while_held, self.database.lease, telegram.run, telegram.anew)
        await kept_up("telegram", polls, FATAL)

    def _jumped(self, jump: Jump) -> None:
        """What has become due is looked for now."""
        self.ticks.at_once()
        if self.telegram and jump.away:
            self.telegram.was_away(LENGTH)

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
        for channel in self.channels.values():
            await channel.stop()
        await self.database.close()
        if self._lock is not None:
            self._lock.close()


def read_again(channel: str, external_id: str, raw: object) -> Event | None:
    """The event that was kept raw, None where that cannot be read."""
    if channel == "telegram" and isinstance(raw, dict):
        return read_safely(raw)
    return unpack(external_id, raw) if channel == "web" else None
