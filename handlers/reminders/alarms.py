"""What an alarm says, and to whom: time is running out, or has run out."""

from __future__ import annotations

from domain.case import Case, State
from domain.messages import Choice
from domain.people import Person
from handlers.casework import notices, phrases
from handlers.dialog.setup import Setup
from handlers.texts.sentences import known, say
from storage.unit import Unit

ALARM = "alarm:"
"""By what an alarm that waits for the morning is known."""


async def remind(unit: Unit, setup: Setup, case: Case) -> None:
    """The one in charge hears it; of what is being verified, the heads."""
    if case.state is State.VERIFYING:
        for head in notices.heads(unit, case, case.raised, None):
            await tell(
                unit,
                setup,
                head,
                case,
                "alarm-verify",
            )
        return
    person = await unit.people.get(case.assignee_id)
    if person is not None:
        early = unit.now < (case.due_at or unit.now)
        key = "alarm-yellow" if early else "alarm-red"
        await tell(unit, setup, person, case, key)


async def tell(
    unit: Unit,
    setup: Setup,
    person: Person,
    case: Case,
    key: str,
) -> None:
    """One alarm to one person; a newer one of the same kind takes its place."""
    language = known(person.language or setup.language)
    due = phrases.when(
        language,
        case.due_at or unit.now,
        unit.now,
        setup,
    )
    text = say(
        language,
        key,
        title=phrases.title(language, case),
        due=due,
        name=await phrases.carer(unit, language, case),
        state=phrases.state(language, case),
        area=phrases.area(unit, case.area, language),
        what=phrases.seen(unit, person, case, language, 80),
    )
    choices = ((Choice(case.number, f"c:{case.id}:open"),),)
    key = f"{ALARM}{key}:{case.id}"
    await notices.send(
        unit,
        setup,
        person,
        text,
        case,
        choices=choices,
        replaces=key,
    )
