"""What is typed of the running bot: options and help."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.cli import context as shared
from bot.cli.options import AsJson


def run(context: typer.Context) -> None:
    """Run the bot: digests at their hours. Without tokens it posts to a transcript and this terminal.

    SIGTERM or Ctrl-C ends it in order; SIGHUP reads the settings again.
    """
    from bot.cli.running import run as start

    start(lambda: shared.settings_of(context))


def why(
    context: typer.Context,
    *,
    day: Annotated[str | None, typer.Option(metavar="DATE", help="The local day; default: today.")] = None,
    channel: Annotated[
        str | None, typer.Option(metavar="CHANNEL", help="platform:tenant:channel; default: all local ones.")
    ] = None,
    json_: AsJson = False,
) -> None:
    """Say what became of each send of a day, and why.

    Each was sent, was skipped, failed, or is unknown. What is open of earlier days stands above, what comes
    next below.
    """
    from bot.cli.accounts import why as tell

    tell(shared.settings_of(context), day, channel, as_json=json_)


def schedules(context: typer.Context, *, json_: AsJson = False) -> None:
    """List the next send of every schedule."""
    from bot.cli.accounts import schedules as tell

    tell(shared.settings_of(context), as_json=json_)


def audit(
    context: typer.Context,
    *,
    tenant: Annotated[
        str,
        typer.Option(
            metavar="ID",
            help="Slack's id of a workspace, Discord's of a server; default: local.",
            parser=shared.storable,
        ),
    ] = "local",
    most: Annotated[
        int,
        typer.Option(
            metavar="N", help="How many entries, 1 to 10000.", parser=shared.whole("--most", 1, 10_000)
        ),
    ] = 50,
    json_: AsJson = False,
) -> None:
    """List who changed what is sent where, the newest first.

    Settings, the chat, sources, pauses and restores are noted there.
    """
    from bot.cli.auditing import run

    run(shared.settings_of(context), tenant, most, as_json=json_)
