"""The categories and areas that occur in a list, to narrow it to one of them."""

from __future__ import annotations

from dataclasses import replace

from domain.case import Case
from handlers.casework import phrases
from handlers.dialog.turn import Refused, Turn
from handlers.lists import buttons
from handlers.lists.found import found
from handlers.lists.kept import Listing
from handlers.lists.naming import wanted
from handlers.lists.show import show


async def categories(
    turn: Turn,
    listing: Listing,
    value: str,
) -> None:
    cases = await _cases(turn, replace(listing, category=""))
    codes = [case.category for case in cases]
    names = {
        code: phrases.category(turn.setup, turn.language, code) for code in set(codes)
    }
    rows = buttons.menu(turn, listing, "category", names, codes)
    turn.reply(turn.say("choose-list-category"), rows, edit=True)


async def category(
    turn: Turn,
    listing: Listing,
    value: str,
) -> None:
    if value not in turn.setup.catalogue:
        raise Refused("refuse-old-button")
    narrowed = replace(listing, category=value, page=0)
    await show(turn, narrowed)


async def areas(
    turn: Turn,
    listing: Listing,
    value: str,
) -> None:
    """Where the cases lie, by the area of each."""
    cases = await _cases(turn, replace(listing, areas=()))
    known = turn.unit.directory.areas
    codes = [case.area for case in cases]
    names = {code: known[code].name for code in codes if code in known}
    rows = buttons.menu(turn, listing, "area", names, codes)
    turn.reply(turn.say("choose-list-area"), rows, edit=True)


async def area(turn: Turn, listing: Listing, value: str) -> None:
    if value not in turn.unit.directory.areas:
        raise Refused("refuse-old-button")
    narrowed = replace(listing, areas=(value,), page=0)
    await show(turn, narrowed)


async def _cases(turn: Turn, listing: Listing) -> list[Case]:
    return (await found(turn, wanted(turn, listing)))[0]
