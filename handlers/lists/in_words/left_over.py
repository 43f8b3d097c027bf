"""What of a list is left where its page was done at once: so many, and a press that ticks them."""

from __future__ import annotations

from dataclasses import replace

from domain.case import Case
from domain.messages import Choice
from handlers.dialog.turn import Turn
from handlers.lists import buttons
from handlers.lists.kept import Listing
from handlers.lists.outcome import Outcome
from handlers.lists.show import able
from handlers.lists.typed import shown
from handlers.texts.sentences import Safe

Left = tuple[Safe, list[list[Choice]]]
NOTHING: Left = Safe(""), []


async def of_page(turn: Turn, act: str, outcome: Outcome) -> Left:
    """What is said of it, and the press below; '' where that was no whole page, or was the last."""
    listing = await shown(turn)
    if listing is None or listing.ticked or not listing.shown:
        return NOTHING
    page = [await turn.unit.cases.get(one) for one in listing.shown]
    tried = {one.number for one in outcome.done} | {one for one, _ in outcome.refused}
    if not tried.issuperset(case.number for case in page if case is not None):
        return NOTHING
    return await _told(turn, replace(listing, page=0), act, outcome.done)


async def _told(
    turn: Turn,
    listing: Listing,
    act: str,
    done: list[Case],
) -> Left:
    ids = {one.id for one in done}
    left = [one for one in await able(turn, listing, act) if one.id not in ids]
    if not left:
        return NOTHING
    press = turn.choice("button-list-rest", buttons.data(listing, "rest", act))
    return turn.say("list-rest", count=len(left)), [[press]]
