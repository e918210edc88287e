"""One transaction, with everything that is kept within it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.appointments import SqlAppointments
from bot.store.articles import SqlArticles
from bot.store.briefings import SqlBriefings
from bot.store.channels import SqlAudit, SqlChannels
from bot.store.checkpoints import SqlCheckpoints
from bot.store.conversations import SqlConversations
from bot.store.deliveries import SqlDeliveries
from bot.store.inbound import SqlInbound
from bot.store.installations import SqlInstallations, SqlInstallStates
from bot.store.jobs import SqlJobs
from bot.store.ledger import SqlLedger
from bot.store.passages import SqlPassages
from bot.store.preferences import SqlPreferences
from bot.store.promises import SqlPromises
from bot.store.replies import SqlFeedbacks, SqlReplies
from bot.store.schedules import SqlSchedules
from bot.store.sources import SqlSources
from bot.store.summaries import SqlSummaries
from bot.store.tenants import SqlTenants
from bot.store.wishes import SqlWishes


@dataclass(frozen=True, slots=True)
class SqlUnit:
    """The UnitOfWork of one open transaction; `connection` is for adapters that join the transaction."""

    connection: AsyncConnection
    articles: SqlArticles
    summaries: SqlSummaries
    briefings: SqlBriefings
    checkpoints: SqlCheckpoints
    schedules: SqlSchedules
    deliveries: SqlDeliveries
    channels: SqlChannels
    audit: SqlAudit
    jobs: SqlJobs
    ledger: SqlLedger
    wishes: SqlWishes
    promises: SqlPromises
    passages: SqlPassages
    conversations: SqlConversations
    preferences: SqlPreferences
    inbound: SqlInbound
    replies: SqlReplies
    feedback: SqlFeedbacks
    tenants: SqlTenants
    installations: SqlInstallations
    install_states: SqlInstallStates
    sources: SqlSources
    appointments: SqlAppointments

    @classmethod
    def over(cls, connection: AsyncConnection) -> Self:
        """The unit over a connection whose transaction has begun."""
        return cls(
            connection,
            SqlArticles(connection),
            SqlSummaries(connection),
            SqlBriefings(connection),
            SqlCheckpoints(connection),
            SqlSchedules(connection),
            SqlDeliveries(connection),
            SqlChannels(connection),
            SqlAudit(connection),
            SqlJobs(connection),
            SqlLedger(connection),
            SqlWishes(connection),
            SqlPromises(connection),
            SqlPassages.over(connection),
            SqlConversations(connection),
            SqlPreferences(connection),
            SqlInbound(connection),
            SqlReplies(connection),
            SqlFeedbacks(connection),
            SqlTenants(connection),
            SqlInstallations(connection),
            SqlInstallStates(connection),
            SqlSources(connection),
            SqlAppointments(connection),
        )
