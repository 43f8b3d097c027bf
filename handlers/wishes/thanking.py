"""A line or a sign of thanks, which goes to whoever fulfilled the wish, without names."""

from __future__ import annotations

from dataclasses import replace

from domain.wishes import WishAct
from handlers.dialog.turn import Turn
from handlers.wishes import asking
from handlers.wishes.found import Found
from handlers.wishes.relaying import judge
from handlers.wishes.telling import Letter, short, to_claimer

SIGNS = ("❤️", "🌸", "👍", "🍊")


async def thank(turn: Turn, found: Found, value: str) -> None:
    await asking.ask(
        turn,
        THANKS,
        found,
    )


async def thanked(turn: Turn, found: Found, words: str) -> None:
    """Once: a second time changes nothing."""
    case, unit = found.case, turn.unit
    if found.wish is not None and not found.wish.thanks:
        await unit.wishes.change(case.id, thanks=words)
        last = await unit.claims.last(case.id)
        whose = replace(found, claim=last)
        about = {"words": words, "wish": short(found.words)}
        letter = Letter("notice-wish-thanks", about=about)
        await to_claimer(
            turn.scene,
            whose,
            letter,
        )
    turn.toast()
    turn.reply(turn.say("done-wish-thanks"))


THANKS = asking.OneLine(
    "wish-thanks",
    WishAct.THANK,
    thanked,
    judge,
    SIGNS,
).form
