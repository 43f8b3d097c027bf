"""接前两个, "the first two to Zhang", where no list stands: the cases that they were told of and
nothing was done to, in the order in which they stand there, if they are so many and no more. Else
a list is shown in which so many are ticked, and a press does it.
"""

from __future__ import annotations

from dataclasses import replace

from domain.case import Case
from domain.offered_cases import cases_for
from domain.reading.model import Reading
from domain.values.several import FIRST, first_ones, leading, places
from domain.values.text import spoken
from handlers.actions.carers.act_words import act_of_staff
from handlers.actions.carers.card_words import NOTHING, Said
from handlers.actions.carers.turned import turned
from handlers.actions.table import ACTS
from handlers.dialog.alone import line_of_staff
from handlers.dialog.turn import Turn
from handlers.lists.in_words.placed import all_of
from handlers.lists.kept import Listing
from handlers.lists.show import able, show
from handlers.lists.typed import shown

LONGEST = 40
NO_ACT: tuple[list[int], str, str] = ([], "", "")


async def said(turn: Turn) -> Said:
    """What was said so of all that they were told of."""
    count, found = _counted(turn)
    if not count or await _stands(turn):
        return NOTHING
    told = await _told(turn, found.act)
    if len(told) != count:
        return NOTHING
    return replace(found, numbers=tuple(case.number for case in told))


async def asked(turn: Turn, reading: Reading) -> bool:
    """Whether it was said, and a list is shown of which they are ticked."""
    count, found = _counted(turn)
    if not count or await _stands(turn):
        return False
    listing = Listing(turn.unit.next_id("forms"))
    cases = await able(turn, listing, found.act, everybodys=True)
    if cases:
        ticked = tuple(case.id for case in cases[:count])
        await show(turn, replace(listing, ticked=ticked, ticking=True))
    return bool(cases)


async def _stands(turn: Turn) -> bool:
    """Whether a list does, with a case in it."""
    listing = await shown(turn)
    return listing is not None and bool(listing.shown)


def _counted(turn: Turn) -> tuple[int, Said]:
    """How many from the first on, and what shall become of them; 0 where it is no such line."""
    text = turn.event.text.strip()
    if not line_of_staff(turn, LONGEST) or not FIRST.search(spoken(text)):
        return 0, NOTHING
    found = [placed_act(line) for line in (turned(text), first_ones(text))]
    at, act, words = next((one for one in found if one[1]), NO_ACT)
    together = act in ACTS and ACTS[act].together
    return (len(at), Said((), act, words)) if together else (0, NOTHING)


def placed_act(line: str) -> tuple[list[int], str, str]:
    """Places, the act behind or before them, and what is said with it."""
    at, rest = leading(line)
    bare = all_of().sub("", rest.strip(), count=1)
    act, words = act_of_staff(bare) if at else ("", "")
    if act:
        return at, act, words
    act, words = act_of_staff(line)
    at = places(words) if act else []
    return (at, act, "") if at else NO_ACT


async def _told(turn: Turn, act: str) -> list[Case]:
    """Those that offer this act still, the first that was told of first."""
    offered = await turn.unit.offers.last(turn.private)
    ids = cases_for(offered, act) if offered else ()
    found = [await turn.unit.cases.get(one) for one in reversed(ids)]
    return [one for one in found if one is not None]
