"""Installations as the database keeps them: everything in them sealed, but whose they are and since when."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from bot.domain.channel import Platform
from bot.errors import SettingsError
from bot.platforms.slack.install.vault import NAME, Unopened, Vault
from bot.ports import Clock, Installed, Store

if TYPE_CHECKING:
    from slack_sdk.oauth.installation_store import Installation

NEVER_KEPT = (
    "user_token",
    "user_refresh_token",
    "user_token_expires_at",
    "user_scopes",
    "incoming_webhook_url",
)
"""The bot acts for itself alone: nothing that acts for a person is kept, even where Slack gives it."""

SHOWN = 5
"""Tenants that an error names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """The installations in our database; `tenant` names the tenant of a team or an enterprise."""

    store: Store
    vault: Vault
    clock: Clock
    tenant: Callable[[str], str] = str

    def tenant_of(self, enterprise_id: str | None, team_id: str | None, *, whole: bool = False) -> str:
        """The tenant of a workspace, or of the enterprise where it installed the bot as a whole."""
        return self.tenant((enterprise_id if whole or not team_id else team_id) or "")

    async def load(self, tenant_id: str) -> Installation | None:
        """A tenant's installation; None if there is none. Raise SettingsError if no key opens it."""
        async with self.store.read() as unit:
            found = await unit.installations.get(Platform.SLACK, tenant_id)
        if found is None:
            return None
        try:
            return self._opened(found)
        except Unopened:
            raise _locked([tenant_id]) from None

    async def every(self) -> tuple[Installed, ...]:
        """All installations, as they are kept; raise SettingsError if there is one that no key opens."""
        async with self.store.read() as unit:
            every = await unit.installations.every(Platform.SLACK)
        locked = [one.tenant_id for one in every if not self._opens(one)]
        if locked:
            raise _locked(locked)
        return every

    async def since(self, tenant_id: str) -> datetime | None:
        """When a tenant installed the bot; None if it has not."""
        async with self.store.read() as unit:
            found = await unit.installations.get(Platform.SLACK, tenant_id)
        return found.at if found else None

    async def save(self, installation: Installation) -> str:
        """Keep a new installation in place of the tenant's earlier one; return the tenant."""
        row = self._sealed(installation, self.clock.now())
        async with self.store.write() as unit:
            await unit.installations.put(row)
        return row.tenant_id

    async def renew(self, before: Installation, after: Installation) -> None:
        """Keep the same installation with new tokens, unless it is gone or another since it was loaded."""
        row = self._sealed(after, self.clock.now())
        async with self.store.write() as unit:
            now = await unit.installations.get(Platform.SLACK, row.tenant_id)
            if now is not None and self._opened(now).bot_token == before.bot_token:
                await unit.installations.put(Installed(**{**_fields(row), "at": now.at}))

    async def drop(self, tenant_id: str, left: datetime | None = None) -> bool:
        """Forget a tenant's tokens; with `left`, only those of an installation before that instant."""
        async with self.store.write() as unit:
            found = await unit.installations.get(Platform.SLACK, tenant_id)
            if found is None or (left is not None and found.at > left):
                return False
            return await unit.installations.drop(Platform.SLACK, tenant_id)

    async def seal_anew(self) -> int:
        """Seal with the first key what an older one sealed; return how many.

        Raise SettingsError, changing nothing, if there is one that no key opens.
        """
        every = await self.every()
        older = [one.tenant_id for one in every if not self.vault.is_newest(one.sealed)]
        for tenant_id in older:
            await self._seal_anew(tenant_id)
        return len(older)

    async def _seal_anew(self, tenant_id: str) -> None:
        async with self.store.write() as unit:
            found = await unit.installations.get(Platform.SLACK, tenant_id)
            if found is not None:
                sealed = self.vault.seal(self.vault.open(found.sealed))
                await unit.installations.put(Installed(**{**_fields(found), "sealed": sealed}))

    def _sealed(self, installation: Installation, at: datetime) -> Installed:
        kept = {key: value for key, value in _written(installation).items() if key not in NEVER_KEPT}
        tenant_id = self.tenant_of(
            installation.enterprise_id, installation.team_id, whole=installation.is_enterprise_install
        )
        text = json.dumps({"tenant": tenant_id, "installation": kept})
        return Installed(platform=Platform.SLACK, tenant_id=tenant_id, at=at, sealed=self.vault.seal(text))

    def _opened(self, row: Installed) -> Installation:
        """What a row holds; a row under another tenant than it was sealed for is as good as not opened."""
        from slack_sdk.oauth.installation_store import Installation

        held = json.loads(self.vault.open(row.sealed))
        if held["tenant"] != row.tenant_id:
            raise Unopened
        return Installation(**held["installation"])

    def _opens(self, row: Installed) -> bool:
        try:
            self._opened(row)
        except Unopened:
            return False
        return True


def _written(installation: Installation) -> dict[str, Any]:
    fields: dict[str, Any] = installation.to_dict_for_copying()
    return {k: v.isoformat() if isinstance(v, datetime) else v for k, v in fields.items()}


def _fields(row: Installed) -> dict[str, Any]:
    return {"platform": row.platform, "tenant_id": row.tenant_id, "at": row.at, "sealed": row.sealed}


def _locked(tenants: list[str]) -> SettingsError:
    named = ", ".join(tenants[:SHOWN]) + (", …" if len(tenants) > SHOWN else "")
    return SettingsError(
        f"{NAME} does not open the tokens of {len(tenants)} Slack workspaces: {named}",
        kept="They were left as they are",
        todo=f"Put the key that sealed them into {NAME}, behind the new one with a comma between, "
        "or let these workspaces install again",
        reference="slack_token_keys",
    )
