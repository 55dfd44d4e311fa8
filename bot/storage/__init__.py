"""The storage of the bot: `open_store` keeps the promises of `port.Store` on SQLite or PostgreSQL.

Other rooms import from here and from `port`; `migrate` stays apart: only the command line needs Alembic.
"""

from bot.storage.engines import normal_url
from bot.storage.sql import SqlStore, open_store

__all__ = ["SqlStore", "normal_url", "open_store"]
