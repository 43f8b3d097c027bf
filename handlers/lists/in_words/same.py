"""这两件是一件: of two cases that are named, ticked or shown last it is asked into which one the
other goes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from domain.case import Case
from domain.messages import Choice
from domain.offered_cases import (
    cards,
    cases_in,
)
from domain.reading.model import Reading
from domain.told_of import names
from domain.values.numbers_said import (
    leading,
    listed,
    within,
)
from domain.values.several import places
from domain.values.text import letters
from handlers.actions.asking.commands import find
from handlers.actions.carers.about_case import told_last
from handlers.actions.carers.colleagues import near
from handlers.actions.carers.serials import opened
from handlers.actions.doing import check
from handlers.casework import phrases
from handlers.dialog.turn import (
    Refused,
    Turn,
)
from handlers.lists.at_places import at_places
from handlers.lists.kept import Listing
from handlers.lists.typed import shown
from handlers.texts.words import anywhere

LONGEST = 40
NUMBER = re.compile(r"[0-9]")
TWO = 2
LONGEST_SEEN = 24


async def asked(
    turn: Turn,
    reading: Reading,
) -> bool:
    """Whether it was said of cases, and it was asked. Raises Refused where it is not clear which
    two are meant, or one of them is not theirs to merge.
    """
    event = turn.event
    if event.media or event.place or letters(event.text) > LONGEST:
        return False
    said = event.text.lower().replace("’", "'")
    merges = anywhere("words-merge-alone").match(said) and NUMBER.search(said)
    key = "words-merge-two" if merges else "words-same-one"
    named, count = anywhere(key).subn(" ", said)
    named = anywhere("words-same-fill").sub(" ", named).strip(" 。.！!？?～~，,")
    found = await _meant(turn, named) if count else None
    if found is None:
        return False
    await _ask(turn, found)
    return True


async def _meant(
    turn: Turn,
    named: str,
) -> list[Case] | None:
    """None where the words say something else. One that is named is as what stands there."""
    numbers = leading(named)
    found = within(turn.event.text)
    if len(found) < TWO:  # a sentence about two may have them anywhere
        found = () if numbers.rest else numbers.numbers
    if found:
        cases = [await find(turn, number) for number in found]
        last = await _standing(turn) if len(cases) == 1 else None
        return [last, *cases] if last else cases
    listing = await shown(turn)
    ids = await _listed(turn, listing, named) if listing else None
    if ids is None:
        bare = [await find(turn, f"#{number}") for number in listed(named)]
        if len(bare) == TWO:
            return bare
        one = await _alike(turn, named) if within(turn.event.text) else []
        if one:
            return one
    if ids is None and not named:
        ids = await _told(turn)
    kept = [await turn.unit.cases.get(one) for one in ids or ()]
    return [one for one in kept if one is not None] or None


async def _alike(
    turn: Turn,
    named: str,
) -> list[Case]:
    """The only one that is named, 2号重复了, and the only other near it about its thing."""
    numbers = listed(named, 1)
    case = await find(turn, f"#{numbers[0]}") if len(numbers) == 1 else None
    if case is None:
        return []
    others = [one for one in await near(turn) if names(one, case.words)]
    others = [one for one in others if one.id != case.id]
    return [case, *others] if len(others) == 1 else []


async def _listed(
    turn: Turn,
    listing: Listing,
    named: str,
) -> Sequence[int] | None:
    """Of the list those at the places that are named; else what is ticked, or all two of it."""
    at = places(named)
    if at:
        return await at_places(turn, listing, at)
    pointing = anywhere("words-these").search(turn.event.text.lower())
    ids = listing.ticked or listing.shown
    return None if named or not (pointing or len(ids) == TWO) else ids


async def _told(
    turn: Turn,
) -> Sequence[int] | None:
    """Of two cards that stand there these; of one that and the only one near it about its thing."""
    offered = await turn.unit.offers.last(turn.private)
    ids = (cards(offered) or cases_in(offered)) if offered else ()
    case = await turn.unit.cases.get(ids[0]) if len(ids) == 1 else None
    if case is not None:
        others = [one for one in await near(turn) if names(one, case.words)]
        ids = (*ids, *(one.id for one in others if one.id != case.id))
    return ids if len(ids) == TWO else None


async def _standing(
    turn: Turn,
) -> Case | None:
    """The case whose card they opened, or were told of last."""
    seen = opened(await turn.unit.offers.last(turn.private))
    return await turn.unit.cases.get(seen) if seen else await told_last(turn)


async def _ask(
    turn: Turn,
    cases: Sequence[Case],
) -> None:
    if len({one.id for one in cases}) != TWO:
        raise Refused("refuse-two")
    for case in cases:
        await check(turn.scene, case, "merge")
    first, other = sorted(cases, key=lambda one: one.id)
    rows = [
        [_into(turn, gone, kept)] for gone, kept in ((other, first), (first, other))
    ]
    what = {
        "first": first.number,
        "seen": _seen(turn, first),
        "other": other.number,
        "also": _seen(turn, other),
    }
    turn.reply(turn.say("ask-same", **what), rows, case_id=other.id)


def _into(
    turn: Turn,
    gone: Case,
    kept: Case,
) -> Choice:
    data = f"c:{gone.id}:merge:{kept.id}"
    return turn.choice("button-merge-into", data, number=kept.number)


def _seen(
    turn: Turn,
    case: Case,
) -> str:
    return phrases.seen(turn.unit, turn.person, case, turn.language, LONGEST_SEEN)
