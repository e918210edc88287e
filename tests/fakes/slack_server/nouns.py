"""What there is in a Slack workspace, as the fake keeps it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]
"""A decoded JSON object: what goes over the wire has no types."""


@dataclass(slots=True, kw_only=True)
class App:
    """One Slack app. `events` are the event types it subscribed to; urls are set in HTTP mode only."""

    id: str
    client_id: str
    client_secret: str
    signing_secret: str
    verification_token: str
    scopes: tuple[str, ...]
    events: set[str]


@dataclass(slots=True, kw_only=True)
class Workspace:
    """A team; `bot_user` and `bot_id` are there while the app is installed."""

    id: str
    name: str
    domain: str
    bot_user: str = ""
    bot_id: str = ""
    installer: str = ""

    def brief(self) -> Json:
        return {"id": self.id, "domain": self.domain}


@dataclass(slots=True, kw_only=True)
class User:
    id: str
    team: str
    name: str
    real_name: str = ""
    tz: str = "Etc/UTC"
    tz_offset: int = 0
    locale: str = "en-US"
    is_admin: bool = False
    is_bot: bool = False
    deleted: bool = False
    is_restricted: bool = False


@dataclass(slots=True, kw_only=True)
class Channel:
    """A conversation. `writers` restricts who may post; None lets all members."""

    id: str
    team: str
    name: str
    created: int
    is_private: bool = False
    is_im: bool = False
    is_archived: bool = False
    user: str = ""
    creator: str = ""
    members: set[str] = field(default_factory=set)
    writers: set[str] | None = None

    @property
    def kind(self) -> str:
        """The stem of the scopes that read it: channels, groups or im."""
        if self.is_im:
            return "im"
        return "groups" if self.is_private else "channels"


@dataclass(slots=True, kw_only=True)
class Message:
    team: str
    channel: str
    ts: str
    user: str
    text: str
    blocks: list[Json] = field(default_factory=list)
    attachments: list[Json] = field(default_factory=list)
    bot_id: str = ""
    app_id: str = ""
    thread_ts: str = ""
    subtype: str = ""
    metadata: Json | None = None
    edited: Json | None = None
    reactions: dict[str, list[str]] = field(default_factory=dict)
    files: list[Json] = field(default_factory=list)
    unfurl_links: bool | None = None
    unfurl_media: bool | None = None
    parse: str = ""
    deleted: bool = False


@dataclass(slots=True, kw_only=True)
class Ephemeral:
    """What one user alone sees; `via` names the method or the response URL that brought it."""

    team: str
    channel: str
    user: str
    ts: str
    text: str
    blocks: list[Json]
    via: str
    thread_ts: str = ""
    deleted: bool = False
    replaced: int = 0


@dataclass(slots=True, kw_only=True)
class Token:
    """`kind` is bot, app or user; `expires` is in seconds since 1970, None for never."""

    value: str
    kind: str
    team: str
    user: str
    scopes: tuple[str, ...]
    refresh: str = ""
    expires: float | None = None
    revoked: bool = False
    uninstalled: bool = False


@dataclass(slots=True, kw_only=True)
class View:
    """An open modal or a home tab. `state` is block_id → action_id → what Slack would send."""

    id: str
    team: str
    user: str
    view: Json
    hash: str
    previous: str = ""
    root: str = ""
    state: dict[str, dict[str, Json]] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class Trigger:
    id: str
    team: str
    user: str
    expires: float
    used: bool = False
    view: str = ""


@dataclass(slots=True, kw_only=True)
class ResponseUrl:
    """`source` is the message it may replace: channel and ts; empty until one was posted through it."""

    path: str
    team: str
    channel: str
    user: str
    expires: float
    thread_ts: str = ""
    uses: int = 0
    source: str = ""


@dataclass(slots=True, kw_only=True)
class Request:
    """One call of the Web API as it came in, and what was answered; status 0 is no answer."""

    method: str
    params: Json
    at: float
    status: int = 0
    error: str = ""
