"""A line or a sign of thanks, which goes to whoever fulfilled the wish, without names."""

from __future__ import annotations

from dataclasses import replace

from domain.kinds import Kind
from domain.messages import Choice, Reply
from domain.reading.model import Reading
from domain.states import State
from domain.wishes.rights import WishAct
from handlers.actions.own import talk
from handlers.dialog import between
from handlers.dialog.turn import Refused, Turn
from handlers.matching import thanking as orders
from handlers.wishes import asking, relaying
from handlers.wishes.found import Found, for_act
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
    """Asks for thanks. What replies is taken for them, and what is said next where it thanks."""
    data = f"wish:{found.case.id}:{WishAct.THANK.value}"
    signs = [Choice(sign, f"{data}:{place}") for place, sign in enumerate(SIGNS)]
    line = turn.choice("button-wish-line", data)
    asked = turn.say("ask-wish-sign", what=short(found.words))
    rows = (tuple(signs), (line,))
    turn.answer(Reply(asked, rows, slot=between.slot(f"wish:{found.case.id}")))


async def thanks(turn: Turn, reading: Reading) -> None:
    """Thanks after a wish came true are for whoever fulfilled it, after an order for whoever
    carried it out; any others as after a case.
    """
    case = await talk.lately(turn, (State.CLOSED, State.RESOLVED))
    found = None
    if case is not None and case.kind is Kind.WISH and turn.setup.wishes is not None:
        found = await _unthanked(turn, case.id)
    if found is None:
        if not await orders.spoken(turn):
            await talk.thanks(turn, reading)
        return
    between.judged(turn, judge(turn, turn.event.text))
    await thanked(turn, found, turn.event.text.strip())


async def answer(turn: Turn, case_id: int, words: str) -> Refused | None:
    """What is said to a word of the other side goes back; once the wish came true it thanks."""
    found = await _unthanked(turn, case_id)
    if found is None:
        return await relaying.answer(turn, case_id, words)
    between.judged(turn, judge(turn, words))
    await thanked(turn, found, words)
    return None


async def _unthanked(turn: Turn, case_id: int) -> Found | None:
    """The wish of one's own that came true, and nobody was thanked for."""
    try:
        found = await for_act(turn, case_id, WishAct.THANK)
    except Refused:
        return None
    return None if found.wish is None or found.wish.thanks else found


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
