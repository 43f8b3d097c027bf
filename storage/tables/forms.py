"""Open forms."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Index, String, Table

from storage.columns import Instant, Json
from storage.tables.metadata import id_column, metadata

forms = Table(
    "forms",
    metadata,
    id_column(),
    Column("channel", String, nullable=False),
    Column("chat", String, nullable=False),
    Column("person_id", BigInteger, nullable=False),
    Column("name", String, nullable=False),
    Column("answers", Json, nullable=False),
    Column("about", Json, nullable=False),
    Column("asking", String, nullable=False),
    Column("message_id", String, nullable=False),
    Column("nudged", Boolean, nullable=False),
    Column("started_at", Instant, nullable=False),
    Column("touched_at", Instant, nullable=False),
    Index("forms_by_chat", "channel", "chat"),
)
