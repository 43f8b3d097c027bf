"""A report lies somewhere else: it is moved there, and whoever had it and has it now hears so."""

from __future__ import annotations

from typing import Any

from domain.acts import Act
from domain.case import Case
from domain.messages import Place
from handlers.casework import phrases, whereabouts
from handlers.casework.happened import Given
from handlers.casework.letters.sending import say_to
from handlers.casework.perform import perform
from handlers.casework.rearranging import moving
from handlers.casework.whereabouts import Spotted
from handlers.dialog import questions
from handlers.dialog.turn import Turn
from handlers.filing import called

KIND = "misplaced"
"""The question where it is instead."""


def spot_meant(
    turn: Turn,
    words: str,
    pin: Place | None,
) -> Spotted | None:
    """The place that is meant, also where it is not sure, if there is no other."""
    spot = whereabouts.spotted(turn.scene, pin, words, turn.person)
    likely = whereabouts.find(turn.scene, words, turn.person).likely
    return spot or (whereabouts.spot_of(likely[0]) if len(likely) == 1 else None)


async def move(
    turn: Turn,
    before: Case,
    words: str,
    pin: Place | None,
    said: str = "",
) -> None:
    """Its people read what was said. Whoever has not taken it yet hands it to those of the place;
    what nobody knows is kept in words.
    """
    spot = spot_meant(turn, words, pin)
    changes: dict[str, Any] = {"place": pin, "place_words": words}
    if spot is not None:
        changes = {"place": spot.place, "area": spot.area or before.area}
        changes["place_words"] = spot.name or words
    case = await moving.to_another(turn.scene, before, changes)
    given = Given(said or turn.event.text.strip(), (), pin)
    case = (await perform(turn.scene, case, Act.ADD, given, changes)).case
    if case.area != before.area:
        turn.person = whereabouts.filed_here(turn.unit, turn.person, case)
        if await called.anybody(turn, case):
            await called.elsewhere(turn, case)
        else:
            await _tell(turn, before, case)
    await _say(turn, case, unknown=spot is None)


async def _tell(turn: Turn, before: Case, case: Case) -> None:
    """Whoever had it hears that it lies in another area: with somebody else now, or with them
    still, as they took it.
    """
    holder = turn.unit.directory.staff.get(before.assignee_id or 0)
    if holder is None or holder.id == turn.person.id:
        return
    language = turn.scene.language_of(holder)
    stays = case.assignee_id == holder.id
    await say_to(
        turn.scene,
        holder.id,
        case,
        "notice-lies-elsewhere" if stays else "notice-moved-away",
        area=phrases.area(turn.unit, case.area, language),
        name=await phrases.carer(turn.unit, language, case),
    )


async def _say(turn: Turn, case: Case, unknown: bool) -> None:
    area = phrases.area(turn.unit, case.area, turn.language)
    told = "" if case.place_words in area else case.place_words
    where = " · ".join(filter(None, (area, told)))
    name = await phrases.carer(turn.unit, turn.language, case)
    key = "misplaced-unknown" if unknown else "misplaced-moved"
    text = turn.say(key, number=case.number, place=where, name=name)
    if unknown:  # a pin may still tell it better
        await questions.ask(turn, KIND, {"case": case.id})
    turn.reply(text, case_id=case.id)
