"""Taking back one's own last step: for five minutes, where nothing has depended on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from domain import changes, deadlines
from domain.case import UNDOABLE, Act, Case
from handlers import cards, notices, phrases, terms
from handlers.texts import known, say
from handlers.turn import Refused, Turn
from storage.history import Line

WITHIN = timedelta(minutes=5)


async def _last(turn: Turn, case: Case) -> Line | None:
    """The case's last line, if this person may take it back."""
    line = await turn.unit.history.last_of(case.id)
    if line is None or line.actor_id != turn.person.id or line.act not in UNDOABLE:
        return None
    return line if turn.unit.now - line.at <= WITHIN else None


async def possible(turn: Turn, case: Case) -> bool:
    return await _last(turn, case) is not None


async def check(turn: Turn, case: Case) -> None:
    """Raises Refused where there is nothing of this person's to take back any more."""
    if await _last(turn, case) is None:
        raise Refused("refuse-undo", minutes=WITHIN // timedelta(minutes=1))


async def undo(turn: Turn, case: Case, value: str, words: str, media: Sequence[int]) -> Case:
    """Puts the case back to what it was before that step; the step and its taking back both stay in the history."""
    line = await _last(turn, case)
    if line is None:
        raise Refused("refuse-undo", minutes=WITHIN // timedelta(minutes=1))
    now = turn.unit.now
    was = replace(changes.before(case, line.changed), touched_at=now)
    turn.unit.cases.change(was)
    turn.unit.history.add(
        was, Act.UNDO, turn.person.id, turn.event.channel, line.act.value, **changes.difference(case, was)
    )  # fmt: skip
    turn.unit.timers.set("case", was.id, deadlines.next_time(was, terms.of(turn.unit, turn.setup, was)[1]))
    await notices.tell(turn.unit, turn.setup, was, Act.UNDO, turn.person, "", (), case)
    await cards.refresh(turn.unit, turn.setup, was, case)
    if case.assignee_id != was.assignee_id and case.assignee_id != turn.person.id:
        await _taken_back(turn, was, case.assignee_id)
    return was


async def _taken_back(turn: Turn, case: Case, person_id: int | None) -> None:
    """Whoever had been given the case hears that it is not theirs after all."""
    person = await turn.unit.people.get(person_id)
    if person is not None:
        language = known(person.language or turn.setup.language)
        text = say(language, "notice-taken-back", title=phrases.title(language, case))
        await notices.send(turn.unit, turn.setup, person, text, case)
