"""What does not pay: the fraud table, a row for each attempt."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from domain.messages import Place
from domain.points.rates import TIERS, Rates, budget_area, tier, to_next
from domain.points.refusals import Claim, Report, refusal

AT = datetime(2026, 11, 23, 2, tzinfo=UTC)
HERE, NEAR, FAR = Place(30, 120), Place(30.0003, 120), Place(30.01, 120)
FILER, COLLEAGUE = 7, 8
PICTURE, OTHER = 0x0F0F_33CC_55AA_9669, 0x7FFF_0000_1111_ECA8


def report(number: int, days: int = 0, place: Place | None = FAR) -> Report:
    at = AT - timedelta(days=days)
    return Report(number, "road", place, "", at, at.date())


NEW = replace(report(9, place=HERE), hashes=(PICTURE,))
THREE = tuple(
    replace(report(number), category=f"other{number}", place=None)
    for number in (1, 2, 3)
)


@pytest.mark.parametrize(
    ("in_charge", "paid", "said"),
    [
        ((COLLEAGUE,), (), ""),
        ((COLLEAGUE, FILER), (), "own"),
        ((COLLEAGUE,), THREE[:2], ""),
        ((COLLEAGUE,), THREE, "day"),
        (
            (COLLEAGUE,),
            tuple(replace(one, day=AT.date() - timedelta(1)) for one in THREE),
            "",
        ),
        ((COLLEAGUE,), (report(1, 13, NEAR),), "place"),
        ((COLLEAGUE,), (report(1, 14, NEAR),), ""),
        ((COLLEAGUE,), (report(1, 1, FAR),), ""),
        ((COLLEAGUE,), (replace(report(1, 1, NEAR), category="fire"),), ""),
        ((COLLEAGUE,), (replace(report(1, 300), hashes=(PICTURE,)),), "photo"),
        ((COLLEAGUE,), (replace(report(1, 300), hashes=(OTHER,)),), ""),
    ],
)
def test_an_attempt_pays_or_says_why_not(
    in_charge: tuple[int, ...], paid: tuple[Report, ...], said: str
) -> None:
    claim = Claim(FILER, NEW, frozenset(in_charge), paid)
    assert refusal(claim, Rates()) == said


def test_the_same_words_for_a_place_are_the_same_place() -> None:
    new = replace(NEW, place=None, place_words="东门")
    earlier = replace(report(1, 1), place=None, place_words="东门")
    assert refusal(Claim(FILER, new, frozenset(), [earlier]), Rates()) == "place"
    nowhere = replace(earlier, place_words="")
    new = replace(new, place_words="")
    assert refusal(Claim(FILER, new, frozenset(), [nowhere]), Rates()) == ""


def test_a_tier_begins_at_its_number_and_the_last_has_no_next() -> None:
    rates = Rates()
    for name, limit in zip(TIERS, rates.tiers, strict=True):
        assert tier(limit, rates) == name
    assert tier(49, rates) == "bronze"
    assert to_next(49, rates) == ("silver", 1)
    assert to_next(2000, rates) is None


def test_the_nearest_budget_pays() -> None:
    rates = Rates(budgets={"S1": 5, "D1": 9})
    assert budget_area(("G01", "S1", "D1"), rates) == "S1"
    assert budget_area(("G09", "S2"), rates) == ""
