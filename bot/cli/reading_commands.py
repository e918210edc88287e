"""What readers type: options and help of the commands that store articles and tell what they say."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.cli import context as shared
from bot.cli.options import AsJson, AsOf, Topics, Zone


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


def catchup(context: typer.Context, *, zone: Zone = None, json_: AsJson = False) -> None:
    """Tell what changed since you last asked this.

    It is taken from the briefings shown here and from the ledger of deadlines.
    """
    from bot.cli.catching_up import run

    run(shared.settings_of(context, zone), as_json=json_)
