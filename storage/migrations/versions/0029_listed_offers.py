"""What was offered below a list is typed by its labels, after a restart too."""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"


def upgrade() -> None:
    column = sa.Column("listed", sa.Boolean, nullable=False, server_default=sa.false())
    op.add_column("offers", column)
