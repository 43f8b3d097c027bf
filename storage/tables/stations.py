"""Rest stations, and what riders said of them lately."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    Index,
    Integer,
    String,
    Table,
)

from storage.columns import Instant, Json
from storage.encryption.types import Encrypted
from storage.tables.metadata import id_column, metadata

stations = Table(
    "stations",
    metadata,
    id_column(),
    Column("code", String, nullable=False, unique=True),
    Column("name", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("area", String, nullable=False),
    Column("lat", Float, nullable=False),
    Column("lon", Float, nullable=False),
    # null while nobody knows them
    Column("hours", Json),
    Column("amenities", Json),
    Column("entry", String, nullable=False),
    Column("entry_note", String, nullable=False),
    Column("seats", Integer),
    Column("keeper", String, nullable=False),
    Column("phone", Encrypted("stations.phone"), nullable=False),
    Column("phone_shown", Boolean, nullable=False),
    Column("photo", BigInteger),
)

station_reports = Table(
    "station_reports",
    metadata,
    Column("station", String, primary_key=True),
    Column("person_id", BigInteger, primary_key=True, autoincrement=False),
    Column("what", String, nullable=False),
    Column("at", Instant, nullable=False),
    Column("until", Instant, nullable=False),
)
Index("station_reports_by_person", station_reports.c.person_id)
