"""rest stations, and what riders said of them lately"""

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0019"
down_revision = "0016"


def upgrade() -> None:
    op.create_table(
        "stations",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column("code", sa.String(), nullable=False, unique=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("area", sa.String(), nullable=False),
        sa.Column("lat", sa.Float(), nullable=False),
        sa.Column("lon", sa.Float(), nullable=False),
        sa.Column("hours", storage.columns.Json()),
        sa.Column("amenities", storage.columns.Json()),
        sa.Column("entry", sa.String(), nullable=False),
        sa.Column("entry_note", sa.String(), nullable=False),
        sa.Column("seats", sa.Integer()),
        sa.Column("keeper", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("phone_shown", sa.Boolean(), nullable=False),
        sa.Column("photo", sa.BigInteger()),
    )
    op.create_table(
        "station_reports",
        sa.Column("station", sa.String(), primary_key=True),
        sa.Column("person_id", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("at", storage.columns.Instant(), nullable=False),
        sa.Column("until", storage.columns.Instant(), nullable=False),
    )
    op.create_index("station_reports_by_person", "station_reports", ["person_id"])
