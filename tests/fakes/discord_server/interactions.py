"""Interactions: made when a person acts, answered within 3 seconds, followed up within 15 minutes."""

from __future__ import annotations

from dataclasses import dataclass, field

from aiohttp import web

from tests.fakes.discord_server.components import choice_faults, modal_faults, numbered
from tests.fakes.discord_server.components import faults as wrong
from tests.fakes.discord_server.refusing import INVALID_FORM, UNKNOWN_MESSAGE, RefusedError
from tests.fakes.discord_server.state import BOT, DM, ChannelState, Json, State, author

COMMAND, COMPONENT, AUTOCOMPLETE, MODAL = 2, 3, 4, 5
MESSAGE, DEFERRED, DEFERRED_UPDATE, UPDATE, CHOICES, OPEN_MODAL = 4, 5, 6, 7, 8, 9
EPHEMERAL = 64
IN_TIME, TOKEN_LIFE = 3.0, 15 * 60.0
PATIENT = 30.0
"""Seconds for the first answer in tests, which may run on a machine that is busy; Discord gives `IN_TIME`."""
UNKNOWN_INTERACTION, ACKNOWLEDGED, UNKNOWN_WEBHOOK = 10062, 40060, 10015


@dataclass(slots=True)
class Held:
    """One interaction and what the bot showed for it."""

    id: str
    token: str
    type: int
    at: float
    channel: str
    kind: int = 0
    thinking: bool = False
    ephemeral: bool = False
    messages: list[Json] = field(default_factory=list)
    modal: Json | None = None
    choices: list[Json] | None = None
    expired: bool = False
    name: str = ""
    took: float = 0.0
    gone: bool = False

    def as_json(self, *, late: bool = False) -> Json:
        """What a test wants to know; `late` says that the time for a first answer is over."""
        shown: Json = {"id": self.id, "kind": self.kind, "thinking": self.thinking, "messages": self.messages}
        return (
            shown
            | {"modal": self.modal, "choices": self.choices, "ephemeral": self.ephemeral}
            | {"gone": self.gone or (late and not self.kind)}
        )


