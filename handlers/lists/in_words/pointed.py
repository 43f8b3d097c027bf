"""A line of staff that begins with a place of what stands there: 第二个明天去, "the last one isn't
ours". The number of that case is put there, so it counts whatever else was asked meanwhile.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from domain.case import Case
from domain.offers import (
    NUMBERED,
    Offered,
)
from domain.open_offers import (
    TOGETHER,
    case_of,
)
from domain.values.ordinal import (
    LAST,
    most,
    ordinal,
)
from domain.values.several import leading
from handlers.actions.carers.act_words import act_of_staff
from handlers.dialog.alone import line_of_staff
from handlers.dialog.marks import open_drafts
from handlers.dialog.turn import Turn
from handlers.lists.kept import recent

LONGEST = 160
"""Letters: whoever writes more tells a story (ours)."""
BETWEEN = re.compile(r"([,，;；。\n]+\s*|\s+(?:and|then)\s+)", re.IGNORECASE)


async def put(
    turn: Turn,
) -> None:
    """Of several in one line each: all of them stand in one list."""
    if not line_of_staff(turn, LONGEST):
        return
    said = turn.event.text.strip()
    parts = BETWEEN.split(said)
    named = [ordinal(one) for one in parts]
    if any(place and not rest for place, rest in named):
        return  # the same is said of several
    if not any(place for place, _ in named):
        named[0] = await _bare(turn)
        parts = [said, *([""] * (len(parts) - 1))]
    least = max(most(said), *(place for place, _ in named))
    for at_part, (place, rest) in enumerate(named):
        case = await at(turn, place, least) if place else None
        if case is not None:
            parts[at_part] = f"{case.number} {rest}"
    if "".join(parts) != said:
        turn.event = replace(turn.event, text="".join(parts))


async def _bare(
    turn: Turn,
) -> tuple[int, str]:
    """2办好了, said while something else is asked: the place, and a button's words behind it."""
    places, rest = leading(turn.event.text.strip())
    acts = len(places) == 1 and act_of_staff(rest.strip())[0]
    if not acts or not await open_drafts(turn):
        return 0, ""
    return places[0], rest.strip()


async def at(
    turn: Turn,
    place: int,
    least: int,
) -> Case | None:
    """The case at this place of what stands there; None where nothing has at least so many."""
    for ids in await _standing(turn):
        if ids and least <= len(ids):
            return await turn.unit.cases.get(ids[place if place == LAST else place - 1])
    return None


async def _standing(
    turn: Turn,
) -> list[Sequence[int]]:
    """The numbered cases of which one was to be chosen, and the lists before that."""
    lines = numbered(await turn.unit.offers.last(turn.private))
    return [lines, *(one.shown for one in await recent(turn, TOGETHER))]


def numbered(
    offered: Offered | None,
) -> list[int]:
    choices = offered.choices if offered else ()
    lines = [one for one in choices if NUMBERED.fullmatch(one.label)]
    return [case for case in (case_of(one.data) for one in lines) if case is not None]
