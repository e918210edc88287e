"""What came in, or whose time came, since corrections were looked for, and after which digests."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from bot.domain.article import Article
from bot.domain.delivery import Delivery, State
from bot.ports import UnitOfWork
from bot.remind.view import known_from

LOOKED_AT = "corrections_at"
"""The checkpoint that holds when one was: what came in before is known once its stamp is over."""

KEPT = timedelta(days=3)
"""How long after a digest its message is corrected: older ones are read by nobody as today's news."""


async def digests_of(unit: UnitOfWork, tenant_id: str, now: datetime) -> list[Delivery]:
    """The digests of the last days, and of a clock that was ahead, that are on the platform."""
    kept = await unit.deliveries.between(tenant_id, (now - KEPT).date(), date.max)
    return [one for one in kept if one.state is State.SENT and one.briefing_id and one.parts[0].at]


async def reached(unit: UnitOfWork, tenant_id: str, upto: int, now: datetime) -> tuple[Article, ...]:
    """What came in up to an arrival and was of the future when last looked, and is not any more.

    A look that lies ahead was noted by a clock that was wrong, and is none.
    """
    kept = await unit.checkpoints.get(tenant_id, LOOKED_AT)
    noted = datetime.fromisoformat(kept) if kept else None
    looked = max(noted, now - KEPT) if noted and noted <= now else now - KEPT
    found = await unit.articles.stamped(tenant_id, upto, looked, now)
    return tuple(head for head in found if head.published and looked < known_from(head.published) <= now)


def came_after(head: Article, digest: Delivery) -> bool:
    """Whether an article came in, or its time came, after a digest was made.

    Where that is not noted, after it was sent.
    """
    posted = digest.parts[0].at
    if posted and head.published and known_from(head.published) > posted:
        return True
    if digest.upto is not None:
        return (head.arrival or 0) > digest.upto
    return posted is not None and head.seen > posted
