"""What was taken for the place and only names the thing, once a pin says where it is: 就是这个井盖,
"the manhole". It is words of the matter then. So is 就是那个井盖 where nothing was wrong before.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from domain.answers import Answer, Said
from domain.draft import Draft
from domain.places.tails import split
from domain.things import names_one, things
from handlers.casework import whereabouts
from handlers.dialog.fields import located, place_of, texts
from handlers.dialog.turn import Turn
from handlers.filing.hearing import read_text
from handlers.texts.words import AFTER, anywhere, one_of, plain

LONGEST = 40
"""Letters: whoever says more says more than that (ours)."""


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


def called(text: str) -> str:
    """What a thing is called behind "it is", where nothing else is said: "it's the drain cover
    btw", 哦对了就是那个井盖; '' for other words.
    """
    said = plain(text)
    if len(said) > LONGEST:
        return ""
    found = next(filter(None, (one.fullmatch(said) for one in _calling())), None)
    rest = found["rest"].strip() if found else ""
    bare = " ".join(anywhere("words-which-fill").sub(" ", rest).split())
    return rest if names_one(bare) else ""


@cache
def _calling() -> tuple[re.Pattern[str], ...]:
    first = f"(?>{one_of('words-sorry', 'words-by-the-way')}{AFTER}*)*+"
    last = f"(?:{AFTER}*{one_of('words-by-the-way', 'words-i-mean')})"
    is_ = rf"(?:{one_of('words-is')}\s*)+"
    return (
        re.compile(rf"{first}{is_}(?P<rest>.+?){last}*{AFTER}*", re.DOTALL),
        re.compile(rf"{first}(?P<rest>.+?){last}+{AFTER}*", re.DOTALL),
    )
