"""casework: posts, units, privacy, parts, merging, duty, deliberation, templates, settings,
daily figures
"""

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "daily",
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("area", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("category", sa.String(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("counts", storage.columns.Json(), nullable=False),
        sa.PrimaryKeyConstraint("day", "area", "kind", "category", "unit"),
    )
    with op.batch_alter_table("daily", schema=None) as batch_op:
        batch_op.create_index("daily_by_area", ["area", "day"], unique=False)

    op.create_table(
        "duty",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("area", sa.String(), nullable=False),
        sa.Column("starts_at", storage.columns.Instant(), nullable=False),
        sa.Column("ends_at", storage.columns.Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("duty", schema=None) as batch_op:
        batch_op.create_index("duty_ends", ["ends_at"], unique=False)

    op.create_table(
        "followers",
        sa.Column("case_id", sa.BigInteger(), nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("via", sa.BigInteger(), nullable=False),
        sa.Column("since", storage.columns.Instant(), nullable=False),
        sa.PrimaryKeyConstraint("case_id", "person_id", "via"),
    )
    with op.batch_alter_table("followers", schema=None) as batch_op:
        batch_op.create_index("followers_by_person", ["person_id"], unique=False)

    op.create_table(
        "polls",
        sa.Column("case_id", sa.BigInteger(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("options", storage.columns.Json(), nullable=False),
        sa.Column("opened_by", sa.BigInteger(), nullable=True),
        sa.Column("opened_at", storage.columns.Instant(), nullable=False),
        sa.Column("closed_at", storage.columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("case_id"),
    )
    op.create_table(
        "settings",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", storage.columns.Json(), nullable=False),
        sa.Column("changed_by", sa.BigInteger(), nullable=True),
        sa.Column("changed_at", storage.columns.Instant(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "templates",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.Column("area", sa.String(), nullable=False),
        sa.Column("category", sa.String(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("made_by", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("templates", schema=None) as batch_op:
        batch_op.create_index("templates_by_category", ["category"], unique=False)

    op.create_table(
        "votes",
        sa.Column("case_id", sa.BigInteger(), nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("choice", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("case_id", "person_id"),
    )
    with op.batch_alter_table("areas", schema=None) as batch_op:
        batch_op.add_column(sa.Column("tags", storage.columns.Json(), nullable=True))

    with op.batch_alter_table("cases", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("privacy", sa.String(), server_default="open", nullable=False)
        )
        batch_op.add_column(
            sa.Column("card", sa.String(), server_default="", nullable=False)
        )
        batch_op.add_column(
            sa.Column("post", sa.String(), server_default="", nullable=False)
        )
        batch_op.add_column(
            sa.Column("unit", sa.String(), server_default="", nullable=False)
        )
        batch_op.add_column(
            sa.Column("rule", sa.String(), server_default="", nullable=False)
        )
        batch_op.add_column(
            sa.Column("verify", sa.Boolean(), server_default=sa.false(), nullable=False)
        )
        batch_op.add_column(sa.Column("parent_id", sa.BigInteger(), nullable=True))
        batch_op.add_column(
            sa.Column("parts", sa.Integer(), server_default="0", nullable=False)
        )
        batch_op.add_column(sa.Column("merged_into", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("linked", storage.columns.Json(), nullable=True))
        batch_op.add_column(sa.Column("alike", storage.columns.Json(), nullable=True))
        batch_op.add_column(
            sa.Column("joined", sa.Integer(), server_default="0", nullable=False)
        )
        batch_op.add_column(
            sa.Column("counts_from", storage.columns.Instant(), nullable=True)
        )
        batch_op.add_column(sa.Column("holds", storage.columns.Json(), nullable=True))
        batch_op.add_column(
            sa.Column("first_due", storage.columns.Instant(), nullable=True)
        )
        batch_op.add_column(
            sa.Column("first_at", storage.columns.Instant(), nullable=True)
        )
        batch_op.add_column(
            sa.Column("extension_to", storage.columns.Instant(), nullable=True)
        )
        batch_op.add_column(
            sa.Column("extended_to", storage.columns.Instant(), nullable=True)
        )
        batch_op.add_column(
            sa.Column("touched_at", storage.columns.Instant(), nullable=True)
        )
        batch_op.add_column(sa.Column("accept_took", sa.Float(), nullable=True))
        batch_op.add_column(sa.Column("resolve_took", sa.Float(), nullable=True))
        batch_op.create_index(
            "cases_by_unit",
            ["unit", "due_at"],
            unique=False,
            sqlite_where=sa.text("unit != ''"),
            postgresql_where=sa.text("unit != ''"),
        )
        batch_op.create_index("cases_filed", ["filed_at"], unique=False)
        batch_op.create_index(
            "cases_merged",
            ["merged_into"],
            unique=False,
            sqlite_where=sa.text("merged_into IS NOT NULL"),
            postgresql_where=sa.text("merged_into IS NOT NULL"),
        )
        batch_op.create_index(
            "cases_parts",
            ["parent_id"],
            unique=False,
            sqlite_where=sa.text("parent_id IS NOT NULL"),
            postgresql_where=sa.text("parent_id IS NOT NULL"),
        )
        batch_op.create_index(
            "cases_quiet",
            ["touched_at"],
            unique=False,
            sqlite_where=sa.text(
                "state IN ('filed','assigned','in_progress','returned','reopened','held','verifying','deliberating')"
            ),
            postgresql_where=sa.text(
                "state IN ('filed','assigned','in_progress','returned','reopened','held','verifying','deliberating')"
            ),
        )

    # The post is part of the key, and SQLite cannot change a key in place.
    op.rename_table("grants", "old_grants")
    op.create_table(
        "grants",
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("area", sa.String(), nullable=False),
        sa.Column("post", sa.String(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("person_id", "role", "area", "post"),
    )
    op.execute(
        "INSERT INTO grants (person_id, role, area, post) SELECT person_id, role, area, '' FROM old_grants"
    )
    op.drop_table("old_grants")

    # More states are open ones now.
    is_open = sa.text(
        "state IN ('filed','assigned','in_progress','returned','reopened','held','verifying','deliberating')"
    )
    op.drop_index("cases_open", table_name="cases")
    op.drop_index("cases_carried", table_name="cases")
    op.create_index(
        "cases_open",
        "cases",
        ["area", "due_at"],
        sqlite_where=is_open,
        postgresql_where=is_open,
    )
    op.create_index(
        "cases_carried",
        "cases",
        ["assignee_id", "due_at"],
        sqlite_where=is_open,
        postgresql_where=is_open,
    )
    op.execute("UPDATE cases SET touched_at = phase_at")

    with op.batch_alter_table("invitations", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("post", sa.String(), server_default="", nullable=False)
        )

    with op.batch_alter_table("media", schema=None) as batch_op:
        batch_op.add_column(sa.Column("dhash", sa.BigInteger(), nullable=True))

    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("away_until", storage.columns.Instant(), nullable=True)
        )
        batch_op.add_column(sa.Column("digest", sa.Integer(), nullable=True))
