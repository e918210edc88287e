"""Which bot an event is for: the installation of the workspace that Slack names, and no other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slack_bolt.authorization import AuthorizeResult

from bot.platforms.slack.install.renewal import Renewal

if TYPE_CHECKING:
    from slack_bolt.async_app import AsyncApp, AsyncBoltContext
    from slack_sdk.web.async_client import AsyncWebClient


def application(renewal: Renewal, bare: AsyncWebClient) -> AsyncApp:
    """Bolt's app for all workspaces. Nothing is asked of Slack before a handler runs; `bare` has no token.

    Requests are to be verified before they come here.
    """
    from slack_bolt.async_app import AsyncApp

    async def authorize(
        context: AsyncBoltContext, enterprise_id: str | None, team_id: str | None
    ) -> AuthorizeResult | None:
        tenant = renewal.kept.tenant_of(enterprise_id, team_id, whole=bool(context.is_enterprise_install))
        found = await renewal.fresh(tenant)
        if found is None:
            return None
        return AuthorizeResult(
            enterprise_id=enterprise_id,
            team_id=team_id,
            bot_user_id=found.bot_user_id,
            bot_id=found.bot_id,
            bot_token=found.bot_token,
        )

    return AsyncApp(
        name="communique",
        client=bare,
        authorize=authorize,  # type: ignore[arg-type] # None is what Bolt itself takes for "not installed"
        request_verification_enabled=False,
    )
