"""What staff type in place of /queue: what there is, or nothing but the name of a category, an
area, a colleague or a filter.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from domain.things import names_one
from handlers.dialog.turn import Turn
from handlers.lists.commands import opened
from handlers.lists.kept import Listing
from handlers.lists.show import show
from handlers.lists.words import narrowed, wanted
from handlers.texts.words import AFTER, anywhere, one_of, only, words

LONGEST = 30
"""Letters: a longer word is a matter."""
SIGNS = " 。.！!？?…~～,，、"


async def asked(turn: Turn) -> bool:
    """Whether it was answered with the list that was asked for."""
    said = turn.event.text.strip()
    if only("words-open-work", said):
        await opened(turn, "queue")
        return True
    first = said.strip(SIGNS).lower().endswith(tuple(words("words-list-first")))
    name = _name(said)
    if not name or len(name) > LONGEST or only("words-nod", said):
        return False
    listing = narrowed(turn, Listing(turn.unit.next_id("forms")), name)
    if not (first or _known(turn, listing)):
        return False
    await show(turn, replace(listing, said=said))
    return True


def asks_more(turn: Turn, said: str) -> bool:
    """Whether it asks for a list of something that it names: 张强有几件, not 张强 alone."""
    name = _name(said)
    if not 0 < len(name) <= LONGEST or name == said.strip(SIGNS):
        return False
    return _known(turn, narrowed(turn, Listing(0), name))


def _name(said: str) -> str:
    """Without what only asks: 井盖有哪些, 待办 井盖 and 井盖的先办 are 井盖."""
    name, before = _led().sub("", said.strip(SIGNS), count=1), ""
    while name != before:
        before = name
        for filler in _fillers():
            name = name.removeprefix(filler).removesuffix(filler).strip(SIGNS)
    return anywhere("words-list-between").sub(" ", name)


@cache
def _led() -> re.Pattern[str]:
    """What asks for a list, before the name of what shall be on it."""
    led = "|".join(one_of(key) for key in ("words-my-work", "words-open-work"))
    return re.compile(rf"^(?:{led}){AFTER}+", re.IGNORECASE)


@cache
def _fillers() -> list[str]:
    """The longest first; in English with the space beside it."""
    every = words("words-list-filler") | words("words-list-whose")
    every |= words("words-list-first")
    every |= words("words-press-on") | words("words-list-press")
    found = sorted(every, key=len, reverse=True)
    spaced = [form for one in found for form in (f"{one} ", f" {one}") if one.isascii()]
    return spaced + [one for one in found if not one.isascii()]


def _known(turn: Turn, listing: Listing) -> bool:
    """Whether every word names something that a list can be of; areas of their own only."""
    found = wanted(turn, listing)
    own = turn.unit.directory.below(grant.area for grant in turn.person.grants)
    if not set(listing.areas) <= set(own):
        return False
    named = [
        one.categories
        or one.people
        or names_one(one.text)
        or (one.areas and set(one.areas) <= set(own))
        for one in found.words
    ]
    return listing.narrowed and all(named)
