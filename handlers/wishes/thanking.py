"""A line or a sign of thanks, which goes to whoever fulfilled the wish, without names."""

from __future__ import annotations

from dataclasses import replace

from domain.messages import Choice
from domain.wishes import WishAct
from handlers.dialog.turn import Refused, Turn
from handlers.wishes import asking
from handlers.wishes.found import Found
from handlers.wishes.relaying import judge
from handlers.wishes.telling import Letter, short, to_claimer

SIGNS = ("❤️", "🌸", "👍", "🍊")


async def thank(turn: Turn, found: Found, value: str) -> None:
    """Asks for a line; `value` is the place of a sign, which needs none."""
    if found.wish is not None and found.wish.thanks:
        raise Refused("refuse-wish-thanked")
    known = {str(place): sign for place, sign in enumerate(SIGNS)}
    if value in known:
        return await thanked(turn, found, known[value])
    await asking.ask(
        turn,
        THANKS,
        found,
    )


def offer(turn: Turn, found: Found) -> None:
    """Asks for thanks. What is said next is not taken for them: that takes a press."""
    data = f"wish:{found.case.id}:{WishAct.THANK.value}"
    signs = [Choice(sign, f"{data}:{place}") for place, sign in enumerate(SIGNS)]
    line = turn.choice("button-wish-line", data)
    asked = turn.say("ask-wish-sign", what=short(found.words))
    turn.reply(asked, [signs, [line]])


async def thanked(turn: Turn, found: Found, words: str) -> None:
    """Once. Raises Refused the second time."""
    case, unit = found.case, turn.unit
    if found.wish is None or found.wish.thanks:
        raise Refused("refuse-wish-thanked")
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


THANKS = asking.line(
    "wish-thanks",
    WishAct.THANK,
    thanked,
    judge,
)
