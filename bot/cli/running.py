"""`communique run`."""

from __future__ import annotations

import asyncio
import logging
import signal
import sys
from collections.abc import Callable, Coroutine

from bot.app import Running, running
from bot.cli.printing import print_post
from bot.domain.post import Post
from bot.errors import SettingsError
from bot.settings import Settings
from bot.texts import say

log = logging.getLogger(__name__)

Load = Callable[[], Settings]


def run(load: Load) -> None:
    """Run the bot until SIGTERM or Ctrl-C; SIGHUP reads the settings again."""
    asyncio.run(_run(load))


async def _run(load: Load) -> None:
    settings = load()
    view = _view if sys.stdout.isatty() else None
    async with running(settings, view=view) as bot:
        loop = asyncio.get_running_loop()
        for stop in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(stop, bot.service.stop)
        tasks: set[asyncio.Task[None]] = set()
        loop.add_signal_handler(signal.SIGHUP, lambda: _keep(tasks, _reload(bot, load)))
        sys.stderr.write(say("run.started", path=settings.data_path / "transcript.jsonl") + "\n")
        await bot.service.run()
        sys.stderr.write(say("run.stopped") + "\n")


def _keep(tasks: set[asyncio.Task[None]], work: Coroutine[None, None, None]) -> None:
    """A task that nobody holds may be collected before it is done."""
    task = asyncio.get_running_loop().create_task(work)
    tasks.add(task)
    task.add_done_callback(tasks.discard)


async def _reload(bot: Running, load: Load) -> None:
    try:
        changes = await bot.reload(load())
    except SettingsError as error:
        log.exception("reload refused", extra={"action": "reload_refused"})
        sys.stderr.write(say("run.refused", error=error) + "\n")
        return
    sys.stderr.write(say("run.reloaded", changes="; ".join(changes) or say("run.nothing")) + "\n")


def _view(post: Post) -> None:
    print_post(post)
    sys.stdout.flush()
