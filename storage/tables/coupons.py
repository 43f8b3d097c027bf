"""Merchants, their offers with what is left as a guarded counter, and coupons by one key each."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Index,
    Integer,
    String,
    Table,
    UniqueConstraint,
)

from storage.columns import Instant, Json
from storage.tables.metadata import id_column, metadata

merchants = Table(
    "merchants",
    metadata,
    Column("code", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("area", String, nullable=False),
    Column("place", String, nullable=False),
    # who is loaded no more stays for the coupons that are out
    Column("offered", Boolean, nullable=False),
)

merchant_keepers = Table(
    "merchant_keepers",
    metadata,
    Column("merchant", String, primary_key=True),
    Column("person_id", BigInteger, primary_key=True, autoincrement=False),
    Index("merchant_keepers_by_person", "person_id"),
)

merchant_invitations = Table(
    "merchant_invitations",
    metadata,
    Column("hash", String, primary_key=True),
    Column("merchant", String, nullable=False),
    Column("made_by", BigInteger, nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("used_at", Instant),
)

coupon_offers = Table(
    "coupon_offers",
    metadata,
    id_column(),
    Column("code", String, nullable=False, unique=True),
    Column("merchant", String, nullable=False),
    Column("what", String, nullable=False),
    Column("a_day", Integer, nullable=False),
    # null: without end
    Column("supplied", Integer),
    Column("left", Integer),
    # null: always
    Column("hours", Json),
    # local days, as 2026-11-26
    Column("until", String),
    Column("paused_on", String),
    Column("offered", Boolean, nullable=False),
    CheckConstraint('"left" >= 0', name="never_more_than_offered"),
    Index("coupon_offers_by_merchant", "merchant"),
)

coupons = Table(
    "coupons",
    metadata,
    id_column(),
    Column("offer", String, nullable=False),
    Column("merchant", String, nullable=False),
    # null once nobody is to know any more whose it was
    Column("person_id", BigInteger),
    Column("day", String, nullable=False),
    # which of so many that one person may take on one day
    Column("slot", Integer, nullable=False),
    Column("state", String, nullable=False),
    Column("at", Instant, nullable=False),
    Column("until", Instant, nullable=False),
    Column("used_at", Instant),
    Column("how", String),
    Column("noticed", Boolean, nullable=False),
    UniqueConstraint("offer", "person_id", "day", "slot", name="coupons_so_many_a_day"),
    Index("coupons_by_merchant", "merchant", "until"),
    Index("coupons_by_person", "person_id"),
)
