"""Run by Alembic for each of its commands, on the connection that `migrate.configuration` was given.

A change of the tables begins with `alembic.command.revision(configuration(connection), "what changes",
autogenerate=True)` on an up-to-date database, and ends with a person who reads and mends the new file.
"""

from alembic import context

from bot.storage.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,  # SQLite changes a column only by building its table anew
)
context.run_migrations()
