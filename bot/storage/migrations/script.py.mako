"""${message}.

There is no way back but a backup: releases only go forward.
"""

import sqlalchemy as sa
from alembic import op
${imports if imports else ""}
revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = ${repr(branch_labels)}
depends_on = ${repr(depends_on)}


def upgrade() -> None:
    """Bring the tables from ${down_revision if down_revision else "nothing"} to ${up_revision}."""
    ${upgrades if upgrades else "pass"}
