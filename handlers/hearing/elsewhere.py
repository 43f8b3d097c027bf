"""What is plainly for another room, whatever is open here: one of the big buttons, the list of
wishes, points, gifts, coupons, a code at the counter, a proof slip, one's own name, grid members,
the menu of services, a rest station.
"""

from __future__ import annotations

from domain.values.number import case_number
from handlers.actions.asking import commands
from handlers.coupons import counter, shop, using
from handlers.coupons import listing as coupons
from handlers.dialog.alone import alone
from handlers.dialog.consent import sends_it
from handlers.dialog.turn import Turn
from handlers.filing import own_name
from handlers.gifts import below, handing
from handlers.gifts import listing as gifts
from handlers.lists import typed as ticks
from handlers.matching import menu_words
from handlers.members import page as members
from handlers.people import left_alone, no_news, settings, start, who_looks
from handlers.points import asked as points
from handlers.proofs import asked as proofs
from handlers.stations import asked as stations
from handlers.wishes import claiming, listing, put_there, receiving

ASKED = (
    ticks.asked,
    points.asked,
    proofs.asked,
    own_name.asked,
    members.asked,
    menu_words.asked,
    settings.asked_to_forget,
    left_alone.asked,
    settings.asked_what_is_kept,
    no_news.asked,
    who_looks.asked,
    receiving.asked,
    claiming.asked,
    put_there.asked,
)


async def elsewhere(turn: Turn, *, writing: bool = False) -> bool:
    """Whether it was, and was answered. While something is being written the words have to ask for
    a station: they may say where something is.
    """
    if not alone(turn):
        return False
    if listing.asked_for(turn):
        await listing.wishes(turn, "")
        return True
    sends = writing and sends_it(turn.event.text)  # 上报 begins one, and ends one
    what = "" if sends else start.typed(turn)
    if what:
        await start.on_menu(turn, what)
        return True
    for asked in ASKED:
        if await asked(turn):
            return True
    if await handing.typed(turn, writing) or await using.typed(turn, writing):
        return True
    if not writing and await rooms(turn):
        return True  # while a wish is written it may be what is wished
    return await stations.asked(turn, filing=writing)


async def rooms(turn: Turn) -> bool:
    """Gifts, coupons, or a merchant's own shop."""
    if await gifts.asked(turn) or await coupons.asked(turn):
        return True
    if await below.said(turn):
        return True
    return await counter.said(turn) or await shop.asked(turn)


async def no_name(turn: Turn) -> bool:
    """Whether what came into a form that asks for a name or the like was none of that."""
    if alone(turn) and case_number(turn.event.text):
        await commands.case(turn, turn.event.text)
        return True
    return await elsewhere(turn, writing=True)
