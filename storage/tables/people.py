"""People: who they are, how they are reached, what they may do and when they are on duty."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, String, Table

from storage.columns import Instant, Json
from storage.encryption.types import Encrypted
from storage.tables.metadata import id_column, metadata

people = Table(
    "people",
    metadata,
    id_column(),
    Column("name", Encrypted("people.name"), nullable=False),
    Column("language", String, nullable=False),
    Column("quiet", Json),
    Column("muted", Boolean, nullable=False),
    Column("last_area", String, nullable=False),
    Column("last_filed_at", Instant),
    Column("seen_at", Instant),
    Column("made_at", Instant, nullable=False),
    Column("forgotten_at", Instant),
    Column("away_from", Instant),
    Column("away_until", Instant),
    Column("stand_in", BigInteger),
    Column("digest", Integer),
)

accounts = Table(
    "accounts",
    metadata,
    Column("channel", String, primary_key=True),
    Column("chat", String, primary_key=True),
    Column("person_id", BigInteger, nullable=False),
    Column("unreachable_at", Instant),
    Index("accounts_by_person", "person_id"),
)

grants = Table(
    "grants",
    metadata,
    Column("person_id", BigInteger, primary_key=True),
    Column("role", String, primary_key=True),
    Column("area", String, primary_key=True),
    Column(
        "post",
        String,
        primary_key=True,
        server_default="",
    ),
)

invitations = Table(
    "invitations",
    metadata,
    Column("hash", String, primary_key=True),
    Column("role", String, nullable=False),
    Column("area", String, nullable=False),
    Column(
        "post",
        String,
        nullable=False,
        server_default="",
    ),
    Column("made_by", BigInteger),
    Column("expires_at", Instant, nullable=False),
    Column("used_by", BigInteger),
    Column("used_at", Instant),
)

door_codes = Table(
    "door_codes",
    metadata,
    Column("hash", String, primary_key=True),
    Column("person_id", BigInteger, nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("used_at", Instant),
)

open_ids = Table(
    "open_ids",
    metadata,
    Column("open_id", String, primary_key=True),
    Column("userid", String, nullable=False),
    Index("open_ids_by_userid", "userid"),
)

duty = Table(
    "duty",
    metadata,
    id_column(),
    Column("person_id", BigInteger, nullable=False),
    Column("area", String, nullable=False),
    Column("starts_at", Instant, nullable=False),
    Column("ends_at", Instant, nullable=False),
    Index("duty_ends", "ends_at"),
)
