"""Which reminders of which deadlines were taken over by which deliveries."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

CHANNEL = ("tenant_id", "platform", "channel_id")


def upgrade() -> None:
    op.create_table(
        "promises",
        *_texts(*CHANNEL, "entry_id"),
        sa.Column("deadline", sa.Date(), nullable=False),
        *_texts("step", "reader", "delivery_id", "reminder"),
        sa.PrimaryKeyConstraint(*CHANNEL, "entry_id", "deadline", "step", "reader", name="pk_promises"),
    )
    op.create_index("ix_promises_delivery_id", "promises", ["delivery_id"])


def downgrade() -> None:
    op.drop_table("promises")


def _texts(*names: str) -> list[sa.Column]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]
