"""Which stations somebody hears of: the nearest that are open, and what is nearer but is not."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass

from domain.distance import distance
from domain.messages import Place
from domain.stations.standing import Standing
from domain.stations.station import Station, offers

MOST = 3
"""Stations of one answer, and closed ones of its last line (facts/community.md R1.2)."""

LEAST_LIMIT = 10_000.0
"""Metres: half an hour's ride is no rest any more (ours)."""

Stands = Callable[[Station], Standing]


@dataclass(frozen=True, slots=True)
class Near:
    """A station and how far it is, in metres as the crow flies."""

    station: Station
    metres: float
    standing: Standing


@dataclass(frozen=True, slots=True)
class Answer:
    """`shown` are open now, or of unknown hours where fewer are open; `passed_over` are nearer
    than the last of them. `beyond` are the metres to the nearest of all stations where that is
    too far for anybody to go.
    """

    shown: tuple[Near, ...] = ()
    passed_over: tuple[Near, ...] = ()
    beyond: float | None = None


def nearest(
    stations: Iterable[Station],
    place: Place,
    wanted: str,
    stands: Stands,
    doubted: Container[str] = (),
) -> Answer:
    """The answer to somebody who stands at `place` and wants what this filter names, '' for
    anything. What riders agree is closed or full, `doubted` by its code, is passed over.
    """
    known = [(distance(one.place, place), one) for one in stations]
    closest = min((metres for metres, _ in known), default=0.0)
    most = limit(one.place for _, one in known)
    if closest > most:
        return Answer(beyond=closest)
    near = [
        Near(one, metres, stands(one))
        for metres, one in known
        if metres <= most and offers(one, wanted)
    ]
    near.sort(key=lambda one: (one.metres, one.station.code))
    trusted = [one for one in near if one.station.code not in doubted]
    are_open = [one for one in trusted if one.standing.open]
    unknown = [one for one in trusted if one.standing.open is None]
    shown = (are_open[:MOST] + unknown)[:MOST]
    farthest = max((one.metres for one in shown), default=float("inf"))
    others = [one for one in near if one not in shown and one.metres <= farthest]
    not_open = [
        one for one in others if not one.standing.open or one.station.code in doubted
    ]
    return Answer(tuple(shown), tuple(not_open[:MOST]))


def limit(places: Iterable[Place]) -> float:
    """How far, in metres, somebody may be from a station to be sent there: as far as the stations
    lie apart, corner to corner, and `LEAST_LIMIT` where they lie close together.
    """
    found = list(places)
    if not found:
        return LEAST_LIMIT
    south, *_, north = sorted(one.lat for one in (*found, found[0]))
    west, *_, east = sorted(one.lon for one in (*found, found[0]))
    across = distance(Place(south, west), Place(north, east))
    return max(LEAST_LIMIT, across)
