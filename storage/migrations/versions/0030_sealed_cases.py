"""A case says itself that it waits for the morning's batch, and is its filer's alone until then."""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"

WAITING = """
    UPDATE cases SET sealed = TRUE
    WHERE state = 'filed' AND assignee_id IS NULL
    AND id IN (SELECT subject FROM timers WHERE kind = 'shop')
"""


def upgrade() -> None:
    column = sa.Column("sealed", sa.Boolean, nullable=False, server_default=sa.false())
    op.add_column("cases", column)
    op.execute(WAITING)
