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
    than the last of them.
    """

    shown: tuple[Near, ...] = ()
    passed_over: tuple[Near, ...] = ()


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
    near = [
        Near(one, distance(one.place, place), stands(one))
        for one in stations
        if offers(one, wanted)
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
