"""What is counted at night.

Every night the last 35 days are counted anew, and every older one with which something has happened
or may happen by itself. The row of day 0 is the night's own: {"night": the last day of all that is
counted, "line": the history up to which it is, "left": days still to do tonight}.
"""

from __future__ import annotations

from datetime import date, timedelta, tzinfo
from typing import Any

from sqlalchemy import delete, func, select, text

from domain.states import State
from domain.tally import Tally
from storage.figures.counting import Days
from storage.figures.scope import DAY, Cell, day_of, midnight, number_of
from storage.session import Session
from storage.tables.cases import IS_OPEN, cases
from storage.tables.casework import history
from storage.tables.figures import daily

RECENT = 35  # days that are counted from the cases themselves, and anew each night
AT_ONCE = 7  # days between two looks at what is to be done
WAITS = timedelta(minutes=10)  # after midnight
OWN = Cell(
    0,
    "",
    "",
    "",
    "",
)


class Night:
    """Part of the daily store."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def state(self) -> dict[str, Any]:
        """The night's own row."""
        rows = select(daily.c.counts).where(daily.c.day == OWN.day)
        return dict((await self._session.query(rows)).scalar() or {})

    async def todo(self, zone: tzinfo) -> list[date]:
        """Some of the days that are to be counted tonight; none once all are. Nights that were
        missed come first, and where nothing was ever counted it begins at once.
        """
        now = self._session.now.astimezone(zone)
        yesterday = now.date() - DAY
        if now - midnight(now.date(), zone) < WAITS:
            return []
        state = await self.state()
        if state.get("night") == number_of(yesterday) and not state.get("left"):
            return []
        if not state.get("left") or state["until"] != number_of(yesterday):
            state = await self._night(zone, yesterday, state)
            await self._write({OWN: state})
        return [day_of(number) for number in state["left"][:AT_ONCE]]

    async def done(self, day: date, found: dict[Cell, Tally]) -> None:
        """Puts the rows of one day in the place of those that it had: it is counted for tonight."""
        state, number = await self.state(), number_of(day)
        if number not in state.get("left", ()):
            return
        same = daily.c.day == number
        await self._session.query(delete(daily).where(same))
        left = [one for one in state["left"] if one != number]
        state["left"] = left
        if not left:
            state |= {"night": state["until"], "line": state["line_then"]}
        rows = {cell: tally.plain() for cell, tally in found.items()}
        await self._write({**rows, OWN: state})

    async def put_off(self, day: date) -> None:
        """The other days that are left come before this one."""
        state, number = await self.state(), number_of(day)
        if number in state.get("left", ()):
            others = [one for one in state["left"] if one != number]
            await self._write({OWN: state | {"left": [*others, number]}})

    async def _night(
        self, zone: tzinfo, yesterday: date, state: dict[str, Any]
    ) -> dict[str, Any]:
        """What a night has to do, the oldest day first; where nothing was ever counted, all there
        is.
        """
        newest = select(func.max(history.c.id))
        line = (await self._session.query(newest)).scalar() or 0
        older: set[int] = set()
        if state.get("night"):
            # with those that were recent in the last night
            first = day_of(state["night"]) - DAY * (RECENT - 2)
            older = await self._moved(zone, state["line"])
        else:
            first = await self._oldest(zone) or yesterday
        days = {number_of(day) for day in Days(first, yesterday, zone).all()}
        days |= {day for day in older if day <= number_of(yesterday)}
        done = {"until": number_of(yesterday), "line_then": line}
        return state | {"left": sorted(days)} | done

    async def _oldest(self, zone: tzinfo) -> date | None:
        rows = select(func.min(cases.c.filed_at))
        oldest = (await self._session.query(rows)).scalar()
        return oldest.astimezone(zone).date() if oldest else None

    async def _moved(self, zone: tzinfo, line: int) -> set[int]:
        """The days of the cases with which something has happened since that line of the history,
        or may happen by itself.
        """
        touched = select(history.c.case_id).where(history.c.id > line)
        moved = await self._days(zone, cases.c.id.in_(touched))
        return moved | await self._days(zone, text(IS_OPEN))

    async def moving(self, zone: tzinfo, line: int, first: date) -> set[int]:
        """As `_moved`, and since `first` the days of cases whose answer may still become late."""
        answered = cases.c.state == State.RESOLVED.value
        answered &= cases.c.filed_at >= midnight(first, zone)
        return await self._moved(zone, line) | await self._days(zone, answered)

    async def _days(self, zone: tzinfo, condition: Any) -> set[int]:
        """The local days on which such cases were filed."""
        filed = select(cases.c.filed_at).where(condition).distinct()
        found = (await self._session.query(filed)).scalars()
        return {number_of(at.astimezone(zone).date()) for at in found}

    async def _write(self, rows: dict[Cell, dict[str, Any]]) -> None:
        made = [cell._asdict() | {"counts": counts} for cell, counts in rows.items()]
        self._session.write(self._session.upsert(daily), made)
