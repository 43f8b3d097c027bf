"""Alembic's entry: uses the connection that storage.migrate hands over."""

from alembic import context

from storage.tables.metadata import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    user_module_prefix="storage.columns.",
)
with context.begin_transaction():
    context.run_migrations()
