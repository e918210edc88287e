"""`communique doctor`: everything is asked once, and each thing that is wrong has one fix."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from bot.app import asked_engine, open_workspaces
from bot.cli.behind import clock_checked
from bot.cli.eventful import channels_with_events
from bot.cli.findings import Finding, report
from bot.cli.sick import sources_checked
from bot.deliver.register import FROM_SETTINGS
from bot.deliver.when import clock_time
from bot.domain.channel import Platform
from bot.domain.schedule import QuietPolicy
from bot.errors import CommuniqueError, SettingsError, StoreError, StoreMissing
from bot.logs import redact
from bot.runner.clock import SystemClock
from bot.settings import FILE, PlatformSettings, Settings
from bot.settings.listed import listed_in
from bot.store import schema
from bot.store.backends import is_server
from bot.store.log_check import require_whole_log
from bot.store.rights import require_makeable, require_room, require_writable
from bot.store.sql_store import SqlStore
from bot.store.sqlite import path_of
from bot.texts import say

if TYPE_CHECKING:
    from bot.platforms.probed import Probed


def doctor(settings: Settings, config: Path | None, *, as_json: bool) -> None:
    """Print the findings; exit with status 1 if one is not well. `config` is the file that was named."""
    report(tuple(_findings(settings, config or Path(FILE))), as_json=as_json)


def _findings(settings: Settings, file: Path) -> Iterator[Finding]:
    """The settings were read before we came here, so they are well."""
    yield Finding(
        check="settings", ok=True, seen=str(file.resolve()) if file.exists() else say("doctor.defaults")
    )
    yield Finding(check="zone", ok=True, seen=settings.zone)
    yield _engine(settings)
    yield from _unsaid(settings)
    database = _checked("database", settings.store_url, lambda: _database(settings))
    yield database
    whole = database.ok  # SQLite ends a damaged log as soon as it is opened: what is not whole stays closed
    if is_server(settings.store_url) and whole:
        yield from _queue(settings)
    if whole:
        yield from _clock(settings)
    yield from _sources(settings, whole=whole)
    yield from (_platform(settings, one) for one in (settings.slack, settings.discord))
    yield from _asked_of_slack(settings)
    if whole:
        yield from _asked_of_workspaces(settings)
    yield from _asked_of_discord(settings, whole=whole)


def _unsaid(settings: Settings) -> Iterator[Finding]:
    """Channels whose reminders fall into quiet hours that drop them, each time and without a trace."""
    for one in settings.policies:
        quiet = one.quiet
        if quiet and quiet.policy is QuietPolicy.DROP and quiet.covers(one.morning):
            seen = say("doctor.unsaid", at=clock_time(one.morning), channel=one.channel)
            yield Finding(check="reminders", ok=False, seen=seen, fix=say("doctor.unsaid.fix"))


def _queue(settings: Settings) -> Iterator[Finding]:
    """How the jobs of all bots stand; what is wrong with the database itself is told already."""
    from bot.cli.queueing import queue_checked

    with suppress(StoreError):
        yield asyncio.run(queue_checked(settings))


def _clock(settings: Settings) -> Iterator[Finding]:
    """Whether the news say that our clock is behind; what is wrong with the database is told already."""
    with suppress(StoreError):
        yield from asyncio.run(clock_checked(settings))


def _sources(settings: Settings, *, whole: bool) -> Iterator[Finding]:
    """How the sources fare; what is wrong with the database itself is told already."""
    try:
        listed_in(settings.sources.file)
        if whole:
            yield from asyncio.run(sources_checked(settings))
    except SettingsError as error:
        yield Finding(check="sources", ok=False, seen=error.what, fix=error.todo)
    except StoreError:
        return


def _asked_of_slack(settings: Settings) -> Iterator[Finding]:
    """What Slack itself says, where a bot token is given and the set-up is whole."""
    slack = settings.slack
    if slack.missing or not slack.bot_token:
        return
    from bot.platforms.slack.probe import probe

    channels = sorted({one.channel for one in settings.schedules if one.channel.platform is Platform.SLACK})
    tokens = (slack.bot_token.get_secret_value(), slack.app_token.get_secret_value())
    yield from map(_probed, asyncio.run(probe(*tokens, slack.base_url, channels)))


def _asked_of_discord(settings: Settings, *, whole: bool) -> Iterator[Finding]:
    """What Discord itself says, where a token is given; the chat's choices only of a whole database."""
    discord = settings.discord
    if discord.missing or not discord.is_set_up:
        return
    from bot.platforms.discord.probe import probe

    eventful = channels_with_events(settings, whole=whole)
    every = eventful | {one.channel for one in settings.schedules}
    channels = sorted(one for one in every if one.platform is Platform.DISCORD)
    token = discord.token.get_secret_value()
    asked = asyncio.run(probe(token, discord.base_url, channels, eventful, discord.guild))
    yield from (_probed(one, say("doctor.discord")) for one in asked)


