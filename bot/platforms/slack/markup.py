"""The only markup that Slack reads in our words, and how text is kept from being read as markup.

Text of strangers goes into `text` elements of rich text and into plain text objects, in which Slack reads
nothing at all (docs.slack.dev, "Block Kit: rich text"). What stands in mrkdwn is ours, or `escaped`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from bot.domain.shown import shown, web_link

Json = dict[str, Any]

LINK_MOST = 2_000
"""Characters of an address that is still made a link; Slack takes 3,000 in a button."""

_WORD_JOINER = "\u2060"
_FORMATTING = str.maketrans({mark: f"{_WORD_JOINER}{mark}{_WORD_JOINER}" for mark in "*_~`"})
_CONTROL = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def escaped(text: str) -> str:
    """Text of strangers as mrkdwn shows it literally: no mention, link, date or format is read in it.

    `<`, `>` and `&` are the only characters that open Slack's control sequences (docs.slack.dev, "Formatting
    message text"); marks of bold, italic, strike and code do not act with a word joiner on both sides.
    """
    return shown(text).translate(_CONTROL).translate(_FORMATTING)


def unmarked(text: str) -> str:
    """The same for a place where `mrkdwn` is off: only the control characters matter."""
    return shown(text).translate(_CONTROL)


def moment(at: datetime, fallback: str, form: str = "{date_short_pretty} {time}") -> str:
    """An instant that each reader sees in their own zone; `fallback` is for clients that cannot."""
    return f"<!date^{int(at.timestamp())}^{form}|{unmarked(fallback).replace('|', '/')}>"


def plain(text: str) -> Json:
    """A plain text object in which not even an emoji's name is read."""
    return {"type": "plain_text", "text": text, "emoji": False}


def mrkdwn(text: str) -> Json:
    """A mrkdwn object whose bare addresses and names stay text."""
    return {"type": "mrkdwn", "text": text, "verbatim": True}


def link_of(url: str | None) -> str | None:
    """The address if it is safe to follow and short enough for Slack."""
    link = web_link(url)
    return link if link and len(link) <= LINK_MOST else None
