"""What only sounds like a danger: figures of speech, a smoker, a lost paper, a dead cable."""

from __future__ import annotations

from collections.abc import Mapping

from domain.reading.engine import Engine
from domain.reading.linear import DANGER, opinion
from domain.reading.scan import Scan

NEVER = -99.0  # of what nothing is left


def without_figures(
    scan: Scan, known: Engine, letters: Mapping[str, float]
) -> Mapping[str, float]:
    """The letters' opinion; of danger, rescues and crises as they say it of what is left
    without the figures.
    """
    figures = scan.hits("<figure>")
    if not figures:
        return letters
    left = scan.text
    for begin, end in figures:
        left = f"{left[:begin]}{' ' * (end - begin)}{left[end:]}"
    clues = {
        name
        for name in known.clues & scan.present
        if any(left[slice(*hit)].strip() for hit in scan.hits(name))
    }
    beside = opinion(" ".join(left.split()), known.vocabulary.weights, clues)
    calmer = {
        label: min(letters.get(label, NEVER), beside.get(label, NEVER))
        for label in (DANGER, *known.dire)
    }
    return {**letters, **calmer}
