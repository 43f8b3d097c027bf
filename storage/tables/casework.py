"""What belongs to a case: its history, its followers, deliberations, and ready answers."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, String, Table, Text

from storage.columns import Instant, Json
from storage.tables.metadata import id_column, metadata

history = Table(
    "history",
    metadata,
    id_column(),
    Column("case_id", BigInteger, nullable=False),
    Column("at", Instant, nullable=False),
    Column("actor_id", BigInteger),
    Column("channel", String, nullable=False),
    Column("act", String, nullable=False),
    Column("state", String, nullable=False),
    Column("words", Text, nullable=False),
    Column("changed", Json, nullable=False),
    Index("history_by_case", "case_id", "id"),
)

followers = Table(
    "followers",
    metadata,
    Column("case_id", BigInteger, primary_key=True),
    Column("person_id", BigInteger, primary_key=True),
    # the merged case that brought them, 0 for who joined by themselves
    Column("via", BigInteger, primary_key=True),
    Column("since", Instant, nullable=False),
    Index("followers_by_person", "person_id"),
)

polls = Table(
    "polls",
    metadata,
    Column("case_id", BigInteger, primary_key=True),
    Column("question", Text, nullable=False),
    Column("options", Json, nullable=False),
    Column("opened_by", BigInteger),
    Column("opened_at", Instant, nullable=False),
    Column("closed_at", Instant),
)

votes = Table(
    "votes",
    metadata,
    Column("case_id", BigInteger, primary_key=True),
    Column("person_id", BigInteger, primary_key=True),
    Column("choice", Integer, nullable=False),
)

templates = Table(
    "templates",
    metadata,
    id_column(),
    Column("area", String, nullable=False),
    Column("category", String, nullable=False),
    Column("words", Text, nullable=False),
    Column("made_by", BigInteger),
    Index("templates_by_category", "category"),
)
