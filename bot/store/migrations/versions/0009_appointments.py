"""Deadlines that stand in a platform's calendar, each with the platform's id of its event."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "appointments",
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("platform", "tenant_id", "entry_id")),
        sa.Column("sequence", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("event_id", "appointment")),
        sa.PrimaryKeyConstraint("platform", "tenant_id", "entry_id", name="pk_appointments"),
    )


def downgrade() -> None:
    op.drop_table("appointments")
