"""The terminal: a post in colour for a person, or as plain text for a pipe or a log."""

from bot.platforms.console.render import render_plain, render_terminal

__all__ = ["render_plain", "render_terminal"]
