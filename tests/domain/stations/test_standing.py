"""When a station is open: vectors for midnight, make-up days, holidays, closures, unknown hours and
another time zone, each from its OpenStreetMap text on.
"""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.config.special_days import special_days
from bot.loading.hours import hours_of
from domain.special_days import NONE
from domain.stations.standing import next_opening, standing
from domain.stations.written import written

SHANGHAI, BERLIN = ZoneInfo("Asia/Shanghai"), ZoneInfo("Europe/Berlin")
CHINA = special_days(())
OFFICE = "Mo-Fr 08:30-12:00,14:30-18:00"
NIGHT = "Mo-Fr 22:00-06:00"
SHUT = "Mo-Su 22:00-06:00; 2026 Nov 24 off"
PAINTED = '24/7; 2026 Dec 20-2026 Dec 31 off "painting"'

# text, local moment, "open until", "opens at"; "-" is never or not known
VECTORS = (
    (OFFICE, "2026-11-23 08:29", None, "2026-11-23 08:30"),
    (OFFICE, "2026-11-23 08:30", "2026-11-23 12:00", None),
    (OFFICE, "2026-11-23 12:00", None, "2026-11-23 14:30"),
    (OFFICE, "2026-11-27 18:00", None, "2026-11-30 08:30"),
    # over midnight: the night belongs to the day on which it begins
    (NIGHT, "2026-11-23 23:00", "2026-11-24 06:00", None),
    (NIGHT, "2026-11-24 05:59", "2026-11-24 06:00", None),
    (NIGHT, "2026-11-24 06:00", None, "2026-11-24 22:00"),
    (NIGHT, "2026-11-28 03:00", "2026-11-28 06:00", None),
    (NIGHT, "2026-11-29 03:00", None, "2026-11-30 22:00"),
    ("Su 22:00-06:00", "2026-11-23 01:00", "2026-11-23 06:00", None),
    ("Mo-Fr 20:00-26:00", "2026-11-24 01:30", "2026-11-24 02:00", None),
    (
        "Mo-Su 18:00-24:00, Mo-Su 00:00-02:00",
        "2026-11-23 19:00",
        "2026-11-24 02:00",
        None,
    ),
    ("Mo-Su 09:00-24:00", "2026-11-23 23:59", "2026-11-24 00:00", None),
    ("Mo-Su 09:00-24:00", "2026-11-24 00:00", None, "2026-11-24 09:00"),
    ("Mo-Su 00:00-24:00", "2026-11-23 23:59", "-", None),
    # a make-up Saturday has Friday's hours, a make-up Sunday Monday's
    ("Mo-Fr 09:00-17:00", "2026-10-10 10:00", "2026-10-10 17:00", None),
    ("Mo-Fr 09:00-17:00; Sa 12:00-13:00", "2026-10-10 10:00", "2026-10-10 17:00", None),
    ("Mo 10:00-11:00", "2026-09-20 10:30", "2026-09-20 11:00", None),
    ("Mo-Fr 09:00-17:00", "2026-10-17 10:00", None, "2026-10-19 09:00"),
    (NIGHT, "2026-10-11 03:00", "2026-10-11 06:00", None),
    ("Mo-Fr 09:00-17:00; PH off", "2026-10-10 10:00", "2026-10-10 17:00", None),
    (
        "Mo-Fr 09:00-17:00; 2026 Oct 10 off",
        "2026-10-10 10:00",
        None,
        "2026-10-12 09:00",
    ),
    # holidays: off, with hours of their own, or like the weekday where nothing is said
    ("Mo-Fr 09:00-17:00; PH off", "2026-10-01 10:00", None, "2026-10-08 09:00"),
    ("Mo-Fr 09:00-17:00; PH 10:00-16:00", "2026-10-01 16:00", None, "2026-10-02 10:00"),
    ("Mo-Fr,PH 09:00-17:00", "2026-10-04 10:00", "2026-10-04 17:00", None),
    (
        "PH,Su 10:00-16:00; Mo-Sa 08:00-20:00",
        "2026-10-02 09:00",
        None,
        "2026-10-02 10:00",
    ),
    ("Mo-Fr 09:00-17:00", "2026-10-01 10:00", "2026-10-01 17:00", None),
    ("Mo-Fr 22:00-06:00; PH off", "2026-10-01 03:00", "2026-10-01 06:00", None),
    ("Mo-Fr 22:00-06:00; PH off", "2026-10-08 03:00", None, "2026-10-08 22:00"),
    ("Mo-Fr 09:00-17:00; PH off", "2027-01-01 10:00", None, "2027-01-04 09:00"),
    # closures win wherever they stand; what is open meets them
    (PAINTED, "2026-12-19 10:00", "2026-12-20 00:00", None),
    (PAINTED, "2026-12-20 10:00", None, "2027-01-01 00:00"),
    ("2026 Nov 23 off; 24/7", "2026-11-23 10:00", None, "2026-11-24 00:00"),
    (
        "2026 Nov 23-24 off; Mo-Su 09:00-10:00",
        "2026-11-23 09:30",
        None,
        "2026-11-25 09:00",
    ),
    # of a night only the one that would begin on a closed day is off
    (SHUT, "2026-11-24 01:00", "2026-11-24 06:00", None),
    (SHUT, "2026-11-24 23:00", None, "2026-11-25 22:00"),
    (SHUT, "2026-11-25 01:00", None, "2026-11-25 22:00"),
    # round the clock has no end, and what is off no beginning
    ("24/7", "2026-11-23 10:00", "-", None),
    ("off", "2026-11-23 10:00", None, "-"),
)


