"""The console platform: an append-only transcript on disk is the channel, a terminal only a view of it.

A line begins with its delivery id, so the transcript can always say whether a message is there.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from bot.domain.channel import Channel
from bot.domain.post import Post, Receipt
from bot.platforms.console.journal import append, find
from bot.platforms.console.render import render_plain
from bot.ports import Clock, Messenger, Presence, Reconciliation, RunCpu

View = Callable[[Post], None]

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Transcript(Messenger):
    """The Messenger of the console; `view` also shows each parent message to whoever watches."""

    path: Path
    clock: Clock
    run_cpu: RunCpu
    view: View | None = None

    async def post(self, delivery_id: str, post: Post, part: int, parent: Receipt | None) -> Receipt:
        """Append one line and wait until it is on disk; a full disk is a refusal, the line is taken back."""
        receipt = Receipt(message_id=delivery_id, at=self.clock.now())
        line = {
            "delivery_id": delivery_id,
            "channel": str(post.channel),
            "part": part,
            "parent": parent.message_id if parent else None,
            "at": receipt.at.isoformat(),
            "text": text_of(post, part),
        }
        await self.run_cpu(append, self.path, json.dumps(line, ensure_ascii=False))
        if self.view and part == 0:
            self._show(post, self.view)
        return receipt

    async def reconcile(
        self, delivery_id: str, channel: Channel, since: datetime, parent: Receipt | None = None
    ) -> Reconciliation:
        """Look the delivery up in the transcript, which always knows, whatever the channel and parent.

        `since` does not count either: with clocks that were set back, times in the file need not ascend.
        """
        del channel, since, parent
        line = await self.run_cpu(find, self.path, delivery_id)
        if line is None:
            return Reconciliation(presence=Presence.ABSENT)
        at = datetime.fromisoformat(line["at"])
        return Reconciliation(presence=Presence.FOUND, receipt=Receipt(message_id=delivery_id, at=at))

    def _show(self, post: Post, view: View) -> None:
        """A terminal that is gone or cannot show a letter does not unsend the message."""
        try:
            view(post)
        except (OSError, ValueError):
            log.warning("the terminal failed", exc_info=True, extra={"action": "view_failed"})


def text_of(post: Post, part: int) -> str:
    """Part 0 is the briefing with its sources; part 1 the details of its stories."""
    if part == 0:
        return render_plain(replace(post, stories=()))
    return render_plain(replace(post, blocks=(), notice="", footer="", references=()))
