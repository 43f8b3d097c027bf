"""A simulated week in a small town: `python -m bench.simulate` does the same for a year."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sqlalchemy import update

from bench.simulate import checks, report
from bench.simulate.size import Size
from bench.simulate.year import Year
from storage.tables.cases import cases as cases_table

WEEK = Size(
    first=date(2026, 9, 28), days=7, district=16, building=6, riders=8, property_staff=2
)


async def test_nothing_is_forgotten_in_a_week_before_a_holiday_and_every_case_ends(
    tmp_path: Path,
) -> None:
    year = Year(tmp_path, WEEK)
    await year.run()
    lines, well = await report.written(year)
    found = await _after_a_case_lost_its_timer(year)
    await year.close()
    assert well, "\n".join(lines)
    assert year.seen.all_ended is not None
    filed = year.seen.months[-1][1]
    assert filed >= 20, lines
    assert lines[-1] == "forgotten: 0"
    assert [line.partition(": ")[2] for line in found] == [
        "nobody is in charge",
        "nothing comes next",
    ]


async def _after_a_case_lost_its_timer(year: Year) -> list[str]:
    """What the examination says of a case that stands open without a person and without a timer."""
    async with year.database.unit() as unit:
        lost = (
            update(cases_table)
            .where(cases_table.c.id == 1)
            .values(state="assigned", assignee_id=None, due_at=None)
        )
        await unit.query(lost)
    return await checks.forgotten(year.database, year.setup, year.clock.now)
