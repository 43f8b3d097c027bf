"""/audit looks up a day"""

from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_index("audit_at", "audit", ["at"])
