"""今天李敏值班，明天张强, 本周轮流值班: several turns on duty in one line, a press for each."""

from __future__ import annotations

import re

from domain.reading.model import Reading
from domain.values.text import letters
from handlers.dialog.alone import line_of_staff
from handlers.dialog.turn import Turn
from handlers.people.duty.in_words import (
    DUTY,
    named,
    offer,
    understood,
)
from handlers.people.scope import (
    HEADS,
    areas_of,
)
from handlers.texts.asking import questioned
from handlers.texts.words import (
    anywhere,
    plain,
)

LONGEST = 60
"""Letters: whoever says more tells something (ours)."""
CLAUSES = re.compile(r"[,，;；、\n]+|\band\b")
SEVERAL = range(2, 8)


async def asked(
    turn: Turn,
    reading: Reading,
) -> bool:
    """Whether each part names somebody and when, and was asked; or several shall take turns."""
    said = plain(turn.event.text)
    if not line_of_staff(turn, LONGEST) or letters(said) > LONGEST or questioned(said):
        return False
    return await _each(turn, said) or _in_turn(turn, said)


def _in_turn(
    turn: Turn,
    said: str,
) -> bool:
    if not anywhere("words-takes-turns").search(said):
        return False
    led = areas_of(turn, *HEADS)
    turn.reply(turn.say("turn-each" if led else "turn-of-leads"))
    return True


async def _each(
    turn: Turn,
    said: str,
) -> bool:
    parts = [one for one in CLAUSES.split(said) if one.strip()]
    if len(parts) not in SEVERAL:
        return False
    if not any(anywhere(key).search(said) for key in DUTY):
        return False
    turns = [(named(turn, one), one) for one in parts]
    known = [(who, one) for who, one in turns if who and understood(turn, who, one)]
    if len(known) < len(parts):
        return False
    for person, part in known:
        await offer(turn, person, part)
    return True
