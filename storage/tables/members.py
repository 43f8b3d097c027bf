"""Mobile grid members: a row for each post that somebody applied for, their usual grids, and
the errands to which members are called.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Index,
    Integer,
    String,
    Table,
    Text,
    text,
)

from storage.columns import Instant
from storage.tables.metadata import id_column, metadata
from storage.tables.partial import partial

LIVE = text("state IN ('applied', 'member', 'resting')")
APPLIED = text("state = 'applied'")

members = Table(
    "members",
    metadata,
    id_column(),
    Column("person_id", BigInteger, nullable=False),
    # the home grid
    Column("area", String, nullable=False),
    Column("post", String, nullable=False),
    # which of so many posts that one person may have at a time
    Column("slot", Integer, nullable=False),
    Column("state", String, nullable=False),
    Column("applied_at", Instant, nullable=False),
    Column("since", Instant, nullable=False),
    Column("looked", Integer, nullable=False),
    Column("decided_by", BigInteger),
    Index("members_by_area", "area", "state"),
    Index("members_by_person", "person_id"),
    Index("members_by_decider", "decided_by"),
    partial(
        "members_so_many_a_person",
        "person_id",
        "slot",
        unique=True,
        where=LIVE,
    ),
    partial(
        "members_one_a_post",
        "person_id",
        "post",
        unique=True,
        where=LIVE,
    ),
    partial(
        "members_one_application_a_grid",
        "person_id",
        "area",
        unique=True,
        where=APPLIED,
    ),
)

member_grids = Table(
    "member_grids",
    metadata,
    Column(
        "member_id",
        BigInteger,
        primary_key=True,
        autoincrement=False,
    ),
    Column("area", String, primary_key=True),
    Index("member_grids_by_area", "area"),
)

errands = Table(
    "errands",
    metadata,
    id_column(),
    Column("area", String, nullable=False),
    Column("words", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Column("wanted", Integer, nullable=False),
    Column("missing", Integer, nullable=False),
    Column("by", BigInteger),
    Column("made_at", Instant, nullable=False),
    Column("state", String, nullable=False),
    CheckConstraint("missing >= 0 AND missing <= wanted", name="errands_never_below"),
    Index("errands_by_area", "area", "state"),
)

errand_takers = Table(
    "errand_takers",
    metadata,
    Column(
        "errand_id",
        BigInteger,
        primary_key=True,
        autoincrement=False,
    ),
    Column("person_id", BigInteger, primary_key=True),
    Column("at", Instant, nullable=False),
    Index("errand_takers_by_person", "person_id"),
)
