"""Gifts with what is left of each as a guarded counter, and the orders for them."""

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
    text,
)

from storage.columns import Instant
from storage.tables.metadata import id_column, metadata
from storage.tables.partial import partial

gifts = Table(
    "gifts",
    metadata,
    Column("code", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("points", Integer, nullable=False),
    Column("supplied", Integer, nullable=False),
    Column("left", Integer, nullable=False),
    Column("area", String, nullable=False),
    Column("keeper", String, nullable=False),
    Column("place", String, nullable=False),
    # what is offered no more stays for the orders that are open
    Column("offered", Boolean, nullable=False),
    CheckConstraint('"left" >= 0', name="never_more_than_there_are"),
)

UNENDED = text("ended_at IS NULL")
gift_orders = Table(
    "gift_orders",
    metadata,
    id_column(),
    Column("gift", String, nullable=False),
    Column("person_id", BigInteger),
    Column("points", Integer, nullable=False),
    Column("code", String, nullable=False),
    Column("state", String, nullable=False),
    Column("at", Instant, nullable=False),
    Column("until", Instant, nullable=False),
    Column("noticed", Boolean, nullable=False),
    Column("ended_at", Instant),
    Column("by", BigInteger),
    partial(
        "gift_orders_one_a_person",
        "person_id",
        "gift",
        unique=True,
        where=UNENDED,
    ),
    partial(
        "gift_orders_by_code",
        "code",
        unique=True,
        where=UNENDED,
    ),
    # ended ones too: a second scan says when it was handed over
    Index("gift_orders_by_figures", "code", "id"),
    Index("gift_orders_by_person", "person_id", "id"),
)
