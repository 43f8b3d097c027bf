"""gifts and the orders for them; merchants, their offers and coupons"""

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0023"
down_revision = "0022"


def upgrade() -> None:
    _gifts()
    _merchants()
    _coupons()


def _gifts() -> None:
    op.create_table(
        "gifts",
        sa.Column("code", sa.String(), primary_key=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.Column("supplied", sa.Integer(), nullable=False),
        sa.Column("left", sa.Integer(), nullable=False),
        sa.Column("area", sa.String(), nullable=False),
        sa.Column("keeper", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("offered", sa.Boolean(), nullable=False),
        sa.CheckConstraint('"left" >= 0', name="never_more_than_there_are"),
    )
    op.create_table(
        "gift_orders",
        _id(),
        sa.Column("gift", sa.String(), nullable=False),
        sa.Column("person_id", sa.BigInteger()),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("at", storage.columns.Instant(), nullable=False),
        sa.Column("until", storage.columns.Instant(), nullable=False),
        sa.Column("noticed", sa.Boolean(), nullable=False),
        sa.Column("ended_at", storage.columns.Instant()),
        sa.Column("by", sa.BigInteger()),
    )
    _unended("gift_orders_one_a_person", "gift_orders", ["person_id", "gift"])
    _unended("gift_orders_by_code", "gift_orders", ["code"])
    op.create_index("gift_orders_by_person", "gift_orders", ["person_id", "id"])


def _merchants() -> None:
    op.create_table(
        "merchants",
        sa.Column("code", sa.String(), primary_key=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("area", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("offered", sa.Boolean(), nullable=False),
    )
    op.create_table(
        "merchant_keepers",
        sa.Column("merchant", sa.String(), primary_key=True),
        sa.Column("person_id", sa.BigInteger(), primary_key=True, autoincrement=False),
    )
    op.create_index("merchant_keepers_by_person", "merchant_keepers", ["person_id"])
    op.create_table(
        "merchant_invitations",
        sa.Column("hash", sa.String(), primary_key=True),
        sa.Column("merchant", sa.String(), nullable=False),
        sa.Column("made_by", sa.BigInteger(), nullable=False),
        sa.Column("expires_at", storage.columns.Instant(), nullable=False),
        sa.Column("used_at", storage.columns.Instant()),
    )


def _coupons() -> None:
    op.create_table(
        "coupon_offers",
        _id(),
        sa.Column("code", sa.String(), nullable=False, unique=True),
        sa.Column("merchant", sa.String(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("a_day", sa.Integer(), nullable=False),
        sa.Column("supplied", sa.Integer()),
        sa.Column("left", sa.Integer()),
        sa.Column("hours", storage.columns.Json()),
        sa.Column("until", sa.String()),
        sa.Column("paused_on", sa.String()),
        sa.Column("offered", sa.Boolean(), nullable=False),
        sa.CheckConstraint('"left" >= 0', name="never_more_than_offered"),
    )
    op.create_index("coupon_offers_by_merchant", "coupon_offers", ["merchant"])
    op.create_table(
        "coupons",
        _id(),
        sa.Column("offer", sa.String(), nullable=False),
        sa.Column("merchant", sa.String(), nullable=False),
        sa.Column("person_id", sa.BigInteger()),
        sa.Column("day", sa.String(), nullable=False),
        sa.Column("slot", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("at", storage.columns.Instant(), nullable=False),
        sa.Column("until", storage.columns.Instant(), nullable=False),
        sa.Column("used_at", storage.columns.Instant()),
        sa.Column("how", sa.String()),
        sa.Column("noticed", sa.Boolean(), nullable=False),
        sa.UniqueConstraint(
            "offer", "person_id", "day", "slot", name="coupons_so_many_a_day"
        ),
    )
    op.create_index("coupons_by_merchant", "coupons", ["merchant", "until"])
    op.create_index("coupons_by_person", "coupons", ["person_id"])


def _id() -> sa.Column[int]:
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    return sa.Column("id", number, primary_key=True, autoincrement=False)


def _unended(name: str, table: str, columns: list[str]) -> None:
    """Unique among what has not ended."""
    unended = sa.text("ended_at IS NULL")
    op.create_index(
        name,
        table,
        columns,
        unique=True,
        sqlite_where=unended,
        postgresql_where=unended,
    )
