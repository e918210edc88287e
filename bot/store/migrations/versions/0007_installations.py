"""Tenants that installed the bot by themselves, with sealed tokens, and installations under way."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "installations",
        *_texts("platform", "tenant_id"),
        sa.Column("at", sa.BigInteger(), nullable=False),
        *_texts("sealed"),
        sa.PrimaryKeyConstraint("platform", "tenant_id", name="pk_installations"),
    )
    op.create_table(
        "install_states",
        *_texts("digest"),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_install_states"),
    )
    op.create_index("ix_install_states_until", "install_states", ["until"])


def downgrade() -> None:
    for table in ("install_states", "installations"):
        op.drop_table(table)


def _texts(*names: str) -> list[sa.Column]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]
