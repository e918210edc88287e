"""`communique brief`."""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path

from bot.app import open_app
from bot.brief.pipeline import Request
from bot.brief.select import window
from bot.cli.context import instant_of, progress
from bot.cli.printing import print_post
from bot.deliver.layout import lay_out
from bot.domain.briefing import Briefing
from bot.domain.channel import LOCAL_CHANNEL
from bot.errors import InputError
from bot.settings import Settings
from bot.texts import say


def run(
    settings: Settings,
    as_of: str | None,
    hours: int | None,
    topics: tuple[str, ...],
    html: Path | None,
    *,
    as_json: bool,
) -> None:
    """Make the briefing, store it, print it."""
    briefing = asyncio.run(_run(settings, as_of, hours or settings.briefing.hours, topics))
    if html:
        _write_page(html, briefing)
    if as_json:
        from bot.web.wire import briefing_object

        sys.stdout.write(json.dumps(briefing_object(briefing), ensure_ascii=False) + "\n")
    else:
        print_post(lay_out(briefing))


async def _run(settings: Settings, as_of: str | None, hours: int, topics: tuple[str, ...]) -> Briefing:
    async with open_app(settings) as app:
        until = instant_of(as_of, app.clock.now(), settings.zone)
        try:
            covered = window(until, hours)
        except (ValueError, OverflowError) as error:
            raise InputError(f"--hours: {error}", todo="Choose 1 to 168 hours") from None
        request = Request(
            channel=LOCAL_CHANNEL,
            zone=settings.zone,
            window=covered,
            topics=tuple(settings.topic(name) for name in topics),
        )
        with progress(say("brief.progress")) as bar:
            return await app.brief.run(request, bar)


def _write_page(path: Path, briefing: Briefing) -> None:
    from bot.web.page import render_page

    try:
        path.write_text(render_page(lay_out(briefing)), encoding="utf-8")
    except OSError as error:
        raise InputError(
            f"Cannot write {path}: {error.strerror}",
            kept="The briefing is stored",
            todo="Choose another place for --html",
        ) from None
    sys.stderr.write(say("brief.page", path=path) + "\n")
