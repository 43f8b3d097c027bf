"""A row of figures per day, area, kind, category and office, so that old months stay cheap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, tzinfo
from typing import Any

import orjson
from sqlalchemy import ColumnElement, Select, func, select

from domain.tally import Tally
from storage.figures.counting import Days, counted
from storage.figures.night import OWN, RECENT, Night
from storage.figures.scope import DAY, Cell, Scope, day_of, number_of
from storage.figures.summing import columns_of, kept
from storage.session import Session
from storage.tables.cases import cases
from storage.tables.figures import daily

Found = dict[Cell, Tally]
ONE, A_MONTH = 1, 31
"""Days of a piece: of the cases themselves, and of rows."""


class Daily:
    """With `pieces` many days are counted one after the other: others have their turn between."""

    def __init__(self, session: Session, *, pieces: bool = False) -> None:
        self._session = session
        self._pieces = pieces
        self._night = Night(session)

    async def many(
        self,
        zone: tzinfo,
        first: date,
        last: date,
        most: int,
    ) -> bool:
        """Whether more than so many cases of these days have to be counted themselves."""
        live = max(first, await self._live(zone, first))
        if last < live:
            return False
        days = Days(live, last, zone)
        some = select(cases.c.id).where(days.filed).limit(most + 1).subquery()
        found = await self._session.query(select(func.count()).select_from(some))
        return int(found.scalar_one()) > most

    async def _live(self, zone: tzinfo, first: date) -> date:
        """The first day that is counted from the cases themselves."""
        today = self._session.now.astimezone(zone).date()
        night = (await self._night.state()).get("night")
        return min(today - DAY * RECENT, day_of(night) + DAY) if night else first

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
        live = await self._live(zone, first)
        found: Found = {}
        if first < live:
            for begin, end in self._parts(first, min(last, live - DAY), A_MONTH):
                await self._kept(kept(_between(begin, end), scope, by), by, found)
        if last >= live:
            settled = await self._settled(zone, max(first, live), last)
            if settled:
                await self._kept(kept(daily.c.day.in_(settled), scope, by), by, found)
            for begin, end in self._parts(max(first, live), last, ONE):
                if number_of(begin) in settled:
                    continue
                fresh = Days(begin, end, zone)
                counts = await counted(self._session, fresh, scope, by)
                for cell, tally in counts.items():
                    found.setdefault(cell, Tally()).add(tally)
        return found

    async def _settled(
        self,
        zone: tzinfo,
        first: date,
        last: date,
    ) -> set[int]:
        """Of the days that are counted anew each night, those with which nothing has happened
        since; only in pieces, for it is asked of all open cases.
        """
        state = await self._night.state()
        until = min(last, day_of(state["night"])) if state.get("night") else None
        if not self._pieces or until is None or until < first:
            return set()
        moving = await self._night.moving(zone, state["line"], first)
        return {number_of(day) for day in Days(first, until, zone).all()} - moving

    def _parts(
        self,
        first: date,
        last: date,
        days: int,
    ) -> Iterator[tuple[date, date]]:
        """The days at one go; in pieces so many at a time."""
        while self._pieces and (last - first).days >= days:
            end = first + DAY * (days - 1)
            yield first, end
            first = end + DAY
        yield first, last

    async def _kept(
        self,
        rows: Select[Any],
        by: Sequence[str],
        found: Found,
    ) -> None:
        apart = columns_of(by)
        for counts, *values in await self._session.query(rows):
            where = OWN._replace(**dict(zip(apart, values, strict=True)))
            tally = found.setdefault(where, Tally())
            for one in orjson.loads(f"[{counts or ''}]"):
                tally.add_plain(one)

    async def todo(self, zone: tzinfo) -> list[date]:
        """Some of the days that are to be counted tonight; none once all are. Nights that were
        missed come first.
        """
        return await self._night.todo(zone)

    async def of_day(self, zone: tzinfo, day: date) -> Found:
        """The day's cells, counted from the cases themselves."""
        return await counted(self._session, Days(day, day, zone))

    async def done(self, day: date, found: Found) -> None:
        """Puts the rows of one day in the place of those that it had: it is counted for tonight."""
        await self._night.done(day, found)

    async def put_off(self, day: date) -> None:
        """The other days of tonight come before this one."""
        await self._night.put_off(day)

    async def tonight(self, zone: tzinfo) -> None:
        """All of it in this very transaction: for whoever has the database to themselves."""
        for day in await self.todo(zone):
            await self.done(day, await self.of_day(zone, day))


def _between(first: date, last: date) -> ColumnElement[bool]:
    return daily.c.day.between(number_of(first), number_of(last))
