"""when somebody filed last, so that it need not be looked up for every draft"""

import sqlalchemy as sa
from alembic import op

from storage.columns import Instant

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.add_column("people", sa.Column("last_filed_at", Instant()))
    # a person's newest case, as far as it lies where they are known to be
    op.execute(
        "UPDATE people SET last_filed_at = (SELECT MAX(cases.filed_at) FROM cases"
        " WHERE cases.filer_id = people.id AND cases.area = people.last_area)"
    )
