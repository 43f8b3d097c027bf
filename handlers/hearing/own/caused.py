"""好像是被车撞的 of a lamp that is out: what befell the thing that a report tells of."""

from __future__ import annotations

from domain.draft import Draft
from handlers.dialog.alone import alone
from handlers.dialog.fields import words
from handlers.dialog.turn import Turn
from handlers.filing.read_over import read_with
from handlers.filing.taken_down import take_down
from handlers.texts.words import asks

BESIDE = ("words-caused-fill", "words-polite")


async def told(turn: Turn, filings: list[Draft]) -> bool:
    """Whether nothing else was said while a report is open, and neither it nor the two together
    tell of a danger.
    """
    if not filings or not (alone(turn) and words(filings[-1])):
        return False
    draft = filings[-1]
    if not asks("words-caused", turn.event.text, *BESIDE):
        return False
    if read_with(turn, draft).danger is not None:
        return False
    await take_down(turn, draft)
    return True
