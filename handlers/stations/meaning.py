"""Which station words ask for that say nothing else: 「哪里能充电」, "any shelter nearby"."""

from __future__ import annotations

from domain.stations.station import WANTED
from handlers.texts.asking import questioned
from handlers.texts.words import anywhere, only

NAMED = "words-station"
WHERE = "words-station-where"
ANYTHING = "words-station-any"


def key_of(wanted: str) -> str:
    """The key of the words by which a filter is asked for."""
    return f"words-station-{wanted.replace('_', '-')}"


BESIDE = (WHERE, ANYTHING, "words-station-fill", *map(key_of, WANTED))
"""Of these a question for a station is made."""


def meant(text: str) -> str | None:
    """The filter that the words ask for, '' for any station, None where they ask for none."""
    if only(NAMED, text):
        return ""
    said = text.strip().lower()
    if not (only(NAMED, text, *BESIDE) and _asks(said)):
        return None
    for name in WANTED:
        if anywhere(key_of(name)).search(said):
            return name
    return "" if any(anywhere(key).search(said) for key in (NAMED, ANYTHING)) else None


def _asks(said: str) -> bool:
    """Whether it asks where, or for one: 「有厕所吗」, 「厕所？」."""
    return questioned(said, WHERE)
