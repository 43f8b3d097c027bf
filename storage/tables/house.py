"""What the house itself keeps: lease, names of keys, timers, counters, settings, audit log."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, String, Table

from storage.columns import Instant, Json
from storage.tables.metadata import metadata

lease = Table(
    "lease",
    metadata,
    # the key, so that PostgreSQL lets `until` be renewed beside a Unit, but not the number
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("holder", String, nullable=False),
    # by the database's own clock
    Column("until", Instant, nullable=False),
)

encryption_keys = Table(
    "encryption_keys",
    metadata,
    Column("id", String, primary_key=True),
    # whether there may be rows of before there were keys
    Column("plain", Boolean, nullable=False),
)

timers = Table(
    "timers",
    metadata,
    Column("kind", String, primary_key=True),
    Column("subject", BigInteger, primary_key=True),
    Column("due_at", Instant, nullable=False),
    Column("tries", Integer, nullable=False, server_default="0"),
    Index("timers_due", "due_at"),
)

counters = Table(
    "counters",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", BigInteger, nullable=False),
)

settings = Table(
    "settings",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", Json, nullable=False),
    Column("changed_by", BigInteger),
    Column("changed_at", Instant, nullable=False),
)

audit = Table(
    "audit",
    metadata,
    # The database counts here: `gridbee invite` writes beside a running house.
    Column(
        "id",
        BigInteger().with_variant(Integer, "sqlite"),
        primary_key=True,
        autoincrement=True,
    ),
    Column("at", Instant, nullable=False),
    Column("actor_id", BigInteger),
    Column("act", String, nullable=False),
    Column("detail", Json, nullable=False),
    Index("audit_at", "at"),
)
