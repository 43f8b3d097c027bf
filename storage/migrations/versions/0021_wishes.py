"""wishes that were screened, and who has claimed them: one open claim a wish"""

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0021"
down_revision = "0020"


def upgrade() -> None:
    op.create_table(
        "wishes",
        sa.Column("case_id", sa.BigInteger(), primary_key=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("area", sa.String(), nullable=False),
        sa.Column("screened_by", sa.BigInteger()),
        sa.Column("screened_at", storage.columns.Instant(), nullable=False),
        sa.Column("since", storage.columns.Instant(), nullable=False),
        sa.Column("published_at", storage.columns.Instant()),
        sa.Column("until", storage.columns.Instant()),
        sa.Column("looked", sa.Integer(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("received_at", storage.columns.Instant()),
        sa.Column("thanks", sa.Text(), nullable=False),
    )
    op.create_index("wishes_by_area", "wishes", ["state", "area"])
    op.create_table(
        "wish_claims",
        sa.Column("case_id", sa.BigInteger(), primary_key=True),
        sa.Column("number", sa.Integer(), primary_key=True),
        sa.Column("claimer_id", sa.BigInteger()),
        sa.Column("slot", sa.Integer(), nullable=False),
        sa.Column("office", sa.String(), nullable=False),
        sa.Column("at", storage.columns.Instant(), nullable=False),
        sa.Column("until", storage.columns.Instant(), nullable=False),
        sa.Column("ended_at", storage.columns.Instant()),
    )
    _unique("wish_claims_one_a_wish", ["case_id"])
    _unique("wish_claims_so_many_a_person", ["claimer_id", "slot"])


def _unique(name: str, columns: list[str]) -> None:
    """Among the claims that have not ended."""
    unended = sa.text("ended_at IS NULL")
    op.create_index(
        name,
        "wish_claims",
        columns,
        unique=True,
        sqlite_where=unended,
        postgresql_where=unended,
    )
