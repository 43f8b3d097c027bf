"""路灯不亮 谢谢, "streetlight out, thanks": thanks before or behind a matter leave it one."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from domain.reading.model import Context, Intent, Reading
from domain.reading.read import read
from handlers.dialog.fields import A_MATTER
from handlers.dialog.fixed import tells_fixed
from handlers.dialog.turn import Turn
from handlers.filing.there import CLEAR
from handlers.texts.words import AFTER, one_of, plain, words

LONGEST = 200
"""Letters: of more the last would be looked at once for each (ours)."""


def told(
    turn: Turn,
    reading: Reading,
    context: Context,
) -> Reading:
    """What is told beside them, where that is a matter, or a complaint of one."""
    said = plain(turn.event.text)
    rest = _thanks().sub(" ", said).strip() if len(said) <= LONGEST else ""
    if not reading.category or not rest or tells_fixed(rest):
        return reading
    if rest.startswith(tuple(words("words-but"))):
        return reading  # thanks for something else, which are answered too
    beside = read(rest, context, turn.setup.vocabulary)
    angry = beside.intent is Intent.COMPLAINT_UNANSWERED and beside.sure >= CLEAR
    matter = beside.intent is Intent.REPORT and beside.report >= A_MATTER
    return replace(beside, asked=reading.asked) if matter or angry else reading


@cache
def _thanks() -> re.Pattern[str]:
    """At the beginning, and at the end."""
    one = f"(?:{one_of('words-polite')}{AFTER}*)+"
    return re.compile(rf"\A{AFTER}*{one}|{AFTER}*{one}\Z")
