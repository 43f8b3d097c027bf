"""Floors under what the own sentences score: the tuning rows, and those never looked at."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest

from bench.sentences import JUDGES, OWN, Row, rows_of, split
from bench.understanding import Tally, measure

TUNING = {
    "danger": 0.97,
    "no alarm": 0.94,
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
    "no alarm": 0.92,
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
    "no alarm": 0.92,
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


@lru_cache(maxsize=2)
def measured(part: int) -> Tally:
    return measure(parts()[part])


def below(tally: Tally, floors: dict[str, float]) -> dict[str, float]:
    return {
        name: round(tally.share(name), 3)
        for name, floor in floors.items()
        if tally.share(name) < floor
    }


def test_the_tuning_rows_stay_above_their_floors() -> None:
    assert not below(measured(0), TUNING)


def test_the_held_out_rows_stay_above_their_floors() -> None:
    assert not below(measured(1), HELD_OUT)


@pytest.mark.parametrize("path", JUDGES, ids=lambda path: path.stem)
def test_the_judges_rows_stay_above_their_floors(path: Path) -> None:
    assert not below(measure(rows_of(path)), JUDGED)


def test_there_are_four_hundred_sentences_and_more() -> None:
    assert sum(len(rows_of(path)) for path in OWN) >= 400


@pytest.mark.parametrize("score", sorted(TUNING))
def test_every_floor_counts_rows(score: str) -> None:
    assert measured(0).counted[score] > 0
