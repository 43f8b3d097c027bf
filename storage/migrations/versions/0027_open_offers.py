"""several notices whose choices are open in a chat at once"""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"


def upgrade() -> None:
    with op.batch_alter_table("offers") as table:
        table.add_column(
            sa.Column(
                "notice",
                sa.Boolean(),
                nullable=False,
                server_default=sa.false(),
            )
        )
        table.add_column(sa.Column("earlier", sa.Text()))
