"""how long a voice message or a video is, so that a card can say it"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    length = sa.Column("seconds", sa.Integer(), nullable=False, server_default="0")
    op.add_column("media", length)
