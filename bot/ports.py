"""What the story needs from the outside: every Protocol, its docstring the contract.

Adapters implement these; the suites in tests/contract hold every adapter to them, the fakes included.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol, TypeVar

from bot.domain.article import Article, Outlet
from bot.domain.briefing import Briefing, Window
from bot.domain.channel import Channel, Platform, Topic
from bot.domain.delivery import Delivery
from bot.domain.form import Choice, Filled
from bot.domain.ledger import Entry
from bot.domain.passage import Found, Passage, Search
from bot.domain.post import Post, Receipt
from bot.domain.preferences import ChannelSettings
from bot.domain.question import Asker, Turn
from bot.domain.reminder import Promise, Wish
from bot.domain.reply import Feedback, Home, KeptReply, Reply
from bot.domain.request import Arrival, Person, Press, Request, Said, Typing
from bot.domain.schedule import Run, Schedule
from bot.errors import PermanentRefusal
from summarizers.types import Summary

T = TypeVar("T")


class Clock(Protocol):
    """The only source of the present."""

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""
        ...


class RunCpu(Protocol):
    """Runs a pure function away from the event loop, so that platform connections keep their heartbeat."""

    async def __call__(self, function: Callable[..., T], /, *args: object) -> T:
        """Return `function(*args)`; an exception it raises is raised here."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """What is kept of an article to find its near-duplicates: a MinHash signature and its LSH band keys.

    `signature` holds 32-bit hashes; `bands` are 63-bit keys, equal for articles that agree in that band.
    """

    article_id: str
    group_id: str
    signature: tuple[int, ...]
    bands: tuple[int, ...]


class Articles(Protocol):
    """Kept articles of all tenants; every call names the tenant it may see.

    "Head" means the newest revision. Ids are unique per tenant, revisions per article.
    """

    async def heads(self, tenant_id: str, ids: Sequence[str], urls: Sequence[str]) -> tuple[Article, ...]:
        """The heads with one of these ids or one of these canonical URLs, in any order, each once."""
        ...

    async def history(self, tenant_id: str, ids: Sequence[str]) -> tuple[Article, ...]:
        """All revisions of these articles, by id, then oldest first."""
        ...

    async def add(self, articles: Sequence[Article]) -> None:
        """Keep new articles and new revisions and index their title and clean text for search.

        Raise ValueError, and keep none of them, if one of these revisions exists already.
        """
        ...

    async def add_fingerprints(self, tenant_id: str, fingerprints: Sequence[Fingerprint]) -> None:
        """Keep the fingerprints of articles, replacing earlier ones of the same articles."""
        ...

    async def candidates(self, tenant_id: str, bands: Sequence[int]) -> tuple[Fingerprint, ...]:
        """The fingerprints that share at least one of these bands, each once, ordered by article id."""
        ...

    async def get(self, tenant_id: str, article_id: str, revision: int | None = None) -> Article | None:
        """That revision, or the head; None if it is not there."""
        ...

    async def published(
        self,
        tenant_id: str,
        first: date,
        last: date,
        topics: Sequence[Topic] = (),
        until: datetime | None = None,
    ) -> tuple[Article, ...]:
        """Per article, the newest revision published on a local date from `first` to `last`, both included.

        With `until`, revisions whose publication instant is known and later do not count. With topics, only
        articles whose head matches at least one. Ordered by publication date, then id.
        """
        ...

    async def seen(self, tenant_id: str, window: Window, topics: Sequence[Topic] = ()) -> tuple[Article, ...]:
        """The heads that came in within the window, dated or not, ordered by `seen`, then id.

        The window's `oldest` and `basis` do not count here.
        """
        ...

    async def on_topics(self, tenant_id: str, ids: Sequence[str], topics: Sequence[Topic]) -> frozenset[str]:
        """Those of these article ids whose head matches at least one of the topics."""
        ...

    async def undated(self, tenant_id: str, topics: Sequence[Topic] = ()) -> int:
        """How many heads have no publication."""
        ...

    async def newest(self, tenant_id: str, topics: Sequence[Topic] = ()) -> date | None:
        """The latest publication date among the heads, None if none is dated."""
        ...

    async def count(self, tenant_id: str) -> int:
        """How many articles (not revisions) are kept."""
        ...

    async def outlets(self, tenant_id: str) -> tuple[Outlet, ...]:
        """The named sources of the heads, the one with most articles first, then by name."""
        ...


class Summaries(Protocol):
    """Summaries per article revision and engine, so that no article is condensed twice."""

    async def get(
        self, tenant_id: str, revisions: Sequence[tuple[str, int]], engine: str
    ) -> Mapping[tuple[str, int], Summary]:
        """The summaries there are of these (article id, revision) pairs by that engine."""
        ...

    async def put(self, tenant_id: str, engine: str, made: Mapping[tuple[str, int], Summary]) -> None:
        """Keep summaries; one that is there already stays as it is."""
        ...


class Briefings(Protocol):
    """Every briefing that was made, frozen, and which channel was shown which."""

    async def put(self, briefing: Briefing, made_at: datetime) -> None:
        """Keep a briefing; the same id again changes nothing."""
        ...

    async def get(self, tenant_id: str, briefing_id: str) -> Briefing | None:
        """That briefing, exactly as it was kept; None if it is not there."""
        ...

    async def show(self, channel: Channel, briefing: Briefing, at: datetime) -> None:
        """Note that a channel was shown a kept briefing on request; the same again changes nothing."""
        ...

    async def shown_since(self, channel: Channel, since: datetime) -> tuple[Briefing, ...]:
        """The briefings shown to a channel on request, their window over after then, oldest first."""
        ...

    async def last(self, channel: Channel, topics: Sequence[str], before: datetime) -> Briefing | None:
        """The latest briefing on these topics that the channel was shown, its window over before then."""
        ...


class Checkpoints(Protocol):
    """How far a long ingest has come, kept in the same transaction as what it stored."""

    async def get(self, tenant_id: str, name: str) -> str | None:
        """The state kept under a name; None if there is none."""
        ...

    async def put(self, tenant_id: str, name: str, state: str) -> None:
        """Keep a state under a name, replacing the earlier one."""
        ...

    async def drop(self, tenant_id: str, name: str) -> None:
        """Forget a name; no error if it is not there."""
        ...


class Schedules(Protocol):
    """Schedules, each with the run it waits for."""

    async def put(self, planned: Sequence[tuple[Schedule, Run]]) -> None:
        """Keep schedules with their next runs, replacing those of the same ids."""
        ...

    async def remove(self, ids: Sequence[str]) -> None:
        """Forget schedules; their deliveries stay."""
        ...

    async def every(self, tenant_id: str | None = None) -> tuple[tuple[Schedule, Run], ...]:
        """All schedules of a tenant's channels, or of all tenants, with their next runs, ordered by id."""
        ...

    async def due(self, now: datetime, limit: int) -> tuple[tuple[Schedule, Run], ...]:
        """At most `limit` schedules whose next run is at or before `now`, the earliest first.

        Of all tenants; no two transactions are given the same one at a time.
        """
        ...

    async def beyond(self, instant: datetime) -> tuple[tuple[Schedule, Run], ...]:
        """The schedules, of all tenants, whose next run is after an instant."""
        ...


