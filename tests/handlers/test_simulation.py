"""A simulated week in a small town: `python -m bench.simulate` does the same for a year."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from bench.simulate import report
from bench.simulate.year import Size, Year

WEEK = Size(first=date(2026, 9, 28), days=7, district=30, building=8, riders=12, property_staff=2)


async def test_nothing_is_forgotten_in_a_week_before_a_holiday_and_every_case_ends(tmp_path: Path) -> None:
    year = Year(tmp_path, WEEK)
    await year.run()
    lines, well = await report.written(year)
    await year.close()
    assert well, "\n".join(lines)
    assert year.seen.all_ended is not None
    filed = year.seen.months[-1][1]
    assert filed >= 34, lines
    assert lines[-1] == "forgotten: 0"
