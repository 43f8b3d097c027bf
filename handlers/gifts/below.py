"""What is said after a gift was ordered: where it is fetched, or that it is not wanted any more."""

from __future__ import annotations

import re

from domain.messages import Choice
from handlers.dialog.turn import Turn
from handlers.gifts.listing import again
from handlers.gifts.ordering import show
from handlers.texts.words import FILL, anywhere, asks, only

WHERE = "words-gift-where"
UNWANTED = "words-cancel"
BESIDE = ("words-beside-cancel", "words-polite")
GIVES_BACK = re.compile(r"gift:cancel:(\d+)")


async def said(turn: Turn) -> bool:
    """Whether it was that, and was answered by the figures and the place once more; a press below
    them gives the points back.
    """
    text = turn.event.text
    if asks(WHERE, text, FILL):
        return await _where(turn)
    told = anywhere(UNWANTED).search(text.lower())
    number = await _shown(turn) if told and only(UNWANTED, text, *BESIDE) else ""
    if number:
        await show(turn, number)
    return bool(number)


async def _where(turn: Turn) -> bool:
    """Of several it is asked which."""
    orders = await turn.unit.gift_orders.open_of(turn.person.id)
    if len(orders) == 1:
        await show(turn, str(orders[0].id))
    elif orders:
        rows: list[list[Choice]] = [[again(turn, one)] for one in orders]
        turn.reply(turn.say("gift-which"), rows)
    return bool(orders)


async def _shown(turn: Turn) -> str:
    """The order whose figures stand last in the chat."""
    last = await turn.unit.offers.last(turn.private)
    choices = last.choices if last else ()
    hits = [GIVES_BACK.fullmatch(choice.data) for choice in choices]
    return next((hit[1] for hit in hits if hit), "")
