"""Takes in what comes over the connection: it comes once, so it is held until it is stored."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import replace
from typing import Any

import structlog

from bot.channels.aibot.connection import Frame
from bot.channels.aibot.draw import markdown
from bot.channels.aibot.presses import Presses
from bot.channels.aibot.receive import CHANNEL, is_group, quoted, read_safely, speaker
from bot.channels.aibot.saying import Saying, words
from bot.channels.aibot.who import Who
from bot.channels.channel import Offer, SendError
from bot.logs import told
from domain.messages import Address, Event, EventKind
from handlers.casework.cards.card_sending import slot
from handlers.texts.sentences import say
from storage.database import Database

log = structlog.get_logger()
AGAIN = 1.0  # seconds until what could not be stored is tried again
MOST_TRIES = 5  # to learn whose it is


class Taking:
    """`spoken` hears of each chat in which somebody said something, `quoted` of each card of which
    they did.
    """

    def __init__(
        self,
        database: Database,
        offer: Offer,
        who: Who,
        presses: Presses,
        saying: Saying,
        language: str,
        spoken: Callable[[Address], None],
        quoted: Callable[[Address, str], None],
    ) -> None:
        self._database = database
        self._offer = offer
        self._who = who
        self._presses = presses
        self._saying = saying
        self._language = language
        self._spoken = spoken
        self._quoted = quoted
        self._tasks: set[asyncio.Task[None]] = set()

    def begin(self, frame: Frame) -> None:
        self.beside(self._take(frame))

    def beside(self, work: Coroutine[Any, Any, None]) -> None:
        """Done while the connection is read."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def stop(self) -> None:
        for task in self._tasks:
            task.cancel()

    async def _take(self, frame: Frame) -> None:
        try:
            event = await self._read_at_last(frame)
            if event is None:
                return
            if event.kind is EventKind.PRESS:
                await self._presses.take(event, self._store, self._tell)
            else:
                await self._store(event)
                self._spoken(event.chat)
        except Exception as error:
            log.error("aibot.broken", **told(error))

    async def _read_at_last(self, frame: Frame) -> Event | None:
        """Whoever it is, what came is kept."""
        came = speaker(frame)
        if not came:
            return None
        for _ in range(MOST_TRIES):
            try:
                return await self._read(frame, came)
            except Exception as error:
                log.warning("aibot.not_read", **told(error))
                await asyncio.sleep(AGAIN)
        return read_safely(frame, Address(CHANNEL, came.lower()))

    async def _read(self, frame: Frame, came: str) -> Event | None:
        """Raises what the database raises."""
        userid = await self._who.userid(came)
        if is_group(frame):
            sender = await self._who.sender(userid)
            event = read_safely(frame, sender, self._colleagues())
        else:
            await self._who.joins(userid)
            event = read_safely(frame, Address(CHANNEL, userid))
            event = await self._who.named(event) if event else None
        number = quoted(frame)
        return await self._below(event, number) if event and number else event

    def _colleagues(self) -> frozenset[str]:
        staff = self._database.directory.staff.values()
        return frozenset(one.name for one in staff)

    async def _below(self, event: Event, number: str) -> Event:
        """Below the card of the case that is quoted, where it stands in this chat."""
        async with self._database.unit() as unit:
            case = await unit.cases.by_number(number)
            if case is None:
                return event
            about = (event.chat, case.id, slot(case))
            sent = await unit.sent_messages.living(*about)
        if sent is None:
            return event
        self._quoted(event.chat, sent.slot)
        return replace(event, reply_to=sent.message_id)

    async def _store(self, event: Event) -> None:
        """Nobody sends it again, so it is tried until it goes."""
        while True:
            try:
                return await self._offer([event])
            except Exception as error:
                log.warning("aibot.not_stored", **told(error))
                await asyncio.sleep(AGAIN)

    async def _tell(self, event: Event, word: str) -> None:
        """A word to somebody, which all in the chat read."""
        name = await self._who.name_of(event)
        text = say(self._language, "told-aloud", name=name, word=word)
        try:
            await self._saying.say(event.chat.chat, words(markdown(text)))
        except SendError as error:
            log.warning("aibot.not_told", why=error.log)
