"""several devices for one web chat, which can be listed and ended; links for one more"""

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0012"
down_revision = "0008"

NAMES = {"uq": "web_logins_%(column_0_name)s_key"}


def upgrade() -> None:
    # SQLite gave the rule that a chat has one login no name; PostgreSQL gave it this one
    with op.batch_alter_table("web_logins", naming_convention=NAMES) as batch:
        batch.drop_constraint("web_logins_chat_key", type_="unique")
        batch.add_column(sa.Column("seen_at", storage.columns.Instant()))
        batch.add_column(
            sa.Column("device", sa.String(), nullable=False, server_default="")
        )
        batch.add_column(sa.Column("ended_at", storage.columns.Instant()))
        batch.add_column(
            sa.Column("instead_of", sa.String(), nullable=False, server_default="")
        )
        batch.create_index("web_logins_by_chat", ["chat"])
    op.create_table(
        "web_links",
        sa.Column("hash", sa.String(), primary_key=True),
        sa.Column("chat", sa.String(), nullable=False),
        sa.Column("expires_at", storage.columns.Instant(), nullable=False),
        sa.Column("used_at", storage.columns.Instant()),
    )
