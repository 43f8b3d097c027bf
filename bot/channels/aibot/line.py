"""The robot's one connection, kept up: begun, kept awake, begun anew when it is lost."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime
from secrets import SystemRandom
from typing import Any

import structlog
from websockets.exceptions import WebSocketException

from bot.channels.aibot.connection import Connection, Frame
from bot.channels.aibot.dialling import dial
from bot.channels.aibot.errors import NOT_US, Displaced, SecretRefused
from bot.channels.tencent.calls import Refused, Uncertain, Unreached
from bot.config.aibot import AibotConfig
from bot.logs import told

log = structlog.get_logger()
PING_EVERY, PING_LASTS = 30.0, 10.0  # seconds, and until it counts as unanswered
MOST_UNANSWERED = 2
FIRST_WAIT, LONGEST_WAIT = 1.0, 30.0  # seconds between two tries
LASTED = 60.0
"""Seconds after which a connection counts as one that was well."""
EVENT = "aibot_event_callback"

Lost = (WebSocketException, OSError, Refused, Uncertain, Unreached)


class Line:
    """`came` takes what people do; `up` and `down` are called when the robot is heard, and when
    it is no more: `down` with when it last was.
    """

    def __init__(
        self,
        config: AibotConfig,
        clock: Callable[[], datetime],
        came: Callable[[Frame], None],
        up: Callable[[], None],
        down: Callable[[datetime], None],
    ) -> None:
        self._config = config
        self._clock = clock
        self._takes = came
        self._up, self._down = up, down
        self._now: Connection | None = None
        self._displaced = asyncio.Event()

    async def ask(self, cmd: str, body: Any, req_id: str = "") -> Frame:
        """Raises Refused, Uncertain or Unreached."""
        if self._now is None:
            raise Unreached
        return await self._now.ask(cmd, body, req_id)

    async def run(self) -> None:
        """Until cancelled. Raises Displaced or SecretRefused: then no other try helps."""
        tries, loop = 0, asyncio.get_running_loop()
        while True:
            began = loop.time()
            try:
                await self._once()
                log.warning("aibot.lost", why="closed")
            except Lost as error:
                log.warning("aibot.lost", **told(error))
            tries = 0 if loop.time() - began > LASTED else tries + 1
            await asyncio.sleep(wait_after(tries))

    async def _once(self) -> None:
        """One connection, from its begin to its end."""
        socket = await dial(self._config.url)
        self._displaced.clear()
        connection = Connection(socket, self._came, self._clock)
        reading = asyncio.create_task(connection.read())
        try:
            await self._subscribe(connection)
            await self._lives(connection, reading)
        finally:
            self._ends(connection)
            reading.cancel()
            await asyncio.wait([reading])
            await connection.close()

    async def _subscribe(self, connection: Connection) -> None:
        who = {"bot_id": self._config.bot_id, "secret": self._config.bot_secret}
        try:
            await connection.ask("aibot_subscribe", who)
        except Refused as refused:
            if refused.code == NOT_US:
                why = "WeCom does not accept the bot_id and secret of [aibot]"
                raise SecretRefused(why) from None
            raise

    async def _lives(
        self,
        connection: Connection,
        reading: asyncio.Task[None],
    ) -> None:
        """As long as it is heard. Raises Displaced, or Uncertain where nobody answers."""
        self._now = connection
        log.info("aibot.connected")
        self._up()
        displaced = asyncio.create_task(self._displaced.wait())
        awake = asyncio.create_task(self._keep_awake(connection))
        both = {reading, displaced, awake}
        try:
            await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
        finally:
            displaced.cancel()
            awake.cancel()
        if self._displaced.is_set():
            raise Displaced(
                "another connection took the place of this robot's: two programs run "
                "with the bot_id of [aibot]"
            )
        for task in (awake, reading):
            if task.done():
                task.result()

    async def _keep_awake(self, connection: Connection) -> None:
        """Raises Uncertain after two pings that nobody answered."""
        unanswered = 0
        while True:
            await asyncio.sleep(PING_EVERY)
            try:
                await connection.ask("ping", within=PING_LASTS)
                unanswered = 0
            except (Refused, Uncertain):
                unanswered += 1
            if unanswered >= MOST_UNANSWERED:
                raise Uncertain

    def _ends(self, connection: Connection) -> None:
        if self._now is connection:
            self._now = None
            self._down(connection.heard_at)

    def _came(self, frame: Frame) -> None:
        if frame.get("cmd") == EVENT and event_type(frame) == "disconnected_event":
            self._displaced.set()
            return
        self._takes(frame)


def event_type(frame: Frame) -> str:
    event = (frame.get("body") or {}).get("event")
    return str(event.get("eventtype", "")) if isinstance(event, dict) else ""


def wait_after(tries: int) -> float:
    """Seconds until the next try: 1, 2, 4 … 30, less up to half of it by chance, so that many
    houses do not come back at once.
    """
    longest = min(FIRST_WAIT * 2 ** max(tries - 1, 0), LONGEST_WAIT)
    return SystemRandom().uniform(longest / 2, longest)
