"""Taking back one's own last step: for five minutes, where nothing has depended on it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from domain import changes
from domain.acts import UNDOABLE, Act
from domain.case import Case
from domain.permissions import may
from handlers.casework.cards.card_edits import refresh
from handlers.casework.happened import NOTHING, Given, Happened
from handlers.casework.letters import old_buttons
from handlers.casework.letters.sending import say_to
from handlers.casework.notices.notices import tells_the_filer
from handlers.casework.notices.telling import hear
from handlers.casework.rearranging import polls
from handlers.casework.timers import plan
from handlers.dialog.scene import Scene
from handlers.dialog.turn import Refused, Turn
from storage.history import Line

WITHIN = timedelta(minutes=5)


def too_late() -> Refused:
    return Refused("refuse-undo", minutes=WITHIN // timedelta(minutes=1))


async def _last(scene: Scene, case: Case) -> Line | None:
    """The case's last line, if this person may take it back. A note changes nothing, but for that
    of a merge.
    """
    lines = await scene.unit.history.of(case.id)
    counts = (one for one in reversed(lines) if one.act is not Act.NOTE or one.changed)
    line = next(counts, None)
    if line is None or line.act not in UNDOABLE:
        return None
    if line.act is Act.REJECT and case.parts:
        return None
    if not (_own(scene, line) or _refusal_of_theirs(scene, case, line)):
        return None
    if any(name not in changes.NAMES for name in line.changed):
        return None  # a line of before 0.2, which cannot be played back
    if case.parent_id is None:
        return line
    whole = await scene.unit.cases.get(case.parent_id)
    return line if whole is None or whole.open else None


def _own(scene: Scene, line: Line) -> bool:
    return line.actor_id == scene.actor.id and scene.unit.now - line.at <= WITHIN


def _refusal_of_theirs(scene: Scene, case: Case, line: Line) -> bool:
    """A lead takes back that a case was refused, whoever refused it and however long ago."""
    person = scene.actor.person
    if person is None or line.act is not Act.REJECT:
        return False
    return may(person, Act.REJECT, case, scene.unit.directory.reach(case))


async def own_last(scene: Scene, case: Case) -> Line | None:
    """The case's last line, if it is a step of this person's that they may still take back."""
    line = await _last(scene, case)
    return line if line is not None and _own(scene, line) else None


async def refusal(scene: Scene, case: Case) -> Refused | None:
    """Why there is nothing of this person's to take back any more; None where there is."""
    return None if await _last(scene, case) is not None else too_late()


async def own_step(turn: Turn, case_id: int) -> Case:
    """The case whose last step was this person's, though they may not see it any more. Raises
    Refused.
    """
    case = await turn.unit.cases.get(case_id)
    if case is None or await refusal(turn.scene, case) is not None:
        raise too_late()
    return case


async def undo(scene: Scene, case: Case, value: str, given: Given) -> Case:
    """Puts the case back to what it was before that step; the step and its taking back both stay in
    the history. Raises Refused.

    `value` is the line of the step whose button was pressed, '' for the last one.
    """
    line = await _last(scene, case)
    if line is None or (value and value != str(line.id)):
        raise too_late()
    was = replace(changes.before(case, line.changed), touched_at=scene.unit.now)
    undone = _write(scene, case, was)
    plan(scene, was, case)
    if line.act is Act.LINK:
        await _unlinked(scene, case, was)
    if line.act is Act.DECIDE:
        await polls.reopened(scene, was)
    hush = frozenset() if tells_the_filer(line.act) else frozenset({"filer"})
    happened = Happened(Act.UNDO, case, was, undone, NOTHING, hush)
    await old_buttons.hear(scene, happened)
    await hear(scene, happened)
    await refresh(scene, was, case)
    for listener in scene.setup.listeners:
        await listener(scene, happened)
    if case.assignee_id not in (was.assignee_id, scene.actor.id):
        await say_to(scene, case.assignee_id, was, "notice-taken-back")
    return was


def _write(scene: Scene, case: Case, was: Case) -> int:
    scene.unit.cases.change(was)
    told = changes.difference(case, was)
    who, channel = scene.actor.id, scene.actor.channel
    return scene.unit.history.add(was, Act.UNDO, who, channel, **told)


async def _unlinked(scene: Scene, case: Case, was: Case) -> None:
    """The other side of the link goes too."""
    for other_id in set(case.linked) - set(was.linked):
        other = await scene.unit.cases.get(other_id)
        if other is not None and case.id in other.linked:
            left = tuple(one for one in other.linked if one != case.id)
            after = replace(other, linked=left)
            _write(scene, other, after)
            await refresh(scene, after, other)
