"""0002 明天去, "YH26-0002 no parts yet": what staff say behind the number of one case is of that
case, whatever else is asked. Nobody reads it before a press says to whom it goes.
"""

from __future__ import annotations

from dataclasses import replace

from domain.case import Case
from domain.values.numbers_said import leading
from handlers.actions.asking.commands import seen_as
from handlers.actions.carers import (
    in_hand,
    told_fixed,
)
from handlers.actions.carers.about_case import (
    able,
    offer,
    whose,
)
from handlers.actions.carers.after_notice import TELLING
from handlers.dialog.alone import alone
from handlers.dialog.fixed import (
    carried_out,
    did,
)
from handlers.dialog.turn import Turn
from handlers.texts.asking import questioned


async def case_and_words(
    turn: Turn,
) -> tuple[Case, str] | None:
    """The only case with whose number the words begin, and what is said of it."""
    if not (turn.person.staff and alone(turn)) or turn.event.reply_to:
        return None
    named = leading(turn.event.text.strip())
    if len(named.numbers) != 1 or not any(map(str.isalpha, named.rest)):
        return None
    seen = await seen_as(turn, named.numbers[0])
    return (seen[0], named.rest) if len(seen) == 1 else None


async def told(
    turn: Turn,
) -> bool:
    """Whether something was said so, and it was asked what shall become of it. A question about the
    case is answered by the case itself.
    """
    found = await case_and_words(turn)
    if found is None or questioned(found[1], "words-open-question"):
        return False
    case, said = found
    whole = turn.event
    turn.event = replace(whole, text=said)
    if await told_fixed.of_this(turn, case):
        return True
    if carried_out(said) or did(said):
        await whose(turn, case, said)
        return True
    under_way = in_hand.under_way(said)
    usual = in_hand.ACTS if under_way else TELLING
    acts = await able(turn, case, in_hand.acts_for(said, usual))
    if acts:
        await offer(turn, case, said, acts)
    else:
        turn.event = whole
    return bool(acts)
