"""What the rooms beside casework add to the figures: wishes, grid members, needs
and orders, gifts and coupons.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import tzinfo
from typing import Protocol

from domain.kinds import Kind
from handlers.dialog.turn import Turn
from handlers.members.counted import by_post
from handlers.stats.queries import Asked
from handlers.stats.rates import span
from handlers.texts.sentences import Safe
from storage.figures.counting import Days
from storage.figures.given import Given, GivenFigures
from storage.figures.matched import Matched, MatchFigures
from storage.figures.wished import Wished, WishFigures
from storage.members.members import Held, Members

NO_MEMBERS: Mapping[Held, int] = {}
A_DAY = 86_400
"""Seconds."""


@dataclass(frozen=True, slots=True)
class Rooms:
    """Which are counted; `given` are the areas whose gifts and coupons are."""

    wishes: bool = False
    members: bool = False
    given: frozenset[str] = frozenset()
    listings: bool = False


@dataclass(frozen=True, slots=True)
class Counted:
    wished: Wished | None = None
    members: Mapping[Held, int] = field(default_factory=lambda: NO_MEMBERS)
    given: Given | None = None
    matched: Matched | None = None


class Source(Protocol):
    """A Unit, or what reads beside it."""

    @property
    def wish_figures(self) -> WishFigures: ...

    @property
    def members(self) -> Members: ...

    @property
    def given_figures(self) -> GivenFigures: ...

    @property
    def match_figures(self) -> MatchFigures: ...


def wanted(turn: Turn, asked: Asked) -> Rooms:
    """Only wishes where only some cases are asked for."""
    scope = asked.scope
    wishes = turn.setup.wishes is not None and scope.kind in ("", Kind.WISH)
    if scope.kind or scope.category or scope.office:
        return Rooms(wishes)
    members = turn.setup.members is not None
    listings = turn.setup.matching is not None
    return Rooms(wishes, members, _given_in(turn, asked), listings)


def _given_in(turn: Turn, asked: Asked) -> frozenset[str]:
    """None where there are no gifts and no coupons."""
    directory, areas = turn.unit.directory, asked.scope.areas
    if not (directory.gifts or directory.merchants):
        return frozenset()
    tops = [directory.areas[code] for code in asked.tops if code in directory.areas]
    everywhere = any(not area.parent for area in tops)
    return areas | {""} if everywhere else areas


async def count(
    source: Source,
    asked: Asked,
    zone: tzinfo,
    rooms: Rooms,
) -> Counted:
    first, last = asked.period.first, asked.period.last
    wished, members, given, matched = None, NO_MEMBERS, None, None
    if rooms.wishes:
        wished = await source.wish_figures.between(zone, first, last, asked.scope)
    if rooms.members:
        members = await source.members.counts(asked.scope.areas)
    if rooms.given:
        days = Days(first, last, zone)
        given = await source.given_figures.between(days, rooms.given)
    if rooms.listings:
        areas = asked.scope.areas
        matched = await source.match_figures.between(zone, first, last, areas)
    return Counted(wished, members, given, matched)


def lines(turn: Turn, counted: Counted) -> list[Safe]:
    """A line for each room in which there is anything."""
    said = []
    if counted.wished is not None and counted.wished.filed:
        said.append(_wishes(turn, counted.wished))
    if counted.members:
        said.append(by_post(turn, counted.members))
    if counted.given is not None and (counted.given.gifts or counted.given.coupons):
        said.append(_given(turn, counted.given))
    if counted.matched is not None:
        said += _listings(turn, counted.matched)
    return said


def _span(turn: Turn, days: float) -> str:
    """Days from two on; what is shorter in hours and minutes."""
    if days < 2:
        return span(turn, days * A_DAY)
    count = f"{days:.1f}" if days < 10 else f"{days:.0f}"
    return turn.label("stats-in-days", count=count.removesuffix(".0"))


def _wishes(turn: Turn, wished: Wished) -> Safe:
    key = "stats-wishes" if wished.days is None else "stats-wishes-days"
    return turn.say(
        key,
        filed=wished.filed,
        published=wished.published,
        claimed=wished.claimed,
        received=wished.received,
        time=_span(turn, wished.days or 0),
    )


def _given(turn: Turn, given: Given) -> Safe:
    return turn.say(
        "stats-given",
        gifts=given.gifts,
        coupons=given.coupons,
        used=given.used,
    )


def _listings(turn: Turn, matched: Matched) -> list[Safe]:
    said = []
    if matched.needs or matched.resources:
        said.append(
            turn.say(
                "stats-needs",
                needs=matched.needs,
                resources=matched.resources,
                projects=matched.projects,
                done=matched.done,
            )
        )
    if matched.orders:
        said.append(
            turn.say(
                "stats-orders",
                orders=matched.orders,
                claimed=matched.claimed,
                served=matched.served,
            )
        )
    return said
