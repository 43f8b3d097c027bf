"""The questions that wait in a chat for their answer: the one that was asked last comes first, and
what answered it may have been for another.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from domain.case import Case
from domain.draft import Draft
from domain.messages import Choice, Matter
from domain.states import State
from handlers.casework import phrases
from handlers.casework.notices.receivers import asked
from handlers.dialog import ending
from handlers.dialog.going_on import goes_on
from handlers.dialog.marks import is_mark, open_drafts
from handlers.dialog.turn import Turn

ANSWER = "answer"
"""The form in which a filer answers what was asked about a case."""
# a form touched earlier lies under one that somebody is filling in
BENEATH = timedelta(milliseconds=1)
IN_THE_MIDDLE = timedelta(minutes=2)
"""So long after their last word somebody is still filling in a form (ours)."""
LONGEST_QUESTION = 300
BY_FILERS = (State.CLOSED, State.WITHDRAWN)
"""Who says so has no answer to give any more."""
MOST_OTHERS = 2  # questions that are offered in place of the one that was answered


# --- what is awaited ---


async def wait_for_the_answer(turn: Turn, case: Case, question: str) -> None:
    """The next words of whoever waits are the answer, unless they are in the middle of something:
    then after that. What was left lying is beneath what is asked now.
    """
    for person_id in await asked(turn.scene, case):
        if person_id is not None:
            await _expect(turn, case, person_id, question)


async def _expect(
    turn: Turn,
    case: Case,
    person_id: int,
    question: str,
) -> None:
    """What is asked about the same case once more is asked now, unless its answer has begun."""
    unit, now = turn.unit, turn.unit.now
    words = phrases.cut(question, LONGEST_QUESTION)
    about = {
        "case": case.id,
        "number": phrases.number(case, True),
        "question": words,
    }
    for chat in await unit.people.addresses(person_id):
        waiting = await unit.forms.of(chat)
        before = next((one for one in waiting if _answers(one, case)), None)
        if before is not None and before.answers:
            continue
        if before is not None:
            waiting.remove(before)
            await ending.let_go(unit, before)
        made, touched = unit.next_id("forms"), _place(waiting, now)
        draft = Draft(made, chat, person_id, ANSWER, {}, now, touched, about)
        await unit.forms.put(draft)
        unit.timers.set("draft", made, now + ending.DROP_AFTER)


def _place(waiting: list[Draft], now: datetime) -> datetime:
    """Above all that waits, or beneath it where one of them is being filled in."""
    busy = any(_busy(one, now) for one in waiting)
    return min(one.touched_at for one in waiting) - BENEATH if busy else now


def _busy(draft: Draft, now: datetime) -> bool:
    """Whether it is being filled in, as a question is from its answer's first part on; an
    emergency takes what is said for longer.
    """
    if is_mark(draft):
        return goes_on(draft, now)
    begun = draft.name != ANSWER or bool(draft.answers)
    return begun and now - draft.touched_at <= IN_THE_MIDDLE


def _answers(draft: Draft, case: Case) -> bool:
    return draft.name == ANSWER and draft.about.get("case") == case.id


async def read_already(turn: Turn, drafts: list[Draft]) -> list[Draft]:
    """Without the answers to what nobody has read yet, since it waits for their word or for the
    end of quiet hours: it is asked now, and what they said is understood as itself. What was asked
    of a case waits for nothing once its filer has ended it.
    """
    bare = [one for one in drafts if _bare(one)]
    ended = [one for one in bare if await _ended(turn, one)]
    for one in ended:
        await ending.let_go(turn.unit, one)
    gone = [one for one in bare if one in ended or await untold(turn, _case(one))]
    return [one for one in drafts if one not in gone]


async def _ended(turn: Turn, draft: Draft) -> bool:
    """Whether its filer has ended the case since; a form that was opened after that is meant."""
    case = await turn.unit.cases.get(_case(draft))
    if case is None or case.state not in BY_FILERS or case.closed_at is None:
        return False
    return draft.touched_at < case.closed_at


def _bare(draft: Draft) -> bool:
    return draft.name == ANSWER and not draft.answers


def _case(draft: Draft) -> int:
    return int(draft.about["case"])


async def untold(turn: Turn, case_id: int) -> bool:
    """Whether what was asked about the case was not told here yet: a ring, or a link that was
    never opened, tells nothing of it.
    """
    waits = await turn.unit.outbox.untold(turn.private, case_id)
    return any(one.reply.matter == Matter.QUESTION for one in waits)


# --- what else it may have been ---


async def something_else(turn: Turn, case: Case) -> list[list[Choice]]:
    """What was taken for an answer may have been for another question, or another matter."""
    return await may_have_been(turn, case, turn.unit.history.last)


async def may_have_been(turn: Turn, case: Case, line: int) -> list[list[Choice]]:
    """Of this line, which answers what was asked about the case."""
    found = [one for one in await open_drafts(turn) if one.name == ANSWER]
    others = [one.about for one in reversed(found) if not _answers(one, case)]
    rows = [
        [turn.choice("button-other-question", data, number=about["number"])]
        for about in others[:MOST_OTHERS]
        for data in [f"c:{about['case']}:answers:{line}"]
    ]
    return [*rows, [turn.choice("button-something-new", f"n:{line}")]]
