"""Sources that are polled, and the items of each that were dealt with."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "sources",
        *_texts("tenant_id", "id", "url", "kind", "name"),
        sa.Column("added", sa.BigInteger(), nullable=False),
        sa.Column("due", sa.BigInteger(), nullable=False),
        sa.Column("every", sa.Integer(), nullable=False),
        *_texts("who", "health", "detail", "etag", "last_modified"),
        *(sa.Column(name, sa.BigInteger()) for name in ("checked", "read", "changed", "failing")),
        sa.Column("moved_from", sa.Text()),
        sa.Column("halted", sa.BigInteger()),
        *_texts("halted_why", "halted_by"),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_sources"),
        sa.UniqueConstraint("tenant_id", "url", name="uq_sources_tenant_id_url"),
    )
    op.create_index("ix_sources_due", "sources", ["due"])
    op.create_table(
        "source_items",
        *_texts("tenant_id", "source_id", "key", "digest"),
        sa.Column("seen", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "source_id", "key", name="pk_source_items"),
    )
    op.create_index("ix_source_items_seen", "source_items", ["seen"])


def downgrade() -> None:
    for table in ("source_items", "sources"):
        op.drop_table(table)


def _texts(*names: str) -> list[sa.Column]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]
