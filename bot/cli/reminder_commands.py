"""What is typed of reminders: options and help."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.cli import context as shared
from bot.cli.options import AsJson, AsOf

EntryId = Annotated[
    str,
    typer.Argument(metavar="ID", help="As `communique deadlines --json` shows it.", parser=shared.storable),
]


def reminders(
    context: typer.Context,
    *,
    as_of: AsOf = None,
    days: Annotated[
        int,
        typer.Option(
            metavar="N", help="How many days to look ahead, 0 to 366.", parser=shared.whole("--days", 0, 366)
        ),
    ] = 30,
    json_: AsJson = False,
) -> None:
    """Show what this terminal is reminded of on a day.

    What follows in the days after is listed below; nothing is sent.
    """
    from bot.cli.reminders import run

    run(shared.settings_of(context), as_of, days, as_json=json_)


def mute(
    context: typer.Context,
    *,
    entry: EntryId,
    off: Annotated[bool, typer.Option("--off", help="Remind of it again; ends a snooze too.")] = False,
) -> None:
    """Remind this terminal of one deadline no more."""
    from bot.cli.wishes import mute as wish

    wish(shared.settings_of(context), entry, off=off)


def snooze(
    context: typer.Context,
    *,
    entry: EntryId,
    days: Annotated[
        int,
        typer.Option(metavar="N", help="For how many days, 1 to 366.", parser=shared.whole("--days", 1, 366)),
    ] = 1,
) -> None:
    """Say nothing of one deadline for some days.

    Then it is reminded of once.
    """
    from bot.cli.wishes import snooze as wish

    wish(shared.settings_of(context), entry, days)


def remind(
    context: typer.Context,
    *,
    entry: EntryId,
    at: Annotated[
        str | None,
        typer.Option(
            metavar="WHEN",
            help="Once, at an ISO date (its morning) or time; default: with the channel's steps.",
        ),
    ] = None,
    off: Annotated[bool, typer.Option("--off", help="Not any more.")] = False,
) -> None:
    """Remind you yourself of one deadline.

    That holds also where the terminal is muted or follows other topics.
    """
    from bot.cli.wishes import remind as wish

    wish(shared.settings_of(context), entry, at, off=off)
