"""the figures of gift orders that have ended are found by an index"""

from alembic import op

revision = "0028"
down_revision = "0027"


def upgrade() -> None:
    op.create_index("gift_orders_by_figures", "gift_orders", ["code", "id"])
