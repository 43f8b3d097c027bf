"""What staff type in place of /queue: what there is, or nothing but the name of a category, an
area, a colleague or a filter.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace

from domain.reading.model import Reading
from domain.things import names_one
from domain.values.text import letters
from domain.wanted import (
    LATE,
    RED,
    SOON,
    SUPERVISED,
    TODAY,
    TOMORROW,
    UNASSIGNED,
    URGENT,
    WEEK,
    YELLOW,
)
from handlers.dialog.turn import Turn
from handlers.lists import denied, urged
from handlers.lists.commands import opened
from handlers.lists.fillers import SIGNS, name_in
from handlers.lists.found import found
from handlers.lists.kept import Listing
from handlers.lists.naming import wanted
from handlers.lists.show import show
from handlers.lists.words import narrowed
from handlers.texts.asking import questioned
from handlers.texts.words import asks, only, words

LONGEST = 30
"""Letters: a longer word is a matter."""
ASKED = ("?", "？")
STANDING = frozenset({LATE, UNASSIGNED, URGENT, SUPERVISED})
"""What no rider is told of a case by its name alone."""
OF_OURS = STANDING | {SOON, TODAY, TOMORROW, WEEK, YELLOW, RED}
"""What nobody tells of what they report: 明天要办的."""


async def asked(turn: Turn) -> bool:
    """Whether it was answered with the list that was asked for."""
    said = turn.event.text.strip()
    if asks("words-open-work", said, "words-polite", "words-hail"):
        await opened(turn, "queue")
        return True
    first = said.strip(SIGNS).lower().endswith(tuple(words("words-list-first")))
    name = name_in(said)
    if not name or letters(name) > LONGEST or only("words-nod", said):
        return False
    listing = narrowed(turn, Listing(turn.unit.next_id("forms")), name)
    if listing.words and name == said.strip(SIGNS) and denied.only_denies(name):
        return False
    if not (first or known(turn, listing) or await _asks_for(turn, listing, name)):
        return False
    listing = replace(listing, said=said)
    if not await urged.asked(turn, listing):
        await show(turn, listing)
    return True


async def of_colleague(turn: Turn, reading: Reading) -> bool:
    """小张的路灯: whether what a colleague has was asked for, and nothing else was said."""
    listing = _named_by(turn, turn.event.text, OF_OURS)
    if reading.danger is not None or listing is None:
        return False
    if not any(one.people for one in wanted(turn, listing).words):
        return False
    return await asked(turn)


def asks_more(turn: Turn, said: str) -> bool:
    """Whether it asks for a list of something that it names: 张强有几件, not 张强 alone."""
    name = name_in(said)
    if not 0 < letters(name) <= LONGEST or name == said.strip(SIGNS):
        return False
    return known(turn, narrowed(turn, Listing(0), name))


def names_filters(
    turn: Turn,
    said: str,
    standing: Set[str] = STANDING,
) -> bool:
    """Whether it is nothing but how cases stand, and no question: 超时的, "late ones"."""
    named = _named_by(turn, said, standing)
    return named is not None and bool(named.only) and not (named.words or named.areas)


def names_standing(turn: Turn, said: str) -> bool:
    """The same, also of an area or a colleague: 李敏超时的, G01明天到期的. That something of a
    thing is late nobody tells of what they report.
    """
    named = _named_by(turn, said, OF_OURS)
    if named is None or not named.only:
        return False
    others = [one for one in wanted(turn, named).words if not one.people]
    return not others or LATE in named.only


def names_a_list(turn: Turn, said: str) -> bool:
    """Whether it is nothing but what a list can be of, and no question: 路灯的, "the lamps"."""
    return _named_by(turn, said) is not None


def _named_by(
    turn: Turn,
    said: str,
    standing: Set[str] = STANDING,
) -> Listing | None:
    """The list that is named. A day may as well be said to whoever waits: 明天."""
    name = name_in(said)
    asks_them = said.strip().endswith(ASKED) or only("words-nod", said)
    if asks_them or not 0 < letters(name) <= LONGEST:
        return None
    listing = narrowed(turn, Listing(0), name)
    stands = set(listing.only) <= standing and not listing.due
    return listing if stands and known(turn, listing) else None


async def _asks_for(turn: Turn, listing: Listing, name: str) -> bool:
    """第9栋的有哪些: whether it asks which there are, and words of theirs say that."""
    said = turn.event.text.strip(SIGNS)
    if name == said or not questioned(said, "words-open-question"):
        return False
    cases, _ = await found(turn, wanted(turn, listing))
    return bool(cases)


def known(turn: Turn, listing: Listing) -> bool:
    """Whether every word names something that a list can be of; areas of their own only."""
    meant = wanted(turn, listing)
    own = turn.unit.directory.below(grant.area for grant in turn.person.grants)
    if not set(listing.areas) <= set(own):
        return False
    named = [
        one.categories
        or one.people
        or names_one(one.text)
        or (one.areas and set(one.areas) <= set(own))
        for one in meant.words
    ]
    return listing.narrowed and all(named)
