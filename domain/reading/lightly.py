"""Whether letters hear talk where they hear a danger too. Where it is, is none."""

from __future__ import annotations

from collections.abc import Mapping

from domain.reading.linear import TALK
from domain.reading.model import Intent

PLACE, REPORT = TALK + Intent.PLACE_ONLY, TALK + Intent.REPORT
BY_FAR = 1.5
"""So far above a report (log odds; ours: of what training had not seen ten alarms of eleven beyond
it were false)."""


def talked(letters: Mapping[str, float]) -> bool:
    """Whether it is talk, by far."""
    talk = (
        value
        for name, value in letters.items()
        if name.startswith(TALK) and name != PLACE
    )
    return max(talk, default=0.0) > letters.get(REPORT, 0.0) + BY_FAR
