"""The tables of casework: cases, who follows them, duty, deliberations, templates, settings and
the daily figures.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    false,
    text,
)

from storage.columns import Instant, Json

metadata = MetaData()


def id_column() -> Column[int]:
    return Column(
        "id",
        BigInteger().with_variant(Integer, "sqlite"),
        primary_key=True,
        autoincrement=False,
    )


cases = Table(
    "cases",
    metadata,
    id_column(),
    Column("number", String, nullable=False, unique=True),
    Column("kind", String, nullable=False),
    Column("category", String, nullable=False),
    Column("urgency", String, nullable=False),
    Column("state", String, nullable=False),
    Column("words", Text, nullable=False),
    Column("area", String, nullable=False),
    Column("lat", Float),
    Column("lon", Float),
    Column("place_words", Text, nullable=False),
    Column("filer_id", BigInteger),
    Column("assignee_id", BigInteger),
    Column("channel", String, nullable=False),
    Column("filed_at", Instant, nullable=False),
    Column("phase_at", Instant, nullable=False),
    Column("due_at", Instant),
    Column("accept_due", Instant, nullable=False),
    Column("resolve_due", Instant, nullable=False),
    Column("accepted_at", Instant),
    Column("resolved_at", Instant),
    Column("closed_at", Instant),
    Column("alarms", Integer, nullable=False),
    Column("raised", Integer, nullable=False),
    Column("reopened", Integer, nullable=False),
    Column("rating", Integer),
    Column("answer", Text, nullable=False),
    Column("privacy", String, nullable=False, server_default="open"),
    Column("supervision", String, nullable=False, server_default=""),
    Column("post", String, nullable=False, server_default=""),
    Column("office", String, nullable=False, server_default=""),
    Column("rule", String, nullable=False, server_default=""),
    Column("verify", Boolean, nullable=False, server_default=false()),
    Column("parent_id", BigInteger),
    Column("parts", Integer, nullable=False, server_default="0"),
    Column("merged_into", BigInteger),
    Column("linked", Json),
    Column("alike", Json),
    Column("joined", Integer, nullable=False, server_default="0"),
    Column("counts_from", Instant),
    Column("holds", Json),
    Column("first_due", Instant),
    Column("first_at", Instant),
    Column("extension_to", Instant),
    Column("extended_to", Instant),
    Column("touched_at", Instant),
    Column("accept_took", Float),
    Column("resolve_took", Float),
)

IS_OPEN = "state IN ('filed','assigned','in_progress','returned','reopened','held','verifying','deliberating')"
Index(
    "cases_open",
    cases.c.area,
    cases.c.due_at,
    sqlite_where=text(IS_OPEN),
    postgresql_where=text(IS_OPEN),
)
Index(
    "cases_carried",
    cases.c.assignee_id,
    cases.c.due_at,
    sqlite_where=text(IS_OPEN),
    postgresql_where=text(IS_OPEN),
)
Index("cases_by_filer", cases.c.filer_id, cases.c.filed_at)
Index("cases_by_area", cases.c.area, cases.c.filed_at)
Index("cases_filed", cases.c.filed_at)
Index(
    "cases_quiet",
    cases.c.touched_at,
    sqlite_where=text(IS_OPEN),
    postgresql_where=text(IS_OPEN),
)
Index(
    "cases_by_office",
    cases.c.office,
    cases.c.due_at,
    sqlite_where=text("office != ''"),
    postgresql_where=text("office != ''"),
)
HAS_PARENT = "parent_id IS NOT NULL"
Index(
    "cases_parts",
    cases.c.parent_id,
    sqlite_where=text(HAS_PARENT),
    postgresql_where=text(HAS_PARENT),
)
IS_MERGED = "merged_into IS NOT NULL"
Index(
    "cases_merged",
    cases.c.merged_into,
    sqlite_where=text(IS_MERGED),
    postgresql_where=text(IS_MERGED),
)

followers = Table(
    "followers",
    metadata,
    Column("case_id", BigInteger, primary_key=True),
    Column("person_id", BigInteger, primary_key=True),
    # the merged case that brought them, 0 for who joined by themselves
    Column("via", BigInteger, primary_key=True),
    Column("since", Instant, nullable=False),
    Index("followers_by_person", "person_id"),
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

polls = Table(
    "polls",
    metadata,
    Column("case_id", BigInteger, primary_key=True),
    Column("question", Text, nullable=False),
    Column("options", Json, nullable=False),
    Column("opened_by", BigInteger),
    Column("opened_at", Instant, nullable=False),
    Column("closed_at", Instant),
)

votes = Table(
    "votes",
    metadata,
    Column("case_id", BigInteger, primary_key=True),
    Column("person_id", BigInteger, primary_key=True),
    Column("choice", Integer, nullable=False),
)

templates = Table(
    "templates",
    metadata,
    id_column(),
    Column("area", String, nullable=False),
    Column("category", String, nullable=False),
    Column("words", Text, nullable=False),
    Column("made_by", BigInteger),
    Index("templates_by_category", "category"),
)

settings = Table(
    "settings",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", Json, nullable=False),
    Column("changed_by", BigInteger),
    Column("changed_at", Instant, nullable=False),
)

daily = Table(
    "daily",
    metadata,
    Column("day", Integer, primary_key=True),  # 20261121, local
    Column("area", String, primary_key=True),
    Column("kind", String, primary_key=True),
    Column("category", String, primary_key=True),
    Column("office", String, primary_key=True),
    Column("counts", Json, nullable=False),
    Index("daily_by_area", "area", "day"),
)
