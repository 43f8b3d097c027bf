"""Whether letters hear talk where they hear a danger too, or a matter that endangers nobody. Where
it is, is no talk.
"""

from __future__ import annotations

from collections.abc import Mapping

from domain.reading.engine import Engine
from domain.reading.linear import TALK
from domain.reading.model import Intent
from domain.reading.scan import Scan

PLACE, REPORT = TALK + Intent.PLACE_ONLY, TALK + Intent.REPORT
NO_TALK = (Intent.EMERGENCY, Intent.REPORT, Intent.PLACE_ONLY)
TALKS = tuple(TALK + intent for intent in Intent if intent not in NO_TALK)
BY_FAR = 1.5
"""So far above a report (log odds; ours: of what training had not seen ten alarms of eleven beyond
it were false)."""

NEVER = -99.0  # what no word names

EITHER = 0.0
"""Below it letters rather hear no danger (log odds)."""

SURELY = 1.0
"""So far above any danger it is surely a matter in which nobody is in danger (ours: of what
training had not seen, of 29 alarms with both one was right, and of 33 that letters alone raised
one)."""


def talked(letters: Mapping[str, float]) -> bool:
    """Whether it is talk, by far."""
    talk = [letters.get(label, 0.0) for label in TALKS]
    return max(talk) > letters.get(REPORT, 0.0) + BY_FAR


def asks_or_talks(scan: Scan, letters: Mapping[str, float]) -> bool:
    """Whether a word asks, or it is talk by far."""
    return bool(scan.hits("<asking>")) or talked(letters)


def harmless(
    letters: Mapping[str, float], weights: Mapping[str, float], known: Engine
) -> float:
    """How far letters are for a matter in which nobody is in danger, and not for the likeliest one
    in which somebody is; a word has to name it, since a place sounds like one that is sought.
    """
    named = [letters.get(code, 0.0) for code in known.harmless if code in weights]
    if not named:
        return NEVER
    return max(named) - max(letters.get(code, 0.0) for code in known.grim)
