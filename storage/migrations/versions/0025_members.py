"""mobile grid members, their usual grids, and errands"""

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0025"
down_revision = "0023"

LIVE = "state IN ('applied', 'member', 'resting')"
APPLIED = "state = 'applied'"


def upgrade() -> None:
    op.create_table(
        "members",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("area", sa.String(), nullable=False),
        sa.Column("post", sa.String(), nullable=False),
        sa.Column("slot", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("applied_at", storage.columns.Instant(), nullable=False),
        sa.Column("since", storage.columns.Instant(), nullable=False),
        sa.Column("looked", sa.Integer(), nullable=False),
        sa.Column("decided_by", sa.BigInteger()),
    )
    op.create_index("members_by_area", "members", ["area", "state"])
    op.create_index("members_by_person", "members", ["person_id"])
    op.create_index("members_by_decider", "members", ["decided_by"])
    _unique("members_so_many_a_person", ["person_id", "slot"], LIVE)
    _unique("members_one_a_post", ["person_id", "post"], LIVE)
    _unique("members_one_application_a_grid", ["person_id", "area"], APPLIED)
    op.create_table(
        "member_grids",
        sa.Column("member_id", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("area", sa.String(), primary_key=True),
    )
    op.create_index("member_grids_by_area", "member_grids", ["area"])
    _errands()


def _errands() -> None:
    op.create_table(
        "errands",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column("area", sa.String(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("at", storage.columns.Instant(), nullable=False),
        sa.Column("wanted", sa.Integer(), nullable=False),
        sa.Column("missing", sa.Integer(), nullable=False),
        sa.Column("by", sa.BigInteger()),
        sa.Column("made_at", storage.columns.Instant(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.CheckConstraint(
            "missing >= 0 AND missing <= wanted", name="errands_never_below"
        ),
    )
    op.create_index("errands_by_area", "errands", ["area", "state"])
    op.create_table(
        "errand_takers",
        sa.Column("errand_id", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("person_id", sa.BigInteger(), primary_key=True),
        sa.Column("at", storage.columns.Instant(), nullable=False),
    )
    op.create_index("errand_takers_by_person", "errand_takers", ["person_id"])


def _unique(name: str, columns: list[str], which: str) -> None:
    """Among the rows in these states."""
    op.create_index(
        name,
        "members",
        columns,
        unique=True,
        sqlite_where=sa.text(which),
        postgresql_where=sa.text(which),
    )
