"""How well messages are understood: scores, the confusion table, and every miss of the tuning rows.

Every fourth row (`rows[3::4]`) is held out: of those only the scores are printed.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.sentences import FILED, JUDGES, OWN, SHARED, Row, rows_of, split
from domain.reading.model import Intent, Reading
from domain.reading.read import read
from domain.reading.vocabulary import default_vocabulary


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


def measure(rows: Sequence[Row]) -> Tally:
    """Reads every row and counts."""
    tally = Tally()
    for row in rows:
        begin = time.process_time()
        reading = read(row.text)
        tally.seconds += time.process_time() - begin
        _danger(tally, row, reading)
        _filing(tally, row, reading)
        _places(tally, row, reading)
    return tally


def _danger(tally: Tally, row: Row, reading: Reading) -> None:
    found = reading.danger
    asked = found or reading.perhaps
    if row.intent == Intent.EMERGENCY:
        tally.count("danger", found is not None, row, "none")
        tally.count("danger or asked", asked is not None, row, "none")
    else:
        tally.count("neither", asked is None, row, asked and asked.topic)
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
        meant = reading.intent == row.intent
        tally.count("intent of talk", meant, row, reading.intent)
        return
    tally.count("intent of filing", filed, row, reading.intent)
    got = f"{reading.category} {reading.likely[1:]} {reading.sure:.2f}"
    kind = reading.kind in _kinds(row)
    tally.count("kind", kind, row, f"{reading.kind} {reading.category}")
    right = reading.category in row.codes
    tally.count("category", right, row, f"{got} not {row.codes}")
    three = bool(set(reading.likely) & set(row.codes))
    tally.count("among three", three, row, got)
    urgency = reading.urgency == row.urgency
    tally.count("urgency", urgency, row, reading.urgency)
    privacy = reading.privacy == row.privacy
    tally.count(_whose_privacy(row), privacy, row, reading.privacy)
    if not right:
        tally.taken_for[row.codes[0], reading.category] += 1


def _kinds(row: Row) -> set[str]:
    """Of a sentence with several right categories each one's kind is right."""
    known = default_vocabulary().catalogue
    codes = {each.code: each.kind for each in known}
    return {*row.kind.split("|"), *(codes[code] for code in row.codes if code in codes)}


def _whose_privacy(row: Row) -> str:
    if row.codes[0] == "dispute":
        return "privacy disputes"
    return "privacy others" if row.privacy == "open" else "privacy secret"


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
    """The lines to print of one file; of the judge's all rows are held out."""
    parts = ([], rows) if name.startswith("judge") else split(rows)
    for part, chosen in zip(("tuning", "held out"), parts, strict=True):
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
        *JUDGES,
        *([SHARED] if SHARED.exists() else []),
    ]
    read("warm")
    for path in files:
        print("\n".join(report(path.name, rows_of(path))))


if __name__ == "__main__":
    main()
