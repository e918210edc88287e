"""What a message holds, checked: text, blocks, attachments, metadata."""

from __future__ import annotations

import json
from dataclasses import dataclass

from tests.fakes.slack_server.blocks import message_problems, text_length
from tests.fakes.slack_server.nouns import Json, Message
from tests.fakes.slack_server.params import structure, text_of
from tests.fakes.slack_server.refusal import SlackRefusal, invalid_blocks

TEXT = 40_000
"""Characters of `text`. (Slack cuts longer text and says so in a warning; nothing of ours may be cut.)"""

ALL_BLOCKS = 13_200
"""Characters in all blocks together; undocumented, observed by users of the real thing."""

METADATA_BYTES = 16_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    text: str
    blocks: list[Json]
    attachments: list[Json]

    def warnings(self) -> Json:
        """Slack's advice when blocks come without a fallback text."""
        if self.text or not self.blocks:
            return {}
        return {"warning": "missing_text", "response_metadata": {"warnings": ["missing_text"]}}


def content_of(params: Json, *, of_old: Message | None = None) -> Content:
    """The content of a call, or the refusal that names what is wrong with it.

    `of_old` is the message that is edited: what the call does not mention stays, but an edit with text alone
    takes the blocks away.
    """
    text = text_of(params, "text")
    blocks, attachments = _list(params, "blocks"), _list(params, "attachments")
    if of_old is not None:
        kept = "blocks" not in params and "text" not in params
        blocks = of_old.blocks if kept else blocks
        text = text if "text" in params else of_old.text
    if not text.strip() and not blocks and not attachments:
        raise SlackRefusal("no_text")
    if len(text) > TEXT:
        raise SlackRefusal("msg_too_long")
    check_blocks(blocks)
    return Content(text=text, blocks=with_ids(blocks), attachments=attachments)


def check_blocks(blocks: list[Json]) -> None:
    """Refuse blocks that Slack would refuse, in a message."""
    problems = message_problems(blocks)
    if problems:
        raise invalid_blocks(problems)
    if text_length(blocks) > ALL_BLOCKS:
        raise SlackRefusal("msg_blocks_too_long")


def with_ids(blocks: list[Json]) -> list[Json]:
    """The same blocks, each with a block_id, as Slack gives one to those that came without."""
    return [{"block_id": f"b{number:03d}", **block} for number, block in enumerate(blocks)]


def _list(params: Json, name: str) -> list[Json]:
    error = f"invalid_{name}_format" if name == "blocks" else "invalid_attachments"
    value = structure(params, name, error)
    if value is None:
        return []
    if not isinstance(value, list):
        raise SlackRefusal(error)
    return list(value)


def metadata_of(params: Json) -> Json | None:
    """The message's metadata: `{"event_type": …, "event_payload": {…}}`, or `invalid_metadata_format`."""
    metadata = structure(params, "metadata", "invalid_metadata_format")
    if metadata is None or metadata == {}:
        return None
    if not isinstance(metadata, dict) or set(metadata) != {"event_type", "event_payload"}:
        raise SlackRefusal("invalid_metadata_format")
    event_type, payload = metadata["event_type"], metadata["event_payload"]
    if not isinstance(event_type, str) or not event_type or not isinstance(payload, dict):
        raise SlackRefusal("invalid_metadata_format")
    if len(json.dumps(metadata).encode()) > METADATA_BYTES:
        raise SlackRefusal("metadata_too_large")
    return metadata
