"""The tables as this program uses them; migrations/ builds them, and a test holds the two together.

Types are portable. What only one database has (the full-text index, triggers) is in the migrations.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    UniqueConstraint,
    text,
)

from bot.store.columns import BigKey, Instant, Numbers, Text

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# Every revision of every article as it was kept. `number` is the row of the full-text index, and the order in
# which they came in: one writes at a time, and a new number is greater than all there are. `published_at`
# is ISO text with its own offset, which is part of what was published; `published_utc` is the same instant,
# to compare and never to be read: at the ends of the calendar Python cannot express it in UTC.
revisions = Table(
    "revisions",
    metadata,
    Column("number", BigKey, nullable=False),
    Column("tenant_id", Text, nullable=False),
    Column("article_id", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("title", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("clean", Text, nullable=False),
    Column("group_id", Text, nullable=False),
    Column("first_seen", Instant, nullable=False),
    Column("seen", Instant, nullable=False),
    Column("url", Text),
    Column("canonical_url", Text),
    Column("published_on", Date),
    Column("published_at", Text),
    Column("published_utc", Instant),
    Column("language", Text),
    PrimaryKeyConstraint("number"),
    UniqueConstraint("tenant_id", "article_id", "revision"),
    CheckConstraint("revision >= 1", name="counts_from_one"),
    CheckConstraint("published_at IS NULL OR published_on IS NOT NULL", name="an_instant_has_a_day"),
    Index(None, "tenant_id", "published_on", "article_id", "revision", "published_utc"),
    Index(None, "tenant_id", "number"),
)

# The newest revision of each article, with what heads are looked up by. `source_key` is the folded source.
heads = Table(
    "heads",
    metadata,
    Column("tenant_id", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("group_id", Text, nullable=False),
    Column("canonical_url", Text),
    Column("source_key", Text, nullable=False),
    Column("seen", Instant, nullable=False),
    Column("published_on", Date),
    PrimaryKeyConstraint("tenant_id", "id"),
    ForeignKeyConstraint(
        ["tenant_id", "id", "revision"],
        ["revisions.tenant_id", "revisions.article_id", "revisions.revision"],
    ),
    Index(None, "tenant_id", "canonical_url"),
    Index(None, "tenant_id", "seen"),
    Index(None, "tenant_id", "published_on"),
    Index(None, "tenant_id", "source_key", "seen", "id"),
)

fingerprints = Table(
    "fingerprints",
    metadata,
    Column("tenant_id", Text, nullable=False),
    Column("article_id", Text, nullable=False),
    Column("group_id", Text, nullable=False),
    Column("signature", Numbers("I"), nullable=False),
    Column("bands", Numbers("q"), nullable=False),
    PrimaryKeyConstraint("tenant_id", "article_id"),
)

# One row a band, only to find fingerprints by it. The key is all there is, so it is the table (SQLite).
fingerprint_bands = Table(
    "fingerprint_bands",
    metadata,
    Column("tenant_id", Text, nullable=False),
    Column("band", BigInteger, nullable=False),
    Column("article_id", Text, nullable=False),
    PrimaryKeyConstraint("tenant_id", "band", "article_id"),
    sqlite_with_rowid=False,
)

summaries = Table(
    "summaries",
    metadata,
    Column("tenant_id", Text, nullable=False),
    Column("engine", Text, nullable=False),
    Column("article_id", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("summary", Text, nullable=False),
    PrimaryKeyConstraint("tenant_id", "engine", "article_id", "revision"),
)

briefings = Table(
    "briefings",
    metadata,
    Column("tenant_id", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("briefing", Text, nullable=False),
    PrimaryKeyConstraint("tenant_id", "id"),
)

# Which channel was shown which briefing on request. `topics` is as in `deliveries`.
shown = Table(
    "shown",
    metadata,
    Column("tenant_id", Text, nullable=False),
    Column("platform", Text, nullable=False),
    Column("channel_id", Text, nullable=False),
    Column("briefing_id", Text, nullable=False),
    Column("topics", Text, nullable=False),
    Column("until", Instant, nullable=False),
    Column("shown_at", Instant, nullable=False),
    PrimaryKeyConstraint("tenant_id", "platform", "channel_id", "briefing_id"),
)

# Each schedule with the run it waits for; `schedule` is JSON.
schedules = Table(
    "schedules",
    metadata,
    Column("id", Text, nullable=False),
    Column("tenant_id", Text, nullable=False),
    Column("schedule", Text, nullable=False),
    Column("run_on", Date, nullable=False),
    Column("run_at", Instant, nullable=False),
    PrimaryKeyConstraint("id"),
    Index(None, "tenant_id"),
    Index(None, "run_at"),
)

# Each scheduled send; `delivery` is JSON, the other columns are what it is looked up by. `topics` is the
# sorted JSON list of topic names, so that equal sets are equal text. `upto` is the `number` of a revision.
deliveries = Table(
    "deliveries",
    metadata,
    Column("id", Text, nullable=False),
    Column("tenant_id", Text, nullable=False),
    Column("platform", Text, nullable=False),
    Column("channel_id", Text, nullable=False),
    Column("schedule_id", Text, nullable=False),
    Column("local_date", Date, nullable=False),
    Column("topics", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("due", Instant, nullable=False),
    Column("delivery", Text, nullable=False),
    Column("upto", BigInteger),
    PrimaryKeyConstraint("id"),
    UniqueConstraint("platform", "tenant_id", "channel_id", "local_date", "schedule_id"),
    Index(None, "tenant_id", "local_date"),
    Index(None, "tenant_id", "platform", "channel_id", "state", "due"),
)

pauses = Table(
    "pauses",
    metadata,
    Column("tenant_id", Text, nullable=False),
    Column("platform", Text, nullable=False),
    Column("channel_id", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("since", Instant, nullable=False),
    PrimaryKeyConstraint("tenant_id", "platform", "channel_id"),
)

audit = Table(
    "audit",
    metadata,
    Column("number", BigKey, nullable=False),
    Column("tenant_id", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Column("who", Text, nullable=False),
    Column("what", Text, nullable=False),
    PrimaryKeyConstraint("number"),
    Index(None, "tenant_id", "at"),
)

# Work of the embedded engine. `owner` is the worker that has it, null while it is free.
jobs = Table(
    "jobs",
    metadata,
    Column("key", Text, nullable=False),
    Column("task", Text, nullable=False),
    Column("lane", Text, nullable=False),
    Column("arguments", Text, nullable=False),
    Column("due", Instant, nullable=False),
    Column("owner", Text),
    PrimaryKeyConstraint("key"),
    Index(None, "due"),
    Index(None, "owner"),
)

# The deadline ledger; `entry` is JSON, the days are the first and last that anybody reports of it.
entries = Table(
    "entries",
    metadata,
    Column("tenant_id", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("first_day", Date, nullable=False),
    Column("last_day", Date, nullable=False),
    Column("entry", Text, nullable=False),
    PrimaryKeyConstraint("tenant_id", "id"),
    Index(None, "tenant_id", "last_day"),
)

# Which revisions the ledger has taken in, as which engine condensed them.
absorbed = Table(
    "absorbed",
    metadata,
    Column("tenant_id", Text, nullable=False),
    Column("engine", Text, nullable=False),
    Column("article_id", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    PrimaryKeyConstraint("tenant_id", "engine", "article_id", "revision"),
)

# What a channel (reader is empty) or one of its readers wants of the reminders of an entry.
wishes = Table(
    "wishes",
    metadata,
    Column("tenant_id", Text, nullable=False),
    Column("platform", Text, nullable=False),
    Column("channel_id", Text, nullable=False),
    Column("entry_id", Text, nullable=False),
    Column("reader", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("until", Instant),
    PrimaryKeyConstraint("tenant_id", "platform", "channel_id", "entry_id", "reader"),
)

# The passages of heads; `number` is the row of their full-text index. `sentences` holds start and end of each
# sentence in turn; source and publication stand here too, so that a search filters without a further look-up.
passages = Table(
    "passages",
    metadata,
    Column("number", BigKey, nullable=False),
    Column("tenant_id", Text, nullable=False),
    Column("article_id", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("sentences", Numbers("I"), nullable=False),
    Column("source_key", Text, nullable=False),
    Column("published_on", Date),
    Column("published_utc", Instant),
    PrimaryKeyConstraint("number"),
    Index(None, "tenant_id", "article_id"),
)

# Questions of readers, newest last: for follow-ups and limits. `turn` is JSON.
turns = Table(
    "turns",
    metadata,
    Column("number", BigKey, nullable=False),
    Column("tenant_id", Text, nullable=False),
    Column("platform", Text, nullable=False),
    Column("channel_id", Text, nullable=False),
    Column("thread_id", Text, nullable=False),
    Column("user_id", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Column("turn", Text, nullable=False),
    PrimaryKeyConstraint("number"),
    Index(None, "tenant_id", "platform", "channel_id", "at"),
    Index(None, "at"),
)

# When a reader last caught up in a channel, and the `number` of the last revision then.
visits = Table(
    "visits",
    metadata,
    Column("tenant_id", Text, nullable=False),
    Column("platform", Text, nullable=False),
    Column("channel_id", Text, nullable=False),
    Column("user_id", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Column("arrival", BigInteger),
    PrimaryKeyConstraint("tenant_id", "platform", "channel_id", "user_id"),
)

# Which reminder of which entry was taken over by which delivery: each once. `reminder` is JSON.
promises = Table(
    "promises",
    metadata,
    Column("tenant_id", Text, nullable=False),
    Column("platform", Text, nullable=False),
    Column("channel_id", Text, nullable=False),
    Column("entry_id", Text, nullable=False),
    Column("deadline", Date, nullable=False),
    Column("step", Text, nullable=False),
    Column("reader", Text, nullable=False),
    Column("delivery_id", Text, nullable=False),
    Column("reminder", Text, nullable=False),
    PrimaryKeyConstraint("tenant_id", "platform", "channel_id", "entry_id", "deadline", "step", "reader"),
    Index(None, "delivery_id"),
)

# What a channel was set to from a chat; `settings` is JSON.
preferences = Table(
    "preferences",
    metadata,
    Column("tenant_id", Text, nullable=False),
    Column("platform", Text, nullable=False),
    Column("channel_id", Text, nullable=False),
    Column("settings", Text, nullable=False),
    PrimaryKeyConstraint("tenant_id", "platform", "channel_id"),
)

# Events of the platforms that a process took; no owner means answered.
inbound = Table(
    "inbound",
    metadata,
    Column("event", Text, nullable=False),
    Column("owner", Text, nullable=False),
    Column("at", Instant, nullable=False),
    PrimaryKeyConstraint("event"),
    Index(None, "at"),
)

# Replies that their owners may share; `kept` is JSON.
replies = Table(
    "replies",
    metadata,
    Column("tenant_id", Text, nullable=False),
    Column("platform", Text, nullable=False),
    Column("channel_id", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("until", Instant, nullable=False),
    Column("kept", Text, nullable=False),
    PrimaryKeyConstraint("tenant_id", "platform", "channel_id", "id"),
    Index(None, "until"),
)

feedbacks = Table(
    "feedback",
    metadata,
    Column("tenant_id", Text, nullable=False),
    Column("platform", Text, nullable=False),
    Column("channel_id", Text, nullable=False),
    Column("briefing_id", Text, nullable=False),
    Column("user_id", Text, nullable=False),
    Column("useful", Boolean, nullable=False),
    Column("at", Instant, nullable=False),
    PrimaryKeyConstraint("tenant_id", "platform", "channel_id", "briefing_id", "user_id"),
)

# Tenants that removed the bot, until what is kept of them is deleted.
removals = Table(
    "removals",
    metadata,
    Column("platform", Text, nullable=False),
    Column("tenant_id", Text, nullable=False),
    Column("at", Instant, nullable=False),
    PrimaryKeyConstraint("platform", "tenant_id"),
)

# Tenants that installed the bot by themselves; `sealed` is encrypted and holds their tokens, of any length.
installations = Table(
    "installations",
    metadata,
    Column("platform", Text, nullable=False),
    Column("tenant_id", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Column("sealed", Text, nullable=False),
    PrimaryKeyConstraint("platform", "tenant_id"),
)

# Installations that were begun in a browser, by a digest of their mark.
install_states = Table(
    "install_states",
    metadata,
    Column("digest", Text, nullable=False),
    Column("until", Instant, nullable=False),
    PrimaryKeyConstraint("digest"),
    Index(None, "until"),
)

CLAIMED = text("claimant IS NOT NULL")

# Feeds, sitemaps and pages that are polled; `halted_by` is empty for one that paused by itself. Hours and
# days to skip are bits. `claimant` is the process that looks at it now, if its death can be told.
sources = Table(
    "sources",
    metadata,
    Column("tenant_id", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("added", Instant, nullable=False),
    Column("due", Instant, nullable=False),
    Column("every", Integer, nullable=False),
    Column("who", Text, nullable=False),
    Column("health", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("etag", Text, nullable=False),
    Column("last_modified", Text, nullable=False),
    Column("checked", Instant),
    Column("read", Instant),
    Column("changed", Instant),
    Column("failing", Instant),
    Column("moved_from", Text),
    Column("halted", Instant),
    Column("halted_why", Text, nullable=False),
    Column("halted_by", Text, nullable=False),
    Column("skip_hours", Integer, nullable=False, server_default="0"),
    Column("skip_days", Integer, nullable=False, server_default="0"),
    Column("claimant", Text),
    PrimaryKeyConstraint("tenant_id", "id"),
    UniqueConstraint("tenant_id", "url"),
    Index(None, "due"),
    Index(None, "claimant", sqlite_where=CLAIMED, postgresql_where=CLAIMED),
)

# The items of each source that were dealt with, by a digest of what they said, and when they were there last.
source_items = Table(
    "source_items",
    metadata,
    Column("tenant_id", Text, nullable=False),
    Column("source_id", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("seen", Instant, nullable=False),
    PrimaryKeyConstraint("tenant_id", "source_id", "key"),
    Index(None, "seen"),
)

# Deadlines that stand in a platform's calendar; `event_id` is the platform's, `appointment` is JSON.
appointments = Table(
    "appointments",
    metadata,
    Column("platform", Text, nullable=False),
    Column("tenant_id", Text, nullable=False),
    Column("entry_id", Text, nullable=False),
    Column("sequence", Integer, nullable=False),
    Column("event_id", Text, nullable=False),
    Column("appointment", Text, nullable=False),
    PrimaryKeyConstraint("platform", "tenant_id", "entry_id"),
)

checkpoints = Table(
    "checkpoints",
    metadata,
    Column("tenant_id", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("state", Text, nullable=False),
    PrimaryKeyConstraint("tenant_id", "name"),
)
