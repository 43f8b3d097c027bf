"""What is said after a gift was ordered, where it is fetched, or that it is not wanted any more;
and below the list the name of one: 手套.
"""

from __future__ import annotations

import re

from domain.gifts.gift import Gift
from domain.messages import Choice
from domain.values.text import letters
from handlers.dialog.turn import Turn
from handlers.gifts.listing import again, opens, see
from handlers.gifts.ordering import show
from handlers.texts.sentences import Safe
from handlers.texts.words import FILL, anywhere, asks, only, words

WHERE = "words-gift-where"
UNWANTED = "words-cancel"
BESIDE = ("words-beside-cancel", "words-polite")
GIFT = re.compile(r"gift:(?:see|take):([^:]+)(?::\d+)?")
ENDS = " 。.！!～~"
LONGEST = 20
SHORTEST = {True: 3, False: 2}
"""Letters of a name, of English or not (ours)."""
GIVES_BACK = re.compile(r"gift:cancel:(\d+)")


async def said(turn: Turn) -> bool:
    """Whether it was that, and was answered by the figures and the place once more; a press below
    them gives the points back.
    """
    text = turn.event.text
    if asks(WHERE, text, FILL):
        return await _where(turn) or await _places(turn)
    if await _named(turn):
        return True
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


async def _listed(turn: Turn) -> list[Gift]:
    """The gifts that stand last in the chat."""
    last = await turn.unit.offers.last(turn.private)
    hits = [GIFT.fullmatch(choice.data) for choice in (last.choices if last else ())]
    found = [await turn.unit.gifts.get(hit[1]) for hit in hits if hit]
    return [one for one in found if one and one.code in turn.unit.directory.gifts]


async def _places(turn: Turn) -> bool:
    """Where and when they are fetched, before any is ordered."""
    shown = await _listed(turn)
    lines = [turn.say("gift-fetched", days=turn.setup.gifts.keeps.days)]
    for one in shown:
        where = one.place or turn.label("gift-place-later")
        lines.append(turn.say("gift-fetched-at", name=one.name, place=where))
    if shown:
        turn.reply(Safe("\n".join(lines)), [[opens(one)] for one in shown])
    return bool(shown)


async def _named(turn: Turn) -> bool:
    """Whether it names one of them, and nothing beside."""
    said = turn.event.text.strip().lower()
    if not 0 < letters(said) <= LONGEST or turn.event.media or turn.event.place:
        return False
    name = " ".join(anywhere(FILL).sub(" ", said).split()).strip(ENDS)
    name = name.lstrip("".join(words("words-classifier")))  # 换个雨衣
    if len(name) < SHORTEST[name.isascii()]:
        return False
    found = [one for one in await _listed(turn) if name in one.name.lower()]
    if len(found) == 1:
        await see(turn, found[0].code)
    elif found:
        turn.reply(turn.say("gift-which"), [[opens(one)] for one in found])
    return bool(found)


async def _shown(turn: Turn) -> str:
    """The order whose figures stand last in the chat."""
    last = await turn.unit.offers.last(turn.private)
    choices = last.choices if last else ()
    hits = [GIVES_BACK.fullmatch(choice.data) for choice in choices]
    return next((hit[1] for hit in hits if hit), "")
