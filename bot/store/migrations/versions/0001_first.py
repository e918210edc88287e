"""Articles with their revisions and full-text index, fingerprints, summaries, briefings, checkpoints."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

SEARCH = (
    # The text is read from `revisions`, so it is not stored twice (fts5.html, 4.4.3); only heads are indexed.
    """
    CREATE VIRTUAL TABLE article_search USING fts5(
        title, clean, content='revisions', content_rowid='number',
        tokenize='porter unicode61 remove_diacritics 2'
    )
    """,
    # Fewer, larger merges of the index: batches of 200 articles are kept a tenth faster (fts5.html, 6).
    "INSERT INTO article_search (article_search, rank) VALUES ('automerge', 8)",
    "INSERT INTO article_search (article_search, rank) VALUES ('hashsize', 4194304)",
    """
    CREATE TRIGGER head_is_found AFTER INSERT ON heads BEGIN
        INSERT INTO article_search (rowid, title, clean)
        SELECT number, title, clean FROM revisions
        WHERE tenant_id = new.tenant_id AND article_id = new.id AND revision = new.revision;
    END
    """,
    """
    CREATE TRIGGER moved_head_is_found AFTER UPDATE OF revision ON heads BEGIN
        INSERT INTO article_search (article_search, rowid, title, clean)
        SELECT 'delete', number, title, clean FROM revisions
        WHERE tenant_id = old.tenant_id AND article_id = old.id AND revision = old.revision;
        INSERT INTO article_search (rowid, title, clean)
        SELECT number, title, clean FROM revisions
        WHERE tenant_id = new.tenant_id AND article_id = new.id AND revision = new.revision;
    END
    """,
    """
    CREATE TRIGGER dropped_head_is_not_found AFTER DELETE ON heads BEGIN
        INSERT INTO article_search (article_search, rowid, title, clean)
        SELECT 'delete', number, title, clean FROM revisions
        WHERE tenant_id = old.tenant_id AND article_id = old.id AND revision = old.revision;
    END
    """,
    """
    CREATE TRIGGER revisions_are_never_rewritten BEFORE UPDATE ON revisions BEGIN
        SELECT RAISE(ABORT, 'a revision is never rewritten');
    END
    """,
)

# Words come cut and folded (bot/store/words.py); here they are stemmed only, and no word is left out.
WORDS = (
    "CREATE TEXT SEARCH DICTIONARY communique_stem (TEMPLATE = snowball, LANGUAGE = porter)",
    "CREATE TEXT SEARCH CONFIGURATION communique (PARSER = pg_catalog.default)",
    """
    ALTER TEXT SEARCH CONFIGURATION communique ADD MAPPING
    FOR asciiword, word, numword, int, uint, float, sfloat, version WITH communique_stem
    """,
    "ALTER TABLE revisions ADD COLUMN words tsvector NOT NULL",
    "CREATE INDEX ix_revisions_words ON revisions USING gin (words)",
    """
    CREATE FUNCTION revisions_are_never_rewritten() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'a revision is never rewritten'; END $$
    """,
    """
    CREATE TRIGGER revisions_are_never_rewritten BEFORE UPDATE ON revisions
    FOR EACH STATEMENT EXECUTE FUNCTION revisions_are_never_rewritten()
    """,
)
NO_WORDS = (
    "DROP FUNCTION revisions_are_never_rewritten() CASCADE",
    "DROP INDEX ix_revisions_words",
    "ALTER TABLE revisions DROP COLUMN words",
    "DROP TEXT SEARCH CONFIGURATION communique",
    "DROP TEXT SEARCH DICTIONARY communique_stem",
)


def upgrade() -> None:
    op.create_table(
        "revisions",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("tenant_id", sa.Text(), nullable=False),
        sa.Column("article_id", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("clean", sa.Text(), nullable=False),
        sa.Column("group_id", sa.Text(), nullable=False),
        sa.Column("first_seen", sa.BigInteger(), nullable=False),
        sa.Column("seen", sa.BigInteger(), nullable=False),
        sa.Column("url", sa.Text()),
        sa.Column("canonical_url", sa.Text()),
        sa.Column("published_on", sa.Date()),
        sa.Column("published_at", sa.Text()),
        sa.Column("published_utc", sa.BigInteger()),
        sa.Column("language", sa.Text()),
        sa.PrimaryKeyConstraint("number", name="pk_revisions"),
        sa.UniqueConstraint(
            "tenant_id", "article_id", "revision", name="uq_revisions_tenant_id_article_id_revision"
        ),
        sa.CheckConstraint("revision >= 1", name=op.f("ck_revisions_counts_from_one")),
        sa.CheckConstraint(
            "published_at IS NULL OR published_on IS NOT NULL", name=op.f("ck_revisions_an_instant_has_a_day")
        ),
    )
    op.create_index(
        op.f("ix_revisions_tenant_id_published_on_article_id_revision_published_utc"),
        "revisions",
        ["tenant_id", "published_on", "article_id", "revision", "published_utc"],
    )
    op.create_table(
        "heads",
        sa.Column("tenant_id", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Text(), nullable=False),
        sa.Column("canonical_url", sa.Text()),
        sa.Column("source_key", sa.Text(), nullable=False),
        sa.Column("seen", sa.BigInteger(), nullable=False),
        sa.Column("published_on", sa.Date()),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_heads"),
        sa.ForeignKeyConstraint(
            ["tenant_id", "id", "revision"],
            ["revisions.tenant_id", "revisions.article_id", "revisions.revision"],
            name="fk_heads_revisions",
        ),
    )
    op.create_index("ix_heads_tenant_id_canonical_url", "heads", ["tenant_id", "canonical_url"])
    op.create_index("ix_heads_tenant_id_seen", "heads", ["tenant_id", "seen"])
    op.create_index("ix_heads_tenant_id_published_on", "heads", ["tenant_id", "published_on"])
    op.create_table(
        "fingerprints",
        sa.Column("tenant_id", sa.Text(), nullable=False),
        sa.Column("article_id", sa.Text(), nullable=False),
        sa.Column("group_id", sa.Text(), nullable=False),
        sa.Column("signature", sa.LargeBinary(), nullable=False),
        sa.Column("bands", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "article_id", name="pk_fingerprints"),
    )
    op.create_table(
        "fingerprint_bands",
        sa.Column("tenant_id", sa.Text(), nullable=False),
        sa.Column("band", sa.BigInteger(), nullable=False),
        sa.Column("article_id", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "band", "article_id", name="pk_fingerprint_bands"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "summaries",
        sa.Column("tenant_id", sa.Text(), nullable=False),
        sa.Column("engine", sa.Text(), nullable=False),
        sa.Column("article_id", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "engine", "article_id", "revision", name="pk_summaries"),
    )
    op.create_table(
        "briefings",
        sa.Column("tenant_id", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("briefing", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_briefings"),
    )
    op.create_table(
        "checkpoints",
        sa.Column("tenant_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "name", name="pk_checkpoints"),
    )
    for statement in SEARCH if op.get_context().dialect.name == "sqlite" else WORDS:
        op.execute(statement)


def downgrade() -> None:
    sqlite = op.get_context().dialect.name == "sqlite"
    for statement in ("DROP TABLE article_search",) if sqlite else NO_WORDS:
        op.execute(statement)
    for table in (
        "checkpoints",
        "briefings",
        "summaries",
        "fingerprint_bands",
        "fingerprints",
        "heads",
        "revisions",
    ):
        op.drop_table(table)
