"""What came, what is to be said, and what stands in the chats."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Index,
    Integer,
    String,
    Table,
    Text,
    false,
    text,
)

from storage.columns import Instant
from storage.encryption.types import EncryptedJson, EncryptedPlainJson
from storage.tables.metadata import id_column, metadata
from storage.tables.partial import partial

seen = Table(
    "seen",
    metadata,
    Column("channel", String, primary_key=True),
    Column("external_id", String, primary_key=True),
    Column("at", Instant, nullable=False),
    Index("seen_at", "at"),
)

quarantine = Table(
    "quarantine",
    metadata,
    id_column(),
    Column("channel", String, nullable=False),
    Column("external_id", String, nullable=False),
    Column("raw", EncryptedPlainJson("quarantine.raw")),
    Column("error", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Column("replayed_at", Instant),
)

UNSENT = "state IN ('waiting','later','held')"
SENDING = "state = 'sending'"
outbox = Table(
    "outbox",
    metadata,
    id_column(),
    Column("channel", String, nullable=False),
    Column("chat", String, nullable=False),
    Column("lane", Integer, nullable=False),
    Column("state", String, nullable=False),
    Column("reply", EncryptedJson("outbox.reply"), nullable=False),
    Column("replaces", String, nullable=False),
    Column("case_id", BigInteger),
    Column("form_id", BigInteger),
    Column("about", String, nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("sent_at", Instant),
    Column("error", Text, nullable=False),
    partial(
        "outbox_unsent",
        "state",
        "due_at",
        where=text(UNSENT),
    ),
    partial(
        "outbox_replaced",
        "chat",
        "replaces",
        where=text(UNSENT),
    ),
    Index("outbox_made", "made_at"),
    partial(
        "outbox_sending",
        "id",
        where=text(SENDING),
    ),
)

offers = Table(
    "offers",
    metadata,
    Column("channel", String, primary_key=True),
    Column("chat", String, primary_key=True),
    Column("id", BigInteger, nullable=False),
    Column("choices", EncryptedJson("offers.choices"), nullable=False),
    Column("case_id", BigInteger),
    Column("by_number", Boolean, nullable=False),
    Column("notice", Boolean, nullable=False, server_default=false()),
    Column("earlier", EncryptedJson("offers.earlier")),
    Column("listed", Boolean, nullable=False, server_default=false()),
    Column("made_at", Instant, nullable=False),
)

quotas = Table(
    "quotas",
    metadata,
    Column("channel", String, primary_key=True),
    Column("chat", String, primary_key=True),
    Column("left", Integer, nullable=False),
    Column("until", Instant, nullable=False),
    Column("short_left", Integer, nullable=False),
    Column("short_until", Instant, nullable=False),
    Column("unwanted", Boolean, nullable=False, server_default=false()),
)

card_codes = Table(
    "card_codes",
    metadata,
    Column("channel", String, primary_key=True),
    Column("chat", String, primary_key=True),
    Column("task_id", String, primary_key=True),
    Column("code", String, primary_key=True),
    Column("until", Instant, nullable=False),
    Column("made_at", Instant, nullable=False),
    Index("card_codes_until", "until"),
)

sent_messages = Table(
    "sent_messages",
    metadata,
    Column("channel", String, primary_key=True),
    Column("chat", String, primary_key=True),
    Column("message_id", String, primary_key=True),
    Column("case_id", BigInteger),
    Column("form_id", BigInteger),
    Column("slot", String, nullable=False),
    Column("shape", String, nullable=False),
    partial(
        "sent_messages_by_case",
        "case_id",
        where=text("slot != ''"),
    ),
)
