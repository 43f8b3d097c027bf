"""To whom several cases go, and whether somebody on leave is meant, may be answered by typing."""

from __future__ import annotations

from handlers.dialog.fits import FULL, Fit
from handlers.dialog.questions import About, Question, answered_by
from handlers.dialog.turn import Refused, Turn
from handlers.lists import passing, together
from handlers.lists.kept import kept
from handlers.lists.show import ticked


async def _fits(turn: Turn, about: About, said: str) -> Fit:
    if "value" in about and answered_by(said):
        return FULL
    try:
        await _meant(turn, about, said)
    except Refused as refused:
        return Fit(0.0, refused.key, refused.args_of_key)
    return FULL


async def _meant(turn: Turn, about: About, said: str) -> str:
    """Their name once more is a yes for who is on leave."""
    cases = await ticked(turn, await kept(turn, about["list"]))
    value = await passing.typed(turn, cases, said)
    return str(about["still"]) if value == about.get("value") else value


async def _answer(turn: Turn, about: About, said: str) -> None:
    listing = await kept(turn, about["list"])
    word = answered_by(said) if "value" in about else ""
    if word == "no" and about["value"] == about["still"]:
        return turn.reply(turn.say("form-cancelled"))
    if word == "no":
        return await passing.offer(turn, listing, await ticked(turn, listing))
    if word == "yes":
        value = str(about["instead"] or about["still"])
    else:
        value = await _meant(turn, about, said)
    await together.hand_on(turn, listing, value)


QUESTIONS = {passing.WHOM: Question(_fits, _answer)}
