"""Cases, and what says by itself which of them are open."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    Index,
    Integer,
    String,
    Table,
    Text,
    false,
    text,
)

from storage.columns import Instant, Json
from storage.tables.metadata import id_column, metadata
from storage.tables.partial import partial

cases = Table(
    "cases",
    metadata,
    id_column(),
    Column(
        "number",
        String,
        nullable=False,
        unique=True,
    ),
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
    Column(
        "privacy",
        String,
        nullable=False,
        server_default="open",
    ),
    Column(
        "supervision",
        String,
        nullable=False,
        server_default="",
    ),
    Column(
        "post",
        String,
        nullable=False,
        server_default="",
    ),
    Column(
        "office",
        String,
        nullable=False,
        server_default="",
    ),
    Column(
        "rule",
        String,
        nullable=False,
        server_default="",
    ),
    Column(
        "verify",
        Boolean,
        nullable=False,
        server_default=false(),
    ),
    Column("parent_id", BigInteger),
    Column(
        "parts",
        Integer,
        nullable=False,
        server_default="0",
    ),
    Column("merged_into", BigInteger),
    Column("linked", Json),
    Column("alike", Json),
    Column(
        "joined",
        Integer,
        nullable=False,
        server_default="0",
    ),
    Column("counts_from", Instant),
    Column("holds", Json),
    Column("first_due", Instant),
    Column("first_at", Instant),
    Column("extension_to", Instant),
    Column("extended_to", Instant),
    Column("touched_at", Instant),
    Column("accept_took", Float),
    Column("resolve_took", Float),
    Column(
        "sealed",
        Boolean,
        nullable=False,
        server_default=false(),
    ),
)

PASSED_ON = cases.c.sealed.is_(False)
"""All but the reports about shops that wait for the morning's batch: what any list, figure or
register of the staff's is of.
"""


IS_OPEN = (
    "state IN ('filed','assigned','in_progress','returned','reopened',"
    "'held','verifying','deliberating')"
)
WEIGHS = "(kind <> 'wish' OR extended_to IS NULL)"
"""A wish that waits on the list asks nothing of whoever carries it."""

partial(
    "cases_open",
    cases.c.area,
    cases.c.due_at,
    where=text(IS_OPEN),
)
partial(
    "cases_carried",
    cases.c.assignee_id,
    cases.c.due_at,
    where=text(IS_OPEN),
)
Index("cases_by_filer", cases.c.filer_id, cases.c.filed_at)
Index("cases_by_area", cases.c.area, cases.c.filed_at)
Index("cases_filed", cases.c.filed_at)
partial(
    "cases_quiet",
    cases.c.touched_at,
    where=text(IS_OPEN),
)
partial(
    "cases_open_office",
    cases.c.office,
    cases.c.due_at,
    where=text(f"office != '' AND {IS_OPEN}"),
)
HAS_PARENT = "parent_id IS NOT NULL"
partial(
    "cases_parts",
    cases.c.parent_id,
    where=text(HAS_PARENT),
)
IS_MERGED = "merged_into IS NOT NULL"
partial(
    "cases_merged",
    cases.c.merged_into,
    where=text(IS_MERGED),
)
