"""What is said beside a place: 井盖 G05, "pothole grid 5", "strret lite brokn opp wenchang rd 12".
A thing with its place is a report, and no place.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from domain.places.phrases import may_name, points
from domain.places.tails import says_nothing
from domain.privacy import Privacy
from domain.reading.engine import engine
from domain.reading.model import Context, Intent, Reading
from domain.reading.places import GRID
from domain.reading.read import read
from domain.reading.vocabulary import Vocabulary
from domain.reading.who_where import at_the_edge
from domain.reading.words import plain
from domain.things import things
from domain.values.text import letters
from handlers.casework import whereabouts
from handlers.dialog.fields import A_MATTER, SHORT_PLACE
from handlers.dialog.turn import Turn
from handlers.filing.spelt import mended

CODE = re.compile(r"(?<![a-z0-9])[a-z]{1,3}[0-9]{1,4}(?![a-z0-9])", re.IGNORECASE)
MATTERS = (Intent.REPORT, Intent.EMERGENCY)
GUESSED = (Intent.CHAT, Intent.CONFIRM, Intent.THANKS)
"""Talk that nobody says in so many words."""
CLEAR, SOMEWHAT = 0.5, 0.2
"""How sure a category is that few words name, and one that they tell of (ours)."""
A_THING = 2
"""Words at most: a, hole (ours)."""
FEW_WORDS = 0.2
"""How much of a report a few words beside a place are: 门口有坑, "oil on the steps" (ours)."""


def told(
    turn: Turn,
    reading: Reading,
    text: str,
    context: Context,
) -> Reading:
    """What is meant by all of it, where it was taken for a place, or for a chat that names a
    thing.
    """
    if reading.intent is Intent.REPORT:
        return _not_by_name(turn, reading, text, context)
    if reading.danger is not None and reading.danger.guessed:
        return _no_danger_by_name(turn, reading, text, context)
    guessed = reading.intent in GUESSED and not reading.said
    if not (guessed or reading.intent is Intent.PLACE_ONLY):
        return reading
    rest = _without_places(turn, reading, text)
    if guessed and rest != text and not _says(rest):
        return replace(reading, intent=Intent.PLACE_ONLY, privacy=Privacy.OPEN)
    if reading.intent is Intent.PLACE_ONLY or (rest != text and reading.category):
        beside = _matter(turn, rest, context, guessed)
        if beside is not None:
            return replace(beside, places=reading.places)
    spelt = mended(text, turn.setup.vocabulary) if text.isascii() else text
    found = _matter(turn, spelt, context) if spelt != text.lower() else None
    if found is not None and not found.danger:
        return found  # a danger's words have a spelling of their own
    return _thing(reading, text) if guessed else reading


def _thing(reading: Reading, text: str) -> Reading:
    """A report where nothing is said but a thing, and its category is rather sure: "hole"."""
    few = text.isascii() and len(text.split()) <= A_THING
    if not few or not things(text) or reading.sure < SOMEWHAT:
        return reading
    return replace(reading, intent=Intent.REPORT)


def _not_by_name(
    turn: Turn,
    reading: Reading,
    text: str,
    context: Context,
) -> Reading:
    """What is meant by what stands beside a known place, where the name of that alone would be of
    the same category: broken glass at a library is no wish to learn.
    """
    vocabulary = turn.setup.vocabulary
    found = whereabouts.find(turn.scene, text, turn.person).sure
    if found is None or whereabouts.is_area(found):
        return reading
    if _of_name(found.words, vocabulary) != reading.category:
        return reading
    rest = text.replace(found.words, " ", 1)
    if rest == text or not _says(rest):
        return reading
    beside = read(rest, context, vocabulary)
    if beside.intent is not Intent.REPORT or not beside.category:
        return reading
    return replace(
        reading,
        kind=beside.kind,
        category=beside.category,
        likely=beside.likely,
        sure=beside.sure,
        report=max(reading.report, beside.report),
    )


def _no_danger_by_name(
    turn: Turn,
    reading: Reading,
    text: str,
    context: Context,
) -> Reading:
    """What is meant beside a known place, where letters alone hear a danger, and none without that
    place: 体育场门口栏杆断了. What befalls people, or is on a bridge, stays one. Of a hundred
    matters at such a gate three alarmed (ours).
    """
    found = whereabouts.find(turn.scene, text, turn.person).sure
    place = found.words + found.tail if found else ""
    rest = text.replace(place, " ", 1) if place else text
    vocabulary = turn.setup.vocabulary
    if rest == text or not _says(rest) or _perilous(place, vocabulary):
        return reading
    beside = read(rest, context, vocabulary)
    of_people = beside.category in engine(vocabulary).grave
    if beside.danger is not None or beside.intent is not Intent.REPORT or of_people:
        return reading
    return replace(beside, places=reading.places)


@lru_cache(maxsize=4096)
def _perilous(place: str, vocabulary: Vocabulary) -> bool:
    """Whether to be there is part of the danger: a bridge, a roof, a river."""
    return at_the_edge(engine(vocabulary).lexicon.scan(plain(place)))


@lru_cache(maxsize=4096)
def _of_name(name: str, vocabulary: Vocabulary) -> str:
    """The category that letters read in the name of a place."""
    return read(name, Context(), vocabulary).category


def _matter(
    turn: Turn,
    text: str,
    context: Context,
    guessed: bool = False,
) -> Reading | None:
    """A few words beside a place that clearly name a category are one, where talk was only
    `guessed`: "big hole grid 1".
    """
    if not _says(text):
        return None
    found = read(text, context, turn.setup.vocabulary)
    if found.intent not in MATTERS:
        return None
    if guessed and found.sure >= CLEAR:
        return replace(found, report=max(found.report, A_MATTER))
    few = found.report >= FEW_WORDS and found.sure >= SOMEWHAT and not points(text)
    return found if few or found.report >= A_MATTER else None


def only_known(turn: Turn, reading: Reading) -> Reading:
    """A place that is known, and of which nothing is told, is no matter and no talk, whatever it
    is called: 图书馆还书亭, 体育场游泳馆那.
    """
    guessed = reading.intent in GUESSED and not reading.said
    may_be = guessed or reading.intent is Intent.REPORT
    if not may_be or not _known(turn, turn.event.text):
        return reading
    return replace(reading, intent=Intent.PLACE_ONLY, report=0.0, category="")


def _known(turn: Turn, text: str) -> bool:
    if letters(text) > SHORT_PLACE or not may_name(text):
        return False
    found = whereabouts.find(turn.scene, text, turn.person).sure
    if found is None:
        return False
    return says_nothing(text.replace(found.words + found.tail, " ", 1))


def _says(text: str) -> bool:
    return any(letter.isalnum() for letter in text)


def _without_places(
    turn: Turn,
    reading: Reading,
    text: str,
) -> str:
    """What decides: a grid that is named by its number or its code is no more than that."""
    grids = [one.group() for one in GRID.finditer(text.lower())]
    codes = [one.group() for one in CODE.finditer(text)]
    areas = turn.unit.directory.areas
    known = [code for code in codes if code.upper() in areas]
    for place in [*grids, *known] or reading.places:
        text = re.sub(re.escape(place), " ", text, flags=re.IGNORECASE)
    return text