def local(text: str, zone: ZoneInfo = SHANGHAI) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone)


def moment(text: str | None, zone: ZoneInfo = SHANGHAI) -> datetime | None:
    return None if text in (None, "-") else local(str(text), zone)


@pytest.mark.parametrize(("text", "at", "until", "opens"), VECTORS)
def test_a_station_is_open_as_its_text_says(
    text: str, at: str, until: str | None, opens: str | None
) -> None:
    hours = hours_of(text)
    found = standing(hours, local(at), SHANGHAI, CHINA())
    assert found.open is (until is not None)
    assert found.until == moment(until)
    assert found.opens == moment(opens)
    assert hours_of(written(hours)) == hours


def test_hours_that_nobody_knows_are_not_closed() -> None:
    assert hours_of(" ") is None and written(None) == ""
    found = standing(None, local("2026-11-23 10:00"), SHANGHAI, NONE)
    assert (found.open, found.until, found.opens) == (None, None, None)


def test_the_clock_is_that_of_the_area_also_when_it_is_set() -> None:
    """In Berlin the night of 25 October 2026 has an hour more and that of 29 March one less, in
    which half past two comes at half past three; Shanghai's ten is its three.
    """
    night = hours_of("Sa 22:00-06:00")
    for begins, hours in (("2026-10-24 23:00", 8), ("2026-03-28 23:00", 6)):
        at = local(begins, BERLIN)
        found = standing(night, at, BERLIN, NONE)
        assert found.until is not None
        assert found.until.timestamp() - at.timestamp() == hours * 3600
    skipped, at = hours_of("Su 02:30-05:00"), local("2026-03-29 00:30", BERLIN)
    found = standing(skipped, at, BERLIN, NONE)
    assert found.opens == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    morning = local("2026-11-23 10:00")
    office = hours_of(OFFICE)
    assert standing(office, morning, SHANGHAI, NONE).open
    assert not standing(office, morning, BERLIN, NONE).open


def test_the_next_opening_is_that_after_what_runs_now() -> None:
    office = hours_of(OFFICE)
    for at, then in (
        ("2026-11-23 09:00", "2026-11-23 14:30"),
        ("2026-11-23 13:00", "2026-11-23 14:30"),
        ("2026-11-27 15:00", "2026-11-30 08:30"),
    ):
        found = next_opening(office, local(at), SHANGHAI, NONE)
        assert found == local(then)
    assert (
        next_opening(hours_of("24/7"), local("2026-11-23 09:00"), SHANGHAI, NONE)
        is None
    )


REFUSED = (
    "Mo-Fr 9-17",
    "周一至周五 9:00-17:00",
    "Apr-Oct 08:00-20:00",
    "Dec 25 off; 24/7",
    "Mo[1] 10:00-12:00",
    "Mo-Fr 09:00+",
    "sunrise-sunset",
    "SH off; 24/7",
    "week 1-20 08:00-10:00",
    'Mo-Fr 09:00-17:00 "ring twice"',
    "Mo 08:00-12:00 || Tu 09:00-10:00",
    "PH off",
    "2026 Feb 30 off; 24/7",
    "2026 Dec 20-10 off; 24/7",
    "24/7 unknown",
)


@pytest.mark.parametrize("text", REFUSED)
def test_what_would_be_understood_in_part_is_refused_whole(text: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        hours_of(text)
