"""What was changed of a case by hand, from what to what: category, urgency, who may read it."""

from __future__ import annotations

from collections.abc import Iterator

from domain.acts import Act
from handlers.casework import phrases
from handlers.dialog.turn import Turn
from handlers.texts.sentences import Safe
from storage.history import Line

NAMED = ("urgency", "privacy")
"""Beside the category, whose own ones come along with it."""


def recast(turn: Turn, line: Line) -> Safe | None:
    """None where no more is known than that it was changed."""
    if line.act is not Act.RECLASSIFY:
        return None
    return next(_changes(turn, line), None)


def _changes(turn: Turn, line: Line) -> Iterator[Safe]:
    if "category" in line.changed:
        was, now = (
            phrases.category(turn.setup, turn.language, code)
            for code in line.changed["category"]
        )
        yield turn.say("story-category", was=was, now=now)
    for name in NAMED:
        if name in line.changed:
            was, now = (turn.label(f"{name}-{one}") for one in line.changed[name])
            yield turn.say(f"story-{name}", was=was, now=now)
