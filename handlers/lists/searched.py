"""搜 井盖, 查询0001, 找一下路灯那件, "search lamp": what is looked for in words is what /queue
shows of it, also where that is nothing.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from domain.reading.model import Reading
from domain.values.number import case_number, certain
from handlers.actions.asking import commands
from handlers.casework import whereabouts
from handlers.dialog.alone import line_of_staff
from handlers.dialog.turn import Turn
from handlers.lists import bare
from handlers.lists.fillers import name_in
from handlers.lists.kept import Listing
from handlers.lists.show import show
from handlers.lists.words import narrowed
from handlers.texts.words import AFTER, one_of

BEHIND = " :：,，、"
LONGEST = 30
"""Letters: whoever says more tells something (ours)."""


async def asked(
    turn: Turn,
    reading: Reading,
) -> bool:
    """Whether something was to be looked for, and is shown; of what may be lost (找一下) only what
    a list can be of. Raises Refused for a number that nothing has.
    """
    if not line_of_staff(turn, LONGEST) or reading.danger is not None:
        return False
    said = turn.event.text.strip()
    hit = _led("words-search", said) or _led("words-look-for", said)
    name = name_in(said[hit.end() :]) if hit else ""
    if not (hit and name):
        return False
    if case_number(name) or certain(name):
        await commands.case(turn, name)
        return True
    listing = narrowed(turn, Listing(turn.unit.next_id("forms")), name)
    surely = _surely(said) or _placed(listing) or _spotted(turn, name)
    if not (surely or bare.known(turn, listing)):
        return False
    await show(turn, replace(listing, said=said))
    return True


def _surely(
    said: str,
) -> bool:
    """Whether it is looked for whatever it is: 搜 站长, not 搜到一个漏电的电箱."""
    hit = _led("words-search", said)
    return hit is not None and hit[0][-1] in BEHIND


def _placed(
    listing: Listing,
) -> bool:
    """Whether only areas are named, of whomever they are."""
    return bool(listing.areas) and not listing.words


def _spotted(
    turn: Turn,
    name: str,
) -> bool:
    """Whether nothing but a place is named."""
    found = whereabouts.find(turn.scene, name, turn.person)
    there = (*found.likely, *((found.sure,) if found.sure else ()))
    return any(one.words.casefold() == name.casefold() for one in there)


def _led(
    key: str,
    said: str,
) -> re.Match[str] | None:
    return _lead(key).match(said)


@cache
def _lead(
    key: str,
) -> re.Pattern[str]:
    """What asks for it, before what is looked for."""
    please = one_of("words-polite", "words-search-fill")
    line = rf"(?:{please}{AFTER}*)*{one_of(key)}(?:{AFTER}|:|：)*"
    return re.compile(line, re.IGNORECASE)
