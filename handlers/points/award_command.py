"""/award: what its words say, and what is still to be asked."""

from __future__ import annotations

from domain.points.rates import Rates
from domain.values.number import apart
from handlers.actions.asking.commands import this_year
from handlers.dialog.turn import Refused, Turn, whole
from handlers.points import award_form
from handlers.points.awarding import LONGEST, gives, whom_of
from handlers.points.card import rates_of


async def award(turn: Turn, said: str) -> None:
    """/award NUMBER [POINTS [REASON]]: what is missing is asked for."""
    rates = rates_of(turn)
    number, rest = apart(said, this_year(turn))
    if not number:
        return turn.reply(turn.say("award-how", most=rates.by_hand))
    points, _, reason = rest.partition(" ")
    amount = _amount(points, rates)
    if len(reason) > LONGEST:
        raise Refused("award-long", letters=LONGEST)
    whom = await whom_of(turn, number)
    if amount is None or not reason.strip():
        return await award_form.ask(
            turn,
            whom,
            number,
            amount,
        )
    await gives(turn, whom, amount, reason)


def _amount(said: str, rates: Rates) -> int | None:
    """None where there is none yet. Raises Refused for words and for what is too much."""
    amount = whole(said.lstrip("+＋"))
    if said and (amount is None or not 1 <= amount <= rates.by_hand):
        raise Refused("award-most", most=rates.by_hand)
    return amount
