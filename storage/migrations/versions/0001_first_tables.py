"""first tables"""

import sqlalchemy as sa
from alembic import op

import storage.columns

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "accounts",
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("chat", sa.String(), nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("unreachable_at", storage.columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("channel", "chat"),
    )
    with op.batch_alter_table("accounts", schema=None) as batch_op:
        batch_op.create_index("accounts_by_person", ["person_id"], unique=False)

    op.create_table(
        "areas",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("level", sa.String(), nullable=False),
        sa.Column("parent", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("polygon", storage.columns.Json(), nullable=True),
        sa.PrimaryKeyConstraint("code"),
    )
    op.create_table(
        "audit",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("at", storage.columns.Instant(), nullable=False),
        sa.Column("actor_id", sa.BigInteger(), nullable=True),
        sa.Column("act", sa.String(), nullable=False),
        sa.Column("detail", storage.columns.Json(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "cases",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("category", sa.String(), nullable=False),
        sa.Column("urgency", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("area", sa.String(), nullable=False),
        sa.Column("lat", sa.Float(), nullable=True),
        sa.Column("lon", sa.Float(), nullable=True),
        sa.Column("place_words", sa.Text(), nullable=False),
        sa.Column("filer_id", sa.BigInteger(), nullable=True),
        sa.Column("assignee_id", sa.BigInteger(), nullable=True),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("filed_at", storage.columns.Instant(), nullable=False),
        sa.Column("phase_at", storage.columns.Instant(), nullable=False),
        sa.Column("due_at", storage.columns.Instant(), nullable=True),
        sa.Column("accept_due", storage.columns.Instant(), nullable=False),
        sa.Column("resolve_due", storage.columns.Instant(), nullable=False),
        sa.Column("accepted_at", storage.columns.Instant(), nullable=True),
        sa.Column("resolved_at", storage.columns.Instant(), nullable=True),
        sa.Column("closed_at", storage.columns.Instant(), nullable=True),
        sa.Column("alarms", sa.Integer(), nullable=False),
        sa.Column("raised", sa.Integer(), nullable=False),
        sa.Column("reopened", sa.Integer(), nullable=False),
        sa.Column("rating", sa.Integer(), nullable=True),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("number"),
    )
    with op.batch_alter_table("cases", schema=None) as batch_op:
        batch_op.create_index("cases_by_area", ["area", "filed_at"], unique=False)
        batch_op.create_index("cases_by_filer", ["filer_id", "filed_at"], unique=False)
        batch_op.create_index(
            "cases_carried",
            ["assignee_id", "due_at"],
            unique=False,
            sqlite_where=sa.text(
                "state IN ('filed','assigned','in_progress','returned','reopened')"
            ),
            postgresql_where=sa.text(
                "state IN ('filed','assigned','in_progress','returned','reopened')"
            ),
        )
        batch_op.create_index(
            "cases_open",
            ["area", "due_at"],
            unique=False,
            sqlite_where=sa.text(
                "state IN ('filed','assigned','in_progress','returned','reopened')"
            ),
            postgresql_where=sa.text(
                "state IN ('filed','assigned','in_progress','returned','reopened')"
            ),
        )

    op.create_table(
        "counters",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "forms",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("chat", sa.String(), nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("answers", storage.columns.Json(), nullable=False),
        sa.Column("about", storage.columns.Json(), nullable=False),
        sa.Column("asking", sa.String(), nullable=False),
        sa.Column("message_id", sa.String(), nullable=False),
        sa.Column("nudged", sa.Boolean(), nullable=False),
        sa.Column("started_at", storage.columns.Instant(), nullable=False),
        sa.Column("touched_at", storage.columns.Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("forms", schema=None) as batch_op:
        batch_op.create_index("forms_by_chat", ["channel", "chat"], unique=False)

    op.create_table(
        "grants",
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("area", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("person_id", "role", "area"),
    )
    op.create_table(
        "groups",
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("chat", sa.String(), nullable=False),
        sa.Column("area", sa.String(), nullable=False),
        sa.Column("bound_by", sa.BigInteger(), nullable=True),
        sa.Column("unreachable_at", storage.columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("channel", "chat"),
    )
    with op.batch_alter_table("groups", schema=None) as batch_op:
        batch_op.create_index("groups_by_area", ["channel", "area"], unique=True)

    op.create_table(
        "history",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.Column("case_id", sa.BigInteger(), nullable=False),
        sa.Column("at", storage.columns.Instant(), nullable=False),
        sa.Column("actor_id", sa.BigInteger(), nullable=True),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("act", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("changed", storage.columns.Json(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("history", schema=None) as batch_op:
        batch_op.create_index("history_by_case", ["case_id", "id"], unique=False)

    op.create_table(
        "invitations",
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("area", sa.String(), nullable=False),
        sa.Column("made_by", sa.BigInteger(), nullable=True),
        sa.Column("expires_at", storage.columns.Instant(), nullable=False),
        sa.Column("used_by", sa.BigInteger(), nullable=True),
        sa.Column("used_at", storage.columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("hash"),
    )
    op.create_table(
        "media",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.Column("case_id", sa.BigInteger(), nullable=True),
        sa.Column("history_id", sa.BigInteger(), nullable=True),
        sa.Column("form_id", sa.BigInteger(), nullable=True),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("chat", sa.String(), nullable=False),
        sa.Column("album", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("ref", sa.Text(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("mime", sa.String(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("sha", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("due_at", storage.columns.Instant(), nullable=True),
        sa.Column("made_at", storage.columns.Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("media", schema=None) as batch_op:
        batch_op.create_index(
            "media_by_album",
            ["album"],
            unique=False,
            sqlite_where=sa.text("album != ''"),
            postgresql_where=sa.text("album != ''"),
        )
        batch_op.create_index("media_by_case", ["case_id"], unique=False)
        batch_op.create_index("media_by_line", ["history_id"], unique=False)
        batch_op.create_index(
            "media_wanted",
            ["due_at"],
            unique=False,
            sqlite_where=sa.text("status = 'wanted'"),
            postgresql_where=sa.text("status = 'wanted'"),
        )

    op.create_table(
        "outbox",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("chat", sa.String(), nullable=False),
        sa.Column("lane", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("reply", storage.columns.Json(), nullable=False),
        sa.Column("replaces", sa.String(), nullable=False),
        sa.Column("case_id", sa.BigInteger(), nullable=True),
        sa.Column("form_id", sa.BigInteger(), nullable=True),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("due_at", storage.columns.Instant(), nullable=False),
        sa.Column("made_at", storage.columns.Instant(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("sent_at", storage.columns.Instant(), nullable=True),
        sa.Column("error", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.create_index("outbox_made", ["made_at"], unique=False)
        batch_op.create_index(
            "outbox_replaced",
            ["chat", "replaces"],
            unique=False,
            sqlite_where=sa.text("state IN ('waiting','later','held')"),
            postgresql_where=sa.text("state IN ('waiting','later','held')"),
        )
        batch_op.create_index(
            "outbox_unsent",
            ["state", "due_at"],
            unique=False,
            sqlite_where=sa.text("state IN ('waiting','later','held')"),
            postgresql_where=sa.text("state IN ('waiting','later','held')"),
        )

    op.create_table(
        "people",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("quiet", storage.columns.Json(), nullable=True),
        sa.Column("muted", sa.Boolean(), nullable=False),
        sa.Column("last_area", sa.String(), nullable=False),
        sa.Column("seen_at", storage.columns.Instant(), nullable=True),
        sa.Column("made_at", storage.columns.Instant(), nullable=False),
        sa.Column("forgotten_at", storage.columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "posts",
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("chat", sa.String(), nullable=False),
        sa.Column("message_id", sa.String(), nullable=False),
        sa.Column("case_id", sa.BigInteger(), nullable=True),
        sa.Column("form_id", sa.BigInteger(), nullable=True),
        sa.Column("slot", sa.String(), nullable=False),
        sa.Column("shape", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("channel", "chat", "message_id"),
    )
    with op.batch_alter_table("posts", schema=None) as batch_op:
        batch_op.create_index(
            "posts_by_case",
            ["case_id"],
            unique=False,
            sqlite_where=sa.text("slot != ''"),
            postgresql_where=sa.text("slot != ''"),
        )

    op.create_table(
        "quarantine",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("external_id", sa.String(), nullable=False),
        sa.Column("raw", storage.columns.PlainJson(), nullable=True),
        sa.Column("error", sa.Text(), nullable=False),
        sa.Column("at", storage.columns.Instant(), nullable=False),
        sa.Column("replayed_at", storage.columns.Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "seen",
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("external_id", sa.String(), nullable=False),
        sa.Column("at", storage.columns.Instant(), nullable=False),
        sa.PrimaryKeyConstraint("channel", "external_id"),
    )
    with op.batch_alter_table("seen", schema=None) as batch_op:
        batch_op.create_index("seen_at", ["at"], unique=False)

    op.create_table(
        "timers",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subject", sa.BigInteger(), nullable=False),
        sa.Column("due_at", storage.columns.Instant(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "subject"),
    )
    with op.batch_alter_table("timers", schema=None) as batch_op:
        batch_op.create_index("timers_due", ["due_at"], unique=False)

    op.create_table(
        "web_logins",
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("chat", sa.String(), nullable=False),
        sa.Column("made_at", storage.columns.Instant(), nullable=False),
        sa.PrimaryKeyConstraint("hash"),
        sa.UniqueConstraint("chat"),
    )
    op.create_table(
        "web_messages",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.Column("chat", sa.String(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("mine", sa.Boolean(), nullable=False),
        sa.Column("at", storage.columns.Instant(), nullable=False),
        sa.Column("body", storage.columns.Json(), nullable=False),
        sa.Column("external_id", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("web_messages", schema=None) as batch_op:
        batch_op.create_index("web_messages_by_chat", ["chat", "seq"], unique=False)
        batch_op.create_index("web_messages_sent", ["chat", "external_id"], unique=True)
