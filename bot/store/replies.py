"""The Replies and Feedbacks ports over the database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.channel import Channel, Platform
from bot.domain.reply import Feedback, KeptReply
from bot.ports import Feedbacks, Replies
from bot.store.codec import decode, encode
from bot.store.keys import columns_of, of_channel
from bot.store.tables import feedbacks, replies
from bot.store.upsert import put


@dataclass(frozen=True, slots=True)
class SqlReplies(Replies):
    """Kept replies within one transaction."""

    connection: AsyncConnection

    async def put(self, kept: KeptReply) -> None:
        """See Replies."""
        row = {**columns_of(kept.channel), "id": kept.id, "until": kept.until, "kept": encode(kept)}
        await put(self.connection, replies, row)

    async def get(self, channel: Channel, reply_id: str) -> KeptReply | None:
        """See Replies."""
        query = select(replies.c.kept).where(of_channel(replies, channel), replies.c.id == reply_id)
        text: str | None = await self.connection.scalar(query)
        return None if text is None else decode(KeptReply, text)

    async def oldest(self) -> datetime | None:
        """See Replies."""
        until: datetime | None = await self.connection.scalar(select(func.min(replies.c.until)))
        return until

    async def forget(self, before: datetime) -> None:
        """See Replies."""
        await self.connection.execute(delete(replies).where(replies.c.until < before))


@dataclass(frozen=True, slots=True)
class SqlFeedbacks(Feedbacks):
    """Feedback within one transaction."""

    connection: AsyncConnection

    async def put(self, feedback: Feedback) -> None:
        """See Feedbacks."""
        row = {
            **columns_of(feedback.channel),
            "briefing_id": feedback.briefing_id,
            "user_id": feedback.user_id,
            "useful": feedback.useful,
            "at": feedback.at,
        }
        await put(self.connection, feedbacks, row)

    async def of(self, tenant_id: str, briefing_id: str) -> tuple[Feedback, ...]:
        """See Feedbacks."""
        same = (feedbacks.c.tenant_id == tenant_id, feedbacks.c.briefing_id == briefing_id)
        query = select(feedbacks).where(*same)
        rows = (await self.connection.execute(query.order_by(feedbacks.c.at))).mappings()
        return tuple(
            Feedback(
                channel=Channel(Platform(row["platform"]), tenant_id, row["channel_id"]),
                briefing_id=row["briefing_id"],
                user_id=row["user_id"],
                useful=row["useful"],
                at=row["at"],
            )
            for row in rows
        )
