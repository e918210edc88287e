"""`communique catchup`."""

from __future__ import annotations

import asyncio
import json
import sys
from typing import Any

from bot.app import open_app
from bot.cli.context import progress
from bot.domain.catchup import CaughtUp, News
from bot.domain.channel import LOCAL_CHANNEL
from bot.domain.question import Asker
from bot.domain.shown import shown
from bot.settings import Settings
from bot.texts import say

READER = "terminal"
"""Who reads at a terminal: one person, as far as visits go."""


def run(settings: Settings, *, as_json: bool) -> None:
    """Tell what changed since the last call and note this one."""
    caught = asyncio.run(_run(settings))
    if as_json:
        sys.stdout.write(json.dumps(caught_object(caught), ensure_ascii=False) + "\n")
    else:
        sys.stdout.write(plain(caught))


async def _run(settings: Settings) -> CaughtUp:
    async with open_app(settings) as app:
        asker = Asker(channel=LOCAL_CHANNEL, user_id=READER, zone=settings.zone)
        with progress(say("brief.progress")) as bar:
            await app.keep.run(LOCAL_CHANNEL.tenant_id, bar)
        return await app.catch_up.run(asker)


def caught_object(caught: CaughtUp) -> dict[str, Any]:
    """What changed, as tools read it."""
    return {
        "since": caught.since.isoformat(),
        "until": caught.until.isoformat(),
        "first": caught.first,
        "news": [_news_object(one) for one in caught.news],
    }


def _news_object(one: News) -> dict[str, Any]:
    return {
        "change": str(one.change),
        "section": str(one.section),
        "text": one.text,
        "deadline": one.deadline and one.deadline.date.isoformat(),
        "citations": [
            {"article_id": c.article_id, "quote": c.quote, "start": c.start, "end": c.end}
            for c in one.citations
        ],
    }


def plain(caught: CaughtUp) -> str:
    """What changed, as text: one line a change, with its outlets."""
    lines = [say("catchup.since", since=f"{caught.since:%Y-%m-%d %H:%M} UTC")]
    lines += [_line(one) for one in caught.news] or [say("catchup.nothing")]
    return "\n".join(lines) + "\n"


def _line(one: News) -> str:
    outlets = ", ".join(dict.fromkeys(shown(source.source) for source in one.sources))
    what = " · ".join([say(f"section.{one.section}"), say(f"change.{one.change}")])
    return f"  • {what}: {shown(one.text)} ({outlets})"