class Deliveries(Protocol):
    """What was to be sent, and what became of it. Ids are unique over all tenants."""

    async def add(self, deliveries: Sequence[Delivery]) -> tuple[Delivery, ...]:
        """Keep new deliveries and return those that were new; one whose id is there stays as it is."""
        ...

    async def get(self, ids: Sequence[str]) -> tuple[Delivery, ...]:
        """The deliveries with these ids, in the order given; missing ones are left out."""
        ...

    async def save(self, deliveries: Sequence[Delivery]) -> None:
        """Replace deliveries that are there."""
        ...

    async def between(self, tenant_id: str, first: date, last: date) -> tuple[Delivery, ...]:
        """A tenant's deliveries of these local days, both included, by due time, then id."""
        ...

    async def last_sent(
        self, channels: Sequence[Channel], topics: Sequence[str], before: datetime
    ) -> Mapping[Channel, Delivery]:
        """Per channel, its latest sent delivery on exactly these topics that was due before an instant."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """Why and since when (UTC) nothing is sent to a channel."""

    reason: str
    since: datetime


class Channels(Protocol):
    """Which channels are paused."""

    async def paused(self, channels: Sequence[Channel]) -> Mapping[Channel, Pause]:
        """The pauses of those of these channels that are paused, or whose tenant removed the bot."""
        ...

    async def pause(self, channel: Channel, pause: Pause) -> bool:
        """Pause a channel; False, and nothing changed, if it is paused already."""
        ...

    async def resume(self, channel: Channel) -> bool:
        """End a pause; False if there is none."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One entry of the audit: who changed what, when (UTC)."""

    at: datetime
    who: str
    what: str


