"""What is set and said in a chat: settings, events taken, kept replies, feedback, removals."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

CHANNEL = ("tenant_id", "platform", "channel_id")


def upgrade() -> None:
    op.create_table(
        "preferences",
        *_texts(*CHANNEL, "settings"),
        sa.PrimaryKeyConstraint(*CHANNEL, name="pk_preferences"),
    )
    op.create_table(
        "inbound", *_texts("event", "owner"), _at("at"), sa.PrimaryKeyConstraint("event", name="pk_inbound")
    )
    op.create_index("ix_inbound_at", "inbound", ["at"])
    op.create_table(
        "replies",
        *_texts(*CHANNEL, "id"),
        _at("until"),
        *_texts("kept"),
        sa.PrimaryKeyConstraint(*CHANNEL, "id", name="pk_replies"),
    )
    op.create_index("ix_replies_until", "replies", ["until"])
    op.create_table(
        "feedback",
        *_texts(*CHANNEL, "briefing_id", "user_id"),
        sa.Column("useful", sa.Boolean(), nullable=False),
        _at("at"),
        sa.PrimaryKeyConstraint(*CHANNEL, "briefing_id", "user_id", name="pk_feedback"),
    )
    op.create_table(
        "removals",
        *_texts("platform", "tenant_id"),
        _at("at"),
        sa.PrimaryKeyConstraint("platform", "tenant_id", name="pk_removals"),
    )


def downgrade() -> None:
    for table in ("removals", "feedback", "replies", "inbound", "preferences"):
        op.drop_table(table)


def _at(name: str) -> sa.Column:
    return sa.Column(name, sa.BigInteger(), nullable=False)


def _texts(*names: str) -> list[sa.Column]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]
