"""The running bot polls its sources: nothing is lost or doubled by a kill, nothing slow holds it up."""

from __future__ import annotations

import asyncio
import signal
import sqlite3
from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.fakes.feed_site import ALLOWED, feed, feed_site, rss, story
from tests.fakes.hostile_web import Asked, HostileWeb
from tests.faults.process import bot, command, eventually
from tests.faults.seeded import faults, make, settled

PAGES = 8
SETTINGS = {"COMMUNIQUE_FETCH__ALLOW": ALLOWED, "COMMUNIQUE_FETCH__DELAY": "0"}


@pytest.fixture
def site() -> Iterator[HostileWeb]:
    with feed_site() as web:
        yield web


def add(folder: Path, *urls: str) -> None:
    for url in urls:
        done = command(folder, "sources", "add", url, "--yes", **SETTINGS)
        assert done.returncode == 0, done.stderr


def rows(folder: Path, query: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(f"file:{folder / 'communique.db'}?mode=ro", uri=True)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def stored(folder: Path) -> Counter[object]:
    """How often each article was stored, by its title: once, unless it is lost or doubled."""
    return Counter(title for (title,) in rows(folder, "SELECT title FROM revisions"))


def under_way(folder: Path) -> set[object]:
    """Sources that the bot looks at just now."""
    return {name for (name,) in rows(folder, "SELECT name FROM sources WHERE claimant != ''")}


def known(folder: Path) -> int:
    return len(rows(folder, "SELECT key FROM source_items"))


def teasers(site: HostileWeb) -> str:
    """A feed whose articles stand on pages of their own."""
    items = ""
    for n in range(PAGES):
        page = f"<html><body><article><h1>Pier {n}</h1><p>{story(n)}</p><p>{story(n + 100)}</p></article>"
        link = site.says(f"/pier/{n}", page.encode(), Content_Type="text/html")
        items += f"<item><title>Pier {n}</title><link>{link}</link><description>More …</description></item>"
    return feed(
        site, "/feed", f'<rss version="2.0"><channel><title>Quay</title>{items}</channel></rss>'.encode()
    )


def never(site: HostileWeb, path: str) -> str:
    """An address that takes the question and does not answer."""

    async def act(_writer: asyncio.StreamWriter, _asked: Asked) -> None:
        await asyncio.sleep(3600)

    site.acts[path] = act
    return site.url(path)


def _pages_asked(site: HostileWeb, before: int, least: int) -> bool:
    return sum(path.startswith("/pier/") for path in site.paths[before:]) >= least


ALL = Counter({f"Pier {n}": 1 for n in range(PAGES)})


@pytest.mark.untraced
def test_killed_while_it_reads_pages_it_stores_each_article_once(site: HostileWeb, tmp_path: Path) -> None:
    add(tmp_path, teasers(site))
    for asked in (1, PAGES // 2, PAGES):
        before = len(site.asked)
        with bot(tmp_path, **SETTINGS) as killed:
            assert eventually(partial(_pages_asked, site, before, asked)), killed.said
            killed.end(signal.SIGKILL)
    with bot(tmp_path, **SETTINGS) as last:
        assert eventually(lambda: stored(tmp_path) == ALL and known(tmp_path) == PAGES), last.said
        assert last.end() == 0
    assert stored(tmp_path) == ALL


@pytest.mark.untraced
def test_killed_at_each_point_of_its_writes_it_stores_each_article_once(
    site: HostileWeb, tmp_path: Path
) -> None:
    add(tmp_path, feed(site, "/feed", rss(*range(PAGES), title="Quay")))
    note = tmp_path / "killed.txt"
    fetch = ("sources", "fetch", "Quay")
    for point in range(1, 30, 5):
        program = ("-m", "tests.faults.fatal", str(note), str(point), *fetch)
        with bot(tmp_path, program, **SETTINGS) as killed:
            ended = killed.process.wait(120)
        assert ended in (0, -signal.SIGKILL), killed.said
        assert set(stored(tmp_path).values()) <= {1}
    assert len(note.read_text(encoding="utf-8").splitlines()) >= 4
    done = command(tmp_path, *fetch, **SETTINGS)
    assert done.returncode == 0, done.stderr
    assert (len(stored(tmp_path)), set(stored(tmp_path).values()), known(tmp_path)) == (PAGES, {1}, PAGES)


def test_sources_that_never_answer_hold_up_neither_digests_nor_others_nor_the_end(
    site: HostileWeb, tmp_path: Path
) -> None:
    make(tmp_path, 3)
    slow = {**SETTINGS, "COMMUNIQUE_FETCH__TIMEOUT": "120"}
    lines = [f'["Slow {n}"]\nurl = "{never(site, f"/never/{n}")}"\n' for n in range(3)]
    lines.append(f'[Quick]\nurl = "{feed(site, "/feed", rss(1))}"\n')
    (tmp_path / "sources.toml").write_text("\n".join(lines), encoding="utf-8")
    slow |= {"COMMUNIQUE_SOURCES__FILE": str(tmp_path / "sources.toml"), "COMMUNIQUE_RUN__GRACE": "1"}
    slow |= {"COMMUNIQUE_FETCH__PER_HOST": "10"}
    with bot(tmp_path, **slow) as running:
        assert eventually(partial(settled, tmp_path)), running.said
        assert eventually(lambda: stored(tmp_path)["Pier 1 opens"] == 1), running.said
        assert under_way(tmp_path) >= {"Slow 0", "Slow 1", "Slow 2"}
        assert running.end() == 0
        assert "Stopped before all was done" in running.said
    assert faults(tmp_path, 3) == []


def test_a_reload_takes_over_the_file_and_refuses_one_with_faults(site: HostileWeb, tmp_path: Path) -> None:
    file = tmp_path / "sources.toml"
    file.write_text("", encoding="utf-8")
    (tmp_path / "communique.toml").write_text('[sources]\nfile = "sources.toml"\n', encoding="utf-8")
    with bot(tmp_path, **SETTINGS) as running:
        assert eventually(lambda: running.up), running.said
        file.write_text(f'["Velden Quay"]\nurl = "{feed(site, "/feed", rss(1, 2))}"\n', encoding="utf-8")
        running.send(signal.SIGHUP)
        assert eventually(lambda: "source Velden Quay added" in running.said), running.said
        assert eventually(lambda: len(stored(tmp_path)) == 2), running.said
        file.write_text("nonsense", encoding="utf-8")
        running.send(signal.SIGHUP)
        assert eventually(lambda: "were not taken over" in running.said), running.said
        assert rows(tmp_path, "SELECT name FROM sources") == [("Velden Quay",)]
        file.write_text("", encoding="utf-8")
        running.send(signal.SIGHUP)
        assert eventually(lambda: "source Velden Quay removed" in running.said), running.said
        assert running.end() == 0
    assert len(stored(tmp_path)) == 2
