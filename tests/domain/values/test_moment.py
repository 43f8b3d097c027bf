"""Moments to come, as on Thursday, 26 November 2026, at 14:38 in Shanghai."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.values.moment import moment, show_moment

steady = settings(deadline=None, derandomize=True)

SHANGHAI = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 11, 26, 6, 38, tzinfo=UTC)
DAY = timedelta(days=1)
EXACT = {
    "明天9点": "2026-11-27 09:00",
    "12-01 09:00": "2026-12-01 09:00",
    "周五下午3点": "2026-11-27 15:00",
    "12－01 09：00": "2026-12-01 09:00",
    "2026-12-01 09:00": "2026-12-01 09:00",
    "2026-12-01T09:00": "2026-12-01 09:00",
    "2026-12-01T09:00:00": "2026-12-01 09:00",
    "2026/11/23 8:00": "2026-11-23 08:00",
    "2026-11-23 24:00": "2026-11-24 00:00",
    "09:00 12-01": "2026-12-01 09:00",
    "12月1号9点": "2026-12-01 09:00",
    "12月1日 上午9点半": "2026-12-01 09:30",
    "十二月十一日十点": "2026-12-11 10:00",
    "周五十点": "2026-11-27 10:00",
    "星期五 10:30": "2026-11-27 10:30",
    "下周一早上8点": "2026-11-30 08:00",
    "明天的下午3点": "2026-11-27 15:00",
    "明早9点": "2026-11-27 09:00",
    "明早上9点": "2026-11-27 09:00",
    "今晚8点": "2026-11-26 20:00",
    "今晚上8点": "2026-11-26 20:00",
    "明晚8点半": "2026-11-27 20:30",
    "明天晚上12点": "2026-11-28 00:00",
    "今天24:00": "2026-11-27 00:00",
    "1号9点": "2026-12-01 09:00",
    "后天中午": "2026-11-28 12:00",
    "3天后早上9点": "2026-11-29 09:00",
    "三天之后 9:00": "2026-11-29 09:00",
    "tomorrow 3 pm": "2026-11-27 15:00",
    "tomorrow at 9": "2026-11-27 09:00",
    "9am tomorrow": "2026-11-27 09:00",
    "tomorrow noon": "2026-11-27 12:00",
    "friday, 3 pm": "2026-11-27 15:00",
    "dec 1 9:30 pm": "2026-12-01 21:30",
    "tonight at 8": "2026-11-26 20:00",
    "tonight 8pm": "2026-11-26 20:00",
    "8pm tonight": "2026-11-26 20:00",
    "15:00": "2026-11-26 15:00",
    "13:00": "2026-11-27 13:00",
    "14:38": "2026-11-27 14:38",
    "9时": "2026-11-27 09:00",
    "下午3点": "2026-11-26 15:00",
    "24:00": "2026-11-27 00:00",
    "2h": "2026-11-26 16:38",
    "两小时后": "2026-11-26 16:38",
    "in 2 hours": "2026-11-26 16:38",
    "半小时": "2026-11-26 15:08",
    "1天12小时": "2026-11-28 02:38",
    "36h": "2026-11-28 02:38",
}
MORNINGS = {
    "12-01": "2026-12-01",
    "2026-12-01": "2026-12-01",
    "明天": "2026-11-27",
    "明早": "2026-11-27",
    "后天早上": "2026-11-28",
    "周五上午": "2026-11-27",
    "tomorrow morning": "2026-11-27",
    "下周一": "2026-11-30",
    "3d": "2026-11-29",
    "3天": "2026-11-29",
    "三天后": "2026-11-29",
    "in 3 days": "2026-11-29",
    "3 days from now": "2026-11-29",
    "48h": "2026-11-28",
    "1w": "2026-12-03",
    "一周以后": "2026-12-03",
    "9.30": "2027-09-30",
    "今天": "2026-11-26",
}
NO_MOMENTS = [
    "早一点",
    "明早一点",
    "明天早一点",
    "今晚一点",
    "",
    "3",
    "9",
    "明天下半晌",
    "明天 9",
    "12月十一点",
    "12月19点",
    "十二月十一点",
    "12-01 25:00",
    "12-01 09:00x",
    "12-01 09:00 10:00",
    "12-01 12-02",
    "12-01 09:00-18:00",
    "2h 3d",
    "明天吗",
    "明天9点?",
    "x 明天9点",
    "tomorrow midnight",
    "midnight",
    "in",
    "后",
    "2小时后9点",
    "tonight",
    "早上",
    "morning",
]


@pytest.mark.parametrize(("typed", "expected"), EXACT.items())
def test_a_moment_with_its_time_is_exact(typed: str, expected: str) -> None:
    found = moment(typed, NOW, SHANGHAI)
    assert found is not None and found.exact
    assert show_moment(found.at, SHANGHAI) == expected


@pytest.mark.parametrize(("typed", "expected"), MORNINGS.items())
def test_without_a_time_it_is_nine_in_the_morning_and_not_exact(
    typed: str, expected: str
) -> None:
    found = moment(typed, NOW, SHANGHAI)
    assert found is not None and not found.exact
    assert show_moment(found.at, SHANGHAI) == f"{expected} 09:00"


@pytest.mark.parametrize("typed", NO_MOMENTS)
def test_what_is_not_wholly_a_moment_is_none(typed: str) -> None:
    assert moment(typed, NOW, SHANGHAI) is None


def test_a_number_alone_is_days_where_the_door_says_so() -> None:
    assert moment("3", NOW, SHANGHAI, bare=DAY) == moment("3d", NOW, SHANGHAI)
    assert moment("3后", NOW, SHANGHAI, bare=DAY) is None


def test_days_are_those_of_the_zone_and_the_answer_is_in_the_zone_of_now() -> None:
    late = datetime(
        2026, 11, 26, 17, 0, tzinfo=UTC
    )  # one in the morning of the 27th in Shanghai
    found = moment("明天", late, SHANGHAI)
    assert found is not None
    assert found.at == datetime(2026, 11, 28, 1, 0, tzinfo=UTC)
    assert found.at.tzinfo is UTC


# From 1992 on: before, some local hours did not exist in the summers.
moments = st.datetimes(
    datetime(1992, 1, 1), datetime(2100, 1, 1), timezones=st.just(SHANGHAI)
)


@steady
@given(moments, moments)
def test_what_is_shown_is_understood_at_any_time(at: datetime, now: datetime) -> None:
    shown = show_moment(at, SHANGHAI)
    found = moment(shown, now, SHANGHAI)
    assert found is not None and found.exact
    assert show_moment(found.at.astimezone(UTC), SHANGHAI) == shown
    assert timedelta() <= at - found.at < timedelta(minutes=1)


@steady
@given(moments, st.integers(0, 1439))
def test_a_time_of_day_alone_is_within_the_next_day(now: datetime, minute: int) -> None:
    found = moment(f"{minute // 60}:{minute % 60:02d}", now, SHANGHAI)
    assert found is not None
    assert timedelta() < found.at - now.astimezone(UTC) <= DAY + timedelta(hours=1)


@pytest.mark.parametrize(
    "typed", ["3d", "明天9点", "2h", "0:00", "12-30", "9999周", "今天24:00"]
)
def test_after_the_last_year_there_is_no_moment(typed: str) -> None:
    last = datetime(9999, 12, 31, 23, 30, tzinfo=UTC)
    assert moment(typed, last, UTC) is None
