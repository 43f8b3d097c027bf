"""How much of the hive there is: the places' own figures, or a share of them."""

from __future__ import annotations

from dataclasses import dataclass

RIDERS = 235  # 建阳 (facts/places.md): as many riders enrolled
STATIONS = 25
MERCHANTS = 118
SERVICES = 1200
WISHES = 60
ORDERS = 160  # 雨山: 97 claimed, more than 160 served
REDEEMED = 100
PROJECTS = 27  # 平湖: 27 services; 20+


@dataclass(frozen=True, slots=True)
class Scale:
    """Of everything the `share` that so many riders are of the places' 235."""

    riders: int

    @property
    def share(self) -> float:
        return self.riders / RIDERS

    def of(self, figure: int, least: int = 1) -> int:
        return max(round(figure * self.share), least)