class Audit(Protocol):
    """The append-only record of changes to what is sent where."""

    async def note(self, tenant_id: str, change: Change) -> None:
        """Add an entry."""
        ...

    async def latest(self, tenant_id: str, limit: int) -> tuple[Change, ...]:
        """The latest entries, the newest first."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """Work to be done at `due` (UTC) or later. `lane`: no two jobs of one lane run at the same time.

    `key` names it: while a job with a key is queued, no second one is. `arguments` holds text only.
    """

    task: str
    key: str
    lane: str
    arguments: Mapping[str, str]
    due: datetime


class Jobs(Protocol):
    """Work for later, done at least once by any worker: an engine of ours, or Procrastinate."""

    async def defer(self, jobs: Sequence[Job]) -> None:
        """Queue jobs within this transaction: they exist exactly if it commits; queued keys stay as they are.

        Handlers must bear being run again: a worker that dies is replaced.
        """
        ...


class Queue(Protocol):
    """The workers' side of the embedded engine's jobs; each call is a transaction of its own."""

    async def claim(self, owner: str, now: datetime, limit: int) -> tuple[Job, ...]:
        """Take at most `limit` due jobs, the earliest first, one a lane, none from a lane that is busy."""
        ...

    async def finish(self, owner: str, key: str) -> None:
        """A job is done: forget it. No error if it is no longer this owner's."""
        ...

    async def put_off(self, owner: str, key: str, due: datetime) -> None:
        """Give a job back, to be done at `due` or later."""
        ...

    async def owners(self) -> frozenset[str]:
        """The owners that have jobs now."""
        ...

    async def release(self, dead: Collection[str]) -> int:
        """Give back the jobs of owners that are dead; return how many.

        The dead are named, not the living: one that came to life meanwhile keeps its jobs.
        """
        ...

    async def hasten(self, now: datetime) -> int:
        """Make free jobs that wait for a later instant due now; return how many.

        After a clock was set back, nobody else knows which instants it had set while it was ahead.
        """
        ...

    async def next_due(self) -> datetime | None:
        """When the next free job falls due, None if there is none."""
        ...


class Ledger(Protocol):
    """The deadline ledger: entries that are never removed, and which article revisions they have taken in."""

    async def put(self, changed: Sequence[Entry]) -> None:
        """Keep entries, replacing those of the same ids."""
        ...

    async def get(self, tenant_id: str, ids: Sequence[str]) -> tuple[Entry, ...]:
        """The entries with these ids, by id; missing ones are left out."""
        ...

    async def between(self, tenant_id: str, first: date, last: date) -> tuple[Entry, ...]:
        """The entries for which anybody reports a day from `first` to `last`, both included, by id."""
        ...

    async def waiting(self, tenant_id: str, engine: str, limit: int) -> tuple[Article, ...]:
        """At most `limit` dated revisions, not only heads, not taken in yet as that engine condenses them.

        Ordered by publication date, then id, then revision.
        """
        ...

    async def absorb(self, tenant_id: str, engine: str, taken: Sequence[tuple[str, int]]) -> None:
        """Note that these (article id, revision) pairs are taken in; the same again changes nothing."""
        ...


