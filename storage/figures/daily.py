"""A row of figures per day, area, kind, category and office, so that old months stay cheap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, tzinfo
from typing import Any

import orjson
from sqlalchemy import Select, Text, func, select, type_coerce

from domain.tally import Tally
from storage.figures.counting import Days, counted
from storage.figures.night import OWN, RECENT, Night
from storage.figures.scope import DAY, Cell, Scope, day_of, number_of
from storage.session import Session
from storage.tables.figures import daily

Found = dict[Cell, Tally]


class Daily:
    def __init__(self, session: Session) -> None:
        self._session = session
        self._night = Night(session)

    async def between(
        self,
        zone: tzinfo,
        first: date,
        last: date,
        scope: Scope,
        by: Sequence[str] = Cell._fields,
    ) -> Found:
        """The cases filed from the first to the last local day: older ones as of last night, the
        others as of now.

        `by` names what the cells are told apart by: the fewer, the faster.
        """
        today = self._session.now.astimezone(zone).date()
        night = (await self._night.state()).get("night")
        live = min(today - DAY * RECENT, day_of(night) + DAY) if night else first
        found: Found = {}
        if first < live:
            kept = _kept(
                first,
                min(last, live - DAY),
                scope,
                by,
            )
            found = await self._kept(kept, by)
        if last >= live:
            fresh = Days(max(first, live), last, zone)
            counts = await counted(
                self._session,
                fresh,
                scope,
                by,
            )
            for cell, tally in counts.items():
                found.setdefault(cell, Tally()).add(tally)
        return found

    async def _kept(self, rows: Select[Any], by: Sequence[str]) -> Found:
        apart, found = _apart(by), Found()
        for counts, *values in await self._session.query(rows):
            where = OWN._replace(**dict(zip(apart, values, strict=True)))
            tally = found.setdefault(where, Tally())
            for one in orjson.loads(f"[{counts or ''}]"):
                tally.add_plain(one)
        return found

    async def tonight(self, zone: tzinfo) -> None:
        """Some more of what is to be counted tonight; nothing once all of it is. Nights that were
        missed come first.
        """
        await self._night.tonight(zone)

    async def count_day(self, zone: tzinfo, day: date) -> None:
        """Puts the rows of one day in the place of those that it had."""
        await self._night.count_day(zone, day)


def _apart(by: Sequence[str]) -> list[str]:
    return [name for name in Cell._fields if name in by]


def _kept(
    first: date,
    last: date,
    scope: Scope,
    by: Sequence[str],
) -> Select[Any]:
    """Joined to one text per cell by the database: a year has a hundred thousand rows."""
    d = daily.c
    apart = [d[name] for name in _apart(by)]
    joined = func.aggregate_strings(type_coerce(d.counts, Text), ",")
    rows = select(joined, *apart).group_by(*apart)
    since, until = d.day >= number_of(first), d.day <= number_of(last)
    return rows.where(since, until, scope.within(daily))


def summed(tallies: Iterable[Tally]) -> Tally:
    total = Tally()
    for one in tallies:
        total.add(one)
    return total
