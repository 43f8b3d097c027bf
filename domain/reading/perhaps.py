"""A danger that letters hear too faintly to call people: whether there is one is asked."""

from __future__ import annotations

from collections.abc import Container, Mapping

from domain.reading.bygone import calmed
from domain.reading.danger import UNLIKELY
from domain.reading.engine import Engine
from domain.reading.linear import DANGER, grams
from domain.reading.model import Danger, Intent
from domain.reading.scan import Scan
from domain.reading.scores import Scores
from domain.reading.suspected import likeliest

FAINT = -3.0
"""Below it nothing is asked (log odds; ours: of what training had not seen two of three dangers
that do not alarm are above it, and one of ten that are none)."""

LEAST = 5
"""Runs of letters: in fewer nothing is heard but how often anything is one (ours)."""

ASKED_OF = (Intent.REPORT, Intent.CHAT)


def perhaps(
    scan: Scan,
    known: Engine,
    letters: Mapping[str, float],
    scores: Scores,
    intent: Intent,
    told: Container[Intent],
) -> Danger | None:
    """The one that may be there, where nothing alarmed and no word says that it is talk."""
    if scan.hits("laugh") and scan.hits("<wishes_no_life>"):
        return _of_despair(known)
    faint = letters.get(DANGER, UNLIKELY) <= FAINT
    if faint or intent not in ASKED_OF or intent in told:
        return None
    if calmed(scan) or (scan.hits("<figure>") and not scan.hits("<at_a_railing>")):
        return None  # 没人受伤, 笑死: it is answered
    if len(grams(scan.text)) < LEAST:
        return None
    topic = likeliest([], scores.best[0], known)
    return Danger(topic.name, topic.calls, guessed=True)


def _of_despair(known: Engine) -> Danger | None:
    """不想活了哈哈哈: a laugh makes it no alarm, and nobody passes it over."""
    topics = (one for one in known.vocabulary.topics if one.private and one.lasting)
    topic = next(topics, None)
    return Danger(topic.name, topic.calls, guessed=True) if topic else None
