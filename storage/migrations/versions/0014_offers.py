"""what was offered to a chat last; how much may be said to one where that is counted"""

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    op.create_table(
        "offers",
        sa.Column("channel", sa.String(), primary_key=True),
        sa.Column("chat", sa.String(), primary_key=True),
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("choices", sa.Text(), nullable=False),
        sa.Column("case_id", sa.BigInteger()),
        sa.Column("by_number", sa.Boolean(), nullable=False),
        sa.Column("made_at", storage.columns.Instant(), nullable=False),
    )
    op.create_table(
        "quotas",
        sa.Column("channel", sa.String(), primary_key=True),
        sa.Column("chat", sa.String(), primary_key=True),
        sa.Column("left", sa.Integer(), nullable=False),
        sa.Column("until", storage.columns.Instant(), nullable=False),
        sa.Column("short_left", sa.Integer(), nullable=False),
        sa.Column("short_until", storage.columns.Instant(), nullable=False),
    )
