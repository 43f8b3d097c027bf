"""Who gets what somebody on leave carries, where they said so."""

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0034"


def upgrade() -> None:
    op.add_column("people", sa.Column("stand_in", sa.BigInteger))
