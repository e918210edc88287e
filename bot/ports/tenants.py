"""Who installed the bot, and who removed it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.channel import Platform


class Tenants(Protocol):
    """Tenants that removed the bot, and what is kept of them."""

    async def remove(self, platform: Platform, tenant_id: str, at: datetime) -> bool:
        """Note that a tenant removed the bot; False, and nothing changed, if that is noted already."""
        ...

    async def back(self, platform: Platform, tenant_id: str) -> bool:
        """The bot was added again; False if it was not removed."""
        ...

    async def removed(self, before: datetime) -> tuple[tuple[Platform, str], ...]:
        """The tenants that removed it before an instant, in order."""
        ...

    async def delete(self, platform: Platform, tenant_id: str) -> None:
        """Delete all that is kept of a tenant; of `local`, only its channels on that platform."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Installed:
    """What a tenant gave the bot when it was installed there, at `at` (UTC).

    `sealed` is encrypted, and for the platform's adapter alone to open: no store sees a token in clear.
    """

    platform: Platform
    tenant_id: str
    at: datetime
    sealed: str


class Installations(Protocol):
    """The tenants that installed the bot by themselves, each with its sealed tokens."""

    async def put(self, installed: Installed) -> None:
        """Keep an installation, replacing the tenant's earlier one on that platform."""
        ...

    async def get(self, platform: Platform, tenant_id: str) -> Installed | None:
        """A tenant's installation; None if there is none."""
        ...

    async def every(self, platform: Platform) -> tuple[Installed, ...]:
        """All installations on a platform, ordered by tenant."""
        ...

    async def drop(self, platform: Platform, tenant_id: str) -> bool:
        """Forget a tenant's installation, its tokens with it; False if there is none."""
        ...


class InstallStates(Protocol):
    """The marks of installations that were begun in a browser: each counts once, and for a time only.

    Kept is a digest of the mark, so that nobody who reads the database can finish what another began.
    """

    async def add(self, digest: str, until: datetime) -> None:
        """Keep a mark that counts before an instant."""
        ...

    async def take(self, digest: str, now: datetime) -> bool:
        """Whether the mark is there and its time is not over; it is gone afterwards."""
        ...

    async def forget(self, before: datetime) -> None:
        """Forget the marks whose time is over at an instant."""
        ...
