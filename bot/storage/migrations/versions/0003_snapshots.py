"""The answers of saved versions.

There is no way back but a backup: releases only go forward.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the tables from 0001 to 0003."""
    op.create_table(
        "snapshots",
        sa.Column("project", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["project"], ["projects.id"], name="fk_snapshots_project", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("project", "number", name="pk_snapshots"),
    )
