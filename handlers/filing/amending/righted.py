"""What was told is put right in its own words: a number, a name, or what no known place is."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from domain.answers import Answer
from domain.draft import Draft
from domain.places.renumbered import put_right, renumbered
from domain.things import things, whole
from handlers.casework import whereabouts
from handlers.dialog.fields import located, texts
from handlers.dialog.turn import Turn
from handlers.filing.amending import first_words
from handlers.filing.amending.unsaid import undecided
from handlers.filing.draft import REST
from handlers.filing.said_instead import Correction, is_figure

ARTICLE = re.compile(r"^(?:the|an?) (?=[a-z])", re.IGNORECASE)
"""What it is stands behind the article of what it is not."""


def in_its_words(
    turn: Turn,
    draft: Draft,
    found: Correction,
) -> Draft | None:
    """With what was denied put right in its own words: a number, or what no known place is."""
    said, denied = found.said, found.denied
    known = whereabouts.find(turn.scene, said, turn.person).sure and not is_figure(said)
    said = ARTICLE.sub("", said)
    if known or (things(denied) and not _only_named(said, denied)):
        return None
    if denied:
        right = _with(draft, lambda text: put_right(text, whole(text, denied), said))
        if right is None or not things(denied):
            return right
        return first_words.remembered(undecided(right), draft)
    return _with(draft, lambda text: renumbered(text, said))


def _only_named(said: str, denied: str) -> bool:
    """Whether it is the name of a thing as what it is not is: 监控 for 路灯, and not 井盖没了."""
    if said.isascii():
        return len(said.split()) <= len(denied.split())
    return len(said) <= len(denied) + 1


def _with(draft: Draft, righted: Callable[[str], str]) -> Draft | None:
    """The draft with its words and those of its place put right; None where neither says that. What
    was chosen for the place stays.
    """
    where, told = located(draft), texts(draft)
    place, what = righted(where.words), [righted(part.text) for part in told]
    if not (place or any(what)):
        return None
    said = [
        replace(part, text=now or part.text)
        for part, now in zip(told, what, strict=True)
    ]
    answers: dict[str, Answer] = {**draft.answers, "what": tuple(said)}
    about = draft.about
    if place:
        answers["place"] = replace(where, words=place)
        spot = about.get("spot", {})
        if spot.get("said") == where.words:
            about = about | {"spot": spot | {"said": place}}
    asking = "" if draft.asking == REST else draft.asking
    return replace(draft, answers=answers, about=about, asking=asking)
