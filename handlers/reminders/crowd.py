"""Many alarms of one moment, as when the service opens on a Monday: the first ones ring each alone,
the rest is one letter with their numbers and a press for the list.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from domain.case import Case
from domain.draft import Draft
from domain.kinds import Urgency
from domain.messages import Address, Choice
from domain.people import Person
from handlers.casework.letters.notice_buttons import list_button
from handlers.casework.letters.sending import send, waits_until
from handlers.dialog.marks import mark_in, marks_in
from handlers.dialog.rows import abreast
from handlers.dialog.scene import Scene
from handlers.texts.sentences import say

ALONE = 3
"""So many ring each for itself (ours)."""
WITHIN = timedelta(minutes=10)
"""So long after the first alarm another one is of the same moment (ours)."""
REST = timedelta(seconds=20)
"""So long the letter waits for the rest of them (ours)."""
MOST_NUMBERED = 9
KEPT = "alarms"
RAISED = "alarm-raised"
"""Of a case that goes up to its heads."""
MORE = {
    "alarm-yellow": "more-alarm-yellow",
    "alarm-red": "more-alarm-red",
    "alarm-verify": "more-alarm-verify",
    RAISED: "more-alarm-raised",
}
"""What is said of the others, by what each would say."""


async def taken_in(
    scene: Scene,
    person: Person,
    case: Case,
    key: str,
) -> bool:
    """Whether the alarm `key` of this case is told with others. What is urgent always rings, and
    what waits for the morning is put together there.
    """
    doors = await scene.unit.people.doors(person.id, all_of_them=False)
    if case.urgency is Urgency.URGENT or not doors or waits_until(scene, person):
        return False
    mark = await _mark(scene, doors[0], person, key)
    numbers = [*mark.about["numbers"], [case.number, case.id]][:MOST_NUMBERED]
    count = int(mark.about["count"]) + 1
    rang = count <= ALONE
    more = {"count": count, "numbers": [] if rang else numbers}
    await scene.unit.forms.put(replace(mark, about=mark.about | more))
    if not rang:
        await _tell(scene, person, key, count - ALONE, numbers)
    return not rang


async def _mark(
    scene: Scene,
    chat: Address,
    person: Person,
    key: str,
) -> Draft:
    """What is kept of this moment's alarms; a new one where the last are of another moment."""
    name, unit = f"{KEPT}:{key}", scene.unit
    found = await marks_in(unit, chat, name)
    if found and unit.now - found[-1].touched_at < WITHIN:
        return found[-1]
    await mark_in(unit, chat, person.id, name, {"count": 0, "numbers": []})
    return (await marks_in(unit, chat, name))[-1]


async def _tell(
    scene: Scene,
    person: Person,
    key: str,
    count: int,
    numbers: list[Any],
) -> None:
    language = scene.language_of(person)
    opened = [Choice(number, f"c:{case}:open") for number, case in numbers]
    rows = tuple(tuple(row) for row in abreast(opened))
    await send(
        scene,
        person,
        say(language, MORE[key], count=count),
        choices=(*rows, (list_button(language, late=key == RAISED),)),
        replaces=f"{KEPT}:{key}",
        rest_by=scene.unit.now + REST,
    )
