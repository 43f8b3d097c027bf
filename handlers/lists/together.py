"""What is done to the ticked cases of a list: take them, hand them on, close them."""

from __future__ import annotations

from dataclasses import replace

from handlers.actions.carers import steps
from handlers.actions.table import ACTS, TOGETHER
from handlers.dialog.turn import Refused, Turn
from handlers.lists import answer, passing
from handlers.lists.kept import Listing
from handlers.lists.outcome import Outcome, each_by, text
from handlers.lists.show import show, ticked


async def begin(turn: Turn, listing: Listing, value: str) -> None:
    """Does the act, or asks for what its row needs: to whom, or a word."""
    cases = await ticked(turn, listing)
    if value not in TOGETHER or not cases:
        raise Refused("refuse-old-button")
    if ACTS[value].wants:
        return await passing.offer(turn, listing, cases)
    if ACTS[value].words and listing.answer:
        outcome = await answer.closed(turn, cases, listing.answer)
        return await _said(turn, listing, value, outcome)
    if ACTS[value].words:
        return await answer.open_prompt(turn, listing, cases)

    await _said(turn, listing, value, await each_by(turn, cases, value))


async def hand_on(turn: Turn, listing: Listing, value: str) -> None:
    """To whom was chosen."""
    cases = await ticked(turn, listing)
    if not value or not cases:
        raise Refused("refuse-old-button")
    if await passing.doubted(turn, listing, cases, value):
        return
    outcome = await passing.pass_on(turn, cases, value)
    await _said(turn, listing, "hand_on", outcome)


async def _said(
    turn: Turn,
    listing: Listing,
    name: str,
    outcome: Outcome,
) -> None:
    """The list as it is by now, and below it what was done."""
    bare = replace(listing, ticked=(), ticking=False, answer="")
    await show(turn, bare)
    turn.reply(await text(turn, name, outcome), steps.below(turn, outcome.done))
