"""Hyperlinks are written only to terminals that are known to follow them."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from bot.domain.post import Post
from bot.platforms.console import render_terminal
from bot.platforms.console.links import links_supported


def _console(*, terminal: bool = True, colour: bool = True, legacy: bool = False) -> Console:
    return Console(
        file=io.StringIO(),
        force_terminal=terminal,
        color_system="standard" if colour else None,
        legacy_windows=legacy,
        _environ={},
    )


@pytest.mark.parametrize(
    "environ",
    [
        {"TERM": "xterm-kitty"},
        {"TERM": "foot-extra"},
        {"TERM": "xterm-256color", "VTE_VERSION": "6800"},
        {"TERM": "xterm-256color", "KONSOLE_VERSION": "220401"},
        {"TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app"},
        {"WT_SESSION": "1"},
        {"TERM": "screen", "FORCE_HYPERLINK": "1"},
    ],
)
def test_a_terminal_that_follows_links_gets_them(environ: dict[str, str]) -> None:
    assert links_supported(_console(), environ)


@pytest.mark.parametrize(
    "environ",
    [
        {},
        {"TERM": "xterm-256color"},
        {"TERM": "linux", "VTE_VERSION": "6800"},
        {"TERM": "tmux-256color", "TERM_PROGRAM": "WezTerm"},
        {"TERM": "xterm-256color", "VTE_VERSION": "4800"},
        {"TERM": "xterm-256color", "VTE_VERSION": "new"},
        {"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"},
        {"TERM": "xterm-kitty", "FORCE_HYPERLINK": "0"},
    ],
)
def test_any_other_terminal_gets_the_addresses(environ: dict[str, str]) -> None:
    assert not links_supported(_console(), environ)


@pytest.mark.parametrize(
    "console",
    [_console(terminal=False), _console(colour=False), _console(legacy=True)],
    ids=["pipe", "dumb", "old"],
)
def test_what_is_no_capable_terminal_never_gets_links(console: Console) -> None:
    assert not links_supported(console, {"TERM": "xterm-kitty", "FORCE_HYPERLINK": "1"})


def test_unless_told_the_renderer_asks_the_environment(
    busy_post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    for forced, expected in (("1", True), ("0", False)):
        monkeypatch.setenv("FORCE_HYPERLINK", forced)
        file = io.StringIO()
        render_terminal(busy_post, Console(file=file, force_terminal=True, color_system="standard", width=80))
        assert ("\x1b]8;" in file.getvalue()) is expected
