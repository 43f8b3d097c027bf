"""By which id a member of the corp comes at the robot, and by which the app knows them."""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"


def upgrade() -> None:
    op.create_table(
        "open_ids",
        sa.Column("open_id", sa.String(), primary_key=True),
        sa.Column("userid", sa.String(), nullable=False),
    )
    op.create_index("open_ids_by_userid", "open_ids", ["userid"])
