"""Passages of articles in a full-text index of their own, and what readers asked."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

READER = ("tenant_id", "platform", "channel_id", "user_id")

SEARCH = (
    # The index holds no text (fts5.html, 4.4.2): a passage is a slice of its revision, which is kept anyway.
    """
    CREATE VIRTUAL TABLE passage_search USING fts5(
        title, text, content='', tokenize='porter unicode61 remove_diacritics 2'
    )
    """,
    "INSERT INTO passage_search (passage_search, rank) VALUES ('automerge', 8)",
    "INSERT INTO passage_search (passage_search, rank) VALUES ('hashsize', 4194304)",
)

WORDS = (
    "ALTER TABLE passages ADD COLUMN words tsvector NOT NULL",
    "CREATE INDEX ix_passages_words ON passages USING gin (words)",
)


def upgrade() -> None:
    op.create_table(
        "passages",
        _number(),
        *_texts("tenant_id", "article_id"),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("sentences", sa.LargeBinary(), nullable=False),
        *_texts("source_key"),
        sa.Column("published_on", sa.Date()),
        sa.Column("published_utc", sa.BigInteger()),
        sa.PrimaryKeyConstraint("number", name="pk_passages"),
    )
    op.create_index("ix_passages_tenant_id_article_id", "passages", ["tenant_id", "article_id"])
    op.create_table(
        "turns",
        _number(),
        *_texts("tenant_id", "platform", "channel_id", "thread_id", "user_id"),
        sa.Column("at", sa.BigInteger(), nullable=False),
        *_texts("turn"),
        sa.PrimaryKeyConstraint("number", name="pk_turns"),
    )
    op.create_index(
        "ix_turns_tenant_id_platform_channel_id_at", "turns", ["tenant_id", "platform", "channel_id", "at"]
    )
    op.create_index("ix_turns_at", "turns", ["at"])
    op.create_table(
        "visits",
        *_texts(*READER),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint(*READER, name="pk_visits"),
    )
    for statement in SEARCH if op.get_context().dialect.name == "sqlite" else WORDS:
        op.execute(statement)


def downgrade() -> None:
    if op.get_context().dialect.name == "sqlite":
        op.execute("DROP TABLE passage_search")
    for table in ("visits", "turns", "passages"):
        op.drop_table(table)


def _number() -> sa.Column:
    return sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False)


def _texts(*names: str) -> list[sa.Column]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]
