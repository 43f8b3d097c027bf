"""What was taken for the place and only names the thing, once a pin says where it is: 就是这个井盖,
"the manhole". It is words of the matter then.
"""

from __future__ import annotations

from dataclasses import replace

from domain.answers import Answer, Said
from domain.draft import Draft
from domain.places.tails import split
from domain.things import things
from handlers.casework import whereabouts
from handlers.dialog.fields import located, place_of, texts
from handlers.dialog.turn import Turn
from handlers.filing.hearing import read_text
from handlers.texts.words import anywhere


def put_to_the_words(turn: Turn, draft: Draft) -> Draft:
    """The draft with it among its words; a known place, or one beside something, stays."""
    told, pin = located(draft), place_of(draft)
    if (
        pin is None
        or not turn.unit.directory.locate(pin)
        or not a_thing(turn, told.words)
    ):
        return draft
    said = Said("", told.words)
    answers: dict[str, Answer] = {
        **draft.answers,
        "what": (*texts(draft), said),
        "place": replace(told, words=""),
    }
    return replace(draft, answers=answers)


def a_thing(turn: Turn, said: str) -> bool:
    """Whether it names a thing and no place."""
    if (
        not things(said)
        or anywhere("words-beside").search(said.lower())
        or split(said).tail
    ):
        return False
    found = whereabouts.find(turn.scene, said, turn.person)
    return not (found.sure or found.likely or read_text(turn, said).places)
