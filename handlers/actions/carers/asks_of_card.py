"""0002骑手回了没, 有照片吗, "who has it": what is asked of a case and stands on its card. It is
opened; of several it is asked which one.
"""

from __future__ import annotations

from domain.reading.model import Reading
from handlers.actions.asking.commands import find
from handlers.actions.carers.about_case import told_last
from handlers.actions.carers.in_hand import in_hand
from handlers.actions.carers.recategorised import numbered_apart
from handlers.actions.viewing.showing import open_case
from handlers.actions.viewing.whose import numbered
from handlers.dialog.alone import line_of_staff
from handlers.dialog.turn import Turn
from handlers.texts.words import asks

LONGEST = 40
"""Letters: whoever says more tells something (ours)."""
BESIDE = ("words-this", "words-asks-card-fill", "words-polite")


async def asked(turn: Turn, reading: Reading) -> bool:
    """Whether it was asked, and is shown. Raises Refused for a number that nothing has."""
    if not line_of_staff(turn, LONGEST):
        return False
    numbers, said = numbered_apart(turn.event.text)
    card = asks("words-asks-card", said, *BESIDE)
    status = bool(numbers) and asks("words-asks-status", said, *BESIDE)
    if len(numbers) > 1 or not (card or status):
        return False
    last = None if numbers else await told_last(turn)
    cases = [await find(turn, one) for one in numbers] or ([last] if last else [])
    cases = cases or [*await in_hand(turn, reading)]
    if len(cases) == 1:
        await open_case(turn, cases[0], "")
    elif cases:
        turn.reply(
            turn.say("in-hand-which", words=turn.event.text.strip()),
            numbered(turn, cases, "open"),
        )
    return bool(cases)
