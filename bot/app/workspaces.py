"""Slack for every workspace that installs the bot by itself."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from typing import TYPE_CHECKING

from bot.app.outside import Platforms
from bot.domain.channel import Platform
from bot.ports import Clock, Desk, Store
from bot.runner.service import Listen
from bot.settings.platforms import SlackSettings

if TYPE_CHECKING:
    from bot.platforms.slack.clients import Workspaces
    from bot.platforms.slack.install.flow import Flow
    from bot.platforms.slack.signature import Signature


async def many_slacks(
    stack: AsyncExitStack, settings: SlackSettings, clock: Clock, store: Store, platforms: Platforms
) -> None:
    """Every workspace that installs the bot by itself. Raise SettingsError if a key for tokens is lacking."""
    from bot.platforms.slack.host import Host
    from bot.platforms.slack.messenger import SlackMessenger
    from bot.platforms.slack.pace import Pace
    from bot.platforms.slack.place import Homes

    pace, workspaces = Pace(), await stack.enter_async_context(open_workspaces(settings, clock, store))
    await workspaces.renewal.kept.seal_anew()
    platforms.messengers[Platform.SLACK] = SlackMessenger(clients=workspaces, pace=pace)
    over_http = settings.mode == "http"

    def listener(desk: Desk) -> Listen:
        return Host(
            workspaces=workspaces,
            flow=_flow(settings, workspaces, desk),
            homes=Homes(local=settings.team),
            desk=desk,
            clock=clock,
            pace=pace,
            listen_at=settings.listen,
            signature=signature(settings, clock) if over_http else None,
            app_token="" if over_http else settings.app_token.get_secret_value(),
        ).listen

    platforms.listeners.append(listener)


def _flow(settings: SlackSettings, workspaces: Workspaces, desk: Desk) -> Flow:
    from bot.platforms.slack.install.flow import Flow
    from bot.platforms.slack.install.scopes import SCOPES

    return Flow(
        renewal=workspaces.renewal,
        desk=desk,
        bare=workspaces.bare,
        client_id=settings.client_id,
        client_secret=settings.client_secret.get_secret_value(),
        scopes=SCOPES,
        authorize_url=settings.authorize_url,
    )


@asynccontextmanager
async def open_workspaces(settings: SlackSettings, clock: Clock, store: Store) -> AsyncIterator[Workspaces]:
    """The tokens of the workspaces that installed the bot; raise SettingsError for a key that is none."""
    from bot.platforms.slack.clients import Workspaces
    from bot.platforms.slack.install.kept import Kept
    from bot.platforms.slack.install.renewal import Renewal, rotator_of
    from bot.platforms.slack.install.vault import Vault
    from bot.platforms.slack.place import Homes
    from bot.platforms.slack.web import web_client

    vault = Vault.of(settings.token_keys.get_secret_value())
    kept = Kept(store=store, vault=vault, clock=clock, tenant=Homes(local=settings.team).tenant)
    async with web_client(None, settings.base_url, settings.timeout) as bare:
        rotator = rotator_of(bare, settings.client_id, settings.client_secret.get_secret_value())
        yield Workspaces(renewal=Renewal(kept=kept, rotator=rotator), bare=bare)


def signature(settings: SlackSettings, clock: Clock) -> Signature:
    """What tells a request of Slack from a forged one."""
    from bot.platforms.slack.signature import Signature

    return Signature.of(settings.signing_secret.get_secret_value(), clock)
