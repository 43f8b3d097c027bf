"""0002的, 垃圾桶那个, "the lamp one": which of the cases that stand numbered below a question is
meant, where nothing else is said.
"""

from __future__ import annotations

from domain.messages import Choice
from domain.offers import NUMBERED
from domain.open_offers import case_of
from domain.told_of import names
from domain.values.numbers_said import leading
from handlers.actions.asking.commands import seen_as
from handlers.dialog.alone import line_of_staff
from handlers.dialog.offered import form_since, pressed
from handlers.dialog.turn import Turn
from handlers.texts.words import anywhere, plain

LONGEST = 20
"""Letters: whoever says more says more than which one (ours)."""

SHORT = 12
"""Letters of a thing and nothing else."""


async def chosen(turn: Turn) -> bool:
    """Whether it was, and the turn goes on as if it had been pressed."""
    if not line_of_staff(turn, LONGEST):
        return False
    offered = await turn.unit.offers.last(turn.private)
    if offered is None:
        return False
    lines = [one for one in offered.choices if NUMBERED.fullmatch(one.label)]
    if len(lines) < 2 or await form_since(turn, offered):
        return False
    meant = await _meant(turn, lines)
    if meant is None:
        return False
    turn.event = pressed(turn, meant)
    return True


async def _meant(turn: Turn, lines: list[Choice]) -> Choice | None:
    """The line of the only case that is named, by its number or by its thing."""
    by_case = {case_of(one.data): one for one in lines}
    found = [await turn.unit.cases.get(one) for one in by_case if one is not None]
    cases = [one for one in found if one is not None]
    said = plain(turn.event.text)
    if _orders(turn, said):
        return None
    pointed, count = anywhere("words-that-case").subn(" ", said)
    left = leading(anywhere("words-which-beside").sub(" ", pointed).strip())
    if any(map(str.isalpha, left.rest)):
        thing = left.rest.strip()
        hits = [
            one for one in cases if count and len(thing) <= SHORT and names(one, thing)
        ]
    else:
        seen = [one for at in left.numbers for one in await seen_as(turn, at)]
        hits = [one for one in cases if one.id in {case.id for case in seen}]
    return by_case[hits[0].id] if len(hits) == 1 else None


def _orders(turn: Turn, said: str) -> bool:
    """Whether it says what becomes of it, 路灯的都给我: that answers no question which one."""
    keys = ("words-all-of", "words-take-it", "words-done", "words-me")
    acts = any(anywhere(key).search(said) for key in keys)
    return acts or bool(turn.unit.directory.staff_names.within(said))
