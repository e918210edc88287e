"""`communique brief`."""

from __future__ import annotations

import asyncio
import json
import sys
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from bot.app import open_app
from bot.brief.pipeline import Request
from bot.brief.select import window
from bot.cli.context import instant_of, progress
from bot.cli.printing import print_post
from bot.cli.writing import cannot
from bot.deliver.layout import lay_out
from bot.domain.briefing import Briefing, Window
from bot.domain.channel import LOCAL_CHANNEL
from bot.domain.post import Post
from bot.errors import InputError
from bot.settings import Settings
from bot.texts import say


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was typed: the instant, the look-back in hours, topics, and how to print."""

    as_of: str | None = None
    hours: int | None = None
    topics: tuple[str, ...] = ()
    html: Path | None = None
    details: bool = False
    as_json: bool = False


def run(settings: Settings, asked: Asked) -> None:
    """Make the briefing, store it, print it."""
    briefing = make(settings, asked)
    if asked.html:
        _write_page(asked.html, briefing)
    if asked.as_json:
        from bot.web.wire import briefing_object

        sys.stdout.write(json.dumps(briefing_object(briefing), ensure_ascii=False) + "\n")
    else:
        _print(lay_out(briefing, LOCAL_CHANNEL), asked)
        if not briefing.coverage.articles and briefing.newest:
            sys.stderr.write(say("brief.earlier", day=briefing.newest) + "\n")


def _print(post: Post, asked: Asked) -> None:
    """Without details what has no room is left out, with its sources and their quotes.

    That is said, except where a page was asked for, which holds it.
    """
    print_post(post if asked.details else replace(post, stories=(), references=()))
    if any(block.more for block in post.blocks) and not (asked.details or asked.html):
        sys.stderr.write(say("brief.details") + "\n")


def make(settings: Settings, asked: Asked) -> Briefing:
    """Make the briefing and store it."""
    return asyncio.run(_make(settings, asked))


async def _make(settings: Settings, asked: Asked) -> Briefing:
    async with open_app(settings) as app:
        until = instant_of(asked.as_of, app.clock.now(), settings.zone)
        request = Request(
            tenant_id=LOCAL_CHANNEL.tenant_id,
            zone=settings.zone,
            window=_window(until, asked.hours or settings.briefing.hours),
            topics=tuple(settings.topic(name) for name in asked.topics),
        )
        with progress(say("brief.progress")) as bar:
            return await app.brief.for_channel(LOCAL_CHANNEL, request, bar)


def _window(until: datetime, hours: int) -> Window:
    try:
        return window(until, hours)
    except (ValueError, OverflowError) as error:
        raise InputError(f"--hours: {error}", todo="Choose 1 to 168 hours") from None


def _write_page(path: Path, briefing: Briefing) -> None:
    from bot.web.page import render_page

    try:
        path.write_text(render_page(lay_out(briefing, LOCAL_CHANNEL)), encoding="utf-8")
    except OSError as error:
        raise cannot(path, error, kept="The briefing is stored") from None
    sys.stderr.write(say("brief.page", path=path) + "\n")
