"""`communique deadlines`."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import typer

from bot.app import open_app
from bot.cli.context import instant_of, progress
from bot.cli.printing import print_post
from bot.deliver.agenda import lay_out_agenda
from bot.domain.channel import LOCAL_CHANNEL
from bot.domain.deadline import DatedEvent
from bot.errors import InputError
from bot.remind.pipeline import Ahead
from bot.settings import Settings
from bot.texts import say


def run(
    settings: Settings,
    as_of: str | None,
    days: int | None,
    topics: tuple[str, ...],
    *,
    as_json: bool,
    as_ics: bool = False,
) -> None:
    """Find what falls due and print it; raise InputError for two formats at once."""
    if as_ics and as_json:
        raise InputError("--ics and --json are two formats", todo="Choose one of them")
    ahead_days = settings.briefing.deadline_days if days is None else days
    asked, events = asyncio.run(_run(settings, as_of, ahead_days, topics))
    if as_ics:
        typer.echo(_feed(events).encode(), nl=False)
    elif as_json:
        from bot.web.wire import event_object

        for event in events:
            sys.stdout.write(json.dumps(event_object(event), ensure_ascii=False) + "\n")
    else:
        print_post(lay_out_agenda(events, LOCAL_CHANNEL, asked.today, ahead_days))


def _feed(events: Sequence[DatedEvent]) -> str:
    # Imported when asked for: the calendar library takes time that the other commands need not wait for.
    from bot.remind.calendar import feed

    return feed(events)


def save(settings: Settings, as_of: str | None, path: Path) -> None:
    """Write what falls due to a file as a calendar; raise InputError if it cannot be written."""
    _, events = asyncio.run(_run(settings, as_of, settings.briefing.deadline_days, ()))
    try:
        path.write_bytes(_feed(events).encode())
    except OSError as error:
        raise InputError(f"Cannot write {path}: {error.strerror}", todo="Choose another place") from None


async def _run(
    settings: Settings, as_of: str | None, days: int, topics: tuple[str, ...]
) -> tuple[Ahead, tuple[DatedEvent, ...]]:
    async with open_app(settings) as app:
        now: datetime = instant_of(as_of, app.clock.now(), settings.zone)
        asked = Ahead(
            tenant_id=LOCAL_CHANNEL.tenant_id,
            now=now,
            zone=settings.zone,
            days=days,
            topics=tuple(settings.topic(name) for name in topics),
        )
        with progress(say("brief.progress")) as bar:
            return asked, await app.upcoming.run(asked, bar)
