"""0001 加急, 这件改成一般, 0002改成保密, "make it urgent": how urgent the case in the hands of
staff is, and who may see it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from domain.kinds import Urgency
from domain.privacy import Privacy
from domain.reading.model import Reading
from handlers.actions.carers.recategorised import numbered_apart, put
from handlers.actions.typed import one_of as value_named
from handlers.dialog.alone import line_of_staff
from handlers.dialog.turn import Turn
from handlers.texts.asking import questioned
from handlers.texts.words import AFTER, asks, one_of, only, plain

ACT = "urgency"
LONGEST = 30
"""Letters: whoever says more tells something (ours)."""
CALLED = {
    Urgency.URGENT: "words-limit-urgent",
    Urgency.UTILITY: "words-limit-utility",
    Urgency.GENERAL: "words-limit-general",
    Urgency.COMPLEX: "words-limit-complex",
}
"""How else an urgency is called."""
BESIDE = ("words-this", "words-urgency-beside", "words-polite")


async def asked(
    turn: Turn,
    reading: Reading,
) -> bool:
    """Whether it was said so of a case of theirs, and was done or asked."""
    if not line_of_staff(turn, LONGEST):
        return False
    numbers, said = numbered_apart(turn.event.text)
    value = told(turn, said)
    if value:
        return await put(turn, reading, ACT, value, numbers)
    seen_by = _value(turn, said, "privacy", [*Privacy])
    return seen_by != "" and await put(turn, reading, "privacy", seen_by, numbers)


def told(
    turn: Turn,
    said: str,
) -> str:
    """The urgency that these words put it under, '' for others."""
    if questioned(said):
        return ""
    if asks("words-more-urgent", said, *BESIDE):
        return Urgency.URGENT.value
    return _value(turn, said, "urgency", [*Urgency]) or _called(said)


def _value(
    turn: Turn,
    said: str,
    kind: str,
    values: Sequence[str],
) -> str:
    found = _pattern().fullmatch(plain(said))
    return value_named(turn, kind, values, found["name"]) if found else ""


def _called(
    said: str,
) -> str:
    """As an urgency is called besides: 紧急, "normal"."""
    found = _pattern().fullmatch(plain(said))
    named = (one for one, key in CALLED.items() if found and only(key, found["name"]))
    return next((one.value for one in named), "")


@cache
def _pattern() -> re.Pattern[str]:
    """Put it at a level that is named, the case before that."""
    this, beside = one_of("words-this"), one_of("words-urgency-beside")
    set_to = one_of("words-urgency-put")
    before = rf"(?:(?:{this}|{beside}){AFTER}*)*+"
    behind = rf"(?:{one_of('words-urgency-behind')})?{AFTER}*"
    return re.compile(rf"{before}{set_to}{AFTER}*(?P<name>\S+?){behind}")
