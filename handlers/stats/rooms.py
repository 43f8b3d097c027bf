"""In /stats, what the rooms beside the reports have: wishes, members, needs and orders. A line
each, where they are switched on and there is something.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import tzinfo
from typing import Protocol

from domain.kinds import Kind
from handlers.dialog.setup import Setup
from handlers.dialog.turn import Turn
from handlers.members.counted import by_post
from handlers.stats.queries import Asked
from handlers.texts.sentences import Safe
from storage.figures.matched import Matched, MatchFigures
from storage.figures.wished import Wished, WishFigures
from storage.members.members import Held, Members

NO_MEMBERS: Mapping[Held, int] = {}


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which of the rooms are asked about."""

    wishes: bool = False
    members: bool = False
    listings: bool = False


@dataclass(frozen=True, slots=True)
class Rooms:
    """What they answered; None and empty where they were not asked."""

    wished: Wished | None = None
    members: Mapping[Held, int] = field(default_factory=lambda: NO_MEMBERS)
    matched: Matched | None = None


NOTHING = Rooms()
UNASKED = Wanted()


class Source(Protocol):
    """A Unit, or what reads beside it."""

    wish_figures: WishFigures
    members: Members
    match_figures: MatchFigures


def wanted(setup: Setup, asked: Asked) -> Wanted:
    """A question about one kind, category or office of cases is none about what is no case."""
    scope = asked.scope
    whole = not (scope.kind or scope.category or scope.office)
    return Wanted(
        wishes=setup.wishes is not None and scope.kind in ("", Kind.WISH),
        members=setup.members is not None and whole,
        listings=setup.matching is not None and whole,
    )


async def gather(
    source: Source,
    zone: tzinfo,
    asked: Asked,
    which: Wanted,
) -> Rooms:
    period, scope = asked.period, asked.scope
    wished, members, matched = None, NO_MEMBERS, None
    if which.wishes:
        wished = await source.wish_figures.between(
            zone,
            period.first,
            period.last,
            scope,
        )
    if which.members:
        members = await source.members.counts(scope.areas)
    if which.listings:
        matched = await source.match_figures.between(
            zone,
            period.first,
            period.last,
            scope.areas,
        )
    return Rooms(wished, members, matched)


def lines(turn: Turn, found: Rooms) -> list[Safe]:
    said = []
    if found.wished is not None and found.wished.filed:
        said.append(_wishes(turn, found.wished))
    if found.members:
        said.append(by_post(turn, found.members))
    if found.matched is not None:
        said += _listings(turn, found.matched)
    return said


def _wishes(turn: Turn, wished: Wished) -> Safe:
    key = "stats-wishes" if wished.days is None else "stats-wishes-days"
    return turn.say(
        key,
        filed=wished.filed,
        published=wished.published,
        claimed=wished.claimed,
        received=wished.received,
        days=f"{wished.days or 0:.1f}",
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
