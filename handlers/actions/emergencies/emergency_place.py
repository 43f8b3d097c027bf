"""Where an emergency is: what a message says of it, and which places its words may have meant."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from domain.case import Case
from domain.draft import Draft
from domain.messages import Choice
from domain.reading.model import Intent, Reading
from handlers.actions.emergencies.belonging import moved_to
from handlers.casework import whereabouts
from handlers.casework.whereabouts import Spotted
from handlers.dialog.fields import A_MATTER
from handlers.dialog.going_on import EMERGENCY, goes_on
from handlers.dialog.marks import marks_in
from handlers.dialog.turn import Turn
from handlers.filing.emergency import place_rows
from handlers.filing.hearing import heard
from handlers.filing.said_instead import instead
from handlers.filing.where.spots import spot_of
from handlers.texts.sentences import Safe


async def goes_on_in(turn: Turn) -> list[tuple[Draft, Case]]:
    """The emergencies that this chat is in, each with the mark of when it fell into it, the newest
    first.
    """
    found: dict[int, tuple[Draft, Case]] = {}
    for mark in reversed(await marks_in(turn.unit, turn.private, EMERGENCY)):
        case = await turn.unit.cases.get(mark.about["case"])
        if goes_on(mark, turn.unit.now) and case is not None and case.open:
            found.setdefault(case.id, (mark, case))
    return [*found.values()]


def spotted(turn: Turn) -> Spotted | None:
    """The place that this message names or sends; of a correction what it is instead."""
    event = turn.event
    said = instead(event.text)
    words = event.text if said is None else said
    spot = whereabouts.spotted(turn.scene, event.place, words, turn.person)
    return replace(spot, name=event.called) if spot and event.called else spot


def changes_of(
    turn: Turn,
    case: Case,
    doubt: bool,
) -> dict[str, Any]:
    """What the place changes of the case. Words move no pin, unless they correct it; in doubt they
    move nothing that is placed. What was said of another place says nothing of this one.
    """
    spot, pinned = spotted(turn), turn.event.place is not None
    known = as_placed(turn, case)
    settled = known.place or (doubt and known.place_words)
    moves = pinned or instead(turn.event.text) is not None
    if spot is None or (settled and not moves):
        return {}
    return moved_to(case, spot)


def as_placed(
    turn: Turn,
    case: Case,
) -> Case:
    """The case without a pin that lies in none of our areas: that one says nothing."""
    directory = turn.unit.directory
    if case.place is None or directory.locate(case.place):
        return case
    return replace(case, place=None)


async def which(
    turn: Turn,
    case: Case,
) -> tuple[Safe | None, list[list[Choice]]]:
    """While nobody knows where it is: which of the places these words may mean, or any grid."""
    said, placed = turn.event.text, as_placed(turn, case)
    if not said or placed.place or placed.place_words:
        return None, []
    likely = whereabouts.find(turn.scene, said, turn.person).likely
    if not likely and not _tells_a_place(heard(turn)):
        return None, []
    spots = [spot_of(one) for one in likely]
    for mark, _ in (await goes_on_in(turn))[:1]:
        kept = replace(mark, about=mark.about | {"spots": spots})
        await turn.unit.forms.put(kept)
    asked = turn.say("emergency-which" if spots else "spot-unknown", count=len(spots))
    return asked, place_rows(turn, case, spots)


def _tells_a_place(reading: Reading) -> bool:
    """Whether it tells where and nothing else, though nobody knows the place."""
    bare = bool(reading.places) and reading.report < A_MATTER
    return bare or reading.intent is Intent.PLACE_ONLY
