"""Which terminals follow OSC 8 hyperlinks; to the others the address itself is shown."""

from __future__ import annotations

from collections.abc import Mapping

from rich.console import Console

_TERMS = ("alacritty", "contour", "foot", "rio", "wezterm", "xterm-ghostty", "xterm-kitty")
_PROGRAMS = frozenset({"ghostty", "Hyper", "iTerm.app", "rio", "Tabby", "vscode", "WarpTerminal", "WezTerm"})
_MARKS = ("DOMTERM", "KITTY_WINDOW_ID", "WEZTERM_PANE", "WT_SESSION")
_SINCE = (("VTE_VERSION", 5000), ("KONSOLE_VERSION", 201200))
"""GNOME's VTE 0.50 and Konsole 20.12 are the first of theirs (the OSC 8 adoption list of hyperlinks.md)."""


def links_supported(console: Console, environ: Mapping[str, str]) -> bool:
    """Whether the console's terminal is known to follow hyperlinks; FORCE_HYPERLINK=0 or 1 overrules.

    tmux and screen are taken to drop them, since what lies behind them cannot be known.
    """
    if not console.is_terminal or console.color_system is None or console.legacy_windows:
        return False
    if "FORCE_HYPERLINK" in environ:
        return environ["FORCE_HYPERLINK"] != "0"
    term = environ.get("TERM", "")
    return not term.startswith(("tmux", "screen", "linux")) and _known(term, environ)


def _known(term: str, environ: Mapping[str, str]) -> bool:
    return (
        term.startswith(_TERMS)
        or environ.get("TERM_PROGRAM") in _PROGRAMS
        or any(mark in environ for mark in _MARKS)
        or any(_number(environ.get(name, "")) >= first for name, first in _SINCE)
    )


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else 0