class LedgerKeeper(Protocol):
    """Brings the ledger up to date, for those who may only read it."""

    async def run(self, tenant_id: str) -> int:
        """Take in every dated revision of a tenant that is not yet; return how many."""
        ...


class Wishes(Protocol):
    """What channels and their readers want of single entries: mute, snooze, remind me."""

    async def put(self, wish: Wish) -> None:
        """Keep a wish, replacing the earlier one of the same channel, entry and reader."""
        ...

    async def drop(self, channel: Channel, entry_id: str, reader: str = "") -> bool:
        """Forget a wish; False if there is none."""
        ...

    async def of(self, channel: Channel) -> tuple[Wish, ...]:
        """The wishes in a channel, by entry, then reader."""
        ...


class Passages(Protocol):
    """The passages of heads in a full-text index: words are compared without case, accents and endings.

    A passage whose revision is no longer its article's head is never found. On PostgreSQL a tsvector over
    title and text, ranked with ts_rank, fits this port.
    """

    async def put(self, made: Sequence[tuple[Article, Sequence[Passage]]]) -> None:
        """Index articles under these passages, in place of those of their earlier revisions."""
        ...

    async def drop(self, tenant_id: str, ids: Sequence[str]) -> None:
        """Forget the passages of articles; to be called before the articles themselves are deleted."""
        ...

    async def clear(self) -> None:
        """Forget every passage of every tenant, so that the index can be built anew."""
        ...

    async def waiting(self, after: tuple[str, str], limit: int) -> tuple[Article, ...]:
        """At most `limit` heads of all tenants that have no passage, by tenant and id, those after a pair."""
        ...

    async def size(self) -> int:
        """About how many passages there are in all tenants: what a search costs grows with it."""
        ...

    async def rarity(self, words: Sequence[str], most: int) -> Mapping[str, int]:
        """How many passages of all tenants hold each of these words; counting stops at `most`."""
        ...

    async def find(self, tenant_id: str, search: Search) -> tuple[Found, ...]:
        """The most relevant passages, at most `search.limit`; nothing in it is ever syntax."""
        ...

    async def sources(self, tenant_id: str) -> tuple[str, ...]:
        """The names of a tenant's sources as their newest articles spell them, in order."""
        ...

    async def span(self, tenant_id: str) -> tuple[date, date] | None:
        """The first and the last publication date among a tenant's heads; None if none is dated."""
        ...


class Conversations(Protocol):
    """What readers asked lately, and when they last caught up; nothing is shared between channels."""

    async def add(self, turn: Turn) -> None:
        """Keep a turn."""
        ...

    async def last(self, asker: Asker, since: datetime) -> Turn | None:
        """The latest turn of this person in this thread of this channel at or after an instant."""
        ...

    async def count(self, channel: Channel, since: datetime, user_id: str | None = None) -> int:
        """How many turns a channel, or one person in it, has had since an instant."""
        ...

    async def forget(self, before: datetime) -> None:
        """Forget the turns, of all tenants, from before an instant."""
        ...

    async def visited(self, asker: Asker) -> datetime | None:
        """When this person last caught up in this channel; None for never."""
        ...

    async def visit(self, asker: Asker, at: datetime) -> None:
        """Note that this person catches up in this channel."""
        ...


class Promises(Protocol):
    """Which reminders of which entries were taken over by which deliveries: each reminder once."""

    async def put(self, promises: Sequence[Promise]) -> None:
        """Keep promises, replacing those of the same channel, entry, deadline, step and reader.

        Their state and reason are not kept: those are their deliveries'.
        """
        ...

    async def about(self, channel: Channel, entry_ids: Sequence[str]) -> tuple[Promise, ...]:
        """The promises to a channel about these entries, with what became of them; by instant, then step.

        One whose delivery is not there is left out.
        """
        ...

    async def of(self, delivery_ids: Sequence[str]) -> tuple[Promise, ...]:
        """What these deliveries took over, with what became of it, by entry, then step."""
        ...

    async def waiting(self, tenant_id: str) -> tuple[Promise, ...]:
        """The promises to a tenant's channels whose delivery is still open, by instant, then step."""
        ...


