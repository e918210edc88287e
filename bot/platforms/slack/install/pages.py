"""The pages that a browser shows after an installation: plain, without anything from elsewhere."""

from __future__ import annotations

from html import escape

from bot.texts import say

_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>body{{font:1.1rem/1.5 system-ui,sans-serif;max-width:34rem;margin:4rem auto;padding:0 1rem;
color:#1f2937;background:#fff}}@media(prefers-color-scheme:dark){{body{{color:#e5e7eb;background:#111827}}}}</style>
</head><body><h1>{title}</h1>{paragraphs}</body></html>
"""


def page(title: str, *paragraphs: str) -> str:
    """A page of HTML; empty paragraphs are left out."""
    shown = "".join(f"<p>{escape(text)}</p>" for text in paragraphs if text)
    return _PAGE.format(title=escape(title), paragraphs=shown)


def installed_page(team: str) -> str:
    """The bot is installed in a workspace."""
    return page(say("slack.installed", app=say("app"), team=team), say("slack.installed.next"))


def failed_page(what: str, todo: str, reference: str) -> str:
    """It is not: what failed, what was kept, what to do, what to quote."""
    title = say("slack.not_installed", app=say("app"))
    return page(
        title, what, say("slack.not_installed.kept"), todo, say("chat.reference", reference=reference)
    )
