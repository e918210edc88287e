"""A news site on loopback, on a thread of its own: feeds that change, and what each answers meanwhile."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from email.utils import format_datetime
from hashlib import blake2b
from html import escape

from bot.runner.clock import SystemClock
from tests.fakes.hostile_web import Asked, HostileWeb, answer, hostile_web

ALLOWED = '["127.0.0.0/8"]'
"""What `fetch.allow` must hold, as JSON, so that the site is asked."""


def story(n: int) -> str:
    """One article's text; no two are alike."""
    return (
        f"Harbour masters of Velden and Tarn agreed on Monday to reopen pier number {n} to every ship. "
        f"Lines {n * 7 + 3} and {n * 11 + 5} run again from there. The pier was closed for {n + 2} years."
    )


def long_story(n: int) -> str:
    """A story of more words than a teaser has: nobody looks for the page of such an item."""
    return " ".join(story(n + 1000 * part) for part in range(3))


def rss(*numbers: int, title: str = "The Harbour", at: datetime | None = None) -> bytes:
    """A feed with these stories whole, all of one time: now where it is not said."""
    today = format_datetime(at or SystemClock().now())
    items = "".join(
        f"<item><guid isPermaLink='false'>pier-{n}</guid><title>Pier {n} opens</title>"
        f"<link>https://harbour.example/pier/{n}</link><pubDate>{today}</pubDate>"
        f"<content:encoded>{escape(f'<p>{long_story(n)}</p>')}</content:encoded></item>"
        for n in numbers
    )
    head = '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
    return f"{head}<title>{title}</title>{items}</channel></rss>".encode()


def feed(web: HostileWeb, path: str, body: bytes, latency: float = 0.0) -> str:
    """Serve a feed that can be asked whether it changed; return its address."""
    etag = f'"{blake2b(body, digest_size=8).hexdigest()}"'

    async def act(writer: asyncio.StreamWriter, asked: Asked) -> None:
        await asyncio.sleep(latency)
        if asked.headers.get("if-none-match") == etag:
            writer.write(answer(b"", "304 Not Modified", {"ETag": etag}))
        else:
            writer.write(answer(body, "200 OK", {"ETag": etag}))

    web.acts[path] = act
    return web.url(path)


@contextmanager
def feed_site() -> Iterator[HostileWeb]:
    """The site for the length of the block."""
    up, stop = threading.Event(), asyncio.Event()
    made: list[tuple[HostileWeb, asyncio.AbstractEventLoop]] = []

    async def serve() -> None:
        async with hostile_web() as web:
            made.append((web, asyncio.get_running_loop()))
            up.set()
            await stop.wait()

    thread = threading.Thread(target=lambda: asyncio.run(serve()))
    thread.start()
    assert up.wait(30)
    web, loop = made[0]
    try:
        yield web
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join()
