"""The platforms that are set up: who posts to them, and who listens."""

from __future__ import annotations

from contextlib import AsyncExitStack
from typing import TYPE_CHECKING

from bot.domain.channel import Platform
from bot.ports import Clock, Store
from bot.settings import Settings
from bot.settings.platforms import DiscordSettings, SlackSettings

if TYPE_CHECKING:
    from slack_bolt.async_app import AsyncApp

from bot.app.outside import Platforms
from bot.app.workspaces import many_slacks, signature


async def open_platforms(stack: AsyncExitStack, settings: Settings, clock: Clock, store: Store) -> Platforms:
    """Those that are set up; nothing of a platform is imported before."""
    platforms = Platforms()
    if settings.slack.is_set_up and settings.slack.is_shared:
        await many_slacks(stack, settings.slack, clock, store, platforms)
    elif settings.slack.is_set_up:
        await _slack(stack, settings.slack, clock, platforms)
    if settings.discord.is_set_up:
        await _discord(stack, settings.discord, platforms)
    return platforms


async def _slack(stack: AsyncExitStack, settings: SlackSettings, clock: Clock, platforms: Platforms) -> None:
    """One workspace by its bot token."""
    from bot.platforms.slack.clients import OneWorkspace
    from bot.platforms.slack.listen import Listener
    from bot.platforms.slack.messenger import SlackMessenger
    from bot.platforms.slack.pace import Pace
    from bot.platforms.slack.web import web_client

    token = settings.bot_token.get_secret_value()
    client = await stack.enter_async_context(web_client(token, settings.base_url, settings.timeout))
    pace = Pace()
    platforms.messengers[Platform.SLACK] = SlackMessenger(clients=OneWorkspace(client), pace=pace)

    async def serve(app: AsyncApp) -> None:
        if settings.mode == "socket":
            from bot.platforms.slack.socket_mode import by_socket

            await by_socket(app, client, settings.app_token.get_secret_value())
        else:
            from bot.platforms.slack.http import Endpoints
            from bot.platforms.slack.http import serve as by_http

            await by_http(settings.listen, Endpoints(app=app, signature=signature(settings, clock)).routes())

    platforms.listeners.append(
        lambda desk: Listener(client=client, serve=serve, desk=desk, clock=clock, pace=pace).listen
    )


async def _discord(stack: AsyncExitStack, settings: DiscordSettings, platforms: Platforms) -> None:
    from bot.platforms.discord.events import DiscordCalendar
    from bot.platforms.discord.listen import Listener
    from bot.platforms.discord.messenger import DiscordMessenger
    from bot.platforms.discord.rest import rest_client

    link = rest_client(
        settings.token.get_secret_value(), settings.base_url, settings.gateway_url, settings.timeout
    )
    rest = await stack.enter_async_context(link)
    platforms.messengers[Platform.DISCORD] = DiscordMessenger(rest=rest)
    platforms.calendars[Platform.DISCORD] = DiscordCalendar(rest=rest, home=settings.guild)
    platforms.listeners.append(lambda desk: Listener(rest=rest, desk=desk, home=settings.guild).listen)
