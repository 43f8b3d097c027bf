"""An emergency that goes on: what is said is added to it; one press says it was nothing."""

from __future__ import annotations

from datetime import datetime, timedelta

from domain.acts import Act
from domain.case import Case
from domain.kinds import Urgency
from domain.reading.model import Intent, Reading
from handlers.actions.filers import withdraw
from handlers.casework import phrases, whereabouts
from handlers.casework.happened import Given
from handlers.casework.perform import perform
from handlers.casework.reach import heads
from handlers.casework.sending import say_to
from handlers.dialog import conversation
from handlers.dialog.marks import marked
from handlers.dialog.turn import Refused, Turn
from handlers.filing.emergency import MARK, tell_heads
from handlers.filing.hearing import A_MATTER, SURE

ABOUT_PEOPLE = ("accident", "rescue", "health", "security", "crisis", "missing")
"""Categories whose words belong to somebody in danger."""

GOES_ON = timedelta(minutes=30)
"""So long what somebody says is part of their emergency (ours)."""

TAKEN_BACK = timedelta(minutes=10)
"""So long one press withdraws it."""


async def running(turn: Turn) -> Case | None:
    """The emergency that this chat is in."""
    mark = await marked(turn, MARK, GOES_ON)
    case = await turn.unit.cases.get(mark.about["case"]) if mark else None
    return case if case is not None and case.open else None


async def begun(turn: Turn) -> datetime | None:
    """When this chat last fell into an emergency."""
    mark = await marked(turn, MARK, GOES_ON)
    return mark.touched_at if mark else None


def another_matter(case: Case, reading: Reading) -> bool:
    """Whether this clearly is something else: a plain report of another category."""
    plain = reading.intent is Intent.REPORT and reading.urgency is Urgency.GENERAL
    clear = reading.sure >= SURE and reading.report >= A_MATTER
    return plain and clear and reading.category not in (case.category, *ABOUT_PEOPLE)


async def add(turn: Turn, case: Case) -> None:
    """Words, pictures and a place go to the people who are on it; a place says where it is, and
    whoever looks after that place is told.
    """
    event, unit = turn.event, turn.unit
    fits = [one for one in event.media if one.size <= turn.setup.most_bytes]
    media = tuple(unit.media.add(event, one, None, case.id) for one in fits)
    given = Given(_said(turn), media, event.place)
    before = case.area
    changes = _placed(turn, case)
    case = (await perform(turn.scene, case, Act.ADD, given, changes)).case
    if case.area != before:
        await tell_heads(turn, case)
    turn.reply(turn.say("done-emergency-add", number=case.number), case_id=case.id)


def _said(turn: Turn) -> str:
    """The words; of a pin alone, where it is."""
    text, place = turn.event.text.strip(), turn.event.place
    if text or place is None:
        return text
    area = turn.unit.directory.locate(place)
    return f"📍 {phrases.area(turn.unit, area, turn.setup.language)}"


def _placed(turn: Turn, case: Case) -> dict[str, object]:
    place = turn.event.place
    if place is not None:
        return {"place": place, "area": turn.unit.directory.locate(place) or case.area}
    if case.place is not None:
        return {}
    found = whereabouts.find(turn.scene, turn.event.text, turn.person).sure
    if found is None:
        return {}
    name = whereabouts.name_of(found)
    point = None if whereabouts.is_area(found) else found.entry.place
    return {"area": found.entry.area, "place": point, "place_words": name}


async def all_clear(turn: Turn, case: Case, value: str) -> None:
    """没事了: withdrawn, and everybody who was called hears so. Later it is any case."""
    if case.filer_id != turn.person.id:
        raise Refused("refuse-old-button")
    if turn.unit.now - case.filed_at > TAKEN_BACK:
        raise Refused("refuse-all-clear", number=case.number)
    if case.joined:
        return await withdraw(turn, case, "yes")
    await perform(turn.scene, case, Act.WITHDRAW)
    mark = await marked(turn, MARK, GOES_ON)
    if mark is not None:
        await conversation.drop(turn, mark)
    for person in heads(turn.unit, case, 0, turn.person):
        if person.id != case.assignee_id:
            await say_to(turn.scene, person.id, case, "notice-all-clear")
    turn.toast()
    text = turn.say("done-all-clear", number=case.number)
    turn.reply(text, edit=True, case_id=case.id)
