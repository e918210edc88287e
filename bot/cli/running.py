"""`communique run`."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import sys
from collections.abc import Callable, Coroutine, Iterator
from dataclasses import dataclass, field
from typing import NoReturn

from bot.app import Running, running
from bot.app.running import TRANSCRIPT
from bot.cli.printing import print_post
from bot.domain.channel import Platform
from bot.domain.post import Post
from bot.errors import CommuniqueError, SettingsError
from bot.settings import Settings
from bot.texts import say

SIGNALLED = 128
"""What a shell adds to the number of the signal that ended a program."""

log = logging.getLogger(__name__)

Load = Callable[[], Settings]


def run(load: Load) -> None:
    """Run the bot until SIGTERM or Ctrl-C; SIGHUP reads the settings again."""
    asyncio.run(_Command(load).run())


@dataclass(slots=True)
class _Command:
    """One run and its signals. Until the bot is up a stop cancels the start and a reload does nothing."""

    load: Load
    bot: Running | None = None
    stopped: bool = False
    starting: asyncio.Task[None] | None = None
    tasks: set[asyncio.Task[None]] = field(default_factory=set)

    async def run(self) -> None:
        loop = asyncio.get_running_loop()
        self.starting = asyncio.current_task()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self._stop, number)
        loop.add_signal_handler(signal.SIGHUP, self._reload)
        try:
            await self._serve(self.load())
        except asyncio.CancelledError:
            if not self.stopped:
                raise
        _tell("run.stopped")

    async def _serve(self, settings: Settings) -> None:
        view = _view if sys.stdout.isatty() else None
        async with running(settings, view=view) as bot:
            self.bot = bot
            _tell("run.started", places=", ".join(_places(settings)))
            if not await bot.service.run():
                # A thread may still write; until the process is gone no other may take its work for lost.
                _tell("run.late")
                _exit(0)

    def _stop(self, number: signal.Signals) -> None:
        if self.stopped:
            _exit(SIGNALLED + number)
        self.stopped = True
        if self.bot is not None:
            self.bot.service.stop()
        elif self.starting is not None:
            self.starting.cancel()

    def _reload(self) -> None:
        if self.bot is not None:
            self._keep(_reloaded(self.bot, self.load))

    def _keep(self, work: Coroutine[None, None, None]) -> None:
        """A task that nobody holds may be collected before it is done."""
        task = asyncio.get_running_loop().create_task(work)
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)


async def _reloaded(bot: Running, load: Load) -> None:
    try:
        changes = await bot.reload(load())
    except CommuniqueError as error:
        log.warning(str(error), extra={"action": "reload_refused"})
        _tell("run.refused", error=error)
        if isinstance(error, SettingsError):
            await bot.refused(error)
        return
    _tell("run.reloaded", changes="; ".join(changes) or say("run.nothing"))


def _places(settings: Settings) -> Iterator[str]:
    """Where digests go: the platforms that are set up, and the transcript where one goes there, or all do."""
    if settings.slack.is_set_up:
        yield "Slack"
    if settings.discord.is_set_up:
        yield "Discord"
    here = any(one.channel.platform is Platform.CONSOLE for one in settings.schedules)
    if here or not (settings.slack.is_set_up or settings.discord.is_set_up):
        yield str(settings.data_path / TRANSCRIPT)


def _exit(status: int) -> NoReturn:
    """End at once. What is stored is safe at every instant; the next start goes on from there."""
    logging.shutdown()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


def _tell(key: str, **values: object) -> None:
    sys.stderr.write(say(key, **values) + "\n")
    sys.stderr.flush()


def _view(post: Post) -> None:
    print_post(post)
    sys.stdout.flush()
