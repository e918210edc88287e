"""The only markup that Slack reads in our words, and how text is kept from being read as markup.

Text of strangers goes into `text` elements of rich text and into plain text objects, in which Slack reads
nothing at all (docs.slack.dev, "Block Kit: rich text"). What stands in a message's own text is `unmarked`.
"""

from __future__ import annotations

from typing import Any

from bot.domain.shown import shown, web_link

Json = dict[str, Any]

LINK_MOST = 2_000
"""Characters of an address that is still made a link; Slack takes 3,000 in a button."""

_CONTROL = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def unmarked(text: str) -> str:
    """Text for a place where `mrkdwn` is off: no mention, link or date is read in it.

    `<`, `>` and `&` are the only characters that open Slack's control sequences (docs.slack.dev, "Formatting
    message text").
    """
    return shown(text).translate(_CONTROL)


def plain(text: str) -> Json:
    """A plain text object in which not even an emoji's name is read."""
    return {"type": "plain_text", "text": text, "emoji": False}


def link_of(url: str | None) -> str | None:
    """The address if it is safe to follow and short enough for Slack."""
    link = web_link(url)
    return link if link and len(link) <= LINK_MOST else None
