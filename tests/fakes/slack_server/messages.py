"""A kept message as Slack shows it to an app, and the events that tell of it."""

from __future__ import annotations

from tests.fakes.slack_server.nouns import Channel, Json, Message
from tests.fakes.slack_server.state import SlackState


def shown(state: SlackState, message: Message, *, metadata: bool = False) -> Json:
    """The message object of history, replies and payloads; metadata only on request, like Slack."""
    body: Json = {"type": "message", "user": message.user, "ts": message.ts, "text": message.text}
    body["team"] = message.team
    body |= {name: value for name, value in _optional(message).items() if value}
    if message.bot_id:
        body |= _bot(state, message)
    if metadata and message.metadata is not None:
        body["metadata"] = message.metadata
    replies = state.thread(message.channel, message.ts)
    if replies:
        body |= _parent(message, replies)
    if message.reactions:
        body["reactions"] = [
            {"name": name, "users": list(users), "count": len(users)}
            for name, users in message.reactions.items()
        ]
    return body


def _optional(message: Message) -> Json:
    return {
        "subtype": message.subtype,
        "blocks": message.blocks,
        "attachments": message.attachments,
        "thread_ts": message.thread_ts,
        "edited": message.edited,
        "files": message.files,
    }


def _bot(state: SlackState, message: Message) -> Json:
    bot = state.users.get(message.user)
    profile = {"id": message.bot_id, "app_id": message.app_id, "team_id": message.team, "deleted": False}
    profile["name"] = bot.real_name if bot else ""
    return {"bot_id": message.bot_id, "app_id": message.app_id, "bot_profile": profile}


def _parent(message: Message, replies: list[Message]) -> Json:
    users = list(dict.fromkeys(reply.user for reply in replies))
    return {
        "thread_ts": message.ts,
        "reply_count": len(replies),
        "reply_users_count": len(users),
        "reply_users": users,
        "latest_reply": replies[-1].ts,
        "is_locked": False,
        "subscribed": False,
    }


def message_event(state: SlackState, channel: Channel, message: Message) -> Json:
    """The `message` event of a new message."""
    kind = {"channels": "channel", "groups": "group", "im": "im"}[channel.kind]
    place = {"channel": channel.id, "channel_type": kind, "event_ts": message.ts}
    return {**shown(state, message, metadata=True), **place}


def change_event(channel: Channel, kind: str, ts: str, **parts: object) -> Json:
    """The `message` event of an edit or deletion: its subtype is message_changed or message_deleted."""
    place = {"channels": "channel", "groups": "group", "im": "im"}[channel.kind]
    return {
        "type": "message",
        "subtype": kind,
        "hidden": True,
        "channel": channel.id,
        "channel_type": place,
        "ts": ts,
        "event_ts": ts,
        **parts,
    }
