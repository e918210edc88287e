"""Posts on a terminal, or as plain text where the output is no terminal."""

from __future__ import annotations

import sys

from bot.domain.post import Post


def print_post(post: Post) -> None:
    """Print a post to standard output."""
    if sys.stdout.isatty():
        from rich.console import Console

        from bot.platforms.console.render import render_terminal

        render_terminal(post, Console())
    else:
        from bot.platforms.console.render import render_plain

        sys.stdout.write(render_plain(post))
        sys.stdout.flush()  # a hint that follows on standard error comes after it, also in one pipe
