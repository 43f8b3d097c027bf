"""Places with names, and what riders called the points that they sent."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Float, Index, String, Table

from storage.columns import Instant, Json
from storage.tables.metadata import id_column, metadata

places = Table(
    "places",
    metadata,
    id_column(),
    Column("name", String, nullable=False),
    Column("aliases", Json),
    Column("kind", String, nullable=False),
    # as the file says it; '' where only the point tells it
    Column("area", String, nullable=False),
    Column("lat", Float),
    Column("lon", Float),
)

place_uses = Table(
    "place_uses",
    metadata,
    # the normal form of the words: one name, however it was written
    Column("form", String, primary_key=True),
    Column("person_id", BigInteger, primary_key=True, autoincrement=False),
    Column("words", String, nullable=False),
    Column("lat", Float, nullable=False),
    Column("lon", Float, nullable=False),
    Column("at", Instant, nullable=False),
)
Index("place_uses_by_person", place_uses.c.person_id)
Index("place_uses_by_time", place_uses.c.at)
