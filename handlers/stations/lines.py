"""What is said of a station: how far, until when, what is there, how to get in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from math import ceil

from domain.stations.nearest import Near
from domain.stations.reports import Verdict
from domain.stations.standing import Standing
from domain.stations.station import Station
from handlers.casework import phrases
from handlers.dialog.turn import Turn
from handlers.texts.sentences import Safe

STEP = 50
"""Metres: three distances told to the metre would be the asker's place."""
KILOMETRE = 1000
ROUGH = 20 * KILOMETRE
"""Metres: beyond them nobody asks for tenths of a kilometre."""
MINUTE = timedelta(minutes=1)

Verdicts = Mapping[str, Verdict]
"""By the station's code."""


def headline(turn: Turn, near: Near) -> Safe:
    """'万福驿站 · 约 350 米 · 开到今天 18:00'."""
    return turn.say(
        "station-headline",
        name=near.station.name,
        far=far(turn, near.metres),
        open=stands(turn, near.standing),
    )


def far(turn: Turn, metres: float) -> str:
    steps = max(1, round(metres / STEP))
    if steps * STEP < KILOMETRE:
        return turn.label(
            "station-metres",
            metres=str(steps * STEP),
        )
    figures = 0 if metres > ROUGH else 1
    return turn.label(
        "station-kilometres",
        kilometres=f"{metres / KILOMETRE:.{figures}f}",
    )


def stands(turn: Turn, standing: Standing) -> str:
    """Until when it is open, or when it opens; what nobody knows is said to be so."""
    if standing.open is None:
        return turn.label("station-hours-unknown")
    if standing.open:
        return _until(turn, standing)
    if standing.opens is None:
        return turn.label("station-closed")
    return turn.label(
        "station-opens",
        when=_when(turn, standing.opens),
    )


def _until(turn: Turn, standing: Standing) -> str:
    if standing.until is None:
        return turn.label("station-always")
    when = _when(turn, standing.until)
    left = standing.left(turn.unit.now)
    if left is None:
        return turn.label("station-until", when=when)
    minutes = ceil(left / MINUTE)
    return turn.label(
        "station-left",
        minutes=minutes,
        when=when,
    )


def _when(turn: Turn, at: datetime) -> str:
    return phrases.when(
        turn.language,
        at,
        turn.unit.now,
        turn.setup,
    )


def inside(turn: Turn, station: Station) -> Iterator[Safe]:
    """What is there, and how one gets in; nothing of what is not known."""
    if station.amenities:
        yield turn.say(
            "station-there",
            what=amenities(turn, station),
        )
    entry = how_in(turn, station)
    if entry:
        yield turn.say("station-how-in", how=entry)


def amenities(turn: Turn, station: Station) -> str:
    names = (amenity(turn, one) for one in station.amenities)
    return turn.label("station-between").join(names)


def amenity(turn: Turn, code: str) -> str:
    return turn.label(f"amenity-{code.replace('_', '-')}")


def how_in(turn: Turn, station: Station) -> str:
    way = turn.label(f"entry-{station.entry}") if station.entry else ""
    parts = [part for part in (way, station.entry_note) if part]
    return turn.label("station-and").join(parts)


def said(turn: Turn, told: Verdict) -> Safe:
    """'一位骑手 12 分钟前说：满了': a press is told as what it is."""
    who = "station-said-several" if told.agreed else "station-said-one"
    minutes = (turn.unit.now - told.at) // MINUTE
    return turn.say(
        who,
        minutes=max(1, minutes),
        what=turn.label(f"station-is-{told.what}"),
    )


def passed_over(
    turn: Turn,
    near: Sequence[Near],
    told: Verdicts,
) -> Iterator[Safe]:
    """One line of what is nearer but closed, each with when it opens; unknown is not closed."""
    closed, unknown = [], []
    for one in near:
        doubted = one.station.code in told and told[one.station.code].agreed
        if one.standing.open is None and not doubted:
            unknown.append(_short(turn, one))
        else:
            closed.append(_short(turn, one, told.get(one.station.code)))
    if closed:
        yield turn.say(
            "station-nearer",
            stations=turn.label("station-then").join(closed),
        )
    if unknown:
        yield turn.say(
            "station-nearer-unknown",
            stations=turn.label("station-then").join(unknown),
        )


def _short(turn: Turn, near: Near, told: Verdict | None = None) -> str:
    if told is not None and told.agreed and near.standing.open is not False:
        return turn.label(
            "station-nearer-one",
            name=near.station.name,
            far=far(turn, near.metres),
            open=turn.label(f"station-riders-say-{told.what}"),
        )
    if near.standing.open is None:
        return turn.label(
            "station-nearer-far",
            name=near.station.name,
            far=far(turn, near.metres),
        )
    return turn.label(
        "station-nearer-one",
        name=near.station.name,
        far=far(turn, near.metres),
        open=stands(turn, near.standing),
    )


def filter_name(turn: Turn, name: str) -> str:
    return turn.label(f"station-filter-{name.replace('_', '-')}")
