"""A node of the area tree, and the offices beside it."""

from __future__ import annotations

from dataclasses import dataclass

OFFICE = "office"  # the level of a node that is no area but an office beside the tree


@dataclass(frozen=True, slots=True)
class Area:
    """A node of the area tree. `level` is the level's configured name, `polygon` GeoJSON
    coordinates or None.

    An office (城管, 公安, …) is a node of level "office" without a polygon: its people and groups
    are bound like a grid's, and cases are sent to it by rules and by hand. `tags` are trades
    (catering, courier, …).
    """

    code: str
    name: str
    level: str
    parent: str = ""
    polygon: tuple[object, ...] | None = None
    kind: str = "Polygon"
    tags: tuple[str, ...] = ()

    @property
    def is_office(self) -> bool:
        return self.level == OFFICE
