"""A link in a letter leads to the case that the letter is about."""

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"


def upgrade() -> None:
    with op.batch_alter_table("web_links") as links:
        links.add_column(sa.Column("case_id", sa.BigInteger(), nullable=True))
