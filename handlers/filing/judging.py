"""What a message means to a filing: a matter goes to the words, a place to the place, whatever was
asked. It is judged before it is taken.
"""

from __future__ import annotations

from domain.draft import Draft
from domain.places.phrases import may_name, points, unhedged
from domain.privacy import Privacy
from domain.reading.model import Intent, Reading
from domain.things import things
from domain.values.number import number_within
from domain.values.text import letters
from handlers.casework import whereabouts
from handlers.dialog import filling
from handlers.dialog.fields import A_MATTER, SHORT_PLACE, words
from handlers.dialog.fits import Heard
from handlers.dialog.form import Form
from handlers.dialog.turn import Turn
from handlers.filing.draft import meant, needs
from handlers.filing.hearing import SURE, heard
from handlers.filing.thing_told import a_thing
from handlers.filing.where import grids
from handlers.filing.wishing import goes_on
from handlers.texts.asking import questioned
from handlers.texts.words import asks, only

MATTERS = (Intent.REPORT, Intent.EMERGENCY)

KNOWN = 0.9  # of a place that is known
SAID_SO = 0.7


def hear(
    turn: Turn,
    draft: Draft,
) -> Heard:
    """What this message means to a filing: a matter, a place, or talk."""
    event, reading = turn.event, heard(turn)
    if event.media and words(draft) and only("words-whose-picture", event.text):
        return Heard(event, talk=True)
    place = place_told(turn, draft, reading)
    # what stands below a picture is said of it
    talk = reading.intent not in MATTERS and not (place or event.media)
    return Heard(
        event,
        max(reading.report, _tells(turn, reading)),
        place,
        talk,
    )


def _tells(
    turn: Turn,
    reading: Reading,
) -> float:
    """How far this tells at least what is the matter or what happened: a sentence that could be
    no name is no place, also where that is asked.
    """
    tells = reading.intent in MATTERS and not may_name(turn.event.text)
    return A_MATTER if tells else 0.0


def place_told(
    turn: Turn,
    draft: Draft,
    reading: Reading,
) -> float:
    """How surely the words name a place; 0 where that is not asked. What was asked for is a place
    unless it is clearly a matter or talk.
    """
    text = turn.event.text.strip()
    if reading.intent is Intent.PLACE_ONLY and (reading.places or may_name(text)):
        return 1.0
    if goes_on(draft, text):
        return 0.0
    if draft.asking == grids.STEP and reading.report < A_MATTER:
        return SAID_SO if letters(text) <= SHORT_PLACE else 0.0
    asked = (draft.asking or needs(draft)) == "place"
    if not asked or reading.danger:
        return 0.0
    text = unhedged(text)
    if _how_it_is(draft, text, reading) or only("words-hurry", text, "words-polite"):
        return 0.0
    named = words(draft) and not _names_the_thing(turn, draft, text)
    if named and _plain_name(text, reading):
        return SAID_SO
    if reading.intent in MATTERS:
        return 0.0
    found = whereabouts.find(turn.scene, text, turn.person)
    return KNOWN if found.sure or found.likely else 0.0


def _how_it_is(draft: Draft, text: str, reading: Reading) -> bool:
    """Whether it is how it is, or how many they are, or asks after it: 松的, 一共三盏, "and the
    street light?".
    """
    placed = reading.places or points(text)
    same = things(text) & things(words(draft))
    after = same and not placed and questioned(text)
    states = asks("words-gone-bad", text, "words-state-fill")
    counts = asks("words-so-many", text, "words-so-many-fill")
    return bool(after or states or counts)


def _names_the_thing(
    turn: Turn,
    draft: Draft,
    text: str,
) -> bool:
    """Whether it says what those words speak of that name nothing: 旁边还有一堆, and then 垃圾."""
    vague = not meant(draft).sure and not things(words(draft))
    return vague and a_thing(turn, text)


def _plain_name(
    text: str,
    reading: Reading,
) -> bool:
    """Whether it may be the name of a place, or the way to it, though letters guess a chat or a
    matter in it.
    """
    guessed = reading.intent in (Intent.CHAT, *MATTERS) and not reading.said
    if not guessed or number_within(text):
        return False
    secret = reading.privacy is not Privacy.OPEN
    if points(text) and not (secret and reading.sure >= SURE):
        return True
    return may_name(text) and not secret


def answers(
    turn: Turn,
    form: Form,
    draft: Draft,
) -> bool:
    """Whether words that look like talk answer what was asked."""
    return filling.best(form, draft, hear(turn, draft))[1].taken


def continues(
    draft: Draft,
    reading: Reading,
) -> bool:
    """Whether a danger goes on from this draft: nothing is written in it, the bare name of a thing
    or a place, or the same matter.
    """
    before = meant(draft)
    return not words(draft) or before.bare or before.code == reading.category
