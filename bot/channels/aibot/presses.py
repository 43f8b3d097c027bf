"""Presses on cards: stored, then answered with the card as it is from then on, or with a word to
whoever pressed it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import structlog

from bot.channels.aibot.cards import Cards, Update
from bot.channels.aibot.draw import with_word
from bot.channels.aibot.line import Line
from bot.channels.tencent.calls import Refused, Uncertain, Unreached
from bot.channels.tencent.turns import Turn, Turns
from bot.channels.wecom.as_it_is import AsItIs
from bot.channels.wecom.drawn import Standing
from domain.messages import Event
from storage.memory.recent import Recent

log = structlog.get_logger()
OFTEN = 60.0
"""Seconds in which nobody gets a second word as a message, since those count for the whole chat."""
KEPT = 1024  # people

Store = Callable[[Event], Awaitable[None]]
"""Returns when the event is stored."""
Tell = Callable[[Event, str], Awaitable[None]]
"""Says a word to somebody where all can read it."""


class Presses:
    def __init__(
        self, turns: Turns[Update], cards: Cards, fresh: AsItIs, line: Line
    ) -> None:
        self._turns = turns
        self._cards = cards
        self._fresh = fresh
        self._line = line
        self._words: dict[str, asyncio.Future[str]] = {}
        self._told: Recent[str, float] = Recent(KEPT)

    def word(self, press_ref: str, text: str) -> None:
        """What is said to whoever pressed: '' for nothing."""
        waiting = self._words.get(press_ref)
        if waiting is not None and not waiting.done():
            waiting.set_result(text)

    async def take(self, event: Event, store: Store, tell: Tell) -> None:
        """Within the five seconds that WeCom waits."""
        at, ref = (event.chat, event.message_id), event.press_ref
        turn = self._turns.begin(event.external_id, event.chat.chat, about=at[1])
        word = self._words[ref] = asyncio.get_running_loop().create_future()
        self._cards.pressed(event.chat)
        try:
            await store(event)
            turn.stored.set_result(True)
            update = await self._turns.answer(turn)
            if update is None:
                said = await self._said(turn, word)
                update = await self._own(event, at, said)
                if said and update is None:
                    await self._told_aloud(event, said, tell)
            if update is not None:
                await self._answer(ref, at, update)
        finally:
            del self._words[ref]
            self._turns.gone(turn)

    async def _said(
        self,
        turn: Turn[Update],
        word: asyncio.Future[str],
    ) -> str:
        """Nothing became of the card: the word at least."""
        left = max(turn.ends - asyncio.get_running_loop().time(), 0)
        await asyncio.wait({word}, timeout=left)
        return word.result() if word.done() else ""

    async def _own(self, event: Event, at: Standing, said: str) -> Update | None:
        """The card with the word, for whoever pressed; else what it should have become before."""
        known = self._cards.last(at)
        fresh = self._cards.unshown(at) or await self._fresh.card(*at, known)
        if not said:
            return Update(fresh) if fresh else None
        card = fresh or known
        return Update(with_word(card, said), event.sender.chat) if card else None

    async def _told_aloud(self, event: Event, said: str, tell: Tell) -> None:
        """Where nobody knows any more what stands on the card."""
        now, who = asyncio.get_running_loop().time(), str(event.sender)
        before = self._told.get(who)
        if before is None or now - before > OFTEN:
            self._told.keep(who, now)
            await tell(event, said)

    async def _answer(self, ref: str, at: Standing, update: Update) -> None:
        body: dict[str, Any] = {
            "response_type": "update_template_card",
            "template_card": update.card,
        }
        if update.only:
            body["userids"] = [update.only]
        try:
            await self._line.ask("aibot_respond_update_msg", body, ref)
        except (Refused, Uncertain, Unreached) as error:
            log.warning("aibot.not_updated", why=str(error) or type(error).__name__)
            return
        update.taken = True
        if not update.only:
            self._cards.shown(at, update.card)
