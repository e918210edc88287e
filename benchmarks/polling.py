"""What polling costs: thousands of feeds on loopback, each a host of its own that answers after 20 ms.

    python benchmarks/polling.py [--feeds 2000] [--items 3] [--latency 0.02] [--cycles 4]

The first cycle reads and stores everything; in the later ones nothing has changed (304). "aiohttp" are the
same requests once more with nothing of ours around them. The server is a process of its own; CPU
(milliseconds a feed, in its code and in the kernel) and memory are those of the polling process alone. Needs
Linux: every address of 127.0.0.0/8 is a host there.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from email.utils import format_datetime
from html import escape
from http import HTTPStatus
from itertools import islice
from pathlib import Path

import aiohttp

from benchmarks.generated import Desk
from bot.app import App, open_app
from bot.domain.channel import LOCAL_TENANT
from bot.domain.source import Source, Wanted
from bot.gather.pipeline import AT_ONCE
from bot.runner.clock import SystemClock
from bot.runner.collector import look_seldom
from bot.settings import load
from tests.fakes.feed_site import feed
from tests.fakes.hostile_web import HostileWeb

PORT = 18_080

Spent = tuple[float, float, float]


def host(n: int) -> str:
    """The n-th address of loopback."""
    return f"127.{1 + n // 62_500}.{n // 250 % 250}.{1 + n % 250}"


async def serve(feeds: int, items: int, latency: float) -> None:
    """Serve one feed a host until killed; say when all are up."""
    web = HostileWeb(port=PORT)
    articles = Desk(SystemClock().now(), hours=24).articles(feeds * items)
    for n in range(feeds):
        feed(web, f"/{n}", paper(n, islice(articles, items)), latency)
    servers = [await asyncio.start_server(web.serve, host(n), PORT, backlog=512) for n in range(feeds)]
    sys.stdout.write("up\n")
    sys.stdout.flush()
    await asyncio.gather(*(one.serve_forever() for one in servers))


def paper(n: int, articles: Iterable[dict[str, str]]) -> bytes:
    """A feed with these articles whole."""
    items = "".join(
        f"<item><guid>{one['url']}</guid><title>{one['title']}</title><link>{escape(one['url'])}</link>"
        f"<pubDate>{format_datetime(datetime.fromisoformat(one['published']))}</pubDate>"
        f"<content:encoded>{escape(one['body'])}</content:encoded></item>"
        for one in articles
    )
    head = '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
    return f"{head}<title>Paper {n}</title>{items}</channel></rss>".encode()


async def poll(folder: str, feeds: int, cycles: int) -> None:
    """Print the table."""
    os.environ.update(COMMUNIQUE_DATA_DIR=folder, COMMUNIQUE_FETCH__ALLOW='["127.0.0.0/8"]')
    os.environ["COMMUNIQUE_SOURCES__FULL_TEXT"] = "false"  # the articles' pages are nowhere
    look_seldom()  # as every command does
    async with open_app(load(), create=True) as app:
        wanted = [Wanted(url=f"http://{host(n)}:{PORT}/{n}") for n in range(feeds)]
        await app.polling.listed.add(LOCAL_TENANT, wanted, "benchmark")
        head = f"{'cycle':<10}{'feeds':>7}{'ok':>7}{'seconds':>9}{'user ms':>9}{'sys ms':>8}"
        print(f"{head}{'MB':>6}{'files':>7}")
        for cycle in range(1 + cycles):
            await one_cycle(app, "all new" if not cycle else f"304 ({cycle})")
        await bare_cycle(app)


async def one_cycle(app: App, name: str) -> None:
    """Make every source due, look once, and print what that cost."""
    async with app.store.write() as unit:
        every = await unit.sources.every(LOCAL_TENANT)
        await unit.sources.put_all([replace(one, due=app.clock.now()) for one in every])
    before = spent()
    looked = await app.polling.gather.look()
    after = spent()
    async with app.store.read() as unit:
        well = sum(not one.health.is_failure for one in await unit.sources.every(LOCAL_TENANT))
    show(name, looked, well, before, after)


async def bare_cycle(app: App) -> None:
    """Ask all sources as the fetcher does, by aiohttp alone, and print what that cost."""
    async with app.store.read() as unit:
        every = await unit.sources.every(LOCAL_TENANT)
    before = spent()
    connector = aiohttp.TCPConnector(limit=0, use_dns_cache=False)
    async with aiohttp.ClientSession(connector=connector, auto_decompress=False) as session:
        left = iter(every)
        answers = await asyncio.gather(*(ask_each(session, left) for _ in range(AT_ONCE)))
    show("aiohttp", len(every), sum(answers), before, spent())


async def ask_each(session: aiohttp.ClientSession, left: Iterator[Source]) -> int:
    """Ask one source after the other; how many did not change."""
    unchanged = 0
    for one in left:
        headers = {"If-None-Match": one.validators.etag, "Connection": "close"}
        async with session.get(one.url, headers=headers, allow_redirects=False) as response:
            unchanged += response.status == HTTPStatus.NOT_MODIFIED
    return unchanged


def show(name: str, asked: int, well: int, before: Spent, after: Spent) -> None:
    """One line of the table."""
    seconds, user, system = (now - then for now, then in zip(after, before, strict=True))
    figures = f"{asked:>7,}{well:>7,}{seconds:>9.1f}{1000 * user / asked:>9.2f}{1000 * system / asked:>8.2f}"
    print(f"{name:<10}{figures}{resident():>6.0f}{files():>7}", flush=True)


def spent() -> Spent:
    """By the clock, and by this process, all threads: in its own code, and in the kernel."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return time.perf_counter(), used.ru_utime, used.ru_stime


def resident() -> float:
    """Megabytes in memory now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def files() -> int:
    """File descriptors that are open now."""
    return len(list(Path("/proc/self/fd").iterdir()))


def main() -> None:
    """Start the server, poll it, end it."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--feeds", type=int, default=2000)
    options.add_argument("--items", type=int, default=3)
    options.add_argument("--latency", type=float, default=0.02)
    options.add_argument("--cycles", type=int, default=4)
    options.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    given = options.parse_args()
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    if given.serve:
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
        asyncio.run(serve(given.feeds, given.items, given.latency))
        return
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(1024, hard), hard))  # what most systems give
    arguments = ["--serve", "--feeds", str(given.feeds), "--items", str(given.items)]
    program = [sys.executable, __file__, *arguments, "--latency", str(given.latency)]
    with subprocess.Popen(program, stdout=subprocess.PIPE, text=True) as server:
        try:
            if server.stdout is None or server.stdout.readline() != "up\n":
                raise SystemExit("the server did not start")
            with tempfile.TemporaryDirectory() as folder:
                asyncio.run(poll(folder, given.feeds, given.cycles))
        finally:
            server.kill()


if __name__ == "__main__":
    main()
