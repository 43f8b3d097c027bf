"""Whether a correction only tells where the thing stands: 垃圾桶那边的灯 is the lamp still."""

from __future__ import annotations

from domain.case import Case
from domain.things import head, things
from handlers.texts.words import anywhere

WHERE = ("words-points-at", "words-beside")


def only_beside(now: str, case: Case) -> bool:
    """Whether these words tell where the case's own thing is."""
    said, thing = now.lower(), head(now)
    if not any(anywhere(key).search(said) for key in WHERE):
        return False
    return bool(things(now) & things(case.words)) or bool(thing and thing in case.words)
