"""What the story needs from the outside: every Protocol, its docstring the contract.

Adapters implement these; the suites in tests/contract hold every adapter to them, the fakes included.
"""

from bot.ports.articles import Articles, Briefings, Checkpoints, Fingerprint, Opening, Passages, Summaries
from bot.ports.calendar import Appointments, Calendar
from bot.ports.chat import Conversations, Feedbacks, Hold, Inbound, Preferences, Replies
from bot.ports.deadlines import Ledger, LedgerKeeper, Promises, Wishes
from bot.ports.desk import Desk
from bot.ports.encoding import Encoder
from bot.ports.running import Clock, Handover, Job, Jobs, Life, Queue, RunCpu, Waiting
from bot.ports.sending import (
    Audit,
    Change,
    Channels,
    Deliveries,
    Messenger,
    Pause,
    Presence,
    Reconciliation,
    Schedules,
)
from bot.ports.sources import Fetcher, Reader, Sources
from bot.ports.store import Store, UnitOfWork
from bot.ports.tenants import Installations, Installed, InstallStates, Tenants

__all__ = [
    "Appointments",
    "Articles",
    "Audit",
    "Briefings",
    "Calendar",
    "Change",
    "Channels",
    "Checkpoints",
    "Clock",
    "Conversations",
    "Deliveries",
    "Desk",
    "Encoder",
    "Feedbacks",
    "Fetcher",
    "Fingerprint",
    "Handover",
    "Hold",
    "Inbound",
    "InstallStates",
    "Installations",
    "Installed",
    "Job",
    "Jobs",
    "Ledger",
    "LedgerKeeper",
    "Life",
    "Messenger",
    "Opening",
    "Passages",
    "Pause",
    "Preferences",
    "Presence",
    "Promises",
    "Queue",
    "Reader",
    "Reconciliation",
    "Replies",
    "RunCpu",
    "Schedules",
    "Sources",
    "Store",
    "Summaries",
    "Tenants",
    "UnitOfWork",
    "Waiting",
    "Wishes",
]
