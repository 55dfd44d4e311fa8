"""Projects are shared: invitations, and since when and under which label somebody has a seat."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the tables from 0010 to 0011."""
    # Columns that may be empty are added at the end: neither database builds its table anew for them.
    op.add_column("seats", sa.Column("since", sa.DateTime(timezone=True), nullable=True))
    op.add_column("seats", sa.Column("label", sa.Text(), nullable=True))
    op.create_table(
        "invitations",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("project", sa.Text(), nullable=False),
        sa.Column("token_hash", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["project"], ["projects.id"], name="fk_invitations_project", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_invitations"),
    )
    op.create_index("ix_invitations_project", "invitations", ["project"])
    op.create_index("ix_invitations_token_hash", "invitations", ["token_hash"], unique=True)
