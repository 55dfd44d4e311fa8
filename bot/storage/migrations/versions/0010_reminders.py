"""Several workers share the outbox; reminders, receipts of erasures and heartbeats come in."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0004"
branch_labels = None
depends_on = None

_BIG_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Bring the tables from 0004 to 0010."""
    # Columns that may be empty are added at the end: neither database builds its table anew for them.
    op.add_column("places", sa.Column("seen_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("outbox", sa.Column("taken_by", sa.Text(), nullable=True))
    op.add_column("outbox", sa.Column("taken_until", sa.DateTime(timezone=True), nullable=True))
    op.create_table(
        "reminders",
        sa.Column("id", _BIG_ID, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("project", sa.Text(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_reminders"),
    )
    op.create_index("ix_reminders_project", "reminders", ["project"])
    op.create_index("ix_reminders_kind_project", "reminders", ["kind", "project"], unique=True)
    op.create_table(
        "erasures",
        sa.Column("project", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("erased_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("project", name="pk_erasures"),
    )
    op.create_table(
        "heartbeats",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("beat_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_heartbeats"),
    )
