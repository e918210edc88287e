"""chat.*: posting, editing and deleting messages."""

from __future__ import annotations

from tests.fakes.slack_server.call import Call, Handler
from tests.fakes.slack_server.content import Content, content_of, metadata_of
from tests.fakes.slack_server.messages import change_event, message_event, shown
from tests.fakes.slack_server.nouns import Channel, Ephemeral, Json, Message
from tests.fakes.slack_server.params import flag, required, text_of
from tests.fakes.slack_server.refusal import SlackRefusal

UPDATE_BYTES = 4_000
"""chat.update takes no longer `text`, counted in bytes; chat.postMessage takes 40,000 characters."""


def post_message(call: Call) -> Json:
    """chat.postMessage: keep a message; thread replies need a parent that exists."""
    channel = _writable(call)
    content = content_of(call.params)
    message = _new(call, channel, content, metadata_of(call.params))
    _place_in_thread(call, channel, message)
    call.state.keep(message)
    call.events.emit(call.who.team, message_event(call.state, channel, message))
    return {
        "channel": channel.id,
        "ts": message.ts,
        "message": shown(call.state, message, metadata=True),
        **content.warnings(),
    }


def _new(call: Call, channel: Channel, content: Content, metadata: Json | None) -> Message:
    params = call.params
    return Message(
        team=call.who.team,
        channel=channel.id,
        ts=call.state.new_ts(),
        user=call.who.user,
        bot_id=call.team.bot_id,
        app_id=call.state.app.id,
        text=content.text,
        blocks=content.blocks,
        attachments=content.attachments,
        metadata=metadata,
        unfurl_links=flag(params, "unfurl_links") if "unfurl_links" in params else None,
        unfurl_media=flag(params, "unfurl_media") if "unfurl_media" in params else None,
        parse="full" if flag(params, "link_names") else text_of(params, "parse"),
    )


def _place_in_thread(call: Call, channel: Channel, message: Message) -> None:
    ts = text_of(call.params, "thread_ts")
    if not ts:
        return
    parent = call.state.message(channel.id, ts)
    if parent is None:
        raise SlackRefusal("thread_not_found")
    message.thread_ts = parent.thread_ts or parent.ts
    if flag(call.params, "reply_broadcast"):
        message.subtype = "thread_broadcast"


def _writable(call: Call) -> Channel:
    """The conversation to post to; a user's id opens the direct conversation with that user."""
    target = required(call.params, "channel")
    if target in call.state.users:
        user = call.state.user(call.who.team, target)
        return call.state.direct(call.who.team, call.who.user, user.id)
    channel = call.state.visible(call.who.team, target, call.who.user)
    if channel.is_archived:
        raise SlackRefusal("is_archived")
    if call.who.user not in channel.members and not _may_post_from_outside(call, channel):
        raise SlackRefusal("not_in_channel")
    if channel.writers is not None and call.who.user not in channel.writers:
        raise SlackRefusal("restricted_action")
    return channel


def _may_post_from_outside(call: Call, channel: Channel) -> bool:
    return not channel.is_private and "chat:write.public" in call.who.scopes


def update(call: Call) -> Json:
    """chat.update: own messages only; what is not given stays, except that blocks go when only text comes."""
    channel, message = _own(call, "cant_update_message")
    if len(text_of(call.params, "text").encode()) > UPDATE_BYTES:
        raise SlackRefusal("msg_too_long")
    before = shown(call.state, message)
    content = content_of(call.params, of_old=message)
    message.text, message.blocks, message.attachments = content.text, content.blocks, content.attachments
    if "metadata" in call.params:
        message.metadata = metadata_of(call.params) or None
    message.edited = {"user": call.who.user, "ts": call.state.new_ts()}
    after = shown(call.state, message)
    event = change_event(
        channel, "message_changed", call.state.new_ts(), message=after, previous_message=before
    )
    call.events.emit(call.who.team, event)
    return {"channel": channel.id, "ts": message.ts, "text": message.text, "message": after}


def delete(call: Call) -> Json:
    """chat.delete: own messages only."""
    channel, message = _own(call, "cant_delete_message")
    before = shown(call.state, message)
    message.deleted = True
    event = change_event(
        channel,
        "message_deleted",
        call.state.new_ts(),
        deleted_ts=message.ts,
        previous_message=before,
    )
    call.events.emit(call.who.team, event)
    return {"channel": channel.id, "ts": message.ts}


def _own(call: Call, refusal: str) -> tuple[Channel, Message]:
    channel = call.state.visible(call.who.team, required(call.params, "channel"), call.who.user)
    message = call.state.message(channel.id, required(call.params, "ts"))
    if message is None:
        raise SlackRefusal("message_not_found")
    if message.user != call.who.user:
        raise SlackRefusal(refusal)
    if channel.is_archived:
        raise SlackRefusal("is_archived")
    return channel, message


def post_ephemeral(call: Call) -> Json:
    """chat.postEphemeral: seen by one member of the channel, gone when that user reloads."""
    channel = _writable(call)
    user = required(call.params, "user")
    if user not in channel.members:
        raise SlackRefusal("user_not_in_channel")
    content = content_of(call.params)
    note = Ephemeral(
        team=call.who.team,
        channel=channel.id,
        user=user,
        ts=call.state.new_ts(),
        text=content.text,
        blocks=content.blocks,
        via=call.method,
        thread_ts=text_of(call.params, "thread_ts"),
    )
    call.state.ephemerals.append(note)
    return {"message_ts": note.ts}


def permalink(call: Call) -> Json:
    """chat.getPermalink."""
    channel = call.state.visible(call.who.team, required(call.params, "channel"), call.who.user)
    ts = required(call.params, "message_ts")
    if call.state.message(channel.id, ts) is None:
        raise SlackRefusal("message_not_found")
    host = f"https://{call.team.domain}.slack.com"
    return {"channel": channel.id, "permalink": f"{host}/archives/{channel.id}/p{ts.replace('.', '')}"}


HANDLERS: dict[str, Handler] = {
    "chat.postMessage": post_message,
    "chat.update": update,
    "chat.delete": delete,
    "chat.postEphemeral": post_ephemeral,
    "chat.getPermalink": permalink,
}
