"""Every table, SQLAlchemy Core. Times are whole milliseconds since 1970 UTC, the same in both
dialects.
"""

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
    text,
)

from storage.case_tables import (
    IS_OPEN,
    cases,
    daily,
    duty,
    followers,
    id_column,
    metadata,
    polls,
    settings,
    templates,
    votes,
)
from storage.columns import Instant, Json, PlainJson

__all__ = [
    "IS_OPEN",
    "accounts",
    "areas",
    "audit",
    "cases",
    "counters",
    "daily",
    "duty",
    "followers",
    "forms",
    "grants",
    "groups",
    "history",
    "invitations",
    "media",
    "metadata",
    "outbox",
    "people",
    "polls",
    "quarantine",
    "seen",
    "sent_messages",
    "settings",
    "templates",
    "timers",
    "votes",
    "web_logins",
    "web_messages",
]

people = Table(
    "people",
    metadata,
    id_column(),
    Column("name", String, nullable=False),
    Column("language", String, nullable=False),
    Column("quiet", Json),
    Column("muted", Boolean, nullable=False),
    Column("last_area", String, nullable=False),
    Column("seen_at", Instant),
    Column("made_at", Instant, nullable=False),
    Column("forgotten_at", Instant),
    Column("away_until", Instant),
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
    Column("post", String, primary_key=True, server_default=""),
)

areas = Table(
    "areas",
    metadata,
    Column("code", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("level", String, nullable=False),
    Column("parent", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("polygon", Json),
    Column("tags", Json),
)

groups = Table(
    "groups",
    metadata,
    Column("channel", String, primary_key=True),
    Column("chat", String, primary_key=True),
    Column("area", String, nullable=False),
    Column("bound_by", BigInteger),
    Column("unreachable_at", Instant),
    Index("groups_by_area", "channel", "area", unique=True),
)

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
    Column("ref", Text, nullable=False),
    Column("name", String, nullable=False),
    Column("mime", String, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("sha", String, nullable=False),
    Column("status", String, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("due_at", Instant),
    Column("made_at", Instant, nullable=False),
    Column("dhash", BigInteger),
    Index("media_by_case", "case_id"),
    Index("media_by_line", "history_id"),
    Index(
        "media_wanted",
        "due_at",
        sqlite_where=text("status = 'wanted'"),
        postgresql_where=text("status = 'wanted'"),
    ),
    Index(
        "media_by_album",
        "album",
        sqlite_where=text("album != ''"),
        postgresql_where=text("album != ''"),
    ),
)

history = Table(
    "history",
    metadata,
    id_column(),
    Column("case_id", BigInteger, nullable=False),
    Column("at", Instant, nullable=False),
    Column("actor_id", BigInteger),
    Column("channel", String, nullable=False),
    Column("act", String, nullable=False),
    Column("state", String, nullable=False),
    Column("words", Text, nullable=False),
    Column("changed", Json, nullable=False),
    Index("history_by_case", "case_id", "id"),
)

forms = Table(
    "forms",
    metadata,
    id_column(),
    Column("channel", String, nullable=False),
    Column("chat", String, nullable=False),
    Column("person_id", BigInteger, nullable=False),
    Column("name", String, nullable=False),
    Column("answers", Json, nullable=False),
    Column("about", Json, nullable=False),
    Column("asking", String, nullable=False),
    Column("message_id", String, nullable=False),
    Column("nudged", Boolean, nullable=False),
    Column("started_at", Instant, nullable=False),
    Column("touched_at", Instant, nullable=False),
    Index("forms_by_chat", "channel", "chat"),
)

UNSENT = "state IN ('waiting','later','held')"
outbox = Table(
    "outbox",
    metadata,
    id_column(),
    Column("channel", String, nullable=False),
    Column("chat", String, nullable=False),
    Column("lane", Integer, nullable=False),
    Column("state", String, nullable=False),
    Column("reply", Json, nullable=False),
    Column("replaces", String, nullable=False),
    Column("case_id", BigInteger),
    Column("form_id", BigInteger),
    Column("about", String, nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("sent_at", Instant),
    Column("error", Text, nullable=False),
    Index(
        "outbox_unsent",
        "state",
        "due_at",
        sqlite_where=text(UNSENT),
        postgresql_where=text(UNSENT),
    ),
    Index(
        "outbox_replaced",
        "chat",
        "replaces",
        sqlite_where=text(UNSENT),
        postgresql_where=text(UNSENT),
    ),
    Index("outbox_made", "made_at"),
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
    Index(
        "sent_messages_by_case",
        "case_id",
        sqlite_where=text("slot != ''"),
        postgresql_where=text("slot != ''"),
    ),
)

timers = Table(
    "timers",
    metadata,
    Column("kind", String, primary_key=True),
    Column("subject", BigInteger, primary_key=True),
    Column("due_at", Instant, nullable=False),
    Index("timers_due", "due_at"),
)

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
    Column("raw", PlainJson),
    Column("error", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Column("replayed_at", Instant),
)

counters = Table(
    "counters",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", BigInteger, nullable=False),
)

invitations = Table(
    "invitations",
    metadata,
    Column("hash", String, primary_key=True),
    Column("role", String, nullable=False),
    Column("area", String, nullable=False),
    Column("post", String, nullable=False, server_default=""),
    Column("made_by", BigInteger),
    Column("expires_at", Instant, nullable=False),
    Column("used_by", BigInteger),
    Column("used_at", Instant),
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
)

web_logins = Table(
    "web_logins",
    metadata,
    Column("hash", String, primary_key=True),
    Column("chat", String, nullable=False, unique=True),
    Column("made_at", Instant, nullable=False),
)

web_messages = Table(
    "web_messages",
    metadata,
    id_column(),
    Column("chat", String, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("mine", Boolean, nullable=False),
    Column("at", Instant, nullable=False),
    Column("body", Json, nullable=False),
    Column("external_id", String, nullable=False),
    Index("web_messages_by_chat", "chat", "seq"),
    Index("web_messages_sent", "chat", "external_id", unique=True),
)
