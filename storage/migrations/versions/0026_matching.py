"""needs, resources, services and projects: one table, with what is left as a guarded counter"""

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0026"
down_revision = "0025"


def upgrade() -> None:
    op.create_table(
        "listings",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("category", sa.String(), nullable=False),
        sa.Column("areas", storage.columns.Json(), nullable=False),
        sa.Column("times", sa.String(), nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=False),
        sa.Column("left", sa.Integer(), nullable=False),
        sa.Column("since", storage.columns.Instant(), nullable=False),
        sa.Column("until", storage.columns.Instant(), nullable=False),
        sa.Column("whose_id", sa.BigInteger()),
        sa.Column("whose", sa.String(), nullable=False),
        sa.Column("keeper_id", sa.BigInteger()),
        sa.Column("case_id", sa.BigInteger()),
        sa.Column("need_id", sa.BigInteger()),
        sa.Column("resource_id", sa.BigInteger()),
        sa.Column("looked", sa.Integer(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("filed_at", storage.columns.Instant(), nullable=False),
        sa.CheckConstraint('"left" >= 0', name="listing_left_never_below_zero"),
    )
    op.create_index("listings_by_state", "listings", ["state", "kind"])
    op.create_index("listings_by_need", "listings", ["need_id"])
    op.create_index("listings_by_whose", "listings", ["whose_id"])
    op.create_index("listings_by_keeper", "listings", ["keeper_id"])
    running = "kind = 'project' AND state = 'open'"
    _unique("listings_one_project_a_pair", ["need_id", "resource_id"], running)
    _unique("listings_one_open_a_code", ["code"], "code <> '' AND state = 'open'")


def _unique(name: str, columns: list[str], where: str) -> None:
    """Among the rows of which this is true."""
    only = sa.text(where)
    op.create_index(
        name,
        "listings",
        columns,
        unique=True,
        sqlite_where=only,
        postgresql_where=only,
    )
