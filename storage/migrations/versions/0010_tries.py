"""tries of what the clock does; announcements that are being sent"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

SENDING = sa.text("state = 'sending'")


def upgrade() -> None:
    tries = sa.Column("tries", sa.Integer(), nullable=False, server_default="0")
    op.add_column("timers", tries)
    op.create_index(
        "outbox_sending",
        "outbox",
        ["id"],
        sqlite_where=SENDING,
        postgresql_where=SENDING,
    )
