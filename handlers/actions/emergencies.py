"""An emergency that goes on: what is said is added to it; one press says it was nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from domain.acts import Act
from domain.case import Case
from domain.draft import Draft
from domain.messages import Choice
from domain.reading.model import Intent, Reading
from handlers.actions.belonging import Belongs, belongs, moved_to
from handlers.casework import moving, phrases, whereabouts
from handlers.casework.happened import Given, Happened
from handlers.casework.perform import perform
from handlers.casework.whereabouts import Spotted
from handlers.dialog.fields import A_MATTER
from handlers.dialog.going_on import EMERGENCY, GOES_ON
from handlers.dialog.marks import marked
from handlers.dialog.turn import Turn
from handlers.filing import called
from handlers.filing.emergency import place_rows
from handlers.filing.hearing import heard
from handlers.filing.said_instead import instead
from handlers.filing.spots import spot_of
from handlers.texts.sentences import Safe
from handlers.texts.words import anywhere

ON_THE_WAY = timedelta(minutes=10)
"""So long words may tell what keeps help from coming (ours)."""
THE_ASSIGNEE = frozenset({"assignee"})
NOBODY: frozenset[str] = frozenset()


async def running(turn: Turn) -> Case | None:
    """The emergency that this chat is in."""
    mark = await marked(turn, EMERGENCY, GOES_ON[EMERGENCY])
    case = await turn.unit.cases.get(mark.about["case"]) if mark else None
    return case if case is not None and case.open else None


async def begun(turn: Turn) -> Draft | None:
    """The mark of when this chat last fell into an emergency."""
    return await marked(turn, EMERGENCY, GOES_ON[EMERGENCY])


def spotted(turn: Turn) -> Spotted | None:
    """The place that this message names or sends; of a correction what it is instead."""
    event = turn.event
    said = instead(event.text)
    words = event.text if said is None else said
    return whereabouts.spotted(turn.scene, event.place, words, turn.person)


async def hear(
    turn: Turn,
    case: Case,
    reading: Reading,
) -> bool:
    """What was said while it runs: added, unless it clearly is another matter. Returns whether it
    was added.
    """
    if instead(turn.event.text) is not None and spotted(turn) is not None:
        await add(turn, case)
        return True
    which = belongs(
        _as_placed(turn, case),
        reading,
        spotted(turn),
        turn.setup.catalogue,
        turn.unit.now - case.filed_at > ON_THE_WAY,
    )
    if which is Belongs.APART:
        return False
    called_already = anywhere("words-called").search(turn.event.text.lower())
    if reading.danger is not None and not called_already:
        turn.reply(turn.say("emergency"), calls=reading.danger.calls)
    await add(turn, case, doubt=which is Belongs.DOUBT and not called_already)
    return True


async def add(
    turn: Turn,
    case: Case,
    doubt: bool = False,
) -> None:
    """Words, pictures and a place go to the people who are on it; a place says where it is, and
    whoever looks after that place is told. In `doubt` one press makes another matter of it.
    """
    event, unit = turn.event, turn.unit
    fits = [one for one in event.media if one.size <= turn.setup.most_bytes]
    media = tuple(
        unit.media.add(
            event,
            one,
            None,
            case.id,
        )
        for one in fits
    )
    given = Given(_said(turn), media, event.place)
    await added(
        turn,
        case,
        given,
        _where(turn, case, doubt),
        doubt,
    )


async def added(
    turn: Turn,
    before: Case,
    given: Given,
    changes: dict[str, Any],
    doubt: bool = False,
) -> None:
    """What is `given` goes to the people on it, and to those of the place where that `changes`."""
    case = await moving.to_another(turn.scene, before, changes)
    bare = given.place is not None and not (turn.event.text.strip() or given.media)
    # the card with the pin on it has just gone to somebody new
    known = bare and case.assignee_id != before.assignee_id
    hush = THE_ASSIGNEE if known else NOBODY
    done = await perform(
        turn.scene,
        case,
        Act.ADD,
        given,
        changes,
        hush,
    )
    await _received(
        turn,
        done,
        before,
        doubt,
    )


async def _received(
    turn: Turn,
    done: Happened,
    before: Case,
    doubt: bool,
) -> None:
    """That it was passed on; after a move to whom."""
    case, below = done.case, []
    text = turn.say("done-emergency-add", number=case.number)
    if case.area != before.area:
        turn.person = whereabouts.filed_here(turn.unit, turn.person, case)
        await called.elsewhere(turn, case)
        text = turn.say(
            "done-emergency-moved",
            number=case.number,
            area=phrases.area(turn.unit, case.area, turn.language),
            name=await phrases.carer(turn.unit, turn.language, case),
        )
    pin = turn.event.place
    if pin is not None and not turn.unit.directory.locate(pin):
        text = Safe(f"{text}\n{turn.say('pin-outside')}")
    if doubt:
        text = Safe(f"{text}\n{turn.say('emergency-or-another')}")
        below = [[turn.choice("button-something-new", f"n:{done.line}")]]
    asked, rows = await _which(turn, case)
    if asked:
        text = Safe(f"{text}\n{asked}")
    turn.reply(text, [*rows, *below], case_id=case.id)


async def _which(
    turn: Turn,
    case: Case,
) -> tuple[Safe | None, list[list[Choice]]]:
    """While nobody knows where it is: which of the places these words may mean, or any grid."""
    said, placed = turn.event.text, _as_placed(turn, case)
    if not said or placed.place or placed.place_words:
        return None, []
    likely = whereabouts.find(turn.scene, said, turn.person).likely
    if not likely and not _tells_a_place(heard(turn)):
        return None, []
    spots = [spot_of(one) for one in likely]
    mark = await begun(turn)
    if mark is not None:
        kept = replace(mark, about=mark.about | {"spots": spots})
        await turn.unit.forms.put(kept)
    asked = turn.say("emergency-which" if spots else "spot-unknown")
    return asked, place_rows(turn, case, spots)


def _tells_a_place(reading: Reading) -> bool:
    """Whether it tells where and nothing else, though nobody knows the place."""
    bare = bool(reading.places) and reading.report < A_MATTER
    return bare or reading.intent is Intent.PLACE_ONLY


def _said(turn: Turn) -> str:
    """The words; of a pin alone, where it is."""
    text, place = turn.event.text.strip(), turn.event.place
    if text or place is None:
        return text
    area = turn.unit.directory.locate(place)
    return f"📍 {phrases.area(turn.unit, area, turn.setup.language)}"


def _where(
    turn: Turn,
    case: Case,
    doubt: bool,
) -> dict[str, Any]:
    """What the place changes of the case. Words move no pin, unless they correct it; in doubt they
    move nothing that is placed. What was said of another place says nothing of this one.
    """
    spot, pinned = spotted(turn), turn.event.place is not None
    known = _as_placed(turn, case)
    settled = known.place or (doubt and known.place_words)
    moves = pinned or instead(turn.event.text) is not None
    if spot is None or (settled and not moves):
        return {}
    return moved_to(case, spot)


def _as_placed(
    turn: Turn,
    case: Case,
) -> Case:
    """The case without a pin that lies in none of our areas: that one says nothing."""
    directory = turn.unit.directory
    if case.place is None or directory.locate(case.place):
        return case
    return replace(case, place=None)
