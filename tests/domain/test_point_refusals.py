"""The fraud table: what is tried, and what comes of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from domain.messages import Place
from domain.points.rates import Rates, tier, to_next
from domain.points.refusals import Claim, Report, refusal

NOW = datetime(2026, 11, 23, 2, tzinfo=UTC)
HERE = Place(24.447, 118.087)
ROOF = 0x0F0F0F0F0F0F0F0F
STREET = 0x3333CCCC5555AAAA
REPORT = Report("road", HERE, "", NOW, date(2026, 11, 23), (ROOF,))
FAR = Place(24.457, 118.087)
OTHER = Report("fire", FAR, "", NOW, date(2026, 11, 20), (STREET,))
BEFORE = replace(REPORT, filed_at=NOW - timedelta(days=13), hashes=())
TABLE = [
    ("an honest one", REPORT, (), [OTHER], ""),
    ("who carried it filed it", REPORT, (7,), [], "own"),
    ("an own photo once more", REPORT, (), [replace(OTHER, hashes=(ROOF,))], "photo"),
    ("the same place and kind soon after", REPORT, (), [BEFORE], "place"),
    (
        "the same place, another kind",
        replace(REPORT, category="fire"),
        (),
        [BEFORE],
        "",
    ),
    (
        "the same place after 14 days",
        REPORT,
        (),
        [replace(BEFORE, filed_at=NOW - timedelta(days=14), day=OTHER.day)],
        "",
    ),
    (
        "the same named place without a pin",
        replace(REPORT, place=None, place_words="东门"),
        (),
        [replace(BEFORE, place=None, place_words="东门")],
        "place",
    ),
    ("a fourth of one day", REPORT, (), [replace(OTHER, day=REPORT.day)] * 3, "day"),
    ("a third of one day", REPORT, (), [replace(OTHER, day=REPORT.day)] * 2, ""),
]


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row[0])
def test_what_is_tried_and_what_comes_of_it(
    row: tuple[str, Report, tuple[int, ...], list[Report], str],
) -> None:
    _, report, in_charge, paid, why = row
    claim = Claim(7, report, frozenset({3, *in_charge}), paid)
    assert refusal(claim, Rates()) == why


def test_the_tiers_follow_from_what_was_earned_in_all() -> None:
    names = [tier(earned, Rates()) for earned in (-5, 0, 49, 50, 999, 1000, 9999)]
    assert names == [
        "bronze",
        "bronze",
        "bronze",
        "silver",
        "platinum",
        "diamond",
        "royal",
    ]
    assert to_next(49, Rates()) == ("silver", 1)
    assert to_next(2000, Rates()) is None
