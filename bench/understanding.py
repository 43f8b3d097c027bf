"""How well messages are understood: scores, the confusion table, and every miss of the tuning rows.

Every fourth row (`rows[3::4]`) is held out: of those only the scores are printed.
"""

from __future__ import annotations

import argparse
import csv
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from domain.reading.model import Intent, Reading
from domain.reading.read import read

HERE = Path(__file__).resolve().parent.parent
OWN = sorted((HERE / "tests" / "understanding").glob("sentences_*.csv"))
SHARED = HERE.parent / "shared" / "data" / "rider_sentences.csv"
HELD_OUT = slice(3, None, 4)
FILED = (Intent.EMERGENCY, Intent.REPORT)
DEBATABLE = ("debatable", "arguable")


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


@dataclass(slots=True)
class Tally:
    """Right and counted per score; misses as lines to print; what was taken for what."""

    right: Counter[str] = field(default_factory=Counter)
    counted: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)
    taken_for: Counter[tuple[str, str]] = field(default_factory=Counter)
    seconds: float = 0.0

    def count(self, score: str, right: bool, row: Row, got: object) -> None:
        self.counted[score] += 1
        self.right[score] += right
        if not right:
            self.misses.append(f"{score:<16} {row.text!r} → {got} | {row.note}")

    def share(self, score: str) -> float:
        """From 0 to 1; 1 where nothing was counted."""
        counted = self.counted[score]
        return self.right[score] / counted if counted else 1.0


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


def split(rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """The rows to tune on, and those held out."""
    held = list(rows[HELD_OUT])
    return [row for at, row in enumerate(rows) if at % 4 != 3], held


def measure(rows: Sequence[Row]) -> Tally:
    """Reads every row and counts."""
    tally = Tally()
    for row in rows:
        begin = time.perf_counter()
        reading = read(row.text)
        tally.seconds += time.perf_counter() - begin
        _danger(tally, row, reading)
        _filing(tally, row, reading)
        _places(tally, row, reading)
    return tally


def _danger(tally: Tally, row: Row, reading: Reading) -> None:
    found = reading.danger
    if row.intent == Intent.EMERGENCY:
        tally.count("danger", found is not None, row, "none")
    else:
        tally.count(
            "no alarm",
            found is None,
            row,
            found and found.topic,
        )
    if "false friend" in row.note:
        tally.count(
            "false friends",
            found is None,
            row,
            found and found.topic,
        )


def _filing(tally: Tally, row: Row, reading: Reading) -> None:
    filed = reading.intent in FILED
    if row.intent not in FILED:
        tally.count("talk", not filed, row, reading.intent)
        same = reading.intent == row.intent
        return tally.count("intent of talk", same, row, reading.intent)
    tally.count("intent of filing", filed, row, reading.intent)
    _matter(tally, row, reading)
    _privacy(tally, row, reading)
    urgent = reading.urgency == row.urgency
    tally.count("urgency", urgent, row, reading.urgency)
    if reading.category not in row.codes:
        tally.taken_for[row.codes[0], reading.category] += 1


def _matter(tally: Tally, row: Row, reading: Reading) -> None:
    right = reading.category in row.codes
    among = bool(set(reading.likely) & set(row.codes))
    got = f"{reading.category} {reading.likely[1:]} {reading.sure:.2f}"
    tally.count("kind", reading.kind == row.kind, row, f"{reading.kind} {got}")
    tally.count("category", right, row, f"{got} not {row.codes}")
    tally.count("among three", among, row, got)


def _privacy(tally: Tally, row: Row, reading: Reading) -> None:
    kept = reading.privacy == row.privacy
    group = "others" if row.privacy == "open" else "secret"
    if row.codes[0] == "dispute":
        group = "disputes"
    tally.count(f"privacy {group}", kept, row, reading.privacy)


def _places(tally: Tally, row: Row, reading: Reading) -> None:
    joined = " ".join(reading.places)
    if row.places:
        hit = any(
            place in row.places or row.places in place for place in reading.places
        )
        tally.count(
            "places found",
            hit,
            row,
            f"{joined!r} not {row.places!r}",
        )
    else:
        tally.count("places none", not reading.places, row, joined)


def report(name: str, rows: Sequence[Row]) -> Iterator[str]:
    """The lines to print of one file."""
    for part, chosen in zip(("tuning", "held out"), split(rows), strict=True):
        tally = measure(chosen)
        yield f"\n{name}, {part}: {len(chosen)} rows, " + (
            f"{tally.seconds / max(1, len(chosen)) * 1e6:.0f} µs a sentence"
        )
        for score in tally.counted:
            yield f"  {score:<18}{tally.share(score):7.1%} of {tally.counted[score]}"
        if part == "tuning":
            yield from (f"    {miss}" for miss in tally.misses)
            for (
                label,
                got,
            ), count in tally.taken_for.most_common():
                yield f"    {label} taken for {got}: {count}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    given = parser.parse_args().files
    files = given or [
        *OWN,
        *([SHARED] if SHARED.exists() else []),
    ]
    read("warm")
    for path in files:
        print("\n".join(report(path.name, rows_of(path))))


if __name__ == "__main__":
    main()
