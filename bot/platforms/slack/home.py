"""A person's home page as App Home shows it."""

from __future__ import annotations

from collections.abc import Iterator

from bot.deliver.outline import parent
from bot.domain.reply import Home, HomeChannel
from bot.platforms.slack.buttons import rows
from bot.platforms.slack.markup import Json, plain
from bot.platforms.slack.pack import pack
from bot.platforms.slack.prose import words
from bot.platforms.slack.replies import drawn
from bot.texts import say

BLOCKS_MOST = 90
"""Of a view's 100 (docs.slack.dev, "Views")."""

HEADER_MOST = 150


def home_view(home: Home) -> Json:
    """The view: title, deadlines ahead, each channel with its buttons, and how many more there are.

    A channel's buttons carry it in their value, which is checked when one is pressed.
    """
    blocks = list(_top(home))
    drawn_channels = 0
    for channel in home.channels:
        section = list(_channel(channel))
        if len(blocks) + len(section) > BLOCKS_MOST:
            break
        blocks += section
        drawn_channels += 1
    left = len(home.channels) - drawn_channels
    tail = [{"type": "context", "elements": [plain(say("chat.more", number=left))]}] if left else []
    return {"type": "home", "blocks": [*blocks, *tail]}


def _top(home: Home) -> Iterator[Json]:
    yield {"type": "header", "text": plain(home.title[:HEADER_MOST])}
    for page in pack([one for text in home.paragraphs for one in words(text)]):
        yield from page
    if home.ahead is not None:
        yield from (block for page in pack(drawn(parent(home.ahead), buttons=False)) for block in page)


def _channel(channel: HomeChannel) -> Iterator[Json]:
    yield {"type": "divider"}
    mention = {"type": "channel", "channel_id": channel.channel.channel_id, "style": {"bold": True}}
    yield {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": [mention]}]}
    for page in pack([one for line in channel.lines for one in words(line)]):
        yield from page
    yield from rows(channel.buttons, channel.channel.channel_id)
