"""Days, as on Thursday, 26 November 2026."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.values.day import day, past_day, show_day

steady = settings(deadline=None, derandomize=True)

TODAY = date(2026, 11, 26)
DAYS = {
    "2026-12-01": "2026-12-01",
    "12-01": "2026-12-01",
    "12－01": "2026-12-01",
    "12.1": "2026-12-01",
    "12/1": "2026-12-01",
    "12月1日": "2026-12-01",
    "12月1号": "2026-12-01",
    "1号": "2026-12-01",
    "明天": "2026-11-27",
    "后天": "2026-11-28",
    "大后天": "2026-11-29",
    "今天": "2026-11-26",
    "周五": "2026-11-27",
    "星期五": "2026-11-27",
    "礼拜五": "2026-11-27",
    "下周一": "2026-11-30",
    "tomorrow": "2026-11-27",
    "friday": "2026-11-27",
    "next monday": "2026-11-30",
    "dec 1": "2026-12-01",
    "1 dec": "2026-12-01",
    "12–01": "2026-12-01",
    "１２月１日": "2026-12-01",
    "12月1": "2026-12-01",
    "12-1日": "2026-12-01",
    "2026/12/1": "2026-12-01",
    "2026.12.1": "2026-12-01",
    "2026年12月1日": "2026-12-01",
    "2026年12月1號": "2026-12-01",
    "2026年12-1": "2026-12-01",
    "2025-12-01": "2025-12-01",
    "20261201": "2026-12-01",
    "十二月一日": "2026-12-01",
    "十二月二十五号": "2026-12-25",
    "二〇二六年十二月一日": "2026-12-01",
    "今年12月1日": "2026-12-01",
    "明年1月1日": "2027-01-01",
    "11-26": "2026-11-26",
    "11-25": "2027-11-25",
    "1-15": "2027-01-15",
    "2-29": "2028-02-29",
    "26号": "2026-11-26",
    "25号": "2026-12-25",
    "31号": "2026-12-31",
    "二十六号": "2026-11-26",
    "下个月1号": "2026-12-01",
    "下月15号": "2026-12-15",
    "这个月30号": "2026-11-30",
    "本月1号": "2026-11-01",
    "月底": "2026-11-30",
    "下月底": "2026-12-31",
    "明日": "2026-11-27",
    "後天": "2026-11-28",
    "昨天": "2026-11-25",
    "昨儿": "2026-11-25",
    "大前天": "2026-11-23",
    "the day before yesterday": "2026-11-24",
    "上周五": "2026-11-20",
    "上上周日": "2026-11-15",
    "last friday": "2026-11-20",
    "周四": "2026-11-26",
    "周日": "2026-11-29",
    "星期天": "2026-11-29",
    "禮拜五": "2026-11-27",
    "週五": "2026-11-27",
    "周5": "2026-11-27",
    "这周一": "2026-11-23",
    "下个星期五": "2026-12-04",
    "下周日": "2026-12-06",
    "下下周一": "2026-12-07",
    "today": "2026-11-26",
    "Tomorrow": "2026-11-27",
    "day after tomorrow": "2026-11-28",
    "Fri": "2026-11-27",
    "on friday": "2026-11-27",
    "this monday": "2026-11-30",
    "next friday": "2026-12-04",
    "December 1": "2026-12-01",
    "Dec. 1, 2026": "2026-12-01",
    "dec 1st": "2026-12-01",
    "1st of December": "2026-12-01",
    "1 December 2027": "2027-12-01",
    "the 15th": "2026-12-15",
    "sept 3": "2027-09-03",
    "12-01。": "2026-12-01",
}
NO_DAYS = [
    "",
    "1",
    "12",
    "13-01",
    "12-32",
    "2-30",
    "0-1",
    "12-0",
    "31号啊",
    "32号",
    "12-01x",
    "12-01 09:00",
    "x12-01",
    "12-01-",
    "12-01-26",
    "26-12-01",
    "2026-13-01",
    "2026-02-29",
    "0000-01-01",
    "12/1/2026",
    "1.2.3",
    "下周",
    "周八",
    "周末",
    "周0",
    "星期",
    "明天吗",
    "明天?",
    "三五号",
    "三天",
    "3d",
    "foo 1",
    "dec",
    "dec 32",
    "12²-1",
    "١٢-٠١",
]


@pytest.mark.parametrize(("typed", "expected"), DAYS.items())
def test_a_day_is_understood(typed: str, expected: str) -> None:
    found = day(typed, TODAY)
    assert found is not None and show_day(found) == expected


@pytest.mark.parametrize("typed", NO_DAYS)
def test_what_is_not_wholly_a_day_is_none(typed: str) -> None:
    assert day(typed, TODAY) is None


@steady
@given(st.dates(), st.dates())
def test_what_is_shown_is_understood_on_any_day(at: date, today: date) -> None:
    assert day(show_day(at), today) == at


@steady
@given(st.dates(max_value=date(9990, 1, 1)), st.integers(0, 364))
def test_a_date_without_a_year_is_the_next_one_not_before_today(
    today: date, ahead: int
) -> None:
    at = today + timedelta(days=ahead)
    ways = (
        f"{at.month}-{at.day}",
        f"{at.month}月{at.day}号",
        f"{at:%b} {at.day}",
        f"{at.day} {at:%B}",
    )
    assert {day(way, today) for way in ways} == {at}


@steady
@given(st.dates(max_value=date(9990, 1, 1)), st.sampled_from("一二三四五六日"))
def test_a_weekday_is_within_the_next_seven_days(today: date, name: str) -> None:
    found = day(f"周{name}", today)
    assert found is not None and 0 <= (found - today).days < 7
    assert found.weekday() == "一二三四五六日".index(name)
    assert day(f"下周{name}", today) == day(f"这周{name}", today + timedelta(days=7))


@pytest.mark.parametrize(
    "typed", ["后天", "下周一", "12-30", "下个月1号", "月底", "1号", "明年1月1日"]
)
def test_after_the_last_year_there_is_no_day(typed: str) -> None:
    assert day(typed, date.max) is None


PAST = {
    "昨天": "2026-11-25",
    "今天": "2026-11-26",
    "明天": "2026-11-27",
    "周四": "2026-11-26",
    "周五": "2026-11-20",
    "friday": "2026-11-20",
    "下周五": "2026-12-04",
    "11-25": "2026-11-25",
    "11-27": "2025-11-27",
    "12月1日": "2025-12-01",
    "2月29日": "2024-02-29",
    "26号": "2026-11-26",
    "27号": "2026-10-27",
    "31号": "2026-10-31",
    "月底": "2026-10-31",
    "2027-01-01": "2027-01-01",
}


@pytest.mark.parametrize(("typed", "expected"), PAST.items())
def test_of_what_was_a_day_without_a_year_is_the_last_one(
    typed: str, expected: str
) -> None:
    found = past_day(typed, TODAY)
    assert found is not None and show_day(found) == expected


@steady
@given(st.dates(date(10, 1, 1)), st.sampled_from(["周三", "sunday", "3月1日", "1号"]))
def test_what_was_is_never_to_come(today: date, typed: str) -> None:
    found = past_day(typed, today)
    assert found is not None and found <= today
