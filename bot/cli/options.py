"""Options that several commands have."""

from __future__ import annotations

from typing import Annotated

import typer

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
