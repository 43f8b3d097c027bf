"""The [[calendars]] of config.toml: China's days from the library, the days file, areas, and
mistakes.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from pydantic import ValidationError

from bot.config.calendars import CalendarConfig, build
from bot.config.days_file import read_days
from bot.config.holidays import announced_until
from domain.working_hours import WorkingHours

SHANGHAI = ZoneInfo("Asia/Shanghai")
OFFICE: dict[str, Any] = {"name": "office", "hours": ["09:00-12:00", "14:00-17:30"]}
HOURS = ((540, 720), (840, 1050))


def config(**more: Any) -> CalendarConfig:
    return CalendarConfig.model_validate(OFFICE | more)


def calendar(**more: Any) -> WorkingHours:
    return build([config(**more)], SHANGHAI)[""]


def open_on(hours: WorkingHours, day: date) -> bool:
    at_ten = datetime(day.year, day.month, day.day, 10, tzinfo=SHANGHAI).astimezone(UTC)
    return hours.opens(at_ten) == at_ten


def mistake(**more: Any) -> str:
    with pytest.raises(ValidationError) as raised:
        config(**more)
    return str(raised.value.errors()[0]["msg"])


def days_file(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "days.csv"
    path.write_text(text, encoding=encoding)
    return path


# --- China's days ---


@pytest.mark.parametrize(
    ("first", "last", "made_up"),
    [
        (date(2024, 2, 10), date(2024, 2, 17), [date(2024, 2, 4), date(2024, 2, 18)]),
        (date(2025, 10, 1), date(2025, 10, 8), [date(2025, 9, 28), date(2025, 10, 11)]),
        (date(2026, 1, 1), date(2026, 1, 3), [date(2026, 1, 4)]),
        (date(2026, 2, 15), date(2026, 2, 23), [date(2026, 2, 14), date(2026, 2, 28)]),
        (date(2026, 5, 1), date(2026, 5, 5), [date(2026, 5, 9)]),
        (date(2026, 10, 1), date(2026, 10, 7), [date(2026, 9, 20), date(2026, 10, 10)]),
    ],
)
@pytest.mark.parametrize("saturday", [[], ["09:00-12:00"]])
def test_holidays_are_closed_and_make_up_days_open(
    first: date, last: date, made_up: list[date], saturday: list[str]
) -> None:
    hours = calendar(saturday=saturday, sunday=saturday)
    holiday = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    assert not any(open_on(hours, day) for day in holiday)
    assert [hours.days[day] for day in made_up] == [HOURS] * len(made_up)
    around = (first - timedelta(days=1), last + timedelta(days=1))
    assert all(open_on(hours, day) for day in around if day.weekday() < 5 or saturday)


def test_in_every_year_to_come_the_calendar_answers_and_keeps_the_days_fixed_by_law() -> (
    None
):
    hours = calendar()
    for year in range(2026, 2100):
        new_year = datetime(year, 1, 1, tzinfo=UTC)
        assert hours.add(new_year, hours.span(timedelta(days=200))) > new_year
    assert not any(
        open_on(hours, date(year, month, 1))
        for year in (2027, 2030, 2040)
        for month in (1, 5, 10)
    )


def test_the_library_says_how_far_it_knows() -> None:
    assert announced_until() >= 2026
    assert not config().unannounced(announced_until())
    assert config().unannounced(announced_until() + 1)
    assert not config(holidays="none").unannounced(announced_until() + 1)


def test_days_in_the_file_announce_their_year(tmp_path: Path) -> None:
    year = announced_until() + 1
    assert not config(days_file=days_file(tmp_path, f"{year}-01-02,off")).unannounced(
        year
    )


def test_without_chinas_holidays_the_week_is_all_there_is() -> None:
    assert open_on(calendar(holidays="none"), date(2026, 10, 1))
    assert not open_on(calendar(holidays="none"), date(2026, 10, 10))


# --- hours and areas ---


def test_weekends_are_closed_and_single_weekdays_override_the_hours() -> None:
    assert config().week == (HOURS,) * 5 + ((), ())
    assert config(
        friday=["9:00-12:00"], monday=[], saturday=["10:00 - 24:00"]
    ).week == (
        *((), HOURS, HOURS, HOURS),
        *(((540, 720),), ((600, 1440),), ()),
    )


def test_each_area_gets_its_calendar_and_no_area_means_everywhere() -> None:
    made = build(
        [
            config(),
            config(name="depot", areas=["1101", "1102"], saturday=["09:00-12:00"]),
        ],
        SHANGHAI,
    )
    assert sorted(made) == ["", "1101", "1102"]
    assert made["1101"] is made["1102"] != made[""]
    assert build([], SHANGHAI) == {}


@pytest.mark.parametrize(
    ("areas", "where"), [([], "everywhere"), (["1101"], "area '1101'")]
)
def test_two_calendars_for_one_area_are_refused(areas: list[str], where: str) -> None:
    with pytest.raises(ValueError, match=f"'office' and 'depot' are both for {where}"):
        build([config(areas=areas), config(name="depot", areas=areas)], SHANGHAI)


# --- the days file ---


def test_the_file_goes_before_the_library(tmp_path: Path) -> None:
    text = (
        "# announced\n2026-10-01,work\n\n2026-10-10,off,no make-up here # yet\n"
        "2026/10/9, 9:00-10:00 15:00-16:00\n"
    )
    hours = calendar(days_file=str(days_file(tmp_path, text, "utf-8-sig")))
    assert [hours.days[date(2026, 10, day)] for day in (1, 10, 9, 2)] == [
        HOURS,
        (),
        ((540, 600), (900, 960)),
        (),
    ]


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("2027-02-30,off", "'2027-02-30' is no date; an example is 2027-02-06"),
        ("tomorrow,off", "'tomorrow' is no date"),
        (
            "2027-02-06",
            "after '2027-02-06,' comes work, off or hours like 09:00-12:00, and not ''",
        ),
        ("2027-02-06,wrok", "and not 'wrok'"),
        (
            "2027-02-06,9-12x",
            "'9-12x' is no period of a day; an example is 09:00-12:00",
        ),
        ("2027-02-06,12:00-09:00", "12:00-09:00 does not end after it begins"),
        ("2027-01-01,work", "2027-01-01 is there twice; keep one"),
    ],
)
def test_a_mistake_in_the_file_is_named_with_its_line(
    tmp_path: Path, line: str, wrong: str
) -> None:
    path = days_file(tmp_path, f"2027-01-01,off\n{line}\n")
    message = mistake(days_file=str(path))
    assert f"{path} line 2: " in message and wrong in message


def test_a_file_that_is_missing_or_not_utf_8_is_named(tmp_path: Path) -> None:
    assert f"cannot read {tmp_path / 'none.csv'}" in mistake(
        days_file=str(tmp_path / "none.csv")
    )
    path = days_file(tmp_path, "2027-01-01,off,元旦", "gb18030")
    assert f"{path} is not UTF-8 text" in mistake(days_file=str(path))


def test_no_path_at_all_is_no_file_of_days() -> None:
    assert "leave it out where there is none" in mistake(days_file="")


def test_an_empty_file_changes_nothing(tmp_path: Path) -> None:
    assert read_days(days_file(tmp_path, ""), HOURS) == {}


# --- mistakes ---


@pytest.mark.parametrize(
    ("more", "wrong"),
    [
        (
            {"hours": ["all day long"]},
            "'all day long' is no period of a day; an example is 09:00-12:00",
        ),
        ({"hours": ["09:00-12:60"]}, "is no period of a day"),
        (
            {"hours": ["09:00-25:00"]},
            "'09:00-25:00' is no period of a day",
        ),
        (
            {"saturday": ["22:00-06:00"]},
            "a night is two periods, up to 24:00 and from 00:00",
        ),
        (
            {"hours": ["09:00-12:00", "11:00-13:00"]},
            "09:00-12:00 and 11:00-13:00 overlap",
        ),
        ({"hours": "09:00-12:00"}, "must be a list of periods"),
        ({"hours": []}, "must not be empty: give the hours of a working day"),
        ({"holidays": "france"}, "'china' or 'none'"),
        ({"hour": []}, "Extra inputs are not permitted"),
        (
            dict.fromkeys(("monday", "tuesday", "wednesday", "thursday", "friday"), ()),
            "the calendar 'office' never opens",
        ),
    ],
)
def test_a_mistake_in_a_calendar_is_explained(more: dict[str, Any], wrong: str) -> None:
    assert wrong in mistake(**more)
