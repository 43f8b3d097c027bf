"""honey points: transfers, entries and balances"""

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0022"
down_revision = "0021"


def upgrade() -> None:
    op.create_table(
        "point_transfers",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column("key", sa.String(), nullable=False, unique=True),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("person_id", sa.BigInteger()),
        sa.Column("case_id", sa.BigInteger()),
        sa.Column("by", sa.BigInteger()),
        sa.Column("at", storage.columns.Instant(), nullable=False),
        sa.Column("reverses", sa.String(), unique=True),
        sa.Column("refused", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
    )
    by_person = ["person_id", "id"]
    op.create_index("point_transfers_by_person", "point_transfers", by_person)
    op.create_index("point_transfers_by_case", "point_transfers", ["case_id"])
    op.create_table(
        "point_entries",
        sa.Column(
            "transfer_id", sa.BigInteger(), primary_key=True, autoincrement=False
        ),
        sa.Column("account", sa.String(), primary_key=True),
        sa.Column("amount", sa.BigInteger(), nullable=False),
    )
    op.create_index("point_entries_by_account", "point_entries", ["account"])
    op.create_table(
        "point_accounts",
        sa.Column("account", sa.String(), primary_key=True),
        sa.Column("balance", sa.BigInteger(), nullable=False),
        sa.Column("may_be_negative", sa.Boolean(), nullable=False),
        sa.CheckConstraint("balance >= 0 OR may_be_negative", name="never_below_zero"),
    )
