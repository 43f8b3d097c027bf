"""Cases to choose from by a number, and whose one is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from domain.case import Case
from domain.messages import Choice
from handlers.actions.doing import refusal_for
from handlers.actions.viewing.case_lines import opens
from handlers.casework import phrases
from handlers.dialog.turn import Turn

MOST = 8
LONGEST_SEEN = 24


def numbered(turn: Turn, cases: Iterable[Case], verb: str) -> list[list[Choice]]:
    """A line each, by whose number or label `verb` is done to it."""
    rows = []
    for number, case in enumerate([*cases][:MOST], 1):
        what = phrases.seen(turn.unit, turn.person, case, turn.language, LONGEST_SEEN)
        shown = f"{number}. {case.number} {what}"
        rows.append([Choice(shown, f"c:{case.id}:{verb}")])
    return rows


async def say_whose(turn: Turn, case: Case, keeps: Sequence[Choice] = ()) -> None:
    """Who has it; and the press that takes it, where that may be. What `keeps` the words that were
    said of it comes first.
    """
    carer = await phrases.carer(turn.unit, turn.language, case)
    row = [opens(case)]
    if await refusal_for(turn.scene, case, "accept") is None:
        row.insert(0, turn.choice("button-accept", f"c:{case.id}:accept"))
    key = "card-whose-words" if keeps else "card-whose"
    text = turn.say(key, number=case.number, name=carer)
    turn.reply(text, [*([keeps] if keeps else []), row], case_id=case.id)
