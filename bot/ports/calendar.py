"""Calendars that platforms show to a whole server, and what was put into them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from bot.domain.appointment import Appointment, KeptAppointment, Standing
from bot.domain.channel import Platform


class Calendar(Protocol):
    """The calendars of one platform, one a tenant. It never retries by itself.

    All but `has` raise RetryableRefusal or PermanentRefusal when nothing was changed, AmbiguousOutcome when
    it may have been.
    """

    @property
    def most(self) -> int:
        """How many events a calendar holds, anybody's counted."""
        ...

    def has(self, tenant_id: str) -> bool:
        """Whether a tenant is a place with a calendar, and known to be which."""
        ...

    async def standing(self, tenant_id: str) -> tuple[Standing, ...]:
        """Every event that is not over, by whomever; ours with their marks."""
        ...

    async def create(self, tenant_id: str, appointment: Appointment) -> str:
        """Put it in, with its mark; return the event's id. It must begin in the future.

        The id is empty where the platform finds fault with this one: it stands nowhere, others may.
        """
        ...

    async def change(self, tenant_id: str, event_id: str, appointment: Appointment) -> bool:
        """Let an event that has not begun say this; doing it again changes nothing.

        False if it is not there, or the platform finds fault with what it is to say.
        """
        ...

    async def cancel(self, tenant_id: str, event_id: str) -> None:
        """Take an event out; one that is not there is no error."""
        ...


class Appointments(Protocol):
    """What stands in which calendar, as far as we put it there."""

    async def put(self, kept: KeptAppointment) -> None:
        """Keep it, replacing what is kept of the same ledger entry in that tenant's calendar."""
        ...

    async def of(self, platform: Platform, tenant_id: str) -> tuple[KeptAppointment, ...]:
        """All that is kept of one calendar, by ledger entry."""
        ...

    async def tenants(self) -> tuple[tuple[Platform, str], ...]:
        """The calendars of which anything is kept, in order."""
        ...

    async def drop(self, platform: Platform, tenant_id: str, entry_ids: Sequence[str]) -> None:
        """Forget what is kept of these ledger entries there."""
        ...
