"""没事了: one press ends an emergency while nobody can be on the way yet; later it is said to its
people.
"""

from __future__ import annotations

from datetime import timedelta

from domain.acts import Act
from domain.case import Case
from domain.draft import Draft
from domain.states import State
from handlers.actions.emergencies.emergencies import THE_ASSIGNEE
from handlers.actions.feedback.leaving import withdraw
from handlers.actions.viewing.case_lines import opens
from handlers.casework import phrases
from handlers.casework.happened import NOTHING, Given
from handlers.casework.perform import perform
from handlers.dialog import ending
from handlers.dialog.fields import words
from handlers.dialog.going_on import EMERGENCY, OVER, begun
from handlers.dialog.marks import mark as remember
from handlers.dialog.turn import Refused, Turn
from handlers.filing import called
from handlers.texts.sentences import Safe

TAKEN_BACK = timedelta(minutes=10)
"""So long one press withdraws it."""

LONGEST_WORDS = 20

THIS = "this"
"""What a press says that names which of several emergencies it is for."""


def offer(
    turn: Turn,
    case: Case,
    draft: Draft | None = None,
) -> None:
    """That people are on it still, with what ends it; or the report that was begun since."""
    rows = [[opens(case)]]
    text = turn.say("emergency-late", number=case.number)
    if not _late(turn, case):
        rows = [[turn.choice("button-all-clear", f"c:{case.id}:all_clear:{THIS}")]]
        text = turn.say("emergency-goes-on" if case.accepted_at else "emergency-told")
    if draft is not None:
        what = phrases.cut(words(draft), LONGEST_WORDS) or turn.label("words-none")
        text = Safe(f"{text}\n{turn.say('emergency-or-draft', what=what)}")
        rows.append([turn.choice("button-not-any-more", f"f:{draft.id}:cancel")])
    turn.reply(text, rows, case_id=case.id)


def _late(
    turn: Turn,
    case: Case,
) -> bool:
    return turn.unit.now - case.filed_at > TAKEN_BACK


async def pressed(
    turn: Turn,
    case: Case,
    value: str,
) -> None:
    """没事了: withdrawn, and everybody who was called hears so. Later it is any case."""
    if case.filer_id != turn.person.id:
        raise Refused("refuse-old-button")
    if case.state is State.WITHDRAWN:
        return _told(turn, case)  # by a word, or at another door
    if _late(turn, case) and case.open and case.parent_id is None:
        return await _tell(turn, case)
    if case.joined:
        return await withdraw(turn, case, "yes")
    await perform(
        turn.scene,
        case,
        Act.WITHDRAW,
        NOTHING,
        hush=THE_ASSIGNEE,
    )
    mark = await begun(turn, EMERGENCY)
    if mark is not None and mark.about["case"] == case.id:
        await ending.drop(turn, mark)
    await remember(turn, OVER, {"case": case.id})
    await called.all_clear(turn, case)
    _told(turn, case)


def _told(turn: Turn, case: Case) -> None:
    turn.toast()
    text = turn.say("done-all-clear", number=case.number)
    turn.reply(text, edit=True, case_id=case.id)


async def _tell(
    turn: Turn,
    case: Case,
) -> None:
    """Its people hear it and bring it to an end; whoever is on the way is not called off by one
    word.
    """
    turn.toast()
    said = turn.event.text.strip() or turn.label("button-all-clear")
    await perform(turn.scene, case, Act.ADD, Given(said))
    name = await phrases.carer(turn.unit, turn.language, case)
    text = turn.say("all-clear-late", number=case.number, name=name)
    turn.reply(text, [[opens(case)]], case_id=case.id)