@dataclass(slots=True)
class Interactions:
    """All interactions by id; the first answer has `in_time` seconds."""

    state: State
    in_time: float = PATIENT
    held: dict[str, Held] = field(default_factory=dict)

    def make(self, type_: int, data: Json, act: Json, now: float) -> tuple[Held, Json]:
        """A new interaction and the event that tells the bot of it; `act` names channel, user and rights."""
        id_ = str(act.get("id") or self.state.snowflake(now))
        channel = self.state.channels[act["channel"]]
        held = Held(id=id_, token=f"token-{id_}", type=type_, at=now, channel=channel.id, name=name_of(act))
        self.held[id_] = held
        event: Json = {"id": id_, "application_id": BOT, "type": type_, "token": held.token, "version": 1}
        event |= {"data": data, "channel_id": channel.id, "channel": channel.as_json()}
        event["locale"] = str(act.get("locale", "en-US"))
        event |= {"attachment_size_limit": 1 << 20, "entitlements": [], "app_permissions": "0"}
        event |= {"authorizing_integration_owners": _owners(channel, act), **_actor(channel, act)}
        if channel.guild in self.state.guilds:
            event["guild_locale"] = self.state.guilds[channel.guild].locale
        event["context"] = act.get("context", 1 if channel.kind == DM else 0)
        return held, event

    def as_json(self, now: float) -> Json:
        """All of them by id."""
        return {id_: one.as_json(late=now - one.at > self.in_time) for id_, one in self.held.items()}

    def callback(self, request: web.Request, body: Json, now: float) -> Json:
        """The first answer."""
        held = self._of(request)
        held.took = held.took or now - held.at
        if now - held.at > self.in_time:
            held.gone = True
            raise RefusedError(404, UNKNOWN_INTERACTION, "Unknown interaction")
        if held.kind:
            raise RefusedError(400, ACKNOWLEDGED, "Interaction has already been acknowledged.")
        kind, data = body["type"], body.get("data") or {}
        self._check(kind, data)
        held.kind, held.ephemeral = kind, bool(data.get("flags", 0) & EPHEMERAL)
        held.thinking = kind == DEFERRED
        held.modal = data if kind == OPEN_MODAL else None
        held.choices = data.get("choices", []) if kind == CHOICES else None
        if kind == MESSAGE:
            self._show(held, data, now)
        return {"interaction": {"id": held.id, "type": held.type, "response_message_loading": held.thinking}}

    def edit(self, request: web.Request, body: Json, now: float) -> Json:
        """Fill in the first answer."""
        held = self._alive(request, now)
        if held.kind == DEFERRED_UPDATE or not held.kind:
            raise RefusedError(404, UNKNOWN_MESSAGE, "Unknown Message")
        self._check(MESSAGE, body)
        first = held.messages[0]["id"] if held.messages else None
        held.thinking = False
        return self._show(held, body, now, first)

    def follow(self, request: web.Request, body: Json, now: float) -> Json:
        """One more message."""
        held = self._alive(request, now)
        if not held.kind:
            raise RefusedError(404, UNKNOWN_WEBHOOK, "Unknown Webhook")
        self._check(MESSAGE, body)
        return self._show(held, body, now)

    def _show(self, held: Held, body: Json, now: float, id_: str | None = None) -> Json:
        flags = body.get("flags", 0) | (EPHEMERAL if held.ephemeral and not held.messages else 0)
        shown = self.state.message(id_ or self.state.snowflake(now), held.channel, {**body, "flags": flags})
        shown["components"] = numbered(shown["components"])
        held.messages = [one for one in held.messages if one["id"] != id_] + [shown]
        if not flags & EPHEMERAL:
            self.state.channels[held.channel].messages[shown["id"]] = shown
        return shown

    def _check(self, kind: int, data: Json) -> None:
        found: list[str] = []
        if kind in {MESSAGE, UPDATE}:
            found = wrong(data)
        if kind == OPEN_MODAL:
            found = modal_faults(data)
        if kind == CHOICES:
            found = choice_faults(data.get("choices") or [])
        if found:
            raise RefusedError(400, INVALID_FORM, f"Invalid Form Body: {'; '.join(found)}")

    def _of(self, request: web.Request) -> Held:
        held = self.held.get(request.match_info["interaction"])
        if held is None or held.token != request.match_info["token"]:
            raise RefusedError(404, UNKNOWN_INTERACTION, "Unknown interaction")
        return held

    def _alive(self, request: web.Request, now: float) -> Held:
        token = request.match_info["token"]
        held = next((one for one in self.held.values() if one.token == token), None)
        if held is None or held.expired or now - held.at > TOKEN_LIFE:
            raise RefusedError(401, 50027, "Invalid Webhook Token")
        return held


def _owners(channel: ChannelState, act: Json) -> Json:
    """Who brought the bot: the server, or, with `alone`, the person by themselves."""
    if act.get("alone") or channel.kind == DM:
        return {"1": str(act.get("user", "600000000000000001"))}
    return {"0": channel.guild}


def _actor(channel: ChannelState, act: Json) -> Json:
    user = author(str(act.get("user", "600000000000000001")), bot=False)
    if channel.kind == DM:
        return {"user": user}
    member: Json = {"user": user, "roles": [], "joined_at": None, "deaf": False, "mute": False, "flags": 0}
    member["permissions"] = str((1 << 5) if act.get("manage") else 0)
    return {"guild_id": channel.guild, "member": member}


def control_data(act: Json) -> tuple[int, Json]:
    """The kind and the data of the interaction that a person's act makes."""
    what = act["act"]
    if what in {"command", "autocomplete"}:
        sub = {"name": act["name"], "type": 1, "options": act.get("options", [])}
        data: Json = {"id": "1", "name": "brief", "type": 1, "options": [sub]}
        return (COMMAND if what == "command" else AUTOCOMPLETE), data
    if what == "shortcut":
        shown = {act["message"]["id"]: act["message"]}
        data = {"id": "2", "name": act["name"], "type": 3, "target_id": act["message"]["id"]}
        return COMMAND, data | {"resolved": {"messages": shown}}
    if what == "press":
        return COMPONENT, {"custom_id": act["custom_id"], "component_type": 2}
    parts = [{"type": 18, "id": n, "component": part} for n, part in enumerate(act["components"], start=1)]
    return MODAL, {"custom_id": act["custom_id"], "components": parts}


def name_of(act: Json) -> str:
    """What a person did, in a few words."""
    what = act["act"]
    if what in {"press", "submit"}:
        code = act["custom_id"].removeprefix("form:").removeprefix("c1:").partition(":")[0]
        return f"{'button' if what == 'press' else 'form'} {code}"
    return what if what == "shortcut" else f"{what} {act['name']}"
