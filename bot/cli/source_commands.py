"""The table of `communique sources`: names, options and help; what they do stands in `sourcing`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.cli import context as shared
from bot.cli.outcomes import Commands

app = typer.Typer(
    help="Feeds, sitemaps and pages that are polled.\n\nThe running bot looks at them by itself.",
    epilog="Start here: communique sources add https://example.org, then communique run.",
    cls=Commands,
    rich_markup_mode=None,
)

Named = Annotated[
    str, typer.Argument(metavar="SOURCE", help="Its id or the beginning of it, name or address.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of text, one object a source.")]


@app.command()
def add(
    context: typer.Context,
    *,
    url: Annotated[
        str, typer.Argument(metavar="URL", help="Of a feed, a news sitemap, or any page of a site.")
    ],
    name: Annotated[str, typer.Option(metavar="NAME", help="What it is called; default: its title.")] = "",
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Keep it without asking.")] = False,
) -> None:
    """Keep what stands at an address as a source.

    What would be kept of it is shown first.
    """
    from bot.cli.sourcing import add as run

    run(shared.settings_of(context), url, name, yes=yes)


@app.command("list")
def list_(context: typer.Context, *, json_: AsJson = False) -> None:
    """Say of each source how it fares, and since when.

    When it was read and brought news last, and why it rests, stand there too.
    """
    from bot.cli.sourcing import show

    show(shared.settings_of(context), as_json=json_)


@app.command()
def test(context: typer.Context, *, source: Annotated[str, typer.Argument(metavar="SOURCE|URL")]) -> None:
    """Say what a source or an address answers just now.

    Nothing is stored.
    """
    from bot.cli.sourcing import test as run

    run(shared.settings_of(context), source)


@app.command()
def fetch(
    context: typer.Context,
    *,
    names: Annotated[
        list[str] | None, typer.Argument(metavar="SOURCE", help="Default: all that are due.")
    ] = None,
) -> None:
    """Look at sources now and store what they bring.

    No running bot is needed.
    """
    from bot.cli.sourcing import fetch as run

    run(shared.settings_of(context), tuple(names or ()))


@app.command()
def pause(context: typer.Context, *, source: Named) -> None:
    """Look at a source no more until it is resumed."""
    from bot.cli.sourcing import care

    care(shared.settings_of(context), "pause", source)


@app.command()
def resume(context: typer.Context, *, source: Named) -> None:
    """Look at a source again, at once."""
    from bot.cli.sourcing import care

    care(shared.settings_of(context), "resume", source)


@app.command()
def remove(context: typer.Context, *, source: Named) -> None:
    """Forget a source; its articles stay."""
    from bot.cli.sourcing import care

    care(shared.settings_of(context), "remove", source)


@app.command()
def rename(
    context: typer.Context,
    *,
    source: Named,
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="What its articles are marked with from now on.")
    ],
) -> None:
    """Call a source something else."""
    from bot.cli.sourcing import rename as run

    run(shared.settings_of(context), source, name)


@app.command("import")
def import_(
    context: typer.Context,
    *,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="OPML, as every feed reader exports it.")],
) -> None:
    """Add all feeds of an OPML file that are not sources yet."""
    from bot.cli.carrying import import_ as run

    run(shared.settings_of(context), file)


@app.command()
def export(
    context: typer.Context,
    *,
    file: Annotated[Path | None, typer.Argument(metavar="FILE", help="Default: standard output.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the file if there is one.")] = False,
) -> None:
    """Write all sources as OPML, which every feed reader imports."""
    from bot.cli.carrying import export as run

    run(shared.settings_of(context), file, force=force)
