"""Whether letters hear talk where they hear a danger too. Where it is, is none."""

from __future__ import annotations

from collections.abc import Mapping

from domain.reading.linear import TALK
from domain.reading.model import Intent
from domain.reading.scan import Scan

PLACE, REPORT = TALK + Intent.PLACE_ONLY, TALK + Intent.REPORT
NO_TALK = (Intent.EMERGENCY, Intent.REPORT, Intent.PLACE_ONLY)
TALKS = tuple(TALK + intent for intent in Intent if intent not in NO_TALK)
BY_FAR = 1.5
"""So far above a report (log odds; ours: of what training had not seen ten alarms of eleven beyond
it were false)."""


def talked(letters: Mapping[str, float]) -> bool:
    """Whether it is talk, by far."""
    talk = [letters.get(label, 0.0) for label in TALKS]
    return max(talk) > letters.get(REPORT, 0.0) + BY_FAR


def asks_or_talks(scan: Scan, letters: Mapping[str, float]) -> bool:
    """Whether a word asks, or it is talk by far."""
    return bool(scan.hits("<asking>")) or talked(letters)
