"""What /stats counts, period by period."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import tzinfo
from typing import Protocol

from handlers.stats import charts, rooms
from handlers.stats.periods import Period
from handlers.stats.queries import Asked
from handlers.stats.rates import Standing
from handlers.stats.rooms import Counted, Rooms
from storage.figures.daily import Daily, Found
from storage.figures.reports import Reports


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked; `by` is what the figures are told apart by, `text` whether any are wanted,
    `rooms` which beside casework are counted.
    """

    asked: Asked
    by: tuple[str, ...]
    zone: tzinfo
    text: bool = True
    rooms: Rooms = field(default_factory=Rooms)

    @property
    def periods(self) -> list[Period]:
        """All that have to be counted."""
        asked = self.asked.period
        spans = [asked, asked.a_year_before()] if self.text else []
        return spans + ([charts.whole(self.asked)] if self.asked.chart else [])


@dataclass(frozen=True, slots=True)
class Gathered:
    """What is open; the figures of the period, of a year before, of the chart."""

    standing: Standing
    found: Found
    then: Found
    chart: Found
    rooms: Counted = field(default_factory=Counted)


class Source(rooms.Source, Protocol):
    """A Unit, or what reads beside it."""

    @property
    def daily(self) -> Daily: ...

    @property
    def reports(self) -> Reports: ...


async def gather(source: Source, wanted: Question) -> Gathered:
    asked, daily = wanted.asked, source.daily

    async def between(period: Period, by: tuple[str, ...]) -> Found:
        first, last = period.first, period.last
        return await daily.between(wanted.zone, first, last, asked.scope, by)

    chart = await between(charts.whole(asked), ("day",)) if asked.chart else {}
    if not wanted.text:
        return Gathered({}, {}, {}, chart)
    standing = await source.reports.standing(asked.scope)
    found = await between(asked.period, wanted.by)
    then = await between(asked.period.a_year_before(), ())
    beside = await rooms.count(source, asked, wanted.zone, wanted.rooms)
    return Gathered(
        standing,
        found,
        then,
        chart,
        beside,
    )
