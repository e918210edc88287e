"""The deadline ledger, which revisions it has taken in, and what readers want of its reminders."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

CHANNEL = ("tenant_id", "platform", "channel_id")


def upgrade() -> None:
    op.create_table(
        "entries",
        *_texts("tenant_id", "id"),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        *_texts("entry"),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_entries"),
    )
    op.create_index("ix_entries_tenant_id_last_day", "entries", ["tenant_id", "last_day"])
    op.create_table(
        "absorbed",
        *_texts("tenant_id", "engine", "article_id"),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "engine", "article_id", "revision", name="pk_absorbed"),
    )
    op.create_table(
        "wishes",
        *_texts(*CHANNEL, "entry_id", "reader", "kind"),
        sa.Column("until", sa.BigInteger()),
        sa.PrimaryKeyConstraint(*CHANNEL, "entry_id", "reader", name="pk_wishes"),
    )


def downgrade() -> None:
    for table in ("wishes", "absorbed", "entries"):
        op.drop_table(table)


def _texts(*names: str) -> list[sa.Column]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]
