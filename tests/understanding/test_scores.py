"""Floors under what the own sentences score: the tuning rows, and those never looked at."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.sentences import JUDGES, OWN, Row, rows_of, split
from bench.understanding import Tally, measure

TUNING = {
    "danger": 0.97,
    "danger or asked": 0.98,
    "no alarm": 0.94,
    "neither": 0.88,
    "false friends": 0.85,
    "kind": 0.94,
    "category": 0.92,
    "among three": 0.99,
    "privacy disputes": 0.99,
    "privacy others": 0.97,
    "intent of talk": 0.87,
    "places found": 0.78,
    "places none": 0.95,
}
HELD_OUT = {
    "danger": 0.90,
    "danger or asked": 0.95,
    "no alarm": 0.92,
    "neither": 0.82,
    "false friends": 0.81,
    "kind": 0.85,
    "category": 0.70,
    "among three": 0.90,
    "privacy disputes": 0.90,
    "privacy others": 0.95,
    "intent of talk": 0.62,
    "places found": 0.75,
    "places none": 0.95,
}
JUDGED = {
    "danger": 0.92,
    "danger or asked": 0.96,
    "no alarm": 0.92,
    "neither": 0.85,
    "false friends": 0.74,
    "kind": 0.90,
    "category": 0.88,
    "among three": 0.96,
    "privacy disputes": 0.89,
    "privacy others": 0.96,
    "intent of talk": 0.81,
    "places found": 0.78,
    "places none": 0.95,
}


def parts() -> tuple[list[Row], list[Row]]:
    """The tuning rows and the held-out rows of all own files together."""
    pairs = [split(rows_of(path)) for path in OWN]
    tuning = [row for pair in pairs for row in pair[0]]
    return tuning, [row for pair in pairs for row in pair[1]]


def below(tally: Tally, floors: dict[str, float]) -> dict[str, float]:
    return {
        name: round(tally.share(name), 3)
        for name, floor in floors.items()
        if tally.share(name) < floor
    }


@pytest.mark.parametrize(
    ("part", "floors"), [(0, TUNING), (1, HELD_OUT)], ids=["tuning", "held out"]
)
def test_the_rows_stay_above_their_floors(part: int, floors: dict[str, float]) -> None:
    measured = measure(parts()[part])
    assert not below(measured, floors)
    assert all(measured.counted[score] > 0 for score in floors)


@pytest.mark.parametrize("path", JUDGES, ids=lambda path: path.stem)
def test_the_judges_rows_stay_above_their_floors(path: Path) -> None:
    assert not below(measure(rows_of(path)), JUDGED)


def test_there_are_four_hundred_sentences_and_more() -> None:
    assert sum(len(rows_of(path)) for path in OWN) >= 400
