"""Run by Alembic: takes the connection, and its transaction, from domain.store.migrate."""

from alembic import context

from domain.store.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
