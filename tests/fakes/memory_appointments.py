"""Appointments, in memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.appointment import KeptAppointment
from bot.domain.channel import Platform
from bot.ports import Appointments
from tests.fakes.memory_state import State


@dataclass(frozen=True, slots=True)
class MemoryAppointments(Appointments):
    state: State

    async def put(self, kept: KeptAppointment) -> None:
        key = kept.platform, kept.tenant_id, kept.appointment.entry_id
        self.state.to_write().appointments[key] = kept

    async def of(self, platform: Platform, tenant_id: str) -> tuple[KeptAppointment, ...]:
        held = sorted(self.state.appointments.items())
        return tuple(one for key, one in held if key[:2] == (platform, tenant_id))

    async def tenants(self) -> tuple[tuple[Platform, str], ...]:
        return tuple(sorted({(platform, tenant_id) for platform, tenant_id, _ in self.state.appointments}))

    async def drop(self, platform: Platform, tenant_id: str, entry_ids: Sequence[str]) -> None:
        for entry_id in entry_ids:
            self.state.to_write().appointments.pop((platform, tenant_id, entry_id), None)
