"""`communique sources import` and `export`: lists of feeds come from other readers and go there."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from bot.app import open_app
from bot.cli.sourcing import WHO
from bot.cli.writing import write_new
from bot.domain.channel import LOCAL_TENANT
from bot.domain.source import Source, Wanted
from bot.errors import InputError
from bot.feeds.opml import LeftOut, read_opml, write_opml
from bot.settings import Settings
from bot.texts import count, say

MOST_BYTES = 20_000_000
"""Of a file that is read: thousands of feeds take far less."""


def import_(settings: Settings, file: Path) -> None:
    """Add what the file lists and no source is at yet; say how many were added, and what was not."""
    listing = read_opml(_read(file))
    added, listed = asyncio.run(_import(settings, listing.wanted)), len(listing.wanted)
    lines = [say("source.imported", sources=count("source", added), of=listed)]
    lines += [say("opml.there", number=listed - added)] if listed > added else []
    lines += [say(f"opml.{why}", number=listing.left_out[why]) for why in LeftOut if listing.left_out[why]]
    sys.stdout.write("\n".join(lines) + "\n")


def export(settings: Settings, file: Path | None, *, force: bool) -> None:
    """Write all sources, to standard output without a file; never over one that is there."""
    written = write_opml(asyncio.run(_listed(settings)))
    if file is None:
        sys.stdout.write(written.decode("utf-8"))
        return
    write_new(file, written, force=force)


def _read(file: Path) -> bytes:
    try:
        with file.open("rb") as stream:
            body = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise InputError(
            f"Cannot read {file}: {error.strerror}", kept=say("source.unkept"), todo="Check the path"
        ) from None
    if len(body) > MOST_BYTES:
        raise InputError(f"{file} is larger than {MOST_BYTES:,} bytes", todo="Split it")
    return body


async def _import(settings: Settings, wanted: tuple[Wanted, ...]) -> int:
    async with open_app(settings, create=True) as app:
        return len(await app.polling.listed.add(LOCAL_TENANT, wanted, WHO))


async def _listed(settings: Settings) -> tuple[Source, ...]:
    async with open_app(settings, create=True) as app:
        return await app.polling.care.listed(LOCAL_TENANT)
