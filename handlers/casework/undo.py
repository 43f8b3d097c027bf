"""Taking back one's own last step: for five minutes, where nothing has depended on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from domain import alarms, changes
from domain.acts import UNDOABLE, Act
from domain.case import Case
from handlers.casework import card as cards
from handlers.casework import deadlines as terms
from handlers.casework import notices
from handlers.casework import polls as deliberation
from handlers.dialog.turn import Refused, Turn
from storage.history import Line

WITHIN = timedelta(minutes=5)


async def _last(turn: Turn, case: Case) -> Line | None:
    """The case's last line, if this person may take it back."""
    # a note changes nothing
    line = await turn.unit.history.last_of(case.id, without=Act.NOTE)
    if line is None or line.actor_id != turn.person.id or line.act not in UNDOABLE:
        return None
    if turn.unit.now - line.at > WITHIN or (line.act is Act.REJECT and case.parts):
        return None
    if any(name not in changes.NAMES for name in line.changed):
        return None  # a line of before 0.2, which cannot be played back
    whole = (
        await turn.unit.cases.get(case.parent_id)
        if case.parent_id is not None
        else None
    )
    return line if whole is None or whole.open else None


async def possible(turn: Turn, case: Case) -> bool:
    return await _last(turn, case) is not None


async def mine(turn: Turn, case_id: int) -> Case:
    """The case whose last step was this person's, though they may not see it any more. Raises
    Refused.
    """
    case = await turn.unit.cases.get(case_id)
    if case is None or not await possible(turn, case):
        raise Refused("refuse-undo", minutes=WITHIN // timedelta(minutes=1))
    return case


async def check(turn: Turn, case: Case) -> Line:
    """The line that would be undone. Raises Refused where there is nothing of this person's to
    take back any more.
    """
    line = await _last(turn, case)
    if line is None:
        raise Refused("refuse-undo", minutes=WITHIN // timedelta(minutes=1))
    return line


async def undo(
    turn: Turn, case: Case, value: str, words: str, media: Sequence[int]
) -> Case:
    """Puts the case back to what it was before that step; the step and its taking back both stay
    in the history.
    """
    line, unit = await check(turn, case), turn.unit
    if value and value != str(line.id):  # the button of an earlier step
        raise Refused("refuse-undo", minutes=WITHIN // timedelta(minutes=1))
    was = replace(changes.before(case, line.changed), touched_at=unit.now)
    unit.cases.change(was)
    unit.history.add(
        was,
        Act.UNDO,
        turn.person.id,
        turn.event.channel,
        **changes.difference(case, was),
    )
    unit.timers.set(
        "case", was.id, alarms.next_time(was, terms.of(unit, turn.setup, was)[1])
    )
    if line.act is Act.LINK:
        await _unlinked(turn, case, was)
    if line.act is Act.DECIDE:
        await deliberation.reopened(turn, was)
    heard = any(notice.to == "filer" for notice in notices.NOTICES.get(line.act, ()))
    hush = "" if heard else "filer"
    await notices.tell(
        unit, turn.setup, was, Act.UNDO, turn.person, "", (), case, None, hush
    )
    await cards.refresh(unit, turn.setup, was, case)
    if case.assignee_id != was.assignee_id and case.assignee_id != turn.person.id:
        await notices.say_to(
            unit, turn.setup, case.assignee_id, was, "notice-taken-back"
        )
    return was


async def _unlinked(turn: Turn, case: Case, was: Case) -> None:
    """The other side of the link goes too."""
    for other_id in set(case.linked) - set(was.linked):
        other = await turn.unit.cases.get(other_id)
        if other is not None and case.id in other.linked:
            after = replace(
                other, linked=tuple(one for one in other.linked if one != case.id)
            )
            turn.unit.cases.change(after)
            turn.unit.history.add(
                after,
                Act.UNDO,
                turn.person.id,
                turn.event.channel,
                **changes.difference(other, after),
            )
            await cards.refresh(turn.unit, turn.setup, after, other)
