"""The honey bank: transfers, their entries, and each account's balance as a guarded counter."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Index,
    String,
    Table,
)

from storage.columns import Instant
from storage.encryption.types import Encrypted
from storage.tables.metadata import id_column, metadata

point_transfers = Table(
    "point_transfers",
    metadata,
    id_column(),
    Column("key", String, nullable=False, unique=True),
    Column("why", String, nullable=False),
    Column("person_id", BigInteger),
    Column("case_id", BigInteger),
    # null for the clock
    Column("by", BigInteger),
    Column("at", Instant, nullable=False),
    Column("reverses", String, unique=True),
    Column("refused", String, nullable=False),
    Column("words", Encrypted("point_transfers.words"), nullable=False),
    Index("point_transfers_by_person", "person_id", "id"),
    Index("point_transfers_by_case", "case_id"),
)

point_entries = Table(
    "point_entries",
    metadata,
    Column("transfer_id", BigInteger, primary_key=True, autoincrement=False),
    Column("account", String, primary_key=True),
    Column("amount", BigInteger, nullable=False),
    Index("point_entries_by_account", "account"),
)

point_accounts = Table(
    "point_accounts",
    metadata,
    Column("account", String, primary_key=True),
    Column("balance", BigInteger, nullable=False),
    Column("may_be_negative", Boolean, nullable=False),
    CheckConstraint("balance >= 0 OR may_be_negative", name="never_below_zero"),
)
