"""On the spot: found and solved in one go, filed as such. /onsite, then one photo with a word."""

from __future__ import annotations

from dataclasses import replace

from domain.acts import Act
from domain.draft import Draft
from domain.guessing import guess
from domain.kinds import Kind, Urgency
from domain.messages import Place
from handlers.casework import perform as casework
from handlers.casework.perform import Actor, Filing
from handlers.dialog import conversation
from handlers.dialog.fields import Photos, Spot, Text, media_ids, words
from handlers.dialog.form import Form, Step, View
from handlers.dialog.turn import Turn


def _needs(draft: Draft) -> str:
    if not words(draft.answers.get("what")):
        return "what"
    return (
        "place"
        if draft.about.get("ask_place") and not draft.answers.get("place")
        else ""
    )


def _view(turn: Turn, draft: Draft) -> View:
    if _needs(draft) == "place":
        keys = ((turn.choice("button-cancel", f"f:{draft.id}:cancel"),),)
        return View(
            turn.say("ask-place"), keys=keys, locate=turn.label("button-locate")
        )
    text = turn.say("ask-onsite-word" if draft.answers else "ask-onsite")
    return View(text, ((turn.choice("button-cancel", f"f:{draft.id}:cancel"),),))


async def onsite(turn: Turn, words: str) -> None:
    """/onsite, or all at once: /onsite WORDS, also below a photo."""
    event = replace(turn.event, text=words)
    # Who looks after one grid was there; who looks after several is asked where.
    several = (
        len(turn.unit.directory.below(grant.area for grant in turn.person.grants)) > 1
    )
    about = {"ask_place": several}
    await conversation.begin(
        turn, ONSITE, about, event=event if words or event.media else None
    )


def _area(turn: Turn, place: Place | None) -> str:
    """Where it was: the place's grid if it is one of theirs, else their own first area."""
    directory = turn.unit.directory
    found = directory.locate(place) if place else ""
    mine = directory.below(grant.area for grant in turn.person.grants)
    return found if found in mine else turn.person.grants[0].area


async def _finish(turn: Turn, draft: Draft) -> None:
    said, media = (
        words(draft.answers.get("what")),
        media_ids(draft.answers.get("photos")),
    )
    value = draft.answers.get("place") or {}
    place = Place(value["lat"], value["lon"]) if "lat" in value else None
    category = guess(said, Kind.HAZARD)
    where = value.get("t", "")
    filing = Filing(
        Kind.HAZARD,
        category.code,
        Urgency.GENERAL,
        said,
        place,
        where,
        media,
        area=_area(turn, place),
    )
    channel = turn.event.channel
    case = await casework.file_case(
        turn.unit, turn.setup, turn.person, channel, filing, turn.person
    )
    actor = Actor(turn.person, channel)
    case = await casework.perform(turn.unit, turn.setup, actor, case, Act.RESOLVE, said)
    case = await casework.perform(turn.unit, turn.setup, actor, case, Act.CONFIRM)
    turn.reply(turn.say("done-onsite", number=case.number), case_id=case.id)


ONSITE = Form(
    name="onsite",
    steps=(
        Step("what", Text()),
        Step("photos", Photos(), optional=True),
        Step("place", Spot(), optional=True),
    ),
    needs=_needs,
    view=_view,
    finish=_finish,
)
