"""A note to colleagues that the filer should read too: one press sends the same words."""

from __future__ import annotations

from domain.acts import Act
from domain.case import Case
from domain.messages import Choice
from domain.permissions import may
from handlers.actions.doing import do
from handlers.casework.happened import Given
from handlers.dialog.turn import Refused, Turn, whole
from storage.history import Line


def pass_on_button(turn: Turn, case: Case) -> tuple[tuple[Choice, ...], ...]:
    """Below a note, in private."""
    reach = turn.unit.directory.reach(case)
    may_tell = may(turn.person, Act.TELL, case, reach)
    if not (turn.event.private and case.filer_id is not None and may_tell):
        return ()
    line = turn.unit.history.last
    return ((turn.choice("button-pass-on", f"c:{case.id}:pass_on:{line}"),),)


async def pass_on(turn: Turn, case: Case, value: str) -> None:
    line = await _own_note(turn, case, value)
    if not await _told(turn, line):
        media = await turn.unit.media.of_line(line.id)
        given = Given(line.words, tuple(row.id for row in media))
        await do(turn.scene, case, "tell", "", given)
    turn.toast()
    text = turn.say("done-pass-on", number=case.number)
    turn.reply(text, edit=True, case_id=case.id)


async def _told(turn: Turn, note: Line) -> bool:
    """Whether these words went to the filer already: a button stands where its number was typed."""
    lines = await turn.unit.history.of(note.case_id)
    since = (one for one in lines if one.id > note.id and one.act is Act.TELL)
    return bool(note.words) and note.words in (one.words for one in since)


async def _own_note(turn: Turn, case: Case, value: str) -> Line:
    number = whole(value)
    line = await turn.unit.history.line(number) if number is not None else None
    if line is None or line.act is not Act.NOTE or line.case_id != case.id:
        raise Refused("refuse-old-button")
    if line.actor_id != turn.person.id:
        raise Refused("refuse-old-button")
    return line
