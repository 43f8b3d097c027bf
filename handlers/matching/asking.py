"""Forms that ask for one line about a listing: what goes with an order, or a part of a draft that
no button has.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from domain.matching.rights import ListingAct
from handlers.dialog import one_line
from handlers.dialog.form import Form
from handlers.dialog.one_line import About, OneLine
from handlers.dialog.turn import Refused, Turn
from handlers.matching.found import for_act
from handlers.matching.looking import Found
from handlers.matching.wording import short

Judge = Callable[[Turn, str, str], Refused | None]
Finish = Callable[[Turn, Found, str, str], Awaitable[None]]
"""Both get what was said, and the value that came with the press that asked."""

SKIP = "button-listing-skip"


def line(
    name: str,
    act: ListingAct,
    finish: Finish,
    judge: Judge,
    optional: bool = False,
    bare: bool = False,
) -> Form:
    """An `optional` line has a button that leaves it out; what is `bare` is no word to anybody."""

    def judged(turn: Turn, about: About, said: str) -> Refused | None:
        return judge(turn, said, about["value"])

    async def ended(turn: Turn, about: About, said: str) -> None:
        found = await for_act(turn, about["listing"], act)
        left_out = optional and said == turn.label(SKIP)
        await finish(turn, found, "" if left_out else said, about["value"])

    ready = (SKIP,) if optional else ()
    return OneLine(name, ended, judged, ready, bare=bare).form


async def ask(
    turn: Turn,
    form: Form,
    found: Found,
    value: str,
    part: str = "",
) -> None:
    """Asks for the line, in place of the same question of before; `part` tells which question of
    the form's it is.
    """
    about = {
        "listing": found.listing.id,
        "what": short(found.listing.words),
        "value": value,
        "part": part,
    }
    await one_line.ask(turn, form, about)
