"""who may write to this database: one row, whose number grows each time it is taken"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    made = op.create_table(
        "lease",
        sa.Column("number", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("holder", sa.String(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
    )
    op.bulk_insert(made, [{"number": 0, "holder": "", "until": 0}])
