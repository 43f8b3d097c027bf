"""Which station is near: asked by a command, a button or a word, answered once the place is known.

The place is used and forgotten: no draft, no row, only minutes in memory.
"""

from __future__ import annotations

from datetime import timedelta

from domain.messages import Key, Matter, Place
from domain.stations.station import WANTED
from domain.values.text import letters
from handlers.actions.emergencies.emergencies import running
from handlers.casework import whereabouts
from handlers.dialog import ending, questions
from handlers.dialog.fields import (
    A_MATTER,
    SHORT_PLACE,
    located,
    place_of,
)
from handlers.dialog.fits import FULL, Fit
from handlers.dialog.marks import open_drafts
from handlers.dialog.questions import About, Question
from handlers.dialog.turn import Turn
from handlers.filing.hearing import heard
from handlers.stations.answer import answer
from handlers.stations.below import shown_last
from handlers.stations.meaning import key_of, meant
from handlers.texts.words import only

KIND = "station"
LATELY = timedelta(minutes=10)
"""So long a bare word is for what was shown (ours)."""


async def station(turn: Turn, words: str) -> None:
    """/station [FILTER | PLACE]: asks where one is, unless the words say it."""
    wanted = _filter(words)
    named = None if wanted else _named(turn, words)
    if turn.unit.stations.any and named is not None:
        return await _at(turn, wanted, named)
    if wanted:
        return await again(turn, wanted)
    await ask(turn)


async def ask(turn: Turn, wanted: str = "") -> None:
    """Asks for the place; from now on a pin or a name is the answer."""
    if not turn.unit.stations.any:
        return turn.reply(turn.say("station-none-loaded"))
    await questions.ask(turn, KIND, {"only": wanted})
    key = Key(turn.label("button-locate"), location=True)
    turn.reply(
        turn.say("station-ask"),
        keyboard=[[key]],
        matter=Matter.QUESTION,
    )


async def again(turn: Turn, wanted: str, *, edit: bool = False) -> None:
    """The same place, where it is still known: another filter, or asked once more in words."""
    place = turn.unit.stations.stood(turn.private)
    if place is None:
        return await ask(turn, wanted)
    await answer(turn, place, wanted, edit=edit)


async def here(turn: Turn, number: str) -> None:
    """At the place of a report that says nothing but this place: it was none then, and the place
    is forgotten.
    """
    drafts = await open_drafts(turn)
    found = (one for one in drafts if str(one.id) == number)
    draft = next(found, None)
    place = place_of(draft) if draft else turn.unit.stations.stood(turn.private)
    if place is None:
        return await ask(turn)
    if draft is not None and draft.answers.keys() == {"place"}:
        sent = located(draft).message
        await turn.unit.web.forget_place(turn.private, sent)
        await ending.drop(turn, draft)
    await _at(turn, "", place)


async def _at(turn: Turn, wanted: str, place: Place) -> None:
    turn.unit.stations.stands(turn.private, place)
    await answer(turn, place, wanted)


def _filter(words: str) -> str:
    said = words.strip()
    found = (name for name in WANTED if said and only(key_of(name), said))
    return next(found, "")


def _named(turn: Turn, words: str) -> Place | None:
    """The point of the likeliest place that the words name; of an area its middle."""
    if not words.strip():
        return None
    found = whereabouts.find(turn.scene, words, turn.person)
    likely = [found.sure] if found.sure else list(found.likely)
    if not likely:
        return None
    entry = likely[0].entry
    return entry.place or turn.unit.directory.middle(entry.area)


async def below(turn: Turn) -> bool:
    """Whether what a station may have was named below stations, and is shown."""
    wanted = _filter(turn.event.text)
    if not wanted or not await shown_last(turn, LATELY):
        return False
    await again(turn, wanted)
    return True


# --- as a question ---


async def _fits(turn: Turn, about: About, said: str) -> Fit:
    """Whoever says that something is wrong somewhere reports it, and asks for no station there; in
    an emergency a place says where that is.
    """
    if meant(said) is not None and not await running(turn):
        return FULL
    matter = heard(turn).report >= A_MATTER
    if matter or letters(said) > SHORT_PLACE or await running(turn):
        return Fit(0.0)
    if _filter(said) or _named(turn, said) is not None:
        return FULL
    return Fit(0.0, "station-no-such-place")


async def _typed(turn: Turn, about: About, said: str) -> None:
    wanted = _filter(said) or meant(said)
    if wanted is not None:
        return await ask(turn, wanted)
    place = _named(turn, said)
    if place is not None:
        await _at(turn, about["only"], place)


async def _pinned(turn: Turn, about: About, place: Place) -> None:
    await turn.unit.web.forget_place(turn.event.chat, turn.event.message_id)
    await _at(turn, about["only"], place)


QUESTIONS = {KIND: Question(_fits, _typed, placed=_pinned)}
