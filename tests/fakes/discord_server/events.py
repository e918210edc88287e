"""Scheduled events of a server, as documented (docs.discord.com, "Guild Scheduled Event").

They begin and end by themselves when their time has come, as external ones do; each start, end and refusal
is worked out when somebody asks.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from tests.fakes.discord_server.refusing import INVALID_FORM, MISSING_PERMISSIONS, RefusedError
from tests.fakes.discord_server.state import BOT, GuildState, Json, State

CREATE_EVENTS, MANAGE_EVENTS = 1 << 44, 1 << 33
UNKNOWN_EVENT, TOO_MANY, FINISHED = 10070, 30038, 180000
SCHEDULED, ACTIVE, COMPLETED = 1, 2, 3
EXTERNAL, GUILD_ONLY = 3, 2
MOST, NAME_MOST, TEXT_MOST, PLACE_MOST = 100, 100, 1_000, 100
FARTHEST = timedelta(days=5 * 365)


@dataclass(slots=True)
class Events:
    """The events of all servers, by server and id."""

    state: State
    held: dict[str, dict[str, Json]] = field(default_factory=dict)

    def every(self, guild: GuildState, now: float) -> list[Json]:
        """Those that are scheduled or under way."""
        return [one for one in self._at(guild, now).values() if one["status"] in {SCHEDULED, ACTIVE}]

    def create(self, guild: GuildState, body: Json, now: float, by: str = BOT) -> Json:
        """A new one."""
        if by == BOT:
            _may(guild)
        if len(self.every(guild, now)) >= MOST:
            raise RefusedError(400, TOO_MANY, "Maximum number of guild scheduled events reached (100)")
        _well(body, now)
        id_ = self.state.snowflake(now)
        event = {"id": id_, "guild_id": guild.id, "creator_id": by, "status": SCHEDULED, "entity_id": None}
        self.held.setdefault(guild.id, {})[id_] = event | {"image": None, **body}
        return self.held[guild.id][id_]

    def edit(self, guild: GuildState, id_: str, body: Json, now: float) -> Json:
        """The same with other words or times; the start of one under way stays."""
        event = self._one(guild, id_, now)
        if event["status"] not in {SCHEDULED, ACTIVE}:
            raise RefusedError(400, FINISHED, "Cannot update a finished event")
        if event["status"] == ACTIVE and "scheduled_start_time" in body:
            raise RefusedError(400, INVALID_FORM, "Invalid Form Body: scheduled_start_time")
        _well({**event, **body}, now)
        event.update(body)
        return event

    def delete(self, guild: GuildState, id_: str, now: float) -> None:
        """Gone."""
        self._one(guild, id_, now)
        del self.held[guild.id][id_]

    def _one(self, guild: GuildState, id_: str, now: float) -> Json:
        event = self._at(guild, now).get(id_)
        if event is None:
            raise RefusedError(404, UNKNOWN_EVENT, "Unknown Guild Scheduled Event")
        if event["creator_id"] != BOT and not guild.rights & MANAGE_EVENTS:
            raise RefusedError(403, MISSING_PERMISSIONS, "Missing Permissions")
        _may(guild)
        return event

    def _at(self, guild: GuildState, now: float) -> dict[str, Json]:
        held = self.held.setdefault(guild.id, {})
        for event in held.values():
            begun, over = (_time(event[name]).timestamp() <= now for name in _TIMES)
            event["status"] = COMPLETED if over else ACTIVE if begun else SCHEDULED
        return held


_TIMES = ("scheduled_start_time", "scheduled_end_time")


def _may(guild: GuildState) -> None:
    if not guild.rights & (CREATE_EVENTS | MANAGE_EVENTS):
        raise RefusedError(403, MISSING_PERMISSIONS, "Missing Permissions")


def _time(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _well(body: Json, now: float) -> None:
    found = [] if 1 <= len(body.get("name") or "") <= NAME_MOST else ["name"]
    found += [] if len(body.get("description") or "") <= TEXT_MOST else ["description"]
    found += [] if body.get("privacy_level") == GUILD_ONLY else ["privacy_level"]
    found += [] if body.get("entity_type") == EXTERNAL and not body.get("channel_id") else ["entity_type"]
    place = (body.get("entity_metadata") or {}).get("location") or ""
    found += [] if 1 <= len(place) <= PLACE_MOST else ["entity_metadata.location"]
    found += [name for name in _TIMES if not body.get(name)]
    if not found:
        start, end = (_time(body[name]) for name in _TIMES)
        at = datetime.fromtimestamp(now, UTC)
        found += [] if at < start < at + FARTHEST else ["scheduled_start_time"]
        found += [] if start < end else ["scheduled_end_time"]
    if found:
        raise RefusedError(400, INVALID_FORM, f"Invalid Form Body: {'; '.join(found)}")
