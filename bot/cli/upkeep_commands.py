"""What operators type to set up, look after and show: options and help."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.cli import context as shared
from bot.cli.options import AsJson


def init(
    context: typer.Context,
    platform: Annotated[
        str, typer.Argument(help="slack or discord: what its app needs, and where to click.")
    ] = "",
    *,
    force: Annotated[bool, typer.Option("--force", help="Replace the file if there is one.")] = False,
    http: Annotated[
        str, typer.Option(metavar="URL", help="For slack: HTTP mode, reached by Slack at this address.")
    ] = "",
    events: Annotated[
        bool, typer.Option("--events", help="For discord: invite it with the right to make events, too.")
    ] = False,
) -> None:
    """Write communique.toml here, or help to set up a platform.

    The file holds every setting with its default, commented.
    """
    from bot.cli.init import init as run
    from bot.cli.init import init_platform

    if platform:
        settings = shared.settings_of(context) if platform == "discord" else None
        token = settings.discord.token.get_secret_value() if settings else ""
        init_platform(platform, http, token, events=events or bool(settings and settings.calendars))
    else:
        run(force=force, http=http, events=events)


def migrate(context: typer.Context) -> None:
    """Make the database, or bring its schema up to date."""
    from bot.cli.migrating import migrate as run

    run(shared.settings_of(context))


def doctor(
    context: typer.Context,
    *,
    live: Annotated[
        bool, typer.Option("--live", help="Check the running bot instead: is it alive, is each part well?")
    ] = False,
    json_: AsJson = False,
) -> None:
    """Check everything, with one fix for each thing that is wrong.

    Settings, engine, database, sources and platforms are looked at, and those that are set up are asked.
    """
    if live:
        from bot.cli.living import live as look

        look(shared.settings_of(context), as_json=json_)
        return
    from bot.cli.doctor import doctor as run

    run(shared.settings_of(context), shared.config_of(context), as_json=json_)


def backup(
    context: typer.Context,
    *,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where the copy goes.")],
    force: Annotated[bool, typer.Option("--force", help="Replace the file if there is one.")] = False,
) -> None:
    """Copy the database to one file, also while the bot runs.

    The copy is proved by opening it and looking at all of it.
    """
    from bot.cli.backups import backup as run

    run(shared.settings_of(context), file, force=force)


def restore(
    context: typer.Context,
    *,
    file: Annotated[
        Path | None, typer.Argument(metavar="FILE", help="What `communique backup` wrote.")
    ] = None,
) -> None:
    """Put a backup in the place of the database.

    The database that was there is kept beside it. The bot must not run. What fell due since the backup is
    looked up on its platform before it is sent, so that nothing goes twice. On PostgreSQL run this without a
    file, after pg_restore.
    """
    from bot.cli.backups import restore as run

    run(shared.settings_of(context), file)


def reindex(context: typer.Context) -> None:
    """Build anew the index that ask searches."""
    from bot.cli.asking import reindex as rebuild

    rebuild(shared.settings_of(context))


def recalibrate(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="JSON Lines: question, answerable (true or false), asked.")],
) -> None:
    """Fit what ask calls an answer to questions of yours.

    They are labelled by whether your articles answer them.
    """
    from bot.cli.recalibrating import run as fit

    fit(shared.settings_of(context), file)


def demo(
    context: typer.Context,
    *,
    into: Annotated[Path, typer.Option(metavar="DIR", help="Where its database and page go.")] = Path(
        "demo-output"
    ),
) -> None:
    """Show the main job on the bundled articles.

    All of them are invented; no account, no model and no network is needed.
    """
    from bot.cli.demo import run

    run(into, shared.language_of(context))
