"""Some days in a row, as they are said on Monday, 23 November 2026."""

from __future__ import annotations

from datetime import date

import pytest

from domain.values.period import Period, period

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("下周一到周三", "11-30", "12-02"),
        ("周三至周五", "11-25", "11-27"),
        ("明天和后天", "11-24", "11-25"),
        ("12-01 12-05", "12-01", "12-05"),
        ("12-01~12-05", "12-01", "12-05"),
        ("2026-12-01,1d", "12-01", "12-01"),
        ("12月1日-3日", "12-01", "12-03"),
        ("从12月30日到1月2日", "12-30", "2027-01-02"),
        ("明天起三天", "11-24", "11-26"),
        ("从后天开始 2天", "11-25", "11-26"),
        ("明天一天", "11-24", "11-24"),
        ("三天 从明天起", "11-24", "11-26"),
        ("next monday to wednesday", "11-30", "12-02"),
        ("from 12-01 through 12-05", "12-01", "12-05"),
        ("tomorrow for 3 days", "11-24", "11-26"),
        ("3 days from tomorrow", "11-24", "11-26"),
        ("下周", "11-30", "12-06"),
        ("下个星期", "11-30", "12-06"),
        ("this week", "11-23", "11-29"),
        ("到周五", "11-23", "11-27"),
        ("until friday", "11-23", "11-27"),
        ("明天", "", ""),
        ("12-01", "", ""),
        ("3天", "", ""),
        ("周一和周四", "", ""),
        ("路灯坏了", "", ""),
        ("明天到", "", ""),
    ],
)
def test_days_in_a_row(said: str, first: str, last: str) -> None:
    def at(shown: str) -> date:
        return date.fromisoformat(shown if len(shown) > 5 else f"2026-{shown}")

    assert period(said, TODAY) == (Period(at(first), at(last)) if first else None)
