"""What every command shares: the options before its name, settings, `--as-of`, progress."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import typer

from bot.errors import InputError
from bot.texts import speak

if TYPE_CHECKING:
    from bot.settings import Settings
    from summarizers.types import Publication

Progress = Callable[[int, int], None]


def settings_of(context: typer.Context, zone: str | None = None) -> Settings:
    """The settings for this command, logging set up by them, their language spoken; raise SettingsError."""
    from bot import logs
    from bot.settings import load

    options = context.obj or {}
    flags = {"zone": zone, "language": language_of(context)}
    given = {name: value for name, value in flags.items() if value}
    settings = load(options.get("config"), options.get("secrets"), **given)
    speak(settings.language)
    logs.set_up(settings.log.level, settings.log.format, known=settings.secrets)
    return settings


def config_of(context: typer.Context) -> Path | None:
    """The settings file that was named, None if none was."""
    named: Path | None = (context.obj or {}).get("config")
    return named


def language_of(context: typer.Context) -> str | None:
    """The language that was named, None if none was."""
    named: str | None = (context.obj or {}).get("language")
    return named


def remember(context: typer.Context, config: Path | None, secrets: Path | None, language: str | None) -> None:
    """Keep the options that stand before the command's name."""
    context.obj = {"config": config, "secrets": secrets, "language": language}


def tell_version(asked: bool) -> None:  # noqa: FBT001 - typer's signature
    """Print the version and end, if that was asked for."""
    if asked:
        from importlib.metadata import version

        typer.echo(f"communique {version('communique')}")
        raise typer.Exit


def whole(option: str, least: int, most: int | None = None) -> Callable[[str], int]:
    """What reads the number of an option; it raises InputError for anything else."""
    span = f"from {least} on" if most is None else f"from {least} to {most}"

    def read(text: str) -> int:
        with suppress(ValueError):  # no number, or one of more digits than Python reads
            number = int(text)
            if number >= least and (most is None or number <= most):
                return number
        raise InputError(
            f"{option}: {text[:40]!r} is not what is expected there",
            todo=f"Give a whole number {span}",
        )

    return read


def storable(text: str) -> str:
    """A word that was typed, with the bytes that are no UTF-8 written out: no database takes them."""
    return text.encode("utf-8", "backslashreplace").decode()


def instant_of(text: str | None, now: datetime, zone: str) -> datetime:
    """The instant (UTC) that `--as-of` names: a time with offset, or the end of a day in `zone`.

    Without a text it is `now`. Raise InputError for anything else.
    """
    if text is None:
        return now
    try:
        publication = _publication(text)
        return publication.utc or end_of_day(publication.local_date, zone)
    except (ValueError, OverflowError) as error:
        raise InputError(
            f"--as-of: {error}", todo="Use a date (2025-11-10) or a time with offset (2025-11-10T08:00+01:00)"
        ) from None


def _publication(text: str) -> Publication:
    from bot.ingest.entries import YEARS
    from summarizers.types import Publication

    publication = Publication.parse(text)
    if publication.local_date.year not in YEARS:
        raise ValueError(f"the year {publication.local_date.year} cannot be meant")
    return publication


def end_of_day(day: date, zone: str) -> datetime:
    """The last instant of a local day, in UTC."""
    return datetime.combine(day, time.max, ZoneInfo(zone)).astimezone(UTC)


@contextmanager
def progress(what: str) -> Iterator[Progress]:
    """A progress bar on standard error while something long runs; silent where nobody watches."""
    if not sys.stderr.isatty():
        yield lambda _done, _of: None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, of: bar.update(task, completed=done, total=of)
