"""What figures are about: the areas, and the period."""

from __future__ import annotations

from handlers.casework import phrases
from handlers.dialog.turn import Turn
from handlers.stats.naming import (
    category,
    kind,
    team,
)
from handlers.stats.periods import (
    DAYS,
    MONTH,
    SPAN,
    Period,
)
from handlers.stats.queries import Asked
from handlers.texts.sentences import Safe


def title(turn: Turn, asked: Asked) -> Safe:
    """What it is about: '清河区 · 城管 · 隐患'."""
    scope = asked.scope
    more = [
        team(turn, scope.office) if scope.office else "",
        kind(turn, scope.kind) if scope.kind else "",
        category(turn, scope.category) if scope.category else "",
    ]
    said = "".join(f" · {one}" for one in more if one)
    return turn.say(
        "stats-title",
        area=area_names(turn, asked),
        more=said,
    )


def area_names(turn: Turn, asked: Asked) -> str:
    tops = asked.tops[:3]
    return phrases.listed(
        turn.language, (phrases.area(turn.unit, top, turn.language) for top in tops)
    )


def period_line(turn: Turn, period: Period) -> Safe:
    year = turn.unit.now.astimezone(turn.setup.zone).year
    form = "%m-%d" if period.how != SPAN or period.first.year == year else "%Y-%m-%d"
    first, last = f"{period.first:{form}}", f"{period.last:{form}}"
    if period.how == SPAN:
        days = first if first == last else f"{first} – {last}"
        return turn.say(
            "stats-period",
            period=days,
            dates="",
        )
    dates = turn.label("stats-dates", first=first, last=last)
    return turn.say(
        "stats-period",
        period=_named(turn, period),
        dates=dates,
    )


def _named(turn: Turn, period: Period) -> str:
    year = str(period.first.year)
    month = str(period.first.month)
    if period.how == DAYS:
        return turn.label(
            "stats-period-days",
            count=period.days,
        )
    if period.how == MONTH:
        return turn.label(
            "stats-period-month",
            year=year,
            month=month,
        )
    return turn.label("stats-period-year", year=year)
