"""News are owed by the order in which they came in, whatever clock stamped them.

How far corrections had looked was kept as an instant; without it they look at the last days again, and plan
nothing twice.
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

INDEX = "ix_revisions_tenant_id_number"
ADDED = (("deliveries", "upto"), ("visits", "arrival"))


def upgrade() -> None:
    for table_name, name in ADDED:
        with op.batch_alter_table(table_name, recreate=_recreate()) as table:
            table.add_column(sa.Column(name, sa.BigInteger()))
    op.create_index(INDEX, "revisions", ["tenant_id", "number"])
    op.execute("DELETE FROM checkpoints WHERE name = 'corrections'")


def downgrade() -> None:
    op.execute("DELETE FROM checkpoints WHERE name = 'corrections_upto'")
    op.drop_index(INDEX, "revisions")
    for table_name, name in ADDED:
        with op.batch_alter_table(table_name, recreate=_recreate()) as table:
            table.drop_column(name)


def _recreate() -> str:
    """SQLite writes an added column behind the constraints, unlike in a table that is made anew."""
    return "always" if op.get_bind().dialect.name == "sqlite" else "never"
