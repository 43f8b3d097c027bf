"""Needs, resources, services and projects: one table, with what is left as a guarded counter."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Index,
    Integer,
    String,
    Table,
    Text,
    text,
)

from storage.columns import Instant, Json
from storage.encryption.types import Encrypted
from storage.tables.metadata import id_column, metadata
from storage.tables.partial import partial

CODED = text("code <> '' AND state = 'open'")
RUNNING = text("kind = 'project' AND state = 'open'")

listings = Table(
    "listings",
    metadata,
    id_column(),
    Column("kind", String, nullable=False),
    Column("state", String, nullable=False),
    Column("words", Text, nullable=False),
    Column("category", String, nullable=False),
    Column("areas", Json, nullable=False),
    Column("times", String, nullable=False),
    Column("capacity", Integer, nullable=False),
    Column("left", Integer, nullable=False),
    Column("since", Instant, nullable=False),
    Column("until", Instant, nullable=False),
    Column("whose_id", BigInteger),
    # of whom we do not know, in words
    Column("whose", Encrypted("listings.whose"), nullable=False),
    Column("keeper_id", BigInteger),
    Column("case_id", BigInteger),
    Column("need_id", BigInteger),
    Column("resource_id", BigInteger),
    Column("looked", Integer, nullable=False),
    Column("note", Encrypted("listings.note"), nullable=False),
    Column("code", String, nullable=False),
    Column("filed_at", Instant, nullable=False),
    CheckConstraint('"left" >= 0', name="listing_left_never_below_zero"),
    Index("listings_by_state", "state", "kind"),
    Index("listings_by_need", "need_id"),
    Index("listings_by_whose", "whose_id"),
    Index("listings_by_keeper", "keeper_id"),
    partial(
        "listings_one_open_a_code",
        "code",
        unique=True,
        where=CODED,
    ),
    partial(
        "listings_one_project_a_pair",
        "need_id",
        "resource_id",
        unique=True,
        where=RUNNING,
    ),
)