class Preferences(Protocol):
    """What channels were set to from a chat; they win over the settings file."""

    async def put(self, settings: ChannelSettings) -> None:
        """Keep a channel's settings, replacing the earlier ones."""
        ...

    async def get(self, channel: Channel) -> ChannelSettings | None:
        """A channel's settings; None if nothing was set from a chat."""
        ...

    async def of(self, channels: Sequence[Channel]) -> Mapping[Channel, ChannelSettings]:
        """The settings of those of these channels that were set from a chat."""
        ...

    async def every(self, tenant_id: str | None = None) -> tuple[ChannelSettings, ...]:
        """All that were set, of a tenant or of all tenants, ordered by channel."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """Which process took an inbound event, and when (UTC); no owner means that it is answered."""

    owner: str
    at: datetime


class Inbound(Protocol):
    """Which events of the platforms were taken by whom, so that each is answered once."""

    async def holder(self, event: str) -> Hold | None:
        """Who took an event; None if nobody did."""
        ...

    async def hold(self, event: str, hold: Hold) -> None:
        """Note who has an event now, whoever had it."""
        ...

    async def oldest(self) -> datetime | None:
        """When the oldest event that is remembered was taken; None if there is none."""
        ...

    async def forget(self, before: datetime) -> None:
        """Forget the events taken before an instant."""
        ...


class Replies(Protocol):
    """Replies that their owners may share, for a time."""

    async def put(self, kept: KeptReply) -> None:
        """Keep a reply, replacing what is kept under its channel and id."""
        ...

    async def get(self, channel: Channel, reply_id: str) -> KeptReply | None:
        """That reply of this channel; None if it is not there."""
        ...

    async def oldest(self) -> datetime | None:
        """When the time of the first one is over; None if none is kept."""
        ...

    async def forget(self, before: datetime) -> None:
        """Forget the replies whose time was over before an instant."""
        ...


class Feedbacks(Protocol):
    """What readers think of briefings."""

    async def put(self, feedback: Feedback) -> None:
        """Keep it, replacing what the same person said before of the same briefing in the same channel."""
        ...

    async def of(self, tenant_id: str, briefing_id: str) -> tuple[Feedback, ...]:
        """All that was said of a briefing in a tenant's channels, the oldest first."""
        ...


class Tenants(Protocol):
    """Tenants that removed the bot, and what is kept of them."""

    async def remove(self, platform: Platform, tenant_id: str, at: datetime) -> bool:
        """Note that a tenant removed the bot; False, and nothing changed, if that is noted already."""
        ...

    async def back(self, platform: Platform, tenant_id: str) -> bool:
        """The bot was added again; False if it was not removed."""
        ...

    async def removed(self, before: datetime) -> tuple[tuple[Platform, str], ...]:
        """The tenants that removed it before an instant, in order."""
        ...

    async def delete(self, platform: Platform, tenant_id: str) -> None:
        """Delete all that is kept of a tenant; of `local`, only its channels on that platform."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Installed:
    """What a tenant gave the bot when it was installed there, at `at` (UTC).

    `sealed` is encrypted, and for the platform's adapter alone to open: no store sees a token in clear.
    """

    platform: Platform
    tenant_id: str
    at: datetime
    sealed: str


class Installations(Protocol):
    """The tenants that installed the bot by themselves, each with its sealed tokens."""

    async def put(self, installed: Installed) -> None:
        """Keep an installation, replacing the tenant's earlier one on that platform."""
        ...

    async def get(self, platform: Platform, tenant_id: str) -> Installed | None:
        """A tenant's installation; None if there is none."""
        ...

    async def every(self, platform: Platform) -> tuple[Installed, ...]:
        """All installations on a platform, ordered by tenant."""
        ...

    async def drop(self, platform: Platform, tenant_id: str) -> bool:
        """Forget a tenant's installation, its tokens with it; False if there is none."""
        ...


