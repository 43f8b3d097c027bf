"""What rows of the table add to an act: which act it becomes, what is said, offered and awaited
afterwards.
"""

from __future__ import annotations

from typing import Any

from domain.acts import Act
from domain.case import Case
from domain.messages import Choice
from domain.states import State
from handlers.actions.guards import leads
from handlers.actions.waiting import LONGEST_QUESTION
from handlers.casework import phrases
from handlers.casework.happened import Given
from handlers.casework.notices.receivers import asked
from handlers.casework.perform import perform
from handlers.dialog.ending import drop
from handlers.dialog.marks import mark, mark_in, marks_in
from handlers.dialog.scene import Scene
from handlers.dialog.turn import Turn

ANSWERED = "answered"
"""The mark of whoever has just answered what was asked about a case."""

DONE = "done"
"""The mark of whoever has just said what they did to a case: the picture of it may follow."""

TOLD = "told"
"""The mark of whoever was told something about a case."""


# --- which act, and what it does ---


def looked_at_first(scene: Scene, case: Case) -> Act:
    """Where a lead has to look first, the coordinator's word goes to them and not yet to the
    filer.
    """
    return Act.SUBMIT if case.verify and not leads(scene, case) else Act.RESOLVE


async def verify(scene: Scene, case: Case, value: str, given: Given) -> Case:
    """The filer gets the answer and the pictures that the lead was shown."""
    shown = await scene.unit.media.of_last(case.id, Act.SUBMIT)
    answer = Given(case.answer, tuple(row.id for row in shown))
    return (await perform(scene, case, Act.VERIFY, answer)).case


# --- what is said ---


def solved_or_handed_in(case: Case) -> str:
    if case.state is State.VERIFYING:
        return "done-submit"
    return "done-resolve-part" if case.parent_id is not None else "done-resolve"


def of_a_part(case: Case) -> str:
    return "done-reject-part" if case.parent_id is not None else "done-reject"


async def unmerge_button(turn: Turn, case: Case) -> list[list[Choice]]:
    gone = await turn.unit.cases.merged_into(case.id)
    if not gone:
        return []
    return [[turn.choice("button-unmerge", f"c:{gone[-1].id}:unmerge")]]


async def templates_for(turn: Turn, case: Case) -> dict[str, Any]:
    """Ready answers that fit the case."""
    path = turn.unit.directory.path(case.area)
    found = await turn.unit.templates.for_case(case, path)
    return {"part": case.parent_id is not None, "templates": found}


async def whether_rejected(turn: Turn, case: Case) -> dict[str, Any]:
    return {"rejected": case.state is State.REJECTED}


async def the_question(turn: Turn, case: Case) -> dict[str, Any]:
    """What was asked last, to stand above the answer."""
    lines = await turn.unit.history.of(case.id)
    asked_last = next((one for one in reversed(lines) if one.act is Act.ASK), None)
    words = phrases.cut(asked_last.words, LONGEST_QUESTION) if asked_last else ""
    return {"number": phrases.number(case, True), "question": words}


# --- what is awaited ---


async def may_reply(turn: Turn, case: Case, words: str) -> None:
    """Whoever was told something may say something back."""
    unit = turn.unit
    for person_id in await asked(turn.scene, case):
        if person_id is not None:
            for chat in await unit.people.addresses(person_id):
                await mark_in(unit, chat, person_id, TOLD, {"case": case.id})


async def may_say_more(turn: Turn, case: Case, words: str) -> None:
    """Whoever has it done again may say more of it, and answers nobody by that: that it is not done
    says so too.
    """
    if turn.person.id in await asked(turn.scene, case):
        about = {"case": case.id, "asked": False, "again": True}
        await mark(turn, ANSWERED, about)


async def awaits_more(turn: Turn, case: Case, words: str) -> None:
    """The rest of the answer may follow: a photo, a place."""
    await mark(turn, ANSWERED, {"case": case.id})


async def awaits_picture(turn: Turn, case: Case) -> None:
    """What was done by words may be shown by a picture right after: many a channel has no words
    below one.
    """
    for one in await marks_in(turn.unit, turn.private, DONE):
        await drop(turn, one)
    await mark(turn, DONE, {"case": case.id, "line": turn.unit.history.last})
