"""替我谢谢骑手, "thank the rider for me": the filer of the case in hand is thanked at once."""

from __future__ import annotations

from domain.reading.model import Reading
from handlers.actions.asking.beginning import begin
from handlers.actions.asking.commands import find
from handlers.actions.carers import in_hand
from handlers.actions.carers.about_case import able
from handlers.actions.carers.recategorised import numbered_apart
from handlers.dialog.alone import line_of_staff
from handlers.dialog.turn import Turn
from handlers.texts.words import asks

LONGEST = 30
"""Letters: whoever says more tells something (ours)."""
TELL = "tell"


async def asked(
    turn: Turn,
    reading: Reading,
) -> bool:
    """Whether it was asked, and done; of several cases it is asked which one is meant."""
    if not line_of_staff(turn, LONGEST):
        return False
    numbers, said = numbered_apart(turn.event.text)
    if len(numbers) > 1 or not asks("words-thank-filer", said, "words-this"):
        return False
    cases = [await find(turn, one) for one in numbers]
    cases = cases or [*await in_hand.in_hand(turn, reading)]
    may = [one for one in cases if await able(turn, one, (TELL,))]
    if len(may) == 1:
        await begin(turn, may[0], TELL, "", words=turn.label("thanks-to-filer"))
    elif may:
        await in_hand.ask(turn, may)
    return bool(may)
