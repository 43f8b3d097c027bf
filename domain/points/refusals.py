"""What does not pay: each rule of the fraud table is a function of a claim and what paid before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from domain.distance import distance
from domain.messages import Place
from domain.pictures import same_picture
from domain.points.rates import Rates

SAME_PLACE = 50
"""Metres within which two reports are of one place (ours)."""


@dataclass(frozen=True, slots=True)
class Report:
    """A hazard that somebody reported. `day` is the local day of its filing, `hashes` those of its
    pictures.
    """

    category: str
    place: Place | None
    place_words: str
    filed_at: datetime
    day: date
    hashes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """One person's claim on a report; `paid` are their reports that paid already, `before` how many
    more of its day did so before they left and came back. `in_charge` are those who carried or
    verified it.
    """

    person_id: int
    report: Report
    in_charge: frozenset[int | None]
    paid: Sequence[Report]
    before: int = 0


def _own(claim: Claim, rates: Rates) -> bool:
    """Who gains does not confirm."""
    return claim.person_id in claim.in_charge


def _photo(claim: Claim, rates: Rates) -> bool:
    """An own photo that paid before."""
    return any(same_picture(claim.report.hashes, one.hashes) for one in claim.paid)


def _place(claim: Claim, rates: Rates) -> bool:
    return any(_same(claim.report, one, rates) for one in claim.paid)


def _same(one: Report, other: Report, rates: Rates) -> bool:
    if one.category != other.category:
        return False
    if abs(one.filed_at - other.filed_at) >= rates.again:
        return False
    if one.place and other.place:
        return distance(one.place, other.place) <= SAME_PLACE
    return bool(one.place_words) and one.place_words == other.place_words


def _day(claim: Claim, rates: Rates) -> bool:
    """By the day of filing: a desk that closes ten on one day takes nothing from anybody."""
    same = [one for one in claim.paid if one.day == claim.report.day]
    return len(same) + claim.before >= rates.a_day


RULES: dict[str, Callable[[Claim, Rates], bool]] = {
    "own": _own,
    "photo": _photo,
    "place": _place,
    "day": _day,
}
"""By the reason that the rider reads, in this order."""


def refusal(claim: Claim, rates: Rates) -> str:
    """Why this claim does not pay, '' where it does."""
    return next((why for why, rule in RULES.items() if rule(claim, rates)), "")
