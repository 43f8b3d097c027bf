"""Shows a list as it is now: found anew at every press, and kept for the next one."""

from __future__ import annotations

from dataclasses import replace

from domain.case import Case
from handlers.actions.doing import refusal_for
from handlers.actions.table import (
    ACTS,
    TOGETHER,
)
from handlers.dialog.turn import Turn
from handlers.lists import buttons, view
from handlers.lists.found import found
from handlers.lists.kept import Listing, keep
from handlers.lists.naming import wanted
from handlers.lists.view import Page, page_of


async def show(
    turn: Turn,
    listing: Listing,
) -> None:
    """In place of the message that was pressed, or as a new one."""
    cases, more = await found(turn, wanted(turn, listing))
    number, page = page_of(listing, cases, more)
    shown = tuple(case.id for case in page.cases)
    ticking = listing.ticking and bool(cases)
    listing = replace(
        listing,
        page=number,
        shown=shown,
        ticking=ticking,
    )
    if not cases:
        return await _nothing(turn, listing)
    await keep(turn, listing)
    rows = buttons.below(turn, listing, page)
    if ticking:
        rows = await _ticks(turn, listing, page)
    text = await view.text(turn, listing, page)
    turn.reply(text, rows, edit=True)


async def _nothing(
    turn: Turn,
    listing: Listing,
) -> None:
    rows: buttons.Rows = []
    if listing.narrowed:
        await keep(turn, listing)
        rows = buttons.narrowing(turn, listing)
        rows += [row for row in [buttons.reporting(turn, listing)] if row]
    turn.reply(view.nothing(turn, listing), rows, edit=True)


async def _ticks(
    turn: Turn,
    listing: Listing,
    page: Page,
) -> buttons.Rows:
    cases = await ticked(turn, listing)
    acts = [name for name in TOGETHER if await possible(turn, cases, name)]
    return buttons.ticks(turn, listing, page, acts)


async def ticked(
    turn: Turn,
    listing: Listing,
) -> list[Case]:
    """The cases that are ticked, as they are now."""
    found_now = [await turn.unit.cases.get(one) for one in listing.ticked]
    return [case for case in found_now if case is not None]


async def able(
    turn: Turn, listing: Listing, name: str, everybodys: bool = False
) -> list[Case]:
    """Those of the whole list to which it can be done; of what is taken or closed their own
    first, unless it shall be `everybodys`.
    """
    cases, _ = await found(turn, wanted(turn, listing))
    there = await possible(turn, cases, name)
    own = [one for one in there if one.assignee_id == turn.person.id]
    return there if everybodys or ACTS[name].wants else own or there


async def possible(
    turn: Turn,
    cases: list[Case],
    name: str,
) -> list[Case]:
    """Those of them to which this act can be done now."""
    return [case for case in cases if await refusal_for(turn.scene, case, name) is None]