class InstallStates(Protocol):
    """The marks of installations that were begun in a browser: each counts once, and for a time only.

    Kept is a digest of the mark, so that nobody who reads the database can finish what another began.
    """

    async def add(self, digest: str, until: datetime) -> None:
        """Keep a mark that counts before an instant."""
        ...

    async def take(self, digest: str, now: datetime) -> bool:
        """Whether the mark is there and its time is not over; it is gone afterwards."""
        ...

    async def forget(self, before: datetime) -> None:
        """Forget the marks whose time is over at an instant."""
        ...


class UnitOfWork(Protocol):
    """One transaction over everything that is kept."""

    @property
    def articles(self) -> Articles:
        """Articles within this transaction."""
        ...

    @property
    def summaries(self) -> Summaries:
        """Summaries within this transaction."""
        ...

    @property
    def briefings(self) -> Briefings:
        """Briefings within this transaction."""
        ...

    @property
    def checkpoints(self) -> Checkpoints:
        """Checkpoints within this transaction."""
        ...

    @property
    def schedules(self) -> Schedules:
        """Schedules within this transaction."""
        ...

    @property
    def deliveries(self) -> Deliveries:
        """Deliveries within this transaction."""
        ...

    @property
    def channels(self) -> Channels:
        """Channels within this transaction."""
        ...

    @property
    def audit(self) -> Audit:
        """The audit within this transaction."""
        ...

    @property
    def jobs(self) -> Jobs:
        """Jobs within this transaction."""
        ...

    @property
    def ledger(self) -> Ledger:
        """The ledger within this transaction."""
        ...

    @property
    def wishes(self) -> Wishes:
        """Wishes within this transaction."""
        ...

    @property
    def promises(self) -> Promises:
        """Promises within this transaction."""
        ...

    @property
    def passages(self) -> Passages:
        """Passages within this transaction."""
        ...

    @property
    def conversations(self) -> Conversations:
        """Conversations within this transaction."""
        ...

    @property
    def preferences(self) -> Preferences:
        """Preferences within this transaction."""
        ...

    @property
    def inbound(self) -> Inbound:
        """Inbound events within this transaction."""
        ...

    @property
    def replies(self) -> Replies:
        """Kept replies within this transaction."""
        ...

    @property
    def feedback(self) -> Feedbacks:
        """Feedback within this transaction."""
        ...

    @property
    def tenants(self) -> Tenants:
        """Tenants within this transaction."""
        ...

    @property
    def installations(self) -> Installations:
        """Installations within this transaction."""
        ...

    @property
    def install_states(self) -> InstallStates:
        """Marks of installations under way within this transaction."""
        ...


class Store(Protocol):
    """The database.

    Both raise StoreUnavailable, with what was kept and what to do, when it is locked, full or damaged.
    """

    def write(self) -> AbstractAsyncContextManager[UnitOfWork]:
        """A transaction that holds the write lock from its start; commits on a clean exit or rolls back."""
        ...

    def read(self) -> AbstractAsyncContextManager[UnitOfWork]:
        """A consistent view of one moment; writing through it is an error."""
        ...


class Presence(StrEnum):
    """What reconciling found out about a post whose sending had no answer."""

    FOUND = "found"
    ABSENT = "absent"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciliation:
    """The answer to "does it exist?"; `receipt` is there exactly when it was found."""

    presence: Presence
    receipt: Receipt | None = None

    def __post_init__(self) -> None:
        """Refuse a found post without receipt and a receipt without a found post."""
        if (self.presence is Presence.FOUND) != (self.receipt is not None):
            raise ValueError("a receipt belongs to a post that was found, and only to that")


