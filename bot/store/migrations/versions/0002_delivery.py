"""Schedules, deliveries, pauses, the audit, jobs, and which channel was shown which briefing."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

CHANNEL = ("tenant_id", "platform", "channel_id")


def upgrade() -> None:
    op.create_table(
        "shown",
        *_texts(*CHANNEL, "briefing_id", "topics"),
        _instant("until"),
        _instant("shown_at"),
        sa.PrimaryKeyConstraint(*CHANNEL, "briefing_id", name="pk_shown"),
    )
    op.create_table(
        "schedules",
        *_texts("id", "tenant_id", "schedule"),
        sa.Column("run_on", sa.Date(), nullable=False),
        _instant("run_at"),
        sa.PrimaryKeyConstraint("id", name="pk_schedules"),
    )
    op.create_index("ix_schedules_tenant_id", "schedules", ["tenant_id"])
    op.create_index("ix_schedules_run_at", "schedules", ["run_at"])
    op.create_table(
        "deliveries",
        *_texts("id", *CHANNEL, "schedule_id"),
        sa.Column("local_date", sa.Date(), nullable=False),
        *_texts("topics", "state"),
        _instant("due"),
        *_texts("delivery"),
        sa.PrimaryKeyConstraint("id", name="pk_deliveries"),
        sa.UniqueConstraint(
            "platform",
            "tenant_id",
            "channel_id",
            "local_date",
            "schedule_id",
            name=op.f("uq_deliveries_platform_tenant_id_channel_id_local_date_schedule_id"),
        ),
    )
    op.create_index("ix_deliveries_tenant_id_local_date", "deliveries", ["tenant_id", "local_date"])
    op.create_index(
        "ix_deliveries_tenant_id_platform_channel_id_state_due", "deliveries", [*CHANNEL, "state", "due"]
    )
    op.create_table(
        "pauses",
        *_texts(*CHANNEL, "reason"),
        _instant("since"),
        sa.PrimaryKeyConstraint(*CHANNEL, name="pk_pauses"),
    )
    op.create_table(
        "audit",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        *_texts("tenant_id"),
        _instant("at"),
        *_texts("who", "what"),
        sa.PrimaryKeyConstraint("number", name="pk_audit"),
    )
    op.create_index("ix_audit_tenant_id_at", "audit", ["tenant_id", "at"])
    op.create_table(
        "jobs",
        *_texts("key", "task", "lane", "arguments"),
        _instant("due"),
        sa.Column("owner", sa.Text()),
        sa.PrimaryKeyConstraint("key", name="pk_jobs"),
    )
    op.create_index("ix_jobs_due", "jobs", ["due"])
    op.create_index("ix_jobs_owner", "jobs", ["owner"])


def downgrade() -> None:
    for table in ("jobs", "audit", "pauses", "deliveries", "schedules", "shown"):
        op.drop_table(table)


def _texts(*names: str) -> list[sa.Column]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]


def _instant(name: str) -> sa.Column:
    return sa.Column(name, sa.BigInteger(), nullable=False)
