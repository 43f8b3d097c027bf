"""codes by which somebody says that two doors are theirs"""

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    op.create_table(
        "door_codes",
        sa.Column("hash", sa.String(), primary_key=True),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("expires_at", storage.columns.Instant(), nullable=False),
        sa.Column("used_at", storage.columns.Instant()),
    )
