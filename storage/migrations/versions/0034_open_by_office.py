"""Of the cases with an office only those that are open are looked for by it."""

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0033"

OPEN = sa.text(
    "office != '' AND state IN ('filed','assigned','in_progress','returned','reopened',"
    "'held','verifying','deliberating')"
)


def upgrade() -> None:
    op.drop_index("cases_by_office", "cases")
    op.create_index(
        "cases_open_office",
        "cases",
        ["office", "due_at"],
        sqlite_where=OPEN,
        postgresql_where=OPEN,
    )
