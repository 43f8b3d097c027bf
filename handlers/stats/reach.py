"""/stats stations: at which hours the places of cases have an open rest station near."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from typing import Protocol

from domain.messages import Place
from domain.special_days import SpecialDays
from domain.stations.reach import HOURS, Reach, Spot, reach
from domain.stations.station import Station
from handlers.dialog.turn import Turn
from handlers.stats.headings import title
from handlers.stats.queries import BETWEEN, Asked, read
from handlers.stats.vocabulary import spoken
from handlers.texts.sentences import Safe
from storage.figures.reports import Reports

SPAN = timedelta(days=90)
MOST = 5000
"""Cases, the newest: some 100 ms beside the writer."""
Spots = list[tuple[Place, datetime]]
FEW = 10
"""With fewer cases there is no share, as with the rates."""
A_LINE = 6
"""Hours."""


@dataclass(frozen=True, slots=True)
class Question:
    asked: Asked
    stations: list[Station]
    special: SpecialDays
    zone: tzinfo


class Source(Protocol):
    """A Unit, or what reads beside it."""

    reports: Reports


def asks(words: str) -> bool:
    """Whether it is about stations."""
    said = BETWEEN.split(words.strip().lower())
    return not spoken("stations").isdisjoint(said)


def question(turn: Turn, words: str) -> Question:
    """What else was said names an area, an office, a kind. Raises Refused."""
    said = BETWEEN.split(words.strip().lower())
    rest = (word for word in said if word not in spoken("stations"))
    return Question(
        read(turn, " ".join(rest)),
        turn.unit.stations.all,
        turn.setup.special_days(),
        turn.setup.zone,
    )


async def gather(source: Source, wanted: Question) -> Spots:
    """Cases count, and no rider's way: where riders were is not known."""
    return await source.reports.spots(
        wanted.asked.scope,
        SPAN,
        MOST,
    )


def reckon(wanted: Question, found: Spots) -> Reach:
    spots = [Spot(place, at.astimezone(wanted.zone).date()) for place, at in found]
    return reach(
        spots,
        wanted.stations,
        wanted.special,
    )


async def answer(turn: Turn, wanted: Question, found: Reach) -> None:
    lines = [title(turn, wanted.asked)]
    lines += _lines(turn, wanted, found)
    turn.reply(Safe("\n".join(lines)))


def _lines(turn: Turn, wanted: Question, found: Reach) -> Iterator[Safe]:
    if not wanted.stations:
        yield turn.say("station-none-loaded")
        return
    yield turn.say(
        "stats-stations",
        cases=found.all,
        stations=len(wanted.stations),
    )
    if found.all < FEW:
        yield turn.say("stats-stations-few")
        return
    for first in range(0, HOURS, A_LINE):
        hours = range(first, first + A_LINE)
        each = (_hour(turn, found, hour) for hour in hours)
        yield Safe(" · ".join(each))
    emptiest = min(range(HOURS), key=found.share)
    yield turn.say(
        "stats-stations-hole",
        hour=f"{emptiest:02}",
        share=_percent(found, emptiest),
    )


def _hour(turn: Turn, found: Reach, hour: int) -> str:
    return f"{hour:02} {_percent(found, hour)}"


def _percent(found: Reach, hour: int) -> str:
    return f"{round(100 * found.share(hour))}%"
