"""The sources of a tenant are found without a look at every head."""

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

INDEX = "ix_heads_tenant_id_source_key_seen_id"


def upgrade() -> None:
    op.create_index(INDEX, "heads", ["tenant_id", "source_key", "seen", "id"])


def downgrade() -> None:
    op.drop_index(INDEX, "heads")
