"""Which services of the menu somebody means by words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from domain.matching.fields import OTHER, guessed, named
from domain.matching.listing import Listing
from domain.values.text import plain
from handlers.dialog.turn import Turn
from handlers.matching.found import terms
from handlers.texts.words import anywhere, one_of

SIGNS = " ,，。.!！?？~～"
LONGEST = 30
"""Letters: whoever writes more orders nothing."""


def ordered(said: str) -> str:
    """What is wanted where somebody writes it behind a word for ordering, '' for none."""
    words = rf"{one_of('words-to-order')}[\s:：,，]+(.+)"
    found = re.fullmatch(words, said.lower()) if len(said) <= LONGEST else None
    return said[found.start(1) :] if found else ""


def told(served: Sequence[Listing], said: str) -> list[Listing]:
    """Those whose words these are: 「我想理个发」 is a haircut."""
    words = plain(said).lower()
    bare = anywhere("words-wanted").sub("", words).strip(SIGNS)
    wanted = [one for one in (words, bare) if len(one) > 1]
    return [
        one
        for one in served
        if any(word in plain(one.words).lower() for word in wanted)
    ]


def meant(turn: Turn, served: Sequence[Listing], said: str) -> list[Listing]:
    """Those whose words these are or whose subject is named; else what is about the same: a
    haircut is found in another language too.
    """
    fields = terms(turn.setup).fields
    field = named(said, fields)
    found = told(served, said) or [one for one in served if one.category == field]
    if found or field:
        return found
    about = guessed(said, fields)
    return [one for one in served if about != OTHER and one.category == about]
