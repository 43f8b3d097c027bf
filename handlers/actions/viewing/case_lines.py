"""One of one's own cases in a line, and the buttons that can stand beside it."""

from __future__ import annotations

from domain.case import Case
from domain.messages import Choice
from domain.promises import broken
from domain.states import State
from handlers.casework import phrases
from handlers.casework.deadlines import expectation
from handlers.dialog.turn import Turn
from handlers.texts.sentences import Safe

WORDS = "words"
"""The mark of what was said just now and may go to a case."""


async def line(turn: Turn, case: Case) -> Safe:
    language, now, setup = turn.language, turn.unit.now, turn.setup
    mine = case.filer_id == turn.person.id
    named = phrases.category(setup, language, case.category)
    held = case.due_at if case.state is State.HELD else None
    late = "status-line-late" if broken(case, now) else "status-line"
    return turn.say(
        "status-line-held" if held else late,
        number=case.number,
        what=phrases.cut(case.words, 24) if mine else named,
        state=phrases.state(language, case, mine=True),
        name=await phrases.carer(turn.unit, language, case),
        due=phrases.when(language, held or expectation(turn.scene, case), now, setup),
    )


async def ended(turn: Turn, case: Case) -> Safe:
    """The one that ended last, where nothing of theirs is open."""
    return turn.say(
        "status-none-but",
        number=case.number,
        what=phrases.cut(case.words, 24),
        state=phrases.state(turn.language, case, mine=True),
        name=await phrases.carer(turn.unit, turn.language, case),
    )


def opens(case: Case) -> Choice:
    return Choice(case.number, f"c:{case.id}:open")


def hurries(turn: Turn, case: Case) -> Choice:
    return turn.choice("button-hurry", f"c:{case.id}:hurry")


def keeps(turn: Turn, case: Case) -> Choice:
    data = f"c:{case.id}:with_words"
    return turn.choice("button-attach", data, number=case.number)


def withdraws(turn: Turn, case: Case) -> Choice:
    return turn.choice("button-withdraw", f"c:{case.id}:withdraw")
