"""The web chat's own memory."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Index, String, Table

from storage.columns import Instant
from storage.encryption.types import EncryptedJson
from storage.tables.metadata import id_column, metadata

web_logins = Table(
    "web_logins",
    metadata,
    Column("hash", String, primary_key=True),
    Column("chat", String, nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("seen_at", Instant),
    Column("device", String, nullable=False, server_default=""),
    Column("ended_at", Instant),
    Column("instead_of", String, nullable=False, server_default=""),
    Index("web_logins_by_chat", "chat"),
)

web_links = Table(
    "web_links",
    metadata,
    Column("hash", String, primary_key=True),
    Column("chat", String, nullable=False),
    Column("case_id", BigInteger),
    Column("expires_at", Instant, nullable=False),
    Column("used_at", Instant),
)

web_messages = Table(
    "web_messages",
    metadata,
    id_column(),
    Column("chat", String, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("mine", Boolean, nullable=False),
    Column("at", Instant, nullable=False),
    Column("body", EncryptedJson("web_messages.body"), nullable=False),
    Column("external_id", String, nullable=False),
    Index("web_messages_by_chat", "chat", "seq"),
    Index(
        "web_messages_sent",
        "chat",
        "external_id",
        unique=True,
    ),
)
