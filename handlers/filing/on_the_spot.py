"""On the spot: found and solved in one go, filed as such. /onsite, then one photo with a word."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from domain.acts import Act
from domain.draft import Draft
from domain.kinds import Kind, Urgency
from domain.messages import Place
from domain.reading.model import Context
from domain.reading.read import read
from handlers.casework import phrases
from handlers.casework.file import file_case
from handlers.casework.handed_in import Filing
from handlers.casework.happened import NOTHING, Given
from handlers.casework.perform import perform
from handlers.dialog import conversation
from handlers.dialog.ending import drop
from handlers.dialog.fields import (
    Photos,
    Spot,
    Text,
    located,
    media_ids,
    place_of,
    words,
)
from handlers.dialog.form import Form, Step, View
from handlers.dialog.marks import mark, marked
from handlers.dialog.turn import Turn

UNPLACED = "onsite"
"""The mark of one that was kept without a place."""
LATELY = timedelta(minutes=10)
"""So long a pin that comes after it says where it was (ours)."""


def _needs(draft: Draft) -> str:
    if not words(draft):
        return "what"
    asked = draft.about.get("ask_place") and not draft.answers.get("place")
    return "place" if asked else ""


def _view(turn: Turn, draft: Draft) -> View:
    stop = ((turn.choice("button-cancel", f"f:{draft.id}:cancel"),),)
    if _needs(draft) == "place":
        locate = turn.label("button-locate")
        return View(turn.say("ask-place"), keys=stop, locate=locate)
    return View(turn.say("ask-onsite-word" if draft.answers else "ask-onsite"), stop)


async def onsite(turn: Turn, said: str) -> None:
    """/onsite, or all at once: /onsite WORDS, also below a photo."""
    event = replace(turn.event, text=said)
    # Who looks after one grid was there; who looks after several is asked where.
    several = (
        len(turn.unit.directory.below(grant.area for grant in turn.person.grants)) > 1
    )
    about = {"ask_place": several}
    await conversation.begin(
        turn, ONSITE, about, event=event if said or event.media else None
    )


def _area(turn: Turn, place: Place | None) -> str:
    """Where it was: the place's grid if it is one of theirs, else their own first area."""
    directory = turn.unit.directory
    found = directory.locate(place) if place else ""
    mine = directory.below(grant.area for grant in turn.person.grants)
    return found if found in mine else turn.person.grants[0].area


async def _finish(turn: Turn, draft: Draft) -> None:
    """The row of acts of a whole case, by one person who was there."""
    said, place, scene = words(draft), place_of(draft), turn.scene
    code = read(said, Context(kind=Kind.HAZARD), turn.setup.vocabulary).category
    filing = Filing(
        Kind.HAZARD,
        code or turn.setup.catalogue.other(Kind.HAZARD).code,
        Urgency.GENERAL,
        said,
        place,
        located(draft).name,
        tuple(media_ids(draft)),
        area=_area(turn, place),
    )
    case = await file_case(scene, filing, turn.person)
    solved = {"answer": said}
    case = (await perform(scene, case, Act.RESOLVE, Given(said), solved)).case
    case = (await perform(scene, case, Act.CONFIRM, NOTHING)).case
    if place is None:
        await mark(turn, UNPLACED, {"case": case.id})
    turn.reply(turn.say("done-onsite", number=case.number), case_id=case.id)


async def placed(turn: Turn) -> bool:
    """Whether a pin alone says where the one was that was kept just before."""
    event = turn.event
    if event.place is None or event.text.strip() or event.media:
        return False
    kept = await marked(turn, UNPLACED, LATELY)
    case = await turn.unit.cases.get(kept.about["case"]) if kept else None
    if kept is None or case is None:
        return False
    await drop(turn, kept)
    changes = {"place": event.place, "area": _area(turn, event.place)}
    pin = (event.place, event.called)
    words = phrases.pin(turn.unit, *pin, turn.setup.language)
    await perform(turn.scene, case, Act.NOTE, Given(words, (), event.place), changes)
    turn.reply(turn.say("onsite-placed", number=case.number), case_id=case.id)
    return True


ONSITE = Form(
    name="onsite",
    steps=(Step("what", Text()), Step("photos", Photos()), Step("place", Spot())),
    needs=_needs,
    view=_view,
    finish=_finish,
    mentions=True,
)
