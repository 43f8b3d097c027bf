"""How words fit into a picture: measured in ems, cut, broken into rows, and labels that leave
each other room.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from unicodedata import east_asian_width

LATIN = 0.64  # ems; as wide as DejaVu's figures
LINE = 1.5  # ems from one turned label to the next, so that they do not touch
LONGEST_TURNED = 9  # ems
# so many labels that are figures (days, weeks) are a row of which some can be left out
MANY = 14


@dataclass(frozen=True, slots=True)
class Ticks:
    """Which labels stand below an axis, at which places, and whether they are turned."""

    at: list[int]
    texts: list[str]
    turned: bool = False


def ems(text: str) -> float:
    """How wide a text is, in ems: 1 for a Chinese character."""
    return sum(1.0 if east_asian_width(c) in "WF" else LATIN for c in text)


def cut(text: str, most: float) -> str:
    """The text, or its beginning with … where it is wider than so many ems."""
    if ems(text) <= most:
        return text
    kept = ""
    for c in text:
        if ems(kept + c) > most - LATIN:
            break
        kept += c
    return kept.rstrip() + "…"


def rows_of(text: str, wide: float, most: int) -> list[str]:
    """The text in at most so many rows of at most so many ems, Latin words unbroken; what is
    left over is cut.
    """
    rows = [""]
    for piece in _pieces(text):
        if rows[-1] and ems((rows[-1] + piece).rstrip()) > wide:
            rows[-1] = rows[-1].rstrip()
            rows.append("")
        rows[-1] += piece if rows[-1] else piece.lstrip()
    if len(rows) > most:
        rows[most - 1 :] = ["".join(rows[most - 1 :])]
    return [cut(row.rstrip(), wide) for row in rows]


def _pieces(text: str) -> list[str]:
    """Where a row may end: after each Chinese character and after each space."""
    pieces = [""]
    for c in text:
        wide = east_asian_width(c) in "WF"
        if pieces[-1] and (
            wide or pieces[-1].endswith(" ") or east_asian_width(pieces[-1][-1]) in "WF"
        ):
            pieces.append("")
        pieces[-1] += c
    return pieces


def ticks(labels: Sequence[str], slot: float) -> Ticks:
    """Labels for slots of so many ems: all of them, in two rows, every so-manieth (of days and
    weeks), or turned.
    """
    widest = max(map(ems, labels), default=0.0)
    everywhere = list(range(len(labels)))
    if widest <= slot * 0.94:
        return Ticks(everywhere, list(labels))
    if (
        len(labels) > MANY
        and widest <= 7
        and sum(any(map(str.isdigit, label)) for label in labels) > len(labels) / 2
    ):
        return _some(labels, ceil((widest + 0.8) / slot))
    rows = [_two_rows(label, slot * 0.92) for label in labels]
    if slot >= 3.5 and all(max(map(ems, one)) <= slot * 0.92 for one in rows):
        return Ticks(everywhere, ["\n".join(one) for one in rows])
    some = _some(labels, ceil(LINE / slot))
    return Ticks(
        some.at, [cut(text, LONGEST_TURNED) for text in some.texts], turned=True
    )


def _two_rows(label: str, wide: float) -> list[str]:
    """The label in one row or in two of about the same length; in one that is too long where two
    do not do.
    """
    if ems(label) <= wide:
        return [label]
    pieces = _pieces(label)
    halves = [
        ("".join(pieces[:end]).rstrip(), "".join(pieces[end:]))
        for end in range(1, len(pieces))
    ]
    return list(
        min(
            halves,
            key=lambda half: max(map(ems, half)),
            default=(label,),
        )
    )


def _some(labels: Sequence[str], step: int) -> Ticks:
    """Every so-manieth, counted from the last: the newest day is always named."""
    at = [
        place for place in range(len(labels)) if (len(labels) - 1 - place) % step == 0
    ]
    return Ticks(at, [labels[place] for place in at])
