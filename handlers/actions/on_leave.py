"""Who would get a case is on leave: that is said, with who stands in, before it goes to them."""

from __future__ import annotations

from domain.case import Case
from domain.messages import Choice
from domain.people import Person
from domain.present import present
from handlers.actions.changes import STILL, handed_on
from handlers.casework import phrases
from handlers.casework.carers.carers import stand_in
from handlers.casework.happened import NOTHING
from handlers.dialog import questions
from handlers.dialog.turn import Turn
from handlers.texts.sentences import Safe

KIND = "on-leave"


def receiver(turn: Turn, case: Case, value: str) -> Person | None:
    """Who would get it and is on leave; None where nobody need be asked about. Raises Refused for
    what could not have been offered.
    """
    fields = handed_on(turn.scene, case, value, NOTHING)
    person = turn.unit.directory.staff.get(fields["assignee_id"] or 0)
    away = person is not None and person.away(turn.unit.now)
    return person if away and not value.endswith(STILL) else None


async def asked(turn: Turn, case: Case, value: str) -> bool:
    person = receiver(turn, case, value)
    if person is None:
        return False
    instead = stand_in(turn.scene, case, person)
    given = {"still": f"{value}{STILL}", "instead": str(instead.id) if instead else ""}
    about = {"case": case.id, "act": "hand_on", "value": value, **given}
    await questions.ask(turn, KIND, about)
    turn.toast("" if turn.event.private else "toast-in-private")
    options = choices(turn, person, instead)
    rows = [
        [Choice(label, f"c:{case.id}:hand_on:{given[which]}")]
        for which, label in options.items()
    ]
    turn.reply(said(turn, person, instead), rows, edit=True, case_id=case.id)
    return True


def said(turn: Turn, person: Person, instead: Person | None) -> Safe:
    """Until when they are on leave, and who is there."""
    until = present(person.away_until, "only who is on leave")
    now, setup = turn.unit.now, turn.setup
    at = phrases.when(turn.language, until, now, setup)
    if instead is None:
        return turn.say("ask-on-leave-alone", name=person.name, at=at)
    return turn.say("ask-on-leave", name=person.name, at=at, other=instead.name)


def choices(
    turn: Turn,
    person: Person,
    instead: Person | None,
) -> dict[str, str]:
    """The labels of "instead" and "still"."""
    found = {}
    if instead is not None:
        found["instead"] = turn.label("button-give-other", name=instead.name)
    return found | {"still": turn.label("button-give-still", name=person.name)}
