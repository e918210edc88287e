"""`communique sources`: what its commands do."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

import typer

from bot.app import App, open_app
from bot.cli.context import progress
from bot.domain.channel import LOCAL_TENANT
from bot.domain.shown import shown
from bot.domain.source import Source
from bot.errors import FetchError, InputError
from bot.gather.adding import Preview
from bot.gather.advice import refused
from bot.gather.listed import FILE
from bot.gather.pipeline import Looked
from bot.gather.told import fares, looked_line, name_of, preview_lines, source_line
from bot.settings import Settings
from bot.settings.listed import listed_in
from bot.texts import count, say

WHO = "terminal"
"""Who adds and pauses a source here."""


def add(settings: Settings, url: str, name: str, *, yes: bool) -> None:
    """Show the source, ask, and keep it; raise InputError where nobody can be asked."""
    asyncio.run(_add(settings, url, name, yes=yes))


async def _add(settings: Settings, url: str, name: str, *, yes: bool) -> None:
    async with open_app(settings, create=True) as app:
        with _explained(url):
            preview = await app.polling.add.preview(LOCAL_TENANT, url, name=name, who=WHO)
        _print(preview_lines(preview))
        if yes or _agreed():
            source = await app.polling.add.keep(preview.source)
            _print([say("source.added", name=name_of(source))])


def _agreed() -> bool:
    if not sys.stdin or not sys.stdin.isatty():
        raise InputError(say("source.not_asked"), kept=say("source.unkept"), todo=say("source.not_asked.fix"))
    return typer.confirm(say("source.keep"))


def show(settings: Settings, *, as_json: bool) -> None:
    """Print how all sources fare."""
    sources, now = asyncio.run(_listed(settings))
    if as_json:
        _print(json.dumps(_object(one), ensure_ascii=False) for one in sources)
        return
    if not sources:
        _print([say("source.none_yet")])
        return
    for one in sources:
        _print([source_line(one, now), f"  {shown(one.url)}"])
    _print([fares(sources)])
    if not settings.sources.enabled:
        _print([say("source.off") + "."])


async def _listed(settings: Settings) -> tuple[tuple[Source, ...], datetime]:
    async with open_app(settings, create=True) as app:
        return await app.polling.care.listed(LOCAL_TENANT), app.clock.now()


def test(settings: Settings, named: str) -> None:
    """Print what stands at a source or an address now."""
    preview = asyncio.run(_test(settings, named))
    _print([*preview_lines(preview), _answer_line(preview)])


async def _test(settings: Settings, named: str) -> Preview:
    async with open_app(settings, create=True) as app:
        sources = await app.polling.care.listed(LOCAL_TENANT)
        known = any(named in (one.id, one.url, one.name) for one in sources) or not _is_address(named)
        url = (await app.polling.care.one(LOCAL_TENANT, named)).url if known else named
        with _explained(url):
            return await app.polling.add.look_at(LOCAL_TENANT, url)


def _is_address(text: str) -> bool:
    return "." in text or "://" in text


def _answer_line(preview: Preview) -> str:
    fetched = preview.fetched
    if fetched is None:
        return ""
    again = fetched.validators.etag or fetched.validators.last_modified
    return say(
        "source.answer",
        url=shown(fetched.url),
        kind=shown(fetched.content_type) or say("source.answer.no_type"),
        size=f"{len(fetched.body or b''):,}",
        cut=say("source.answer.cut") if fetched.cut else "",
        again=say("source.answer.again" if again else "source.answer.whole"),
    )


def fetch(settings: Settings, names: Sequence[str]) -> None:
    """Look at these sources, or at all that are due, and print what came of it; exit with 1 if one failed."""
    if asyncio.run(_fetch(settings, names)):
        raise SystemExit(1)


async def _fetch(settings: Settings, names: Sequence[str]) -> bool:
    async with open_app(settings, create=True) as app:
        await app.polling.listed.take_over(LOCAL_TENANT, listed_in(settings.sources.file))
        if not names:
            with progress(say("source.looking")):
                looked_at = await app.polling.gather.look()
            _print([say("source.looked", sources=count("source", looked_at))])
            sources = await app.polling.care.listed(LOCAL_TENANT)
            _print([fares(sources) if sources else say("source.none_yet")])
            return False
        wanted = [await app.polling.care.one(LOCAL_TENANT, name) for name in names]
        looked = [await _look(app, source) for source in wanted]
        _print(looked_line(one) for one in looked)
        return any(one.source.health.is_failure for one in looked)


async def _look(app: App, source: Source) -> Looked:
    with progress(say("source.looking")):
        return await app.polling.gather.one(source)


def care(settings: Settings, what: str, named: str) -> None:
    """Pause, resume or remove a source, and say so."""

    async def act(app: App) -> Source:
        acts: dict[str, Callable[[str, str, str], Awaitable[Source]]] = {
            "pause": app.polling.care.pause,
            "resume": app.polling.care.resume,
            "remove": app.polling.care.remove,
        }
        return await acts[what](LOCAL_TENANT, named, WHO)

    source = asyncio.run(_acted(settings, act))
    _print([say(f"source.done.{what}", name=name_of(source))])
    if what == "remove" and source.who == FILE:
        _print([say("source.listed", file=settings.sources.file or FILE)])


def rename(settings: Settings, named: str, name: str) -> None:
    """Rename a source, and say so."""
    source = asyncio.run(
        _acted(settings, lambda app: app.polling.care.rename(LOCAL_TENANT, named, name, WHO))
    )
    _print([say("source.done.rename", url=shown(source.url), name=name_of(source))])


async def _acted(settings: Settings, act: Callable[[App], Awaitable[Source]]) -> Source:
    async with open_app(settings, create=True) as app:
        return await act(app)


@contextmanager
def _explained(url: str) -> Iterator[None]:
    """Give what could not be read all four parts of an error."""
    try:
        yield
    except FetchError as error:
        raise refused(url, error) from None


def _object(source: Source) -> dict[str, object]:
    halt = source.halt
    return {
        "id": source.id,
        "name": source.name,
        "url": source.url,
        "kind": source.kind.value,
        "health": source.health.value,
        "detail": source.detail,
        "added": source.added.isoformat(),
        "who": source.who,
        "due": source.due.isoformat(),
        "every": round(source.every.total_seconds()),
        "checked": _when(source.checked),
        "read": _when(source.read),
        "changed": _when(source.changed),
        "failing": _when(source.failing),
        "moved_from": source.moved_from,
        "paused": {"at": halt.at.isoformat(), "reason": halt.reason, "who": halt.who} if halt else None,
    }


def _when(at: datetime | None) -> str | None:
    return at.isoformat() if at else None


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        sys.stdout.write(line + "\n")