def _asked_of_workspaces(settings: Settings) -> Iterator[Finding]:
    """Whether the tokens of those who installed the bot open, and what Slack says of them."""
    slack = settings.slack
    if slack.missing or not slack.is_shared:
        return
    with suppress(StoreMissing):  # nobody can have installed it yet
        yield from _installed(settings)


def _installed(settings: Settings) -> Iterator[Finding]:
    try:
        yield from map(_probed, asyncio.run(_workspaces(settings)))
    except StoreMissing:
        raise
    except CommuniqueError as error:
        yield Finding(check="slack installations", ok=False, seen=error.what, fix=error.todo)


async def _workspaces(settings: Settings) -> tuple[Probed, ...]:
    from bot.platforms.slack.install.probe import probe_installed

    async with (
        SqlStore.open(settings.store_url) as store,
        open_workspaces(settings.slack, SystemClock(), store) as workspaces,
    ):
        return await probe_installed(workspaces)


def _probed(one: Probed, otherwise: str = "") -> Finding:
    if one.error is None:
        return Finding(check=one.check, ok=True, seen=one.seen, fix=one.todo)
    seen = redact(f"{one.error.code}: {one.error.what}")
    return Finding(
        check=one.check, ok=False, seen=seen, fix=one.error.todo or otherwise or say("doctor.slack")
    )


def _database(settings: Settings) -> None:
    if not is_server(settings.store_url):
        path = path_of(settings.store_url)
        require_makeable(path)
        require_writable(path)
        require_whole_log(path)
        require_room(path)
    asyncio.run(schema.check(settings.store_url))


def _engine(settings: Settings) -> Finding:
    """Whether the engine can be had, asked once: a model server answers, or weights load."""
    try:
        return Finding(check="engine", ok=True, seen=redact(asked_engine(settings)))
    except SettingsError as error:
        return Finding(check="engine", ok=False, seen=redact(error.what), fix=error.todo)


def _checked(check: str, seen: str, probe: Callable[[], object]) -> Finding:
    try:
        probe()
    except StoreMissing as error:
        # A database is made by the first ingest, so its absence is no fault.
        return Finding(check=check, ok=True, seen=error.what, fix=say("doctor.first"))
    except CommuniqueError as error:
        return Finding(check=check, ok=False, seen=error.what, fix=error.todo)
    return Finding(check=check, ok=True, seen=redact(seen))


def _platform(settings: Settings, platform: PlatformSettings) -> Finding:
    """Whether it is set up; it must be where digests of the settings go there."""
    try:
        is_set_up = platform.is_set_up
    except SettingsError as error:
        return Finding(check=platform.table, ok=False, seen=error.what, fix=error.todo)
    if is_set_up:
        return Finding(check=platform.table, ok=True, seen=say("doctor.set_up"))
    sent_there = [one.id for one in settings.schedules if one.channel.platform == platform.table]
    if not sent_there:
        return Finding(check=platform.table, ok=True, seen=say("doctor.not_set_up"))
    digests = ", ".join(f"digests.{one.removeprefix(FROM_SETTINGS)}" for one in sent_there)
    fix = say("doctor.wanted.fix", platform=platform.table)
    return Finding(check=platform.table, ok=False, seen=say("doctor.wanted", digests=digests), fix=fix)
