"""Pictures, voice and files."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, String, Table, text

from storage.columns import Instant
from storage.encryption.types import Encrypted, EncryptedText
from storage.tables.metadata import id_column, metadata
from storage.tables.partial import partial

media = Table(
    "media",
    metadata,
    id_column(),
    Column("case_id", BigInteger),
    Column("history_id", BigInteger),
    Column("form_id", BigInteger),
    Column("channel", String, nullable=False),
    Column("chat", String, nullable=False),
    Column("album", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("ref", EncryptedText("media.ref"), nullable=False),
    Column("name", Encrypted("media.name"), nullable=False),
    Column("mime", String, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("sha", String, nullable=False),
    Column("status", String, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("due_at", Instant),
    Column("made_at", Instant, nullable=False),
    Column("dhash", BigInteger),
    Column("seconds", Integer, nullable=False, server_default="0"),
    Column("faults", Integer, nullable=False, server_default="0"),
    Index("media_by_case", "case_id"),
    Index("media_by_line", "history_id"),
    partial(
        "media_wanted",
        "due_at",
        where=text("status = 'wanted'"),
    ),
    partial(
        "media_by_album",
        "album",
        where=text("album != ''"),
    ),
)
