"""Labelled sentences of riders: our own, and those that others keep beside the checkout."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from domain.reading.model import Intent

HERE = Path(__file__).resolve().parent.parent
OWN = sorted((HERE / "tests" / "understanding").glob("sentences_*.csv"))
JUDGES = sorted((HERE / "tests" / "understanding").glob("judge*.csv"))
"""Never learnt from and never looked at while tuning: only their scores count."""

SHARED = HERE.parent / "shared" / "data" / "rider_sentences.csv"
Each = TypeVar("Each")
HELD_OUT = slice(3, None, 4)
FILED = (Intent.EMERGENCY, Intent.REPORT)


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence and what it means. `codes` are all categories that are right."""

    text: str
    kind: str
    codes: tuple[str, ...]
    urgency: str
    privacy: str
    intent: str
    places: str
    note: str


def rows_of(path: Path) -> list[Row]:
    """The rows of a file of labelled sentences."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Row(
                text=row["text"],
                kind=row["kind"],
                codes=tuple(
                    code.removeprefix("new:") for code in row["category"].split("|")
                ),
                urgency=row["urgency"],
                privacy=row["privacy"],
                intent=row["intent"],
                places=row["place_words"],
                note=row["note"],
            )
            for row in csv.DictReader(file)
        ]


def split(rows: Sequence[Each]) -> tuple[list[Each], list[Each]]:
    """The rows to tune on, and those held out."""
    held = list(rows[HELD_OUT])
    return [row for at, row in enumerate(rows) if at % 4 != 3], held
