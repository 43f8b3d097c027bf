"""WeCom's intelligent robot as one of the house's channels."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import structlog

from bot.channels.aibot.connection import Frame
from bot.channels.aibot.draw import CAN
from bot.channels.aibot.line import Line
from bot.channels.aibot.receive import CHANNEL, event_of, is_private, speaker
from bot.channels.aibot.send import Sender
from bot.channels.channel import FetchError, Sent
from bot.channels.making import Parts
from bot.logs import told
from domain.messages import Address, Can, Media
from storage.memory.media import Kept
from storage.outbox.letters import Letter
from storage.sent_messages import SentMessage

log = structlog.get_logger()
AGAIN = 1.0  # seconds until what could not be stored is tried again


class Aibot:
    """It opens the connection itself; what comes over it comes once, so it is kept here until it
    is stored.
    """

    name = CHANNEL
    per_second = 0.0
    burst = 1

    def __init__(self, parts: Parts) -> None:
        self.anew = asyncio.Event()
        self._offer = parts.offer
        self._known = "wecom" if parts.config.wecom.enabled else CHANNEL
        self._line = Line(parts.config.aibot, self._came, self._up, self._down)
        self._sender = Sender(self._line)
        self._taking: set[asyncio.Task[None]] = set()

    # --- what the house asks ---

    def can(self, chat: str) -> Can:
        return CAN

    def claims(self, chat: str) -> bool:
        return False

    def pace_of(self, chat: str) -> tuple[float, int]:
        return 0.0, 1

    def is_private(self, chat: str) -> bool:
        return is_private(chat)

    def silent_for(self) -> float:
        return 0.0

    async def page(self, letter: Letter) -> str:
        return ""

    async def listens(self, chat: str) -> bool:
        """Nobody can be asked whether the robot is still in a group."""
        return True

    async def send(
        self, letter: Letter, standing: SentMessage | None, media: Sequence[Kept]
    ) -> list[Sent]:
        """Raises SendError."""
        return await self._sender.send(letter, standing)

    async def fetch(self, media: Media) -> bytes:
        raise FetchError("nothing is brought", permanent=True)

    # --- the loop ---

    async def start(self) -> None:
        """Nothing has to be asked before people are heard."""

    def link(self) -> str:
        """There is no address that opens a robot with a code: they say the words."""
        return "/start {code}"

    async def run(self) -> None:
        """Until cancelled. Raises Displaced or SecretRefused."""
        await self._line.run()

    def takes_over(self, seconds: float) -> None:
        """The newest connection counts: whoever was here before loses theirs."""

    def was_away(self, seconds: float) -> None:
        """Nobody may be at the other end any more."""
        self.anew.set()

    async def stop(self) -> None:
        for task in self._taking:
            task.cancel()

    # --- what comes ---

    def _up(self) -> None: ...

    def _down(self, silent: float) -> None: ...

    def _came(self, frame: Frame) -> None:
        task = asyncio.create_task(self._take(frame))
        self._taking.add(task)
        task.add_done_callback(self._taking.discard)

    async def _take(self, frame: Frame) -> None:
        userid = speaker(frame).lower()
        event = event_of(frame, userid, Address(self._known, userid))
        while event is not None:
            try:
                return await self._offer([event])
            except Exception as error:
                log.warning("aibot.not_stored", **told(error))
                await asyncio.sleep(AGAIN)