class Messenger(Protocol):
    """A platform that takes posts. It never retries by itself: retry is the outbox's decision."""

    def parts(self, post: Post) -> int:
        """How many messages this post takes: the parent, and its details where there are any."""
        return 2 if post.stories else 1

    async def post(self, delivery_id: str, post: Post, part: int, parent: Receipt | None) -> Receipt:
        """Send part `part` (0 is the parent message) under a delivery id that `reconcile` can find again.

        Raise RetryableRefusal or PermanentRefusal when the post certainly does not exist, AmbiguousOutcome
        when it may.
        """
        ...

    async def edit(self, delivery_id: str, post: Post, receipt: Receipt) -> None:
        """Give the parent message of a post that was sent under this id the words of `post`.

        Doing it again changes nothing. Raise as `post` does; PermanentRefusal where there is no editing.
        """
        what = f"{delivery_id} ({receipt.message_id}): {post.channel.platform} has no editing"
        raise PermanentRefusal(what, code="no_editing")

    def direct(self, _channel: Channel, _person: str, /) -> Channel | None:
        """Where a person of that tenant is written to alone; None where the platform has no such place."""
        return None

    async def reconcile(self, delivery_id: str, channel: Channel, since: datetime) -> Reconciliation:
        """Whether a post with this delivery id exists among those sent at or after `since`."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What a server answered: `body` is None when it said that nothing changed."""

    url: str
    status: int
    body: bytes | None
    content_type: str
    headers: Mapping[str, str]


class Fetcher(Protocol):
    """Fetches public pages and feeds; refuses every address that is not public (DESIGN §9)."""

    async def fetch(self, url: str, *, etag: str | None = None, modified: str | None = None) -> Fetched:
        """The answer after at most 5 redirects, 10 s and 2 MB decompressed; raise InputError otherwise."""
        ...


class Desk(Protocol):
    """The bot as a chat sees it, the same on every platform: an adapter asks here and shows what comes back.

    None means that this event was answered already, or is being answered: show nothing. No call that answers
    a person raises: what fails is a reply with a failure. The others raise StoreError; such an event is taken
    up again when the platform delivers it again. An adapter acknowledges an event before it asks, except
    where the answer opens a form (`OPENS_FORM`, `Command.opens_form`), and calls `answered` once the reply
    stands on the platform. An event whose process died before that is answered when it is delivered again.
    """

    async def command(self, request: Request) -> Reply | None:
        """The answer to a command."""
        ...

    async def press(self, press: Press) -> Reply | None:
        """The answer to a button. A reply to SHARE is for the whole channel, once."""
        ...

    async def submit(self, filled: Filled) -> Reply | None:
        """The answer to a form that was sent; a reply with problems leaves the form open."""
        ...

    async def said(self, said: Said) -> Reply | None:
        """The answer to a free text, for its thread."""
        ...

    async def suggest(self, typing: Typing) -> tuple[Choice, ...]:
        """At most 25 suggestions for what is being typed, the likeliest first."""
        ...

    async def channels(self, platform: Platform, tenant_id: str) -> tuple[Channel, ...]:
        """The channels of a tenant that the bot writes to, in order."""
        ...

    async def home(self, person: Person, channels: Sequence[Channel]) -> Home:
        """A person's home page: of `channels`, of which the platform says that the person is a member."""
        ...

    async def joined(self, arrival: Arrival) -> None:
        """The bot was added to a channel. One message asks to set it up, once in a channel's life."""
        ...

    async def installed(self, platform: Platform, tenant_id: str, person: Person) -> None:
        """A tenant installed the bot, or did so again: what stopped since it was removed goes on."""
        ...

    async def removed(self, platform: Platform, tenant_id: str, channel_id: str | None = None) -> None:
        """The bot was removed from a channel, or from all of a tenant: nothing is sent there from now on.

        What is kept of a tenant is deleted after a time.
        """
        ...

    async def answered(self, platform: Platform, event_id: str) -> None:
        """The answer to this event stands on the platform: it is not answered again."""
        ...
