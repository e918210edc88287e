"""How a reply gets to the person who asked: to the response URL, as an ephemeral, or as a direct message."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.domain.reply import Reply
from bot.errors import AmbiguousOutcome, DeliveryError, RetryableRefusal
from bot.platforms.slack.digest import Message
from bot.platforms.slack.markup import Json
from bot.platforms.slack.replies import shown
from bot.platforms.slack.web import call, respond
from bot.texts import say

if TYPE_CHECKING:
    from slack_sdk.web.async_client import AsyncWebClient

USES = 5
"""How often a response URL may be used, within 30 minutes (docs.slack.dev, "Handling user interaction")."""

SOON = 0.8
"""Seconds that an answer may take before it is said that it is being worked on."""

TRIES = 3
LONGEST_WAIT = 10.0
"""Seconds between two tries, at most."""

FALLBACK = frozenset({"not_in_channel", "channel_not_found", "user_not_in_channel", "is_archived"})
"""The bot or the person cannot be reached in the channel: a direct message can."""

log = logging.getLogger(__name__)


@dataclass(slots=True, kw_only=True)
class Way:
    """The way back to one person in one place.

    `over` says that the URL is that of a message which only this person sees, and which the answer replaces.
    Any other URL only adds: a command's has nothing to replace, a button's would replace what all see.
    """

    client: AsyncWebClient
    channel: str
    user: str
    thread: str = ""
    url: str = ""
    uses: int = USES
    over: bool = False
    busy: bool = False

    async def working(self) -> None:
        """Say that it is being worked on, in words that stay true where they cannot be taken back."""
        if self.url and self.uses > 1:
            key = "slack.working" if self.over else "slack.follows"
            self.busy = await self._at_url(Message(text=say(key), blocks=()), replace=self.over)

    async def answer(self, reply: Reply) -> None:
        """Show a reply to the person alone; the working state ends with it. Raise DeliveryError."""
        for number, message in enumerate(shown(reply)):
            await self._show(message, replace=number == 0 and self.over)

    async def stopped(self) -> None:
        """No answer comes any more: say so where one was promised."""
        if self.busy:
            await self._at_url(Message(text=say("slack.stopped"), blocks=()), replace=self.over)

    async def _show(self, message: Message, *, replace: bool) -> None:
        if self.url and await self._at_url(message, replace=replace):
            return
        where = {"channel": self.channel, **({"thread_ts": self.thread} if self.thread else {})}
        said = {"text": message.text, "blocks": list(message.blocks)}
        try:
            await patiently(
                lambda: call(self.client, "chat.postEphemeral", {**where, "user": self.user, **said})
            )
        except DeliveryError as error:
            if error.code not in FALLBACK:
                raise
            await patiently(lambda: call(self.client, "chat.postMessage", {"channel": self.user, **said}))

    async def _at_url(self, message: Message, *, replace: bool) -> bool:
        """Whether the response URL took it; it is left alone for good once it did not."""
        thread = {"thread_ts": self.thread} if self.thread and not replace else {}
        body = {"response_type": "ephemeral", "replace_original": replace, "text": message.text, **thread}
        return await self._send({**body, **({"blocks": list(message.blocks)} if message.blocks else {})})

    async def _send(self, body: Json) -> bool:
        if self.uses < 1:
            return False
        try:
            await patiently(lambda: self._once(body))
        except DeliveryError as error:
            log.info("a response URL is over", extra={"action": "url_over", "code": error.code})
            self.uses = 0
            return False
        return True

    async def _once(self, body: Json) -> None:
        self.uses -= 1
        await respond(self.client, self.url, body)


async def patiently(act: Callable[[], Awaitable[object]]) -> None:
    """Do what may be done twice; what fails for now, or without an answer, is tried again a little later."""
    for left in reversed(range(TRIES)):
        try:
            await act()
        except (RetryableRefusal, AmbiguousOutcome) as error:
            wait = getattr(error, "wait", None)
            if not left or (wait and wait.total_seconds() > LONGEST_WAIT):
                raise
            await asyncio.sleep(wait.total_seconds() if wait else 0.5)
        else:
            return


@dataclass(slots=True)
class Working:
    """The answers that are under way, so that a stop can wait for them."""

    tasks: set[asyncio.Task[object]] = field(default_factory=set)

    @asynccontextmanager
    async def counted(self) -> AsyncIterator[None]:
        """Count the running task while it answers."""
        task = asyncio.current_task()
        if task is not None:
            self.tasks.add(task)
        try:
            yield
        finally:
            self.tasks.discard(task) if task else None

    async def drain(self, seconds: float) -> None:
        """Wait for what is under way, then end the rest."""
        if not self.tasks:
            return
        _, late = await asyncio.wait(self.tasks, timeout=seconds)
        for one in late:
            one.cancel()
        await asyncio.gather(*late, return_exceptions=True)


async def after_a_while(way: Way, asked: Awaitable[Reply | None]) -> Reply | None:
    """The desk's reply; a working state stands as soon as it takes long.

    No reply means that another delivery of the same event is answered: what was promised comes with that.
    """
    task = asyncio.ensure_future(asked)
    try:
        done, _ = await asyncio.wait([task], timeout=SOON)
        if not done:
            await way.working()
        return await task
    except asyncio.CancelledError:
        task.cancel()
        await way.stopped()
        raise
