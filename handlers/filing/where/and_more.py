"""文昌路36号，对了那边垃圾也满了: the place that was asked for, and another matter behind it."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from domain.draft import Draft
from domain.places.phrases import may_name
from domain.reading.model import Intent
from domain.things import things
from handlers.casework import whereabouts
from handlers.dialog.fields import A_MATTER
from handlers.dialog.turn import Turn
from handlers.filing.draft import needs
from handlers.filing.hearing import read_text
from handlers.filing.several import ENDS, pieces


class AndMore(NamedTuple):
    where: str
    more: str


def parted(turn: Turn, draft: Draft) -> AndMore | None:
    """The known place, and what is told behind "also"; None where it is not both."""
    text = turn.event.text
    if (draft.asking or needs(draft)) != "place" or turn.event.place:
        return None
    if len(text.lower()) != len(text):
        return None
    told = pieces(turn, text)
    for before, piece in pairwise(told):
        where = text[: before.start + len(before.text)].strip(ENDS)
        more = text[piece.start :].strip(ENDS)
        joint = text[before.start + len(before.text) : piece.start]
        joined = piece.joined or "and" in joint.lower()
        if joined and _place(turn, where) and _matter(turn, more):
            return AndMore(where, more)
    return None


def _place(turn: Turn, said: str) -> bool:
    known = whereabouts.find(turn.scene, said, turn.person).sure
    return known is not None and may_name(said) and not things(said)


def _matter(turn: Turn, said: str) -> bool:
    reading = read_text(turn, said)
    return reading.intent is Intent.REPORT and reading.report >= A_MATTER
