"""The table of commands: options and help of each stand in `*_commands`, what it does in a module beside."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.cli import context as shared
from bot.cli import reading_commands as reading
from bot.cli import reminder_commands as reminder
from bot.cli import running_commands as running
from bot.cli import upkeep_commands as upkeep
from bot.cli.outcomes import Commands
from bot.cli.source_commands import app as sources

app = typer.Typer(
    name="communique",
    cls=Commands,
    help="News briefings with proof: every bullet quotes its source, every deadline has its date.",
    epilog="Start here: communique ingest FILE.jsonl, then communique brief, then communique deadlines.",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.add_typer(sources, name="sources")
for command in (
    reading.ingest,
    reading.brief,
    reading.deadlines,
    reminder.reminders,
    reminder.mute,
    reminder.snooze,
    reminder.remind,
    reading.ask,
    reading.catchup,
    upkeep.reindex,
    upkeep.recalibrate,
    running.run,
    running.why,
    running.schedules,
    running.audit,
    upkeep.migrate,
    upkeep.doctor,
    upkeep.backup,
    upkeep.restore,
    upkeep.init,
    upkeep.demo,
):
    app.command()(command)


@app.callback()
def options(
    context: typer.Context,
    *,
    config: Annotated[
        Path | None,
        typer.Option(
            "--config",
            metavar="FILE",
            envvar="COMMUNIQUE_CONFIG",
            help="Settings file; default: communique.toml.",
        ),
    ] = None,
    secrets: Annotated[
        Path | None,
        typer.Option(
            "--secrets", metavar="DIR", envvar="COMMUNIQUE_SECRETS", help="Folder with one file per secret."
        ),
    ] = None,
    language: Annotated[
        str | None,
        typer.Option("--language", metavar="CODE", help="en or de; default: settings."),
    ] = None,
    _version: Annotated[
        bool,
        typer.Option(
            "--version", callback=shared.tell_version, is_eager=True, help="Show the version and exit."
        ),
    ] = False,
) -> None:
    """Take the options that stand before the command's name."""
    shared.remember(context, config, secrets, language)
