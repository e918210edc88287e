"""What a feed asks to be skipped is kept over an answer that nothing changed; and who looks at a source."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

INDEX = "ix_sources_claimant"


def upgrade() -> None:
    with op.batch_alter_table("sources", recreate=_recreate()) as table:
        for name in ("skip_hours", "skip_days"):
            table.add_column(sa.Column(name, sa.Integer(), nullable=False, server_default="0"))
        table.add_column(sa.Column("claimant", sa.Text()))
    claimed = sa.text("claimant IS NOT NULL")
    op.create_index(INDEX, "sources", ["claimant"], sqlite_where=claimed, postgresql_where=claimed)


def downgrade() -> None:
    op.drop_index(INDEX, "sources")
    with op.batch_alter_table("sources", recreate=_recreate()) as table:
        for name in ("skip_hours", "skip_days", "claimant"):
            table.drop_column(name)


def _recreate() -> str:
    """SQLite writes an added column behind the constraints, unlike in a table that is made anew."""
    return "always" if op.get_bind().dialect.name == "sqlite" else "never"
