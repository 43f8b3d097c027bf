"""one word, one meaning: offices, supervision, messages that stand in a chat"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

LIVING = sa.text("slot != ''")
OF_OFFICES = sa.text("office != ''")


def upgrade() -> None:
    op.drop_index("posts_by_case", "posts")
    op.rename_table("posts", "sent_messages")
    op.create_index(
        "sent_messages_by_case",
        "sent_messages",
        ["case_id"],
        sqlite_where=LIVING,
        postgresql_where=LIVING,
    )
    op.drop_index("cases_by_unit", "cases")
    op.execute("ALTER TABLE cases RENAME COLUMN unit TO office")
    op.execute("ALTER TABLE cases RENAME COLUMN card TO supervision")
    op.create_index(
        "cases_by_office",
        "cases",
        ["office", "due_at"],
        sqlite_where=OF_OFFICES,
        postgresql_where=OF_OFFICES,
    )
    op.execute("ALTER TABLE daily RENAME COLUMN unit TO office")
    op.execute("UPDATE areas SET level = 'office' WHERE level = 'unit'")
