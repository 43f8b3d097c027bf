"""An emergency that goes on: what is said is added to it; one press says it was nothing."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import cache
from typing import Any

from domain.acts import Act
from domain.case import Case
from domain.draft import Draft
from domain.privacy import Privacy
from domain.reading.model import Reading
from handlers.actions.emergencies import help_comes
from handlers.actions.emergencies.belonging import Belongs, belongs, confides, elsewhere
from handlers.actions.emergencies.emergency_place import (
    as_placed,
    changes_of,
    goes_on_in,
    spotted,
    which,
)
from handlers.casework import phrases, whereabouts
from handlers.casework.happened import Given, Happened
from handlers.casework.rearranging import albums, moving
from handlers.dialog.turn import Turn
from handlers.filing import called
from handlers.filing.hearing import read_text
from handlers.filing.said_instead import corrects, denies, instead, slipped
from handlers.texts.sentences import Safe
from handlers.texts.words import anywhere, one_of, plain

ON_THE_WAY = timedelta(minutes=10)
"""So long words may tell what keeps help from coming (ours)."""
ADDED = "added:"
"""By what the word for an album that comes in parts is known until its last part."""
THE_ASSIGNEE = frozenset({"assignee"})
NOBODY: frozenset[str] = frozenset()


async def running(turn: Turn) -> Case | None:
    """The emergency that this chat is in, the newest of several."""
    return next(iter(await all_running(turn)), None)


async def all_running(turn: Turn) -> list[Case]:
    """All that this chat is in, the newest first."""
    return [case for _, case in await goes_on_in(turn)]


async def begun(turn: Turn) -> Draft | None:
    """The mark of the newest that goes on."""
    found = await goes_on_in(turn)
    return found[0][0] if found else None


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
    found = belongs(
        as_placed(turn, case),
        reading,
        spotted(turn),
        turn.setup.catalogue,
        turn.unit.now - case.filed_at > ON_THE_WAY,
    )
    if found is Belongs.APART and _explains(turn, case, reading):
        found = Belongs.DOUBT
    if found is Belongs.APART:
        return False
    called_already = help_comes.told().search(turn.event.text.lower())
    if reading.danger is not None and not called_already:
        turn.reply(turn.say("emergency"), calls=reading.danger.calls)
    await add(turn, case, doubt=found is Belongs.DOUBT and not called_already)
    return True


def _explains(turn: Turn, case: Case, reading: Reading) -> bool:
    """Whether it tells what it is that burns or fell, or what it is not, or speaks of who is hurt,
    and is in no other place: 是垃圾桶 不大; 不是电池，是垃圾桶; "what about the man by the lamp".
    """
    if confides(case, reading) or elsewhere(as_placed(turn, case), spotted(turn)):
        return False
    said = turn.event.text
    other = denies(said) or corrects(said) is not None
    told = other or bool(slipped(said)) or _is().match(plain(said)) is not None
    told = told or anywhere("words-of-them").search(plain(said)) is not None
    return told and reading.danger is None


@cache
def _is() -> re.Pattern[str]:
    return re.compile(one_of("words-is"))


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
    given = Given(_said(turn), media, event.place, bool(event.album))
    changes = changes_of(turn, case, doubt) | _unnamed(turn, case)
    await added(turn, case, given, changes, doubt)


def _unnamed(turn: Turn, case: Case) -> dict[str, Any]:
    """Who asks that nobody is to know who told it is not named; all that is said stays with those
    who run.
    """
    asked = read_text(turn, turn.event.text).asked
    open_to_all = case.privacy is Privacy.OPEN and case.filer_id == turn.person.id
    if not open_to_all or not (asked.secret or asked.unnamed):
        return {}
    return {"privacy": Privacy.ANONYMOUS}


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
    done = await albums.add(
        turn.scene,
        case,
        Act.ADD,
        given,
        turn.event,
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
    if case.privacy is Privacy.ANONYMOUS is not before.privacy:
        text = Safe(f"{text}\n{turn.say('summary-anonymous')}")
    if doubt:
        text = Safe(f"{text}\n{turn.say('emergency-or-another')}")
        below = [[turn.choice("button-something-new", f"n:{done.line}")]]
    asked, rows = await which(turn, case)
    if asked:
        text = Safe(f"{text}\n{asked}")
    turn.reply(
        text,
        [*rows, *below],
        case_id=case.id,
        replaces=f"{ADDED}{case.id}",
        pause=True,
    )


def _said(turn: Turn) -> str:
    """The words; of a pin alone, where it is."""
    text, place = turn.event.text.strip(), turn.event.place
    if text or place is None:
        return text
    area = turn.unit.directory.locate(place)
    named = (phrases.area(turn.unit, area, turn.setup.language), turn.event.called)
    return f"📍 {' · '.join(filter(None, named))}"
