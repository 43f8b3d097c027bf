"""Areas, and the groups that belong to them."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, String, Table

from storage.columns import Instant, Json
from storage.tables.metadata import metadata

areas = Table(
    "areas",
    metadata,
    Column("code", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("level", String, nullable=False),
    Column("parent", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("polygon", Json),
    Column("tags", Json),
)

groups = Table(
    "groups",
    metadata,
    Column("channel", String, primary_key=True),
    Column("chat", String, primary_key=True),
    Column("area", String, nullable=False),
    Column("bound_by", BigInteger),
    Column("unreachable_at", Instant),
    Index(
        "groups_by_area",
        "channel",
        "area",
        unique=True,
    ),
)
