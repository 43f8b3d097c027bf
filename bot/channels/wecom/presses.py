"""Presses on cards: stored, then answered with the card as it is from then on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import structlog

from bot.channels.channel import Offer
from bot.channels.tencent.turns import Turn, Turns
from bot.channels.wecom.answers import Answer, becomes
from bot.channels.wecom.as_it_is import AsItIs
from bot.channels.wecom.cards import Cards
from bot.channels.wecom.drawn import Card, Standing
from bot.channels.wecom.receive import Pressed
from bot.logs import told
from domain.messages import Event

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Taken:
    """`gone` is called when the answer has left, or cannot any more: whether somebody was there."""

    stored: bool = True
    answer: Answer | None = None
    gone: Callable[[bool], None] | None = None


class Presses:
    def __init__(
        self, turns: Turns[Answer], cards: Cards, fresh: AsItIs, offer: Offer
    ) -> None:
        self._turns = turns
        self._cards = cards
        self._fresh = fresh
        self._offer = offer

    async def take(self, event: Event, pressed: Pressed) -> Taken:
        """The same for each try of one callback."""
        before = self._turns.known(event.external_id)
        if before is not None:
            gone = partial(self._turns.gone, before)
            return Taken(*await self._turns.again(before), gone)
        at = (event.chat, pressed.task_id)
        turn = self._turns.begin(
            event.external_id, event.chat.chat, about=pressed.task_id
        )
        if not await self._stored(event, at, pressed.code):
            self._turns.forget(event.external_id)
            self._turns.gone(turn)
            return Taken(stored=False)
        turn.stored.set_result(True)
        answer = await self._turns.answer(turn) or await self._overdue(at, turn)
        return Taken(answer=answer, gone=partial(self._turns.gone, turn))

    async def _stored(self, event: Event, at: Standing, code: str) -> bool:
        try:
            await self._cards.keep(at, code)
            await self._offer([event])
        except Exception as error:
            log.warning("wecom.not_stored", **told(error))
            return False
        return True

    async def _overdue(self, at: Standing, turn: Turn[Answer]) -> Answer | None:
        """What the card should have become before, when nothing was left to change it by, or
        nobody knew what it shows.
        """
        known = self._cards.last(at)
        card = self._cards.unshown(at) or await self._fresh.card(*at, known)
        if card is None:
            return None
        answer = becomes(card)
        turn.said.set_result(answer)
        turn.then = partial(self._left, at, turn, card, known)
        return answer

    def _left(
        self, at: Standing, turn: Turn[Answer], card: Card, known: Card | None
    ) -> None:
        """It stands there if whoever asked was still there, and nothing has changed since."""
        if turn.arrived and self._cards.last(at) is known:
            self._cards.shown(at, card)
