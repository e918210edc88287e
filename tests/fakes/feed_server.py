"""A web server on loopback with feeds whose articles are of now: some good, one slow, one that is gone."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(slots=True)
class FeedServer:
    """`feeds` holds each path's body, `slow` the seconds that a path's answer takes; others answer 404."""

    url: str = ""
    feeds: dict[str, str] = field(default_factory=dict)
    slow: dict[str, float] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def feed(self, name: str, *stories: tuple[str, str], seconds: float = 0.0) -> str:
        """A feed of that name with these titles and texts, an hour old; return its address."""
        path = f"/{name.lower().replace(' ', '-')}"
        self.feeds[path] = _rss(name, stories)
        self.slow[path] = seconds
        return f"{self.url}{path}"

    @contextmanager
    def serving(self) -> Iterator[FeedServer]:
        """Serve until the block ends."""
        server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.url = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield self
        finally:
            server.shutdown()
            thread.join()
            server.server_close()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        mine = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                mine.asked.append(self.path)
                body = mine.feeds.get(self.path, "").encode()
                time.sleep(mine.slow.get(self.path, 0.0))
                self.send_response(HTTPStatus.OK if body else HTTPStatus.NOT_FOUND)
                self.send_header("Content-Type", "application/rss+xml; charset=utf-8")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        return Handler


def _rss(name: str, stories: tuple[tuple[str, str], ...]) -> str:
    at = format_datetime(datetime.now(UTC) - timedelta(hours=1))  # noqa: TID251 - the bot's own clock is now
    items = "".join(
        f"<item><guid isPermaLink='false'>{name}-{number}</guid><title>{escape(title)}</title>"
        f"<pubDate>{at}</pubDate><description>{escape(escape(text))}</description></item>"
        for number, (title, text) in enumerate(stories)
    )
    head = f"<title>{escape(name)}</title><link>http://127.0.0.1/</link>"
    return f"<rss version='2.0'><channel>{head}{items}</channel></rss>"
