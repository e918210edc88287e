"""Everything the store in memory keeps, and what holds a transaction to its kind."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from datetime import date, datetime
from operator import attrgetter

from bot.domain.appointment import KeptAppointment
from bot.domain.article import Article
from bot.domain.briefing import Briefing
from bot.domain.catchup import Visit
from bot.domain.channel import Channel, Platform
from bot.domain.delivery import Delivery
from bot.domain.ledger import Entry
from bot.domain.passage import Passage
from bot.domain.preferences import ChannelSettings
from bot.domain.question import Turn
from bot.domain.reminder import Promise, Wish
from bot.domain.reply import Feedback, KeptReply
from bot.domain.schedule import Run, Schedule
from bot.domain.source import Source
from bot.ports import Change, Fingerprint, Hold, Installed, Job, Pause
from summarizers.types import Summary


@dataclass(slots=True)
class State:
    """Everything that is kept; a transaction works on a copy. The values are frozen and shared."""

    writable: bool = False
    revisions: dict[tuple[str, str, int], Article] = field(default_factory=dict)
    fingerprints: dict[tuple[str, str], Fingerprint] = field(default_factory=dict)
    summaries: dict[tuple[str, str, str, int], Summary] = field(default_factory=dict)
    briefings: dict[tuple[str, str], tuple[Briefing, datetime]] = field(default_factory=dict)
    shown: dict[tuple[Channel, str], tuple[Briefing, datetime]] = field(default_factory=dict)
    checkpoints: dict[tuple[str, str], str] = field(default_factory=dict)
    schedules: dict[str, tuple[Schedule, Run]] = field(default_factory=dict)
    deliveries: dict[str, Delivery] = field(default_factory=dict)
    pauses: dict[Channel, Pause] = field(default_factory=dict)
    changes: dict[int, tuple[str, Change]] = field(default_factory=dict)
    jobs: dict[str, Job] = field(default_factory=dict)
    entries: dict[tuple[str, str], Entry] = field(default_factory=dict)
    absorbed: dict[tuple[str, str, str, int], None] = field(default_factory=dict)
    wishes: dict[tuple[Channel, str, str], Wish] = field(default_factory=dict)
    promises: dict[tuple[Channel, str, date, str, str], Promise] = field(default_factory=dict)
    passages: dict[tuple[str, str], tuple[Article, tuple[Passage, ...]]] = field(default_factory=dict)
    turns: dict[int, Turn] = field(default_factory=dict)
    visits: dict[tuple[Channel, str], Visit] = field(default_factory=dict)
    preferences: dict[Channel, ChannelSettings] = field(default_factory=dict)
    inbound: dict[str, Hold] = field(default_factory=dict)
    replies: dict[tuple[Channel, str], KeptReply] = field(default_factory=dict)
    feedback: dict[tuple[Channel, str, str], Feedback] = field(default_factory=dict)
    removals: dict[tuple[Platform, str], datetime] = field(default_factory=dict)
    installations: dict[tuple[Platform, str], Installed] = field(default_factory=dict)
    install_states: dict[str, datetime] = field(default_factory=dict)
    sources: dict[tuple[str, str], Source] = field(default_factory=dict)
    claimed: dict[tuple[str, str], str] = field(default_factory=dict)
    appointments: dict[tuple[Platform, str, str], KeptAppointment] = field(default_factory=dict)
    source_items: dict[tuple[str, str, str], tuple[str, datetime]] = field(default_factory=dict)

    def copy(self, *, writable: bool) -> State:
        return State(writable, *map(dict, _KEPT(self)))

    def to_write(self) -> State:
        """Itself; raise RuntimeError within a read transaction or after a transaction has ended."""
        if not self.writable:
            raise RuntimeError("a read transaction cannot write")
        return self


_KEPT = attrgetter(*(one.name for one in fields(State) if one.name != "writable"))
"""All but whether it may be written, in the order of the fields."""
