"""conversations.*: channels, their history and members."""

from __future__ import annotations

from tests.fakes.slack_server.call import Call, Handler
from tests.fakes.slack_server.messages import shown
from tests.fakes.slack_server.nouns import Channel, Json, Message
from tests.fakes.slack_server.params import flag, required, text_of
from tests.fakes.slack_server.refusal import SlackRefusal

KINDS = {"public_channel": "channels", "private_channel": "groups", "im": "im"}


def _channel(call: Call, right: str) -> Channel:
    """The conversation named in the call, if the token's scopes let it be read."""
    call.need_any(*(f"{kind}:{right}" for kind in ("channels", "groups", "mpim", "im")))
    channel = call.state.visible(call.who.team, required(call.params, "channel"), call.who.user)
    call.need_any(f"{channel.kind}:{right}")
    return channel


def described(call: Call, channel: Channel) -> Json:
    """The conversation object."""
    body: Json = {
        "id": channel.id,
        "created": channel.created,
        "is_archived": channel.is_archived,
        "is_im": channel.is_im,
        "is_mpim": False,
        "context_team_id": channel.team,
    }
    if channel.is_im:
        return body | {"user": channel.user, "is_user_deleted": False, "is_open": True}
    return body | {
        "name": channel.name,
        "name_normalized": channel.name,
        "is_channel": not channel.is_private,
        "is_group": channel.is_private,
        "is_private": channel.is_private,
        "is_general": False,
        "is_shared": False,
        "is_ext_shared": False,
        "is_org_shared": False,
        "is_member": call.who.user in channel.members,
        "creator": channel.creator,
        "topic": {"value": "", "creator": "", "last_set": 0},
        "purpose": {"value": "", "creator": "", "last_set": 0},
    }


def info(call: Call) -> Json:
    """conversations.info."""
    channel = _channel(call, "read")
    body = described(call, channel)
    if flag(call.params, "include_num_members"):
        body["num_members"] = len(channel.members)
    return {"channel": body}


def history(call: Call) -> Json:
    """conversations.history: newest first, without thread replies; members only."""
    channel = _channel(call, "history")
    if call.who.user not in channel.members:
        raise SlackRefusal("not_in_channel")
    top = [one for one in call.state.in_channel(channel.id) if _is_top(one)]
    page, cursor = _page(call, [one for one in reversed(top) if _within(call, one)])
    return _answer(call, page, cursor) | {"pin_count": 0}


def replies(call: Call) -> Json:
    """conversations.replies: the parent and its thread, oldest first."""
    channel = _channel(call, "history")
    if call.who.user not in channel.members:
        raise SlackRefusal("not_in_channel")
    ts = required(call.params, "ts")
    parent = call.state.message(channel.id, ts)
    if parent is None:
        raise SlackRefusal("thread_not_found")
    thread = [one for one in call.state.thread(channel.id, ts) if _within(call, one)]
    page, cursor = _page(call, [parent, *thread])
    return _answer(call, page, cursor)


def _is_top(message: Message) -> bool:
    return message.thread_ts in {"", message.ts} or message.subtype == "thread_broadcast"


def _within(call: Call, message: Message) -> bool:
    """Whether the message is inside oldest and latest; their own instants count only with `inclusive`."""
    at = float(message.ts)
    oldest = float(text_of(call.params, "oldest") or 0)
    latest = float(text_of(call.params, "latest") or "inf")
    return oldest <= at <= latest if flag(call.params, "inclusive") else oldest < at < latest


def _page(call: Call, messages: list[Message]) -> tuple[list[Message], str]:
    limit = int(text_of(call.params, "limit") or 100)
    if not 0 < limit <= 1_000:
        raise SlackRefusal("invalid_limit")
    start = _start(call)
    rest = messages[start + limit :]
    return messages[start : start + limit], f"next:{start + limit}" if rest else ""


def _start(call: Call) -> int:
    cursor = text_of(call.params, "cursor")
    if not cursor:
        return 0
    if not cursor.startswith("next:"):
        raise SlackRefusal("invalid_cursor")
    return int(cursor.removeprefix("next:"))


def _answer(call: Call, page: list[Message], cursor: str) -> Json:
    metadata = flag(call.params, "include_all_metadata")
    body: Json = {
        "messages": [shown(call.state, one, metadata=metadata) for one in page],
        "has_more": bool(cursor),
    }
    if cursor:
        body["response_metadata"] = {"next_cursor": cursor}
    return body


def open_direct(call: Call) -> Json:
    """conversations.open with one user."""
    call.need_any("im:write")
    users = [user for user in text_of(call.params, "users").split(",") if user]
    if len(users) != 1:
        raise SlackRefusal("users_list_not_supplied" if not users else "not_enough_users")
    user = call.state.user(call.who.team, users[0])
    channel = call.state.direct(call.who.team, call.who.user, user.id)
    return {"channel": {"id": channel.id}}


def join(call: Call) -> Json:
    """conversations.join: public channels only."""
    call.need_any("channels:join")
    channel = call.state.visible(call.who.team, required(call.params, "channel"), call.who.user)
    if channel.is_private or channel.is_im:
        raise SlackRefusal("method_not_supported_for_channel_type")
    if channel.is_archived:
        raise SlackRefusal("is_archived")
    channel.members.add(call.who.user)
    return {"channel": described(call, channel)}


def members(call: Call) -> Json:
    """conversations.members."""
    channel = _channel(call, "read")
    return {"members": sorted(channel.members), "response_metadata": {"next_cursor": ""}}


def listed(call: Call) -> Json:
    """conversations.list and users.conversations: what the token may see, of the types asked for."""
    kinds = {KINDS.get(kind, "") for kind in (text_of(call.params, "types") or "public_channel").split(",")}
    call.need_any(*(f"{kind}:read" for kind in sorted(kinds) if kind))
    mine = call.method == "users.conversations"
    found = [
        described(call, channel)
        for channel in call.state.channels.values()
        if channel.team == call.who.team and channel.kind in kinds and _listable(call, channel, mine=mine)
    ]
    return {"channels": found, "response_metadata": {"next_cursor": ""}}


def _listable(call: Call, channel: Channel, *, mine: bool) -> bool:
    if flag(call.params, "exclude_archived") and channel.is_archived:
        return False
    inside = call.who.user in channel.members
    other = text_of(call.params, "user")
    if mine and other and other not in channel.members:
        return False
    return inside or not (mine or channel.is_private or channel.is_im)


HANDLERS: dict[str, Handler] = {
    "conversations.info": info,
    "conversations.history": history,
    "conversations.replies": replies,
    "conversations.open": open_direct,
    "conversations.join": join,
    "conversations.members": members,
    "conversations.list": listed,
    "users.conversations": listed,
}
