"""who refused to be rung outside of all windows"""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    no, kind = sa.false(), sa.Boolean()
    op.add_column(
        "quotas", sa.Column("unwanted", kind, nullable=False, server_default=no)
    )
