"""What ends an emergency of one kind and says little elsewhere: 他妈找来了 of a child who was lost,
警察把他带走了 of somebody who threatened.
"""

from __future__ import annotations

from domain.case import Case
from domain.reading.engine import CRY
from domain.reading.model import Reading
from handlers.texts.asking import questioned
from handlers.texts.words import anywhere, asks, plain

OUT_NOW = (
    "words-out-now-fill",
    "words-over",
    "words-well-now",
    "words-polite",
)
"""What stands beside 出来了, which by itself may be said of smoke as well."""

THREATENED = "security"
"""Of what somebody may get away from; who says 我走了 in despair does not."""

MISSING = "missing"
"""Of whom it is over when somebody took them home: 她儿子来接走了."""

WHO = "words-taken-away-who"
TAKEN = (WHO, "words-taken-away-whom", *OUT_NOW)
"""Who took away whom: somebody else may have taken a child."""


def ended(case: Case, reading: Reading, said: str) -> bool:
    """Whether that is told, and of no other danger than the one that it may be the end of."""
    if questioned(said) or not _of_it(case, reading):
        return False
    if case.category == MISSING:
        return anywhere("words-taken-home").search(plain(said)) is not None
    if case.category != THREATENED:
        return False
    by_them = anywhere(WHO).search(plain(said)) is not None
    taken = by_them and asks("words-taken-away", said, *TAKEN)
    return taken or asks("words-got-away", said, *OUT_NOW)


def _of_it(case: Case, reading: Reading) -> bool:
    danger = reading.danger
    return danger is None or danger.topic == CRY or reading.category == case.category
