"""A word that no schedule sends: one delivery, one message, and the job that sends it."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from bot.domain.channel import Channel
from bot.domain.delivery import Delivery, identity
from bot.domain.style import USUAL, Style
from bot.ports import Job, UnitOfWork

IDS = "ids"


async def plan_word(
    unit: UnitOfWork,
    task: str,
    place: Channel,
    name: str,
    *,
    due: datetime,
    late: timedelta,
    style: Style = USUAL,
) -> bool:
    """Plan that `task` sends a word to a place, once for each name; False if it was planned already.

    Not begun until `late` after `due` it is not sent any more.
    """
    delivery = Delivery(
        id=identity(place, date.min, name),
        channel=place,
        schedule_id=name,
        local_date=due.date(),
        zone="UTC",
        due=due,
        late=due + late,
        topics=(name,),  # never those of a digest, whose news begins at the last one sent
        next_try=due,
        style=style,
    )
    added = await unit.deliveries.add([delivery])
    await unit.jobs.defer([_job(task, one) for one in added])
    return bool(added)


def _job(task: str, delivery: Delivery) -> Job:
    return Job(
        task=task,
        key=f"{task}:{delivery.id}",
        lane=f"{delivery.channel.platform}:{delivery.channel.tenant_id}",
        arguments={IDS: delivery.id},
        due=delivery.due,
    )
