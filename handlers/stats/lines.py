"""A line for each area, category, kind or office, the worst closing rate first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from domain.tally import Tally
from handlers.casework import phrases
from handlers.dialog.turn import Turn
from handlers.stats.naming import (
    category,
    kind,
    place,
    team,
)
from handlers.stats.queries import Asked
from handlers.stats.rates import Standing, percent
from handlers.texts.sentences import Safe
from storage.figures.scope import Cell

MOST_LISTED = 15
LONGEST_NAME = 24
"""Letters."""

HEADS = {
    "area": "stats-by-area",
    "category": "stats-by-category",
    "kind": "stats-by-kind",
    "office": "stats-by-office",
}
NAMES: dict[str, Callable[[Turn, str], str]] = {
    "area": place,
    "category": category,
    "kind": kind,
    "office": team,
}


@dataclass(slots=True)
class Line:
    tally: Tally = field(default_factory=Tally)
    open: int = 0

    @property
    def rank(self) -> tuple[bool, float, int]:
        """The lowest closing rate first; below them, the busiest first, those too few for a
        rate.
        """
        closing = self.tally.closing
        return (
            closing is None,
            closing or 0.0,
            -self.tally.filed,
        )


def groups(turn: Turn, asked: Asked) -> str:
    """What the lines are: what was asked for, else the areas below; for a single grid the
    categories.
    """
    return asked.by or ("area" if branches(asked) else "category")


def branches(asked: Asked) -> bool:
    """Whether it is about more than one area."""
    return len(asked.scope.areas) > 1 or bool(asked.scope.offices)


def lines(
    turn: Turn,
    asked: Asked,
    found: Mapping[Cell, Tally],
    standing: Standing,
) -> list[Safe]:
    """What is open now is said only where the period lasts until now (`standing`)."""
    by = groups(turn, asked)
    ranked = sorted(
        _made(
            _key(turn, asked, by, {*found, *standing}),
            found,
            standing,
        ).items(),
        key=lambda one: one[1].rank,
    )
    if not ranked:
        return []
    named = NAMES[by]
    said = [
        _line(
            turn,
            named(turn, code),
            line,
            bool(standing),
        )
        for code, line in ranked[:MOST_LISTED]
    ]
    if len(ranked) > MOST_LISTED:
        said.append(
            turn.say(
                "stats-more",
                count=len(ranked) - MOST_LISTED,
            )
        )
    return [Safe(""), turn.say(HEADS[by]), *said]


def _made(
    key: Callable[[Cell], str],
    found: Mapping[Cell, Tally],
    standing: Standing,
) -> dict[str, Line]:
    made: dict[str, Line] = {}
    for cell, tally in found.items():
        made.setdefault(key(cell), Line()).tally.add(tally)
    for cell, (open_now, _) in standing.items():
        made.setdefault(key(cell), Line()).open += open_now
    return made


def _line(turn: Turn, name: str, line: Line, now: bool) -> Safe:
    closing = line.tally.closing
    still = turn.say("stats-line-open", open=line.open) if now else ""
    said = {
        "name": phrases.cut(name, LONGEST_NAME),
        "filed": line.tally.filed,
        "open": still,
    }
    if closing is None:
        return turn.say("stats-line-few", **said)
    return turn.say("stats-line", **said, closing=percent(closing))


def _key(
    turn: Turn,
    asked: Asked,
    by: str,
    cells: AbstractSet[Cell],
) -> Callable[[Cell], str]:
    """On which line a cell counts.

    An area counts for the one just below what was asked about, or the first that differ.
    """
    if by != "area":
        return lambda cell: str(getattr(cell, by))
    tops = set(asked.tops)
    while True:
        below = _below(turn, tops)
        areas = {below(cell) for cell in cells}
        deeper = any(cell.area not in areas for cell in cells)
        if len(areas) != 1 or areas & tops or not deeper:
            return below
        tops = areas


def _below(turn: Turn, tops: set[str]) -> Callable[[Cell], str]:
    """The area of a cell that lies just below one of these, or the cell's own."""

    def below(cell: Cell) -> str:
        steps = turn.unit.directory.path(cell.area)
        at = next(
            (at for at, code in enumerate(steps) if code in tops),
            None,
        )
        return cell.area if not at else steps[at - 1]

    return below
