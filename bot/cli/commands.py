"""The table of commands: names, options and help; what they do stands in the modules beside this one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.cli import context as shared
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

AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="T", help="A date (its end) or a time with offset; default: now."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]
Zone = Annotated[
    str | None,
    typer.Option("--zone", metavar="ZONE", help="IANA zone for days and hours; default: settings."),
]
Topics = Annotated[
    list[str] | None,
    typer.Option("--topic", metavar="NAME", help="Only this topic of the settings; may be repeated."),
]


app.add_typer(sources, name="sources")


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


@app.command()
def ingest(
    context: typer.Context,
    *,
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE|URL...", help="JSON Lines files, - for standard input; feeds and pages."
        ),
    ],
    json_: AsJson = False,
) -> None:
    """Store articles: JSON Lines, a feed, or a page.

    A line is one {"id", "title", "published", "body", "url", "source"}. A URL is read once: every item of a
    feed, or the article of a page.

    The same file twice stores nothing twice; a changed body becomes a new revision. Bad lines are printed as
    JSON objects with their line number, the rest is stored, and the exit status is 1.
    """
    from bot.cli.ingesting import run

    run(shared.settings_of(context), files, as_json=json_)


@app.command()
def brief(
    context: typer.Context,
    *,
    as_of: AsOf = None,
    hours: Annotated[
        int | None,
        typer.Option(
            metavar="N",
            help="How far to look back, 1 to 168; default: settings.",
            parser=shared.whole("--hours", 1, 168),
        ),
    ] = None,
    zone: Zone = None,
    topic: Topics = None,
    html: Annotated[Path | None, typer.Option(metavar="FILE", help="Also write it as a web page.")] = None,
    details: Annotated[
        bool, typer.Option("--details", help="Also print every story with its bullets.")
    ] = False,
    json_: AsJson = False,
) -> None:
    """Print the briefing of the last 24 hours, with proof.

    It holds key agreements, open tensions and deadlines, each with the sentences that prove it.
    """
    from bot.cli.briefing import Asked, run

    asked = Asked(
        as_of=as_of, hours=hours, topics=tuple(topic or ()), html=html, details=details, as_json=json_
    )
    run(shared.settings_of(context, zone), asked)


@app.command()
def deadlines(
    context: typer.Context,
    *,
    as_of: AsOf = None,
    days: Annotated[
        int | None,
        typer.Option(
            metavar="N",
            help="How many days to look ahead; default: settings.",
            parser=shared.whole("--days", 0),
        ),
    ] = None,
    zone: Zone = None,
    topic: Topics = None,
    ics: Annotated[bool, typer.Option("--ics", help="Print a calendar (RFC 5545) instead of text.")] = False,
    png: Annotated[Path | None, typer.Option(metavar="FILE", help="Also draw it as a time line.")] = None,
    json_: AsJson = False,
) -> None:
    """List what falls due, from everything that is stored.

    With --json it is one object a line.
    """
    from bot.cli.agenda import Asked, run

    asked = Asked(as_of=as_of, days=days, topics=tuple(topic or ()), png=png)
    run(shared.settings_of(context, zone), asked, as_json=json_, as_ics=ics)


@app.command()
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


EntryId = Annotated[
    str,
    typer.Argument(metavar="ID", help="As `communique deadlines --json` shows it.", parser=shared.storable),
]


@app.command()
def mute(
    context: typer.Context,
    *,
    entry: EntryId,
    off: Annotated[bool, typer.Option("--off", help="Remind of it again; ends a snooze too.")] = False,
) -> None:
    """Remind this terminal of one deadline no more."""
    from bot.cli.wishes import mute as wish

    wish(shared.settings_of(context), entry, off=off)


@app.command()
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


@app.command()
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


@app.command()
def ask(
    context: typer.Context,
    *,
    question: Annotated[
        str | None, typer.Argument(metavar="QUESTION", help="The question, in quotation marks.")
    ] = None,
    as_of: AsOf = None,
    zone: Zone = None,
    json_: AsJson = False,
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help="Read questions from standard input, one JSON object a line.")
    ] = False,
) -> None:
    """Answer a question with quotes from the stored articles.

    Where nothing is stored on it, that is the answer.

    --jsonl reads {"id", "question", ["asked"]} lines and prints one object for each, as it goes.
    """
    from bot.cli.asking import run, run_lines

    settings = shared.settings_of(context, zone)
    if jsonl:
        run_lines(settings, as_of)
    else:
        run(settings, question or "", as_of, as_json=json_)


@app.command()
def catchup(context: typer.Context, *, zone: Zone = None, json_: AsJson = False) -> None:
    """Tell what changed since you last asked this.

    It is taken from the briefings shown here and from the ledger of deadlines.
    """
    from bot.cli.catching_up import run

    run(shared.settings_of(context, zone), as_json=json_)


@app.command()
def reindex(context: typer.Context) -> None:
    """Build anew the index that ask searches."""
    from bot.cli.asking import reindex as rebuild

    rebuild(shared.settings_of(context))


@app.command()
def recalibrate(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="JSON Lines: question, answerable (true or false), asked.")],
) -> None:
    """Fit what ask calls an answer to questions of yours.

    They are labelled by whether your articles answer them.
    """
    from bot.cli.recalibrating import run as fit

    fit(shared.settings_of(context), file)


@app.command()
def run(context: typer.Context) -> None:
    """Run the bot: digests at their hours. Without tokens it posts to a transcript and this terminal.

    SIGTERM or Ctrl-C ends it in order; SIGHUP reads the settings again.
    """
    from bot.cli.running import run as start

    start(lambda: shared.settings_of(context))


@app.command()
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


@app.command()
def schedules(context: typer.Context, *, json_: AsJson = False) -> None:
    """List the next send of every schedule."""
    from bot.cli.accounts import schedules as tell

    tell(shared.settings_of(context), as_json=json_)


@app.command()
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


@app.command()
def migrate(context: typer.Context) -> None:
    """Make the database, or bring its schema up to date."""
    from bot.cli.migrating import migrate as run

    run(shared.settings_of(context))


@app.command()
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


@app.command()
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


@app.command()
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


@app.command()
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


@app.command()
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
