"""The daily figures."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, String, Table

from storage.columns import Json
from storage.tables.metadata import metadata

daily = Table(
    "daily",
    metadata,
    Column("day", Integer, primary_key=True),  # 20261121, local
    Column("area", String, primary_key=True),
    Column("kind", String, primary_key=True),
    Column("category", String, primary_key=True),
    Column("office", String, primary_key=True),
    Column("counts", Json, nullable=False),
    Index("daily_by_area", "area", "day"),
)
