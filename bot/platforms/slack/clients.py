"""Who posts where: the client that holds the token of a tenant's workspace."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from bot.errors import PermanentRefusal
from bot.platforms.slack.install.renewal import Renewal

if TYPE_CHECKING:
    from slack_sdk.web.async_client import AsyncWebClient

INSTALL_AGAIN = "Install the app in that workspace again: its address of the bot, /slack/install"


class Clients(Protocol):
    """Hands out clients of the Web API."""

    async def of(self, tenant_id: str, /) -> AsyncWebClient:
        """The client with this tenant's own token; raise DeliveryError where there is none that holds."""
        ...


@dataclass(frozen=True, slots=True)
class OneWorkspace(Clients):
    """One bot token, for every tenant that is asked for: there is only the one."""

    client: AsyncWebClient

    async def of(self, _tenant_id: str, /) -> AsyncWebClient:
        """See Clients."""
        return self.client


@dataclass(frozen=True, slots=True, kw_only=True)
class Workspaces(Clients):
    """The tokens of workspaces that installed the bot; asked each time, so a removed one ends at once.

    `bare` has no token and lends its connections.
    """

    renewal: Renewal
    bare: AsyncWebClient

    async def of(self, tenant_id: str) -> AsyncWebClient:
        """See Clients."""
        found = await self.renewal.fresh(tenant_id)
        if found is None or not found.bot_token:
            what = f"The bot is not installed in the Slack workspace {tenant_id}"
            raise PermanentRefusal(what, code="not_installed", todo=INSTALL_AGAIN)
        return with_token(self.bare, found.bot_token)


def with_token(client: AsyncWebClient, token: str | None) -> AsyncWebClient:
    """A client that differs from another in its token alone; both use the same connections."""
    from slack_sdk.web.async_client import AsyncWebClient

    return AsyncWebClient(
        token=token,
        base_url=client.base_url,
        timeout=client.timeout,
        session=client.session,
        retry_handlers=[],
    )
