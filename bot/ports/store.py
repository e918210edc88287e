"""One transaction over everything that is kept."""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from typing import Protocol

from bot.ports.articles import Articles, Briefings, Checkpoints, Passages, Summaries
from bot.ports.calendar import Appointments
from bot.ports.chat import Conversations, Feedbacks, Inbound, Preferences, Replies
from bot.ports.deadlines import Ledger, Promises, Wishes
from bot.ports.running import Jobs
from bot.ports.sending import Audit, Channels, Deliveries, Schedules
from bot.ports.sources import Sources
from bot.ports.tenants import Installations, InstallStates, Tenants


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

    @property
    def appointments(self) -> Appointments:
        """Appointments within this transaction."""
        ...

    @property
    def sources(self) -> Sources:
        """Sources within this transaction."""
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
