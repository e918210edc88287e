"""`communique deadlines`."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import typer

from bot.app import open_app
from bot.cli.context import instant_of, progress
from bot.cli.printing import print_post
from bot.cli.writing import cannot
from bot.deliver.agenda import lay_out_agenda
from bot.domain.channel import LOCAL_CHANNEL
from bot.domain.deadline import DatedEvent
from bot.domain.instant import in_zone
from bot.domain.ledger import EntryState
from bot.errors import InputError
from bot.remind.pipeline import Ahead
from bot.settings import Settings
from bot.texts import say


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was asked: as of when, how many days ahead (None: by the settings), and where to draw it."""

    as_of: str | None = None
    days: int | None = None
    topics: tuple[str, ...] = ()
    png: Path | None = None


def run(settings: Settings, asked: Asked, *, as_json: bool, as_ics: bool = False) -> None:
    """Find what falls due and print it; raise InputError for two formats at once or a file that cannot be."""
    if as_ics and as_json:
        raise InputError("--ics and --json are two formats", todo="Choose one of them")
    ahead, events = asyncio.run(_run(settings, asked))
    if asked.png is not None:
        draw(events, ahead, asked.png)
    if as_ics:
        typer.echo(_feed(settings, events), nl=False)
    elif as_json:
        from bot.web.wire import event_object

        for event in events:
            sys.stdout.write(json.dumps(event_object(event), ensure_ascii=False) + "\n")
    else:
        print_post(lay_out_agenda(events, LOCAL_CHANNEL, ahead.today, ahead.zone, ahead.days))


def draw(events: Sequence[DatedEvent], ahead: Ahead, path: Path) -> None:
    """Write the time line to a file; raise InputError if nothing is ahead or it cannot be written."""
    from bot.web.picture import picture

    open_ones = (event.deadline for event in events if event.state is not EntryState.CALLED_OFF)
    drawn = picture((in_zone(one, ahead.zone) for one in open_ones), ahead.today)
    if drawn is None:
        raise InputError("No deadline is ahead, so there is nothing to draw", todo="Look further with --days")
    _write(path, drawn)


def _write(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as error:
        raise cannot(path, error) from None


def _feed(settings: Settings, events: Sequence[DatedEvent]) -> bytes:
    # Imported when asked for: the calendar library takes time that the other commands need not wait for.
    from bot.remind.calendar import feed

    return feed(events, settings.reminders.ladder, settings.reminders.at).encode()


def save(settings: Settings, as_of: str | None, calendar: Path, png: Path) -> None:
    """Write what falls due to files, as a calendar and as a time line; raise InputError if one cannot be."""
    ahead, events = asyncio.run(_run(settings, Asked(as_of=as_of)))
    _write(calendar, _feed(settings, events))
    draw(events, ahead, png)


async def _run(settings: Settings, wanted: Asked) -> tuple[Ahead, tuple[DatedEvent, ...]]:
    async with open_app(settings) as app:
        now: datetime = instant_of(wanted.as_of, app.clock.now(), settings.zone)
        asked = Ahead(
            tenant_id=LOCAL_CHANNEL.tenant_id,
            now=now,
            zone=settings.zone,
            days=settings.briefing.deadline_days if wanted.days is None else wanted.days,
            topics=tuple(settings.topic(name) for name in wanted.topics),
        )
        with progress(say("brief.progress")) as bar:
            return asked, await app.upcoming.run(asked, bar)
