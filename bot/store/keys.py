"""How channels and topic sets are looked up."""

from __future__ import annotations

import json
from collections.abc import Iterable

from sqlalchemy import ColumnElement, Table, and_

from bot.domain.channel import Channel


def of_channel(table: Table, channel: Channel) -> ColumnElement[bool]:
    """The rows of one channel."""
    return and_(
        table.c.tenant_id == channel.tenant_id,
        table.c.platform == channel.platform,
        table.c.channel_id == channel.channel_id,
    )


def columns_of(channel: Channel) -> dict[str, object]:
    """The columns that name a channel in a row."""
    return {
        "tenant_id": channel.tenant_id,
        "platform": channel.platform,
        "channel_id": channel.channel_id,
    }


def topics_key(topics: Iterable[str]) -> str:
    """Equal text for equal sets of topic names."""
    return json.dumps(sorted(set(topics)))
