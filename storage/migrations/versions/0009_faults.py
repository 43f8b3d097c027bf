"""how often work on a file failed by our own fault, counted before each try"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    faults = sa.Column("faults", sa.Integer(), nullable=False, server_default="0")
    op.add_column("media", faults)
