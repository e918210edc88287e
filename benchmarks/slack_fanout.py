"""A thousand Slack channels due in one minute: how long posting takes, and whether Slack ever has to refuse.

The loopback server allows one message a second in a channel with a burst of 3, and 300 in any minute in a
workspace; beyond that it answers 429. The bound is the least time in which those limits let them all through.
What is measured is the Messenger, 25 calls at a time as in the outbox; the store is not part of it.

    python benchmarks/slack_fanout.py [CHANNELS]
"""

from __future__ import annotations

import asyncio
import sys
import time
from collections import deque
from dataclasses import dataclass, field

from aiohttp import web

from bot.deliver.outbox import AT_ONCE
from bot.domain.channel import Channel, Platform
from bot.domain.post import Post, PostKind
from bot.errors import DeliveryError
from bot.platforms.slack.clients import OneWorkspace
from bot.platforms.slack.messenger import SlackMessenger
from bot.platforms.slack.web import web_client
from bot.runner.clock import SystemClock
from tests.fakes.slack_posting import SlackPosting

A_MINUTE = 300
BURST = 3
WITHIN = 1.15


@dataclass(slots=True)
class Limited(SlackPosting):
    """Refuses what is too fast."""

    minute: deque[float] = field(default_factory=deque)
    recent: dict[str, deque[float]] = field(default_factory=dict)
    refused_for_speed: int = 0

    async def post(self, request: web.Request) -> web.StreamResponse:
        """chat.postMessage, unless it comes too soon."""
        now = time.monotonic()
        channel = self.recent.setdefault((await request.json())["channel"], deque())
        for stamps, length in ((self.minute, 60.0), (channel, float(BURST))):
            while stamps and stamps[0] <= now - length:
                stamps.popleft()
        if len(self.minute) >= A_MINUTE or len(channel) >= BURST:
            self.refused_for_speed += 1
            body = {"ok": False, "error": "ratelimited"}
            return web.json_response(body, status=429, headers={"Retry-After": "1"})
        self.minute.append(now)
        channel.append(now)
        return await SlackPosting.post(self, request)


def _post(number: int) -> Post:
    channel = Channel(Platform.SLACK, "T1", f"C{number:04}")
    return Post(
        key=f"d{number}", kind=PostKind.NOTICE, channel=channel, title="A notice", subtitle="As of 08:00"
    )


async def main(channels: int) -> None:
    """Post to every channel and print the figures."""
    server = Limited()
    failed = 0
    async with server.serving() as url, web_client("xoxb-bench", url) as client:
        messenger = SlackMessenger(clients=OneWorkspace(client), clock=SystemClock())
        start = time.monotonic()
        for first in range(0, channels, AT_ONCE):
            posts = [_post(number) for number in range(first, min(first + AT_ONCE, channels))]
            calls = (messenger.post(f"{post.key}.0", post, 0, None) for post in posts)
            done = await asyncio.gather(*calls, return_exceptions=True)
            failed += sum(isinstance(one, DeliveryError) for one in done)
        took = time.monotonic() - start
    bound = (channels - 1) // A_MINUTE * 60.0
    print(f"channels {channels}, posted {len(set(server.delivered))}, failed {failed}")
    print(f"429 answers {server.refused_for_speed}")
    ratio = f"{took / bound:.2f} (aim {WITHIN})" if bound else "no bound below 301 channels"
    print(f"{took:.1f} s, bound {bound:.0f} s, ratio {ratio}")


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000))
