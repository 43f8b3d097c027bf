"""What an office may set about needs, resources, projects and orders."""

from __future__ import annotations

from dataclasses import dataclass, field

from domain.matching.fields import Fields, usual_fields


@dataclass(frozen=True, slots=True)
class Terms:
    """Days: of a listing that names no other day, of any at most (facts, R5.4), of a project, of
    an order that nobody has claimed. `orders` are those of one person at a time. `fields` are what
    listings are about. Ours where no source is.
    """

    days: int = 30
    most_days: int = 366
    project_days: int = 14
    order_days: int = 7
    orders: int = 3
    fields: Fields = field(default_factory=usual_fields)
