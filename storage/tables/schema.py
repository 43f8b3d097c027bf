"""The whole schema: the metadata once every noun's tables are in it."""

from __future__ import annotations

from storage.tables import (
    areas,
    cases,
    casework,
    coupons,
    figures,
    forms,
    gifts,
    house,
    matching,
    media,
    members,
    messages,
    people,
    places,
    points,
    stations,
    web,
    wishes,
)
from storage.tables.metadata import metadata

__all__ = ["NOUNS", "metadata"]

NOUNS = (
    areas,
    cases,
    casework,
    coupons,
    figures,
    forms,
    gifts,
    house,
    matching,
    media,
    members,
    messages,
    people,
    places,
    points,
    stations,
    web,
    wishes,
)
