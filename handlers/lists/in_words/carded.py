"""A card for a case or for that of a thing: 0001挂红牌, 黄牌路灯, "give the lamp a yellow card".
Who may not give one asks for a list by these words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from domain.case import Case
from domain.things import things
from domain.values.numbers_said import leading
from handlers.actions.asking.commands import seen_as
from handlers.actions.carers.card_words import NOTHING, Said
from handlers.actions.doing import refusal_for
from handlers.dialog.alone import line_of_staff
from handlers.dialog.turn import Turn
from handlers.lists.in_words import by_thing
from handlers.texts.words import one_of

LONGEST = 40
ENDS = "。.！!～~ "
ACT = "supervise"
CARDS = {"words-yellow-card": "yellow", "words-red-card": "red"}


async def said(turn: Turn) -> Said:
    """What was said so, with the numbers of the cases that may be meant."""
    if not line_of_staff(turn, LONGEST):
        return NOTHING
    text = turn.event.text.strip().rstrip(ENDS)
    for key, card in CARDS.items():
        hit = _card(key).fullmatch(text)
        what = (hit["before"] or hit["behind"]).strip() if hit else ""
        named = leading(what)
        if named.numbers and not named.rest:
            return await _numbered(turn, named.numbers, card)
        if things(what):
            return await _told(turn, what, card)
    return NOTHING


async def _told(turn: Turn, what: str, card: str) -> Said:
    found = await by_thing.meant(turn, what, ACT)
    numbers = await _able(turn, found)
    return Said(numbers, ACT, card, one=True) if numbers else NOTHING


async def _numbered(turn: Turn, said: Sequence[str], card: str) -> Said:
    """0001挂红牌."""
    found = [one for number in said for one in await seen_as(turn, number)]
    numbers = await _able(turn, found) or tuple(one.number for one in found)
    return Said(numbers, ACT, card) if numbers else NOTHING


async def _able(turn: Turn, cases: Sequence[Case]) -> tuple[str, ...]:
    able = [one for one in cases if not await refusal_for(turn.scene, one, ACT)]
    return tuple(one.number for one in able)


@cache
def _card(key: str) -> re.Pattern[str]:
    give, to = one_of("words-give", "words-take"), one_of("words-give-to")
    card, the = one_of(key), r"(?:the\s+)?"
    before, behind = rf"{the}(?P<before>\S.*?)", rf"{the}(?P<behind>\S.*)"
    lead = rf"(?:(?:{give}|{to})\s*)?"
    lines = rf"{before}\s*{card}", rf"{card}\s*(?:{to}\s*)?{behind}"
    return re.compile(rf"{lead}(?:{'|'.join(lines)})", re.IGNORECASE)
