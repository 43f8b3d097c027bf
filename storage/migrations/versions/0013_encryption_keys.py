"""which keys the names and letters are encrypted with; the rows are encrypted at the start"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    op.create_table(
        "encryption_keys",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("plain", sa.Boolean(), nullable=False),
    )
