"""codes by which a card that stands in a chat can be changed, each once"""

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    op.create_table(
        "card_codes",
        sa.Column("channel", sa.String(), primary_key=True),
        sa.Column("chat", sa.String(), primary_key=True),
        sa.Column("task_id", sa.String(), primary_key=True),
        sa.Column("code", sa.String(), primary_key=True),
        sa.Column("until", storage.columns.Instant(), nullable=False),
        sa.Column("made_at", storage.columns.Instant(), nullable=False),
    )
    op.create_index("card_codes_until", "card_codes", ["until"])
