"""The rates as people read them: all that is to be said of one period."""

from __future__ import annotations

from collections.abc import Mapping

from domain.rates import SMALL, middle, ninetieth
from domain.tally import Tally
from handlers.dialog.turn import Turn
from handlers.texts.sentences import Safe
from storage.figures.scope import Cell

MANYFOLD = 10
"""A change beyond this is no percentage that anybody reads."""

Standing = Mapping[Cell, tuple[int, int]]


def percent(value: float | None) -> str:
    """'83%', or '–' for what says nothing."""
    return "–" if value is None else f"{100 * value:.0f}%"


def change(then: int, now: int) -> str:
    """'−43%', '+8%'."""
    return f"{100 * (now - then) / then:+.0f}%".replace("-", "−")


def counts(turn: Turn, tally: Tally) -> Safe:
    return turn.say(
        "stats-counts",
        filed=tally.filed,
        resolved=tally.resolved,
        closed=tally.closed,
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
    return [
        counts(turn, tally),
        *_a_year_ago(turn, tally, before),
        *_rates(turn, tally),
        *_spans(turn, tally),
        *_apart(turn, tally),
    ]


def _a_year_ago(turn: Turn, tally: Tally, before: Tally) -> list[Safe]:
    if not before.filed:
        return []
    gap, then = Safe(""), Safe("")
    if before.filed >= SMALL and tally.filed < MANYFOLD * before.filed:
        gap = turn.say(
            "stats-change",
            change=change(before.filed, tally.filed),
        )
    if before.closing is not None:
        then = turn.say(
            "stats-year-ago-closing",
            closing=percent(before.closing),
        )
    said = {
        "filed": before.filed,
        "change": gap,
        "closing": then,
    }
    return [turn.say("stats-year-ago", **said)]


def _rates(turn: Turn, tally: Tally) -> list[Safe]:
    prompt = turn.say(
        "stats-prompt",
        response=percent(tally.response),
        ontime=percent(tally.on_time),
    )
    closing = turn.say(
        "stats-closing",
        closing=percent(tally.closing),
        satisfied=percent(tally.satisfaction),
        answered=tally.replies,
    )
    return [prompt, closing]


def _spans(turn: Turn, tally: Tally) -> list[Safe]:
    """How long it took until cases were taken and answered, in working time."""
    spans = (
        ("stats-accept", tally.accept),
        ("stats-resolve", tally.resolve),
    )
    took = [
        _took(turn, key, seconds)
        for key, seconds in spans
        if middle(seconds) is not None
    ]
    return [turn.say("stats-spans"), *took] if took else []


def _took(turn: Turn, key: str, seconds: list[int]) -> Safe:
    half = middle(seconds) or 0.0
    most = ninetieth(seconds) or 0.0
    return turn.say(
        key,
        middle=span(turn, half),
        most=span(turn, most),
    )


def span(turn: Turn, seconds: float) -> str:
    """Minutes up to two hours, then hours."""
    hours = seconds / 3600
    if hours < 2:
        return turn.label(
            "stats-minutes",
            count=str(round(seconds / 60)),
        )
    count = f"{hours:.1f}".removesuffix(".0") if hours < 10 else f"{hours:.0f}"
    return turn.label("stats-hours", count=count)


def _apart(turn: Turn, tally: Tally) -> list[Safe]:
    """What is not nought of the rest, on one line; and why some rates are missing."""
    rest = (
        ("stats-on-the-spot", tally.on_the_spot),
        ("stats-reopened", tally.reopened),
        ("stats-escalated", tally.escalated),
        ("stats-rejected", tally.rejected),
        ("stats-over", tally.over),
        ("stats-withdrawn", tally.withdrawn),
        ("stats-merged", tally.merged),
    )
    said = [turn.say(key, count=count) for key, count in rest if count]
    if tally.at_the_lowest is not None:
        said.insert(
            0,
            turn.say(
                "stats-lowest",
                rate=percent(tally.at_the_lowest),
            ),
        )
    lines = [Safe(" · ".join(said))] if said else []
    if None in (
        tally.response,
        tally.on_time,
        tally.closing,
        tally.satisfaction,
    ):
        lines.append(turn.say("stats-few"))
    return lines
