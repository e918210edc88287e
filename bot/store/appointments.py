"""The Appointments port over the database."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.appointment import Appointment, KeptAppointment
from bot.domain.channel import Platform
from bot.ports import Appointments
from bot.store.chunks import portions
from bot.store.codec import decode, encode
from bot.store.tables import appointments
from bot.store.upsert import put


@dataclass(frozen=True, slots=True)
class SqlAppointments(Appointments):
    """Appointments within one transaction."""

    connection: AsyncConnection

    async def put(self, kept: KeptAppointment) -> None:
        """See Appointments."""
        row = {
            "platform": kept.platform,
            "tenant_id": kept.tenant_id,
            "entry_id": kept.appointment.entry_id,
            "sequence": kept.appointment.sequence,
            "event_id": kept.id,
            "appointment": encode(kept.appointment),
        }
        await put(self.connection, appointments, row)

    async def of(self, platform: Platform, tenant_id: str) -> tuple[KeptAppointment, ...]:
        """See Appointments."""
        query = (
            select(appointments)
            .where(appointments.c.platform == platform, appointments.c.tenant_id == tenant_id)
            .order_by(appointments.c.entry_id)
        )
        return tuple(
            KeptAppointment(
                platform=platform,
                tenant_id=tenant_id,
                id=row["event_id"],
                appointment=decode(Appointment, row["appointment"]),
            )
            for row in (await self.connection.execute(query)).mappings()
        )

    async def tenants(self) -> tuple[tuple[Platform, str], ...]:
        """See Appointments."""
        columns = appointments.c.platform, appointments.c.tenant_id
        rows = await self.connection.execute(select(*columns).distinct().order_by(*columns))
        return tuple((Platform(platform), tenant_id) for platform, tenant_id in rows)

    async def drop(self, platform: Platform, tenant_id: str, entry_ids: Sequence[str]) -> None:
        """See Appointments."""
        for portion in portions(tuple(entry_ids)):
            await self.connection.execute(
                delete(appointments).where(
                    appointments.c.platform == platform,
                    appointments.c.tenant_id == tenant_id,
                    appointments.c.entry_id.in_(portion),
                )
            )
