"""The rates as people read them: a few lines, and a line for each area (or category, kind,
office).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from domain.case import Kind
from domain.messages import Choice
from domain.rates import SMALL, Tally, middle, ninetieth
from handlers.casework import phrases
from handlers.dialog.setup import Setup
from handlers.dialog.turn import Turn
from handlers.stats.queries import DAYS, MONTH, SPAN, YEAR, Asked, Period
from handlers.texts.sentences import Safe
from storage.figures.scope import Cell
from storage.unit import Unit

SHOWN = 15
NAME = 24  # letters of a line's name
MOST_DATA = 60  # bytes of a button's data (Telegram: 64)
MANYFOLD = 10  # a change beyond this is no percentage that anybody reads
HEADS = {
    "area": "stats-by-area",
    "category": "stats-by-category",
    "kind": "stats-by-kind",
    "office": "stats-by-office",
}
Standing = Mapping[Cell, tuple[int, int]]


async def nightly(unit: Unit, setup: Setup) -> None:
    """The figures of the days that are over."""
    await unit.daily.tonight(setup.zone)


def percent(value: float | None) -> str:
    """'83%', or '–' for what says nothing."""
    return "–" if value is None else f"{100 * value:.0f}%"


def change(then: int, now: int) -> str:
    """'−43%', '+8%'."""
    return f"{100 * (now - then) / then:+.0f}%".replace("-", "−")


# --- the lines above ---


def title(turn: Turn, asked: Asked) -> Safe:
    """What it is about: '清河区 · 城管 · 隐患'."""
    named = {"office": team, "kind": kind, "category": category}
    more = [
        named[one](turn, value) for one in named if (value := getattr(asked.scope, one))
    ]
    return turn.say(
        "stats-title",
        area=area_names(turn, asked),
        more="".join(f" · {one}" for one in more),
    )


def area_names(turn: Turn, asked: Asked) -> str:
    return "、".join(
        phrases.area(turn.unit, top, turn.language) for top in asked.tops[:3]
    )


def period_line(turn: Turn, period: Period) -> Safe:
    first, last = f"{period.first:%m-%d}", f"{period.last:%m-%d}"
    named = {
        DAYS: lambda: turn.label("stats-period-days", count=period.days),
        MONTH: lambda: turn.label(
            "stats-period-month",
            year=str(period.first.year),
            month=f"{period.first.month}",
        ),
        YEAR: lambda: turn.label("stats-period-year", year=str(period.first.year)),
        SPAN: lambda: first if first == last else f"{first} – {last}",
    }[period.how]()
    dates = (
        turn.label("stats-dates", first=first, last=last) if period.how != SPAN else ""
    )
    return turn.say("stats-period", period=named, dates=dates)


def counts(turn: Turn, tally: Tally) -> Safe:
    return turn.say(
        "stats-counts", filed=tally.filed, resolved=tally.resolved, closed=tally.closed
    )


def standing_line(turn: Turn, standing: Standing) -> Safe:
    return turn.say(
        "stats-open",
        open=sum(one for one, _ in standing.values()),
        late=sum(late for _, late in standing.values()),
    )


def block(turn: Turn, tally: Tally, before: Tally) -> list[Safe]:
    """All that is to be said of one period; `before` is the same one a year ago."""
    if not tally.filed:
        return [turn.say("stats-none")]
    lines = [counts(turn, tally)]
    if before.filed:
        told = before.filed >= SMALL and tally.filed < MANYFOLD * before.filed
        gap = (
            turn.say("stats-change", change=change(before.filed, tally.filed))
            if told
            else ""
        )
        then = (
            turn.say("stats-year-ago-closing", closing=percent(before.closing))
            if before.closing is not None
            else ""
        )
        lines.append(
            turn.say("stats-year-ago", filed=before.filed, change=gap, closing=then)
        )
    lines += [
        turn.say(
            "stats-prompt",
            response=percent(tally.response),
            ontime=percent(tally.on_time),
        ),
        turn.say(
            "stats-closing",
            closing=percent(tally.closing),
            satisfied=percent(tally.satisfaction),
            answered=tally.replies,
        ),
    ]
    spans = (("stats-accept", tally.accept), ("stats-resolve", tally.resolve))
    took = [
        _took(turn, key, seconds)
        for key, seconds in spans
        if middle(seconds) is not None
    ]
    lines += [turn.say("stats-spans"), *took] if took else []
    return [*lines, *_apart(turn, tally)]


def _took(turn: Turn, key: str, seconds: list[int]) -> Safe:
    half, most = middle(seconds) or 0.0, ninetieth(seconds) or 0.0
    return turn.say(key, middle=span(turn, half), most=span(turn, most))


def span(turn: Turn, seconds: float) -> str:
    """Minutes up to two hours, then hours."""
    minutes, hours = seconds / 60, seconds / 3600
    if hours < 2:
        return turn.label("stats-minutes", count=str(round(minutes)))
    return turn.label(
        "stats-hours",
        count=f"{hours:.1f}".removesuffix(".0") if hours < 10 else f"{hours:.0f}",
    )


def _apart(turn: Turn, tally: Tally) -> list[Safe]:
    """What is not nought of the rest, on one line; and why some rates are missing."""
    rest = (
        ("stats-on-the-spot", tally.on_the_spot),
        ("stats-reopened", tally.reopened),
        ("stats-escalated", tally.escalated),
        ("stats-rejected", tally.rejected),
        ("stats-withdrawn", tally.withdrawn),
        ("stats-merged", tally.merged),
    )
    said = (
        [turn.say("stats-lowest", rate=percent(tally.at_the_lowest))]
        if tally.at_the_lowest is not None
        else []
    )
    said += [turn.say(key, count=count) for key, count in rest if count]
    few = None in (tally.response, tally.on_time, tally.closing, tally.satisfaction)
    return [
        *([Safe(" · ".join(said))] if said else []),
        *([turn.say("stats-few")] if few else []),
    ]


# --- a line for each ---


def kind(turn: Turn, code: str) -> str:
    return turn.label(f"kind-{code}") if code in list(Kind) else code


def category(turn: Turn, code: str) -> str:
    try:
        return phrases.category(turn.language, code)
    except KeyError:  # a category of former times
        return code


def team(turn: Turn, code: str) -> str:
    return (
        phrases.team(turn.unit, turn.setup, "", code, turn.language)
        if code
        else turn.label("stats-no-office")
    )


def place(turn: Turn, code: str) -> str:
    area = turn.unit.directory.areas.get(code)
    return area.name if area else code or turn.label("area-none")


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
        return closing is None, closing or 0.0, -self.tally.filed


def groups(turn: Turn, asked: Asked) -> str:
    """What the lines are: what was asked for, else the areas below; for a single grid the
    categories.
    """
    return asked.by or ("area" if branches(asked) else "category")


def branches(asked: Asked) -> bool:
    """Whether it is about more than one area."""
    return len(asked.scope.areas) > 1 or bool(asked.scope.offices)


def lines(
    turn: Turn, asked: Asked, found: Mapping[Cell, Tally], standing: Standing
) -> list[Safe]:
    """The worst closing rate first. What is open now is said only where the period lasts until
    now.
    """
    by = groups(turn, asked)
    key = _key(turn, asked, by, {*found, *standing})
    named = {"area": place, "category": category, "kind": kind, "office": team}[by]
    made: dict[str, Line] = {}
    for cell, tally in found.items():
        made.setdefault(key(cell), Line()).tally.add(tally)
    for cell, (open_now, _) in standing.items():
        made.setdefault(key(cell), Line()).open += open_now
    ranked = sorted(made.items(), key=lambda one: one[1].rank)
    if not ranked:
        return []
    over = (
        [turn.say("stats-more", count=len(ranked) - SHOWN)]
        if len(ranked) > SHOWN
        else []
    )
    said = [
        _line(turn, named(turn, code), line, bool(standing))
        for code, line in ranked[:SHOWN]
    ]
    return [Safe(""), turn.say(HEADS[by]), *said, *over]


def _line(turn: Turn, name: str, line: Line, now: bool) -> Safe:
    closing = line.tally.closing
    still = turn.say("stats-line-open", open=line.open) if now else ""
    said = {"name": phrases.cut(name, NAME), "filed": line.tally.filed, "open": still}
    if closing is None:
        return turn.say("stats-line-few", **said)
    return turn.say("stats-line", **said, closing=percent(closing))


def _key(
    turn: Turn, asked: Asked, by: str, cells: AbstractSet[Cell]
) -> Callable[[Cell], str]:
    """Where a cell counts; an area counts for the one just below what was asked about, or the
    first that differ.
    """
    if by != "area":
        return lambda cell: str(getattr(cell, by))
    path, tops = turn.unit.directory.path, set(asked.tops)

    def below(cell: Cell) -> str:
        steps = path(cell.area)
        at = next((at for at, code in enumerate(steps) if code in tops), None)
        return cell.area if not at else steps[at - 1]

    areas = {below(cell) for cell in cells}
    while (
        len(areas) == 1
        and not areas & tops
        and any(cell.area not in areas for cell in cells)
    ):
        tops = areas
        areas = {below(cell) for cell in cells}
    return below


# --- buttons ---


def buttons(turn: Turn, asked: Asked) -> list[list[Choice]]:
    by = groups(turn, asked)
    keys = {
        "area": "button-stats-area",
        "category": "button-stats-category",
        "kind": "button-stats-kind",
        "office": "button-stats-office",
    }
    periods = {
        "month": "button-stats-month",
        "last-month": "button-stats-last-month",
        "year": "button-stats-year",
    }
    rows = [
        [turn.choice("button-stats-chart", asked.again(chart=True))],
        [
            turn.choice(key, asked.again(by=name))
            for name, key in keys.items()
            if name != by and (name != "area" or branches(asked))
        ],
        [turn.choice(key, asked.again(period=name)) for name, key in periods.items()],
    ]
    kept = [[one for one in row if len(one.data.encode()) <= MOST_DATA] for row in rows]
    return [row for row in kept if row]
