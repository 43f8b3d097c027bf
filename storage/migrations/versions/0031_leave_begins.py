"""Leave may begin on a day to come."""

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0031"
down_revision = "0030"


def upgrade() -> None:
    with op.batch_alter_table("people") as people:
        people.add_column(
            sa.Column("away_from", storage.columns.Instant(), nullable=True)
        )
