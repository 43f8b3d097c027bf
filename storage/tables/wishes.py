"""Wishes that were screened, and who has claimed them: one open claim a wish."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Index,
    Integer,
    String,
    Table,
    Text,
    text,
)

from storage.columns import Instant
from storage.tables.metadata import metadata
from storage.tables.partial import partial

wishes = Table(
    "wishes",
    metadata,
    Column("case_id", BigInteger, primary_key=True),
    Column("state", String, nullable=False),
    Column("words", Text, nullable=False),
    Column("area", String, nullable=False),
    Column("screened_by", BigInteger),
    Column("screened_at", Instant, nullable=False),
    Column("since", Instant, nullable=False),
    Column("published_at", Instant),
    Column("until", Instant),
    Column("looked", Integer, nullable=False),
    Column("place", Text, nullable=False),
    Column("received_at", Instant),
    Column("thanks", Text, nullable=False),
    Index("wishes_by_area", "state", "area"),
)

UNENDED = text("ended_at IS NULL")
wish_claims = Table(
    "wish_claims",
    metadata,
    Column("case_id", BigInteger, primary_key=True),
    # the how-manieth claim of this wish, from 1
    Column("number", Integer, primary_key=True),
    Column("claimer_id", BigInteger),
    # which of so many that one person may have at a time
    Column("slot", Integer, nullable=False),
    Column("office", String, nullable=False),
    Column("at", Instant, nullable=False),
    Column("until", Instant, nullable=False),
    Column("ended_at", Instant),
    partial(
        "wish_claims_one_a_wish",
        "case_id",
        unique=True,
        where=UNENDED,
    ),
    partial(
        "wish_claims_so_many_a_person",
        "claimer_id",
        "slot",
        unique=True,
        where=UNENDED,
    ),
)
