"""The whole of one Slack, as data: who and what there is, and how things are named and found."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field

from tests.fakes.slack_server.clock import TurnedClock
from tests.fakes.slack_server.faults import Faults
from tests.fakes.slack_server.limits import Limiter
from tests.fakes.slack_server.nouns import (
    App,
    Channel,
    Ephemeral,
    Json,
    Message,
    Request,
    ResponseUrl,
    Token,
    Trigger,
    User,
    View,
    Workspace,
)
from tests.fakes.slack_server.refusal import SlackRefusal


@dataclass(slots=True, kw_only=True)
class SlackState:
    """Everything is kept in memory and may be read by tests; methods of the API change it."""

    app: App
    clock: TurnedClock
    base_url: str = ""
    limits: Limiter = field(default_factory=Limiter)
    faults: Faults = field(default_factory=Faults)
    workspaces: dict[str, Workspace] = field(default_factory=dict)
    users: dict[str, User] = field(default_factory=dict)
    channels: dict[str, Channel] = field(default_factory=dict)
    messages: dict[str, list[Message]] = field(default_factory=dict)
    ephemerals: list[Ephemeral] = field(default_factory=list)
    tokens: dict[str, Token] = field(default_factory=dict)
    modals: dict[tuple[str, str], list[View]] = field(default_factory=dict)
    homes: dict[tuple[str, str], View] = field(default_factory=dict)
    triggers: dict[str, Trigger] = field(default_factory=dict)
    response_urls: dict[str, ResponseUrl] = field(default_factory=dict)
    codes: dict[str, Json] = field(default_factory=dict)
    groups: dict[str, str] = field(default_factory=dict)
    """User groups: their handles by their ids."""

    requests: list[Request] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    """What a person saw as an error, and what the app did against the protocol."""

    _numbers: itertools.count[int] = field(default_factory=lambda: itertools.count(1))
    _last_ts: int = 0

    def number(self) -> int:
        """A number that is given once."""
        return next(self._numbers)

    def new_id(self, prefix: str) -> str:
        return f"{prefix}0{self.number():07d}"

    def new_ts(self) -> str:
        """A message's timestamp: never twice, always later than the last."""
        self._last_ts = max(self._last_ts + 1, int(self.clock.seconds() * 1_000_000))
        return f"{self._last_ts // 1_000_000}.{self._last_ts % 1_000_000:06d}"

    def workspace(self, team: str = "") -> Workspace:
        """The workspace with this id; the first one if none is named."""
        return self.workspaces[team] if team else next(iter(self.workspaces.values()))

    def channel(self, team: str, channel_id: str) -> Channel:
        """That conversation, or `channel_not_found`; a name with # is understood as well."""
        by_name = channel_id.removeprefix("#")
        for channel in self.channels.values():
            if channel.team == team and (
                channel.id == channel_id or (channel.name == by_name and not channel.is_im)
            ):
                return channel
        raise SlackRefusal("channel_not_found")

    def visible(self, team: str, channel_id: str, user: str) -> Channel:
        """That conversation as this user may see it: private ones are not found by outsiders."""
        channel = self.channel(team, channel_id)
        if (channel.is_private or channel.is_im) and user not in channel.members:
            raise SlackRefusal("channel_not_found")
        return channel

    def user(self, team: str, user_id: str) -> User:
        user = self.users.get(user_id)
        if user is None or user.team != team:
            raise SlackRefusal("user_not_found")
        return user

    def direct(self, team: str, one: str, other: str) -> Channel:
        """The direct conversation of two users, opened if need be."""
        for channel in self.channels.values():
            if channel.is_im and channel.team == team and channel.members == {one, other}:
                return channel
        channel = Channel(
            id=self.new_id("D"),
            team=team,
            name="directmessage",
            created=int(self.clock.seconds()),
            is_im=True,
            user=other,
            members={one, other},
        )
        self.channels[channel.id] = channel
        return channel

    def message(self, channel_id: str, ts: str) -> Message | None:
        for message in self.messages.get(channel_id, ()):
            if message.ts == ts and not message.deleted:
                return message
        return None

    def keep(self, message: Message) -> Message:
        self.messages.setdefault(message.channel, []).append(message)
        return message

    def in_channel(self, channel_id: str) -> list[Message]:
        """What is in a channel and its threads, oldest first."""
        return [message for message in self.messages.get(channel_id, ()) if not message.deleted]

    def thread(self, channel_id: str, ts: str) -> list[Message]:
        """The replies under a message, oldest first, without the parent."""
        return [one for one in self.in_channel(channel_id) if one.thread_ts == ts and one.ts != ts]

    def complain(self, what: str) -> None:
        self.complaints.append(what)
