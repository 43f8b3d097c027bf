"""What is plainly for another room, whatever is open here: one of the big buttons, the list of
wishes, points, a proof slip, a rest station.
"""

from __future__ import annotations

from domain.values.number import case_number
from handlers.actions import commands
from handlers.begun import alone
from handlers.dialog.turn import Turn
from handlers.people import start
from handlers.points import asked as points
from handlers.proofs import asked as proofs
from handlers.stations import asked as stations
from handlers.wishes import listing


async def elsewhere(turn: Turn, *, writing: bool = False) -> bool:
    """Whether it was, and was answered. While something is being written the words have to ask for
    a station: they may say where something is.
    """
    if not alone(turn):
        return False
    if listing.asked_for(turn):
        await listing.wishes(turn, "")
        return True
    what = start.typed(turn)
    if what:
        await start.on_menu(turn, what)
        return True
    if await points.asked(turn) or await proofs.asked(turn):
        return True
    return await stations.asked(turn, filing=writing)


async def no_name(turn: Turn) -> bool:
    """Whether what came into a form that asks for a name or the like was none of that."""
    if alone(turn) and case_number(turn.event.text):
        await commands.case(turn, turn.event.text)
        return True
    return await elsewhere(turn, writing=True)
