"""What an alarm says, and to whom: time is running out, or has run out."""

from __future__ import annotations

from domain.case import Case
from domain.late_news import ALARM
from domain.messages import Choice
from domain.people import Person
from domain.states import State
from handlers.casework import phrases
from handlers.casework.letters import unread_alarm
from handlers.casework.letters.dated import when
from handlers.casework.letters.sending import send
from handlers.casework.reach import heads
from handlers.dialog.scene import Scene
from handlers.reminders import crowd
from handlers.texts.sentences import say

YELLOW = f"{ALARM}:alarm-yellow"
"""By what an alarm that waits for the morning begins, where time was not over yet."""


async def remind(scene: Scene, case: Case) -> None:
    """The one in charge hears it; of what is being verified, the heads."""
    if case.state is State.VERIFYING:
        for head in heads(scene.unit, case, case.raised, None):
            await tell(scene, head, case, "alarm-verify")
        return
    person = await scene.unit.people.get(case.assignee_id)
    if person is not None:
        early = scene.unit.now < (case.due_at or scene.unit.now)
        key = "alarm-yellow" if early else "alarm-red"
        await tell(scene, person, case, key)


async def tell(
    scene: Scene,
    person: Person,
    case: Case,
    key: str,
) -> None:
    """One alarm to one person; a newer one of the same kind takes its place, and many of one
    moment are told together.
    """
    if await crowd.taken_in(scene, person, case, key):
        return
    language = scene.language_of(person)
    due = when(scene, person, case, case.due_at or scene.unit.now)
    text = say(
        language,
        key,
        title=phrases.title(scene.setup, language, case),
        due=due,
        name=await phrases.carer(scene.unit, language, case),
        state=phrases.state(language, case),
        area=phrases.area(scene.unit, case.area, language),
        what=unread_alarm.what(scene, person, case, language),
    )
    choices = ((Choice(case.number, f"c:{case.id}:open"),),)
    key = f"{ALARM}:{key}:{case.id}"
    await send(
        scene,
        person,
        text,
        case,
        choices=choices,
        replaces=key,
    )
