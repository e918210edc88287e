"""What people do in Slack, as the app is told of it: commands, buttons, forms, texts, coming and going."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.fakes.slack_server.blocks import elements_of
from tests.fakes.slack_server.events import Events
from tests.fakes.slack_server.messages import message_event, shown
from tests.fakes.slack_server.nouns import Channel, Ephemeral, Json, Message, Trigger, View
from tests.fakes.slack_server.refusal import CannotAct
from tests.fakes.slack_server.response_urls import made
from tests.fakes.slack_server.sockets import Sockets
from tests.fakes.slack_server.state import SlackState
from tests.fakes.slack_server.values import chosen, is_empty
from tests.fakes.slack_server.views import refill, shown_view, stack

TRIGGER_LIFE = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Acting:
    """Each method is one act of a person; `times` delivers its envelope so often."""

    state: SlackState
    sockets: Sockets
    events: Events

    async def slash(self, user: str, channel: str, text: str, times: int = 1) -> Json:
        """`/brief TEXT`, typed in a channel."""
        payload = self._interaction(user, channel) | {
            "command": "/brief",
            "text": text,
            "user_id": user,
            "user_name": self.state.users[user].name,
            "channel_id": channel,
            "channel_name": self.state.channels[channel].name,
            "team_id": self.state.workspace().id,
            "is_enterprise_install": "false",
        }
        return await self._delivered("slash_commands", payload, times)

    async def click(self, user: str, channel: str, label: str, ts: str = "", times: int = 1) -> Json:
        """A button with that word: of the message with that ts, or of the newest that has it."""
        message = self._with_button(user, channel, label, ts)
        action = _button(message.blocks, label)
        fleeting = isinstance(message, Ephemeral)
        container: Json = {"type": "message", "message_ts": message.ts, "channel_id": channel}
        container["is_ephemeral"] = fleeting
        if message.thread_ts:
            container["thread_ts"] = message.thread_ts
        payload = self._interaction(user, channel, message.thread_ts, message.ts)
        if isinstance(message, Message):
            payload["message"] = shown(self.state, message, metadata=True)
        payload |= {"type": "block_actions", "container": container}
        payload |= {"channel": {"id": channel, "name": self.state.channels[channel].name}}
        return await self._delivered("interactive", payload | {"actions": [self._action(action)]}, times)

    async def press_home(self, user: str, label: str, value: str = "") -> Json:
        """A button of the home page; `value` tells which, or is one that somebody made up."""
        home = self.state.homes[self.state.workspace().id, user]
        buttons = [one for block in home.view["blocks"] for one in elements_of(block)]
        named = [one for one in buttons if one["text"]["text"] == label]
        found = next((one for one in named if value in {"", one.get("value")}), named[0] if named else None)
        if found is None:
            raise CannotAct(f"no button {label!r} on the home page")
        payload = self._interaction(user, "") | {
            "type": "block_actions",
            "container": {"type": "view", "view_id": home.id},
            "view": shown_view(self.state, home),
            "actions": [self._action(found | ({"value": value} if value else {}))],
        }
        del payload["response_url"]
        return await self._delivered("interactive", payload)

    async def submit(self, user: str, values: Json, metadata: str = "", times: int = 1) -> Json:
        """Fill in the topmost form and send it; `metadata` is what somebody put in place of the app's."""
        view = self._top(user)
        for block in view.view["blocks"]:
            name = block["block_id"]
            for element in elements_of(block) if name in values else ():
                view.state[name][element["action_id"]] = chosen(element, values[name])
            self._require(block, view)
        body = shown_view(self.state, view) | ({"private_metadata": metadata} if metadata else {})
        payload = self._interaction(user, "") | {"type": "view_submission", "view": body, "response_urls": []}
        del payload["response_url"]
        told = await self._delivered("interactive", payload, times)
        if told["taken"]:
            self._after(view, told["answer"])
        return told | {"errors": view.errors}

    async def search(self, user: str, block_id: str, text: str) -> Json:
        """Type into a search field of the topmost form."""
        view = self._top(user)
        payload = self._interaction(user, "") | {
            "type": "block_suggestion",
            "block_id": block_id,
            "action_id": "value",
            "value": text,
            "container": {"type": "view", "view_id": view.id},
            "view": shown_view(self.state, view),
        }
        return await self._delivered("interactive", payload)

    async def shortcut(self, user: str, channel: str, ts: str) -> Json:
        """The shortcut "Ask about this" of a message."""
        message = self.state.message(channel, ts)
        if message is None:
            raise CannotAct("no such message")
        payload = self._interaction(user, channel) | {
            "type": "message_action",
            "callback_id": "ask_about",
            "channel": {"id": channel, "name": self.state.channels[channel].name},
            "message_ts": ts,
            "message": shown(self.state, message),
        }
        return await self._delivered("interactive", payload)

    async def say(self, user: str, channel: str, text: str, thread: str = "", times: int = 1) -> Json:
        """Write a text; a mention of the bot is told twice, as Slack does."""
        team = self.state.workspace()
        place = self._place(user, channel)
        message = Message(
            team=team.id, channel=place.id, ts=self.state.new_ts(), user=user, text=text, thread_ts=thread
        )
        self.state.keep(message)
        event = message_event(self.state, place, message)
        parent = self.state.message(place.id, thread) if thread else None
        if parent:
            event["parent_user_id"] = parent.user
        for _ in range(times):
            if f"<@{team.bot_user}>" in text:
                self.events.emit(team.id, {**event, "type": "app_mention"})
            if team.bot_user in place.members:
                self.events.emit(team.id, event)
        return {"ts": message.ts, "channel": place.id}

    async def invite(self, user: str, channel: str) -> Json:
        """Invite the bot into a channel."""
        team = self.state.workspace()
        self.state.channels[channel].members.add(team.bot_user)
        kind = "G" if self.state.channels[channel].is_private else "C"
        event = {"type": "member_joined_channel", "user": team.bot_user, "channel": channel}
        self.events.emit(team.id, event | {"channel_type": kind, "team": team.id, "inviter": user})
        return {}

    async def remove(self, channel: str) -> Json:
        """Remove the bot from a channel."""
        team = self.state.workspace()
        self.state.channels[channel].members.discard(team.bot_user)
        kind = "group_left" if self.state.channels[channel].is_private else "channel_left"
        self.events.emit(team.id, {"type": kind, "channel": channel, "actor_id": team.installer})
        return {}

    async def open_home(self, user: str) -> Json:
        """Look at the app's home page."""
        team = self.state.workspace()
        self.events.emit(
            team.id, {"type": "app_home_opened", "user": user, "channel": f"D{user}", "tab": "home"}
        )
        return {}

    async def uninstall(self) -> Json:
        """Remove the app from the workspace."""
        team = self.state.workspace()
        self.events.emit(team.id, {"type": "tokens_revoked", "tokens": {"bot": [team.bot_user]}})
        self.events.emit(team.id, {"type": "app_uninstalled"})
        return {}

    def _interaction(self, user: str, channel: str, thread: str = "", source: str = "") -> Json:
        team = self.state.workspace()
        trigger = Trigger(
            id=f"{self.state.number()}.{team.id}.trigger",
            team=team.id,
            user=user,
            expires=self.state.clock.seconds() + TRIGGER_LIFE,
        )
        self.state.triggers[trigger.id] = trigger
        url = made(self.state, channel, user, thread, source)
        return {
            "token": self.state.app.verification_token,
            "api_app_id": self.state.app.id,
            "team": team.brief(),
            "user": {"id": user, "username": self.state.users[user].name, "team_id": team.id},
            "trigger_id": trigger.id,
            "response_url": f"{self.state.base_url}/response/{url.path}",
            "enterprise": None,
            "is_enterprise_install": False,
        }

    async def _delivered(self, kind: str, payload: Json, times: int = 1) -> Json:
        before = self.state.clock.seconds()
        answers = [await self.sockets.deliver(kind, payload) for _ in range(times)]
        took = self.state.clock.seconds() - before
        first = answers[0]
        return {"taken": first is not None, "answer": first or {}, "seconds": took}

    def _place(self, user: str, channel: str) -> Channel:
        if channel == "im":
            return self.state.direct(self.state.workspace().id, self.state.workspace().bot_user, user)
        return self.state.channels[channel]

    def _with_button(self, user: str, channel: str, label: str, ts: str) -> Message | Ephemeral:
        mine = (one for one in self.state.ephemerals if one.user == user and not one.deleted)
        everything: list[Message | Ephemeral] = [*self.state.in_channel(channel), *mine]
        for one in sorted(everything, key=lambda each: each.ts, reverse=True):
            if one.channel == channel and ts in {"", one.ts} and _button(one.blocks, label):
                return one
        raise CannotAct(f"no button {label!r} in {channel}")

    def _action(self, element: Json) -> Json:
        return {**element, "action_ts": self.state.new_ts()}

    def _top(self, user: str) -> View:
        views = stack(self.state, self.state.workspace().id, user)
        if not views:
            raise CannotAct(f"{user} has no form open")
        return views[-1]

    def _require(self, block: Json, view: View) -> None:
        if block["type"] != "input" or block.get("optional"):
            return
        held = next(iter(view.state[block["block_id"]].values()))
        if is_empty(held):
            raise CannotAct(f"{block['block_id']} must be filled in")

    def _after(self, view: View, answer: Json) -> None:
        """The form closes, stays with what is wrong, or becomes another view."""
        action: Any = answer.get("response_action")
        view.errors = {}
        if action == "errors":
            known = {block["block_id"] for block in view.view["blocks"] if block["type"] == "input"}
            if not set(answer["errors"]) <= known:
                self.state.complain(f"errors beside no field: {answer['errors']}")
            view.errors = answer["errors"]
        elif action == "update":
            refill(self.state, view, answer["view"])
        else:
            views = stack(self.state, view.team, view.user)
            views[:] = [one for one in views if one is not view]


def _button(blocks: list[Json], label: str) -> Json:
    """The button with that word among these blocks, empty if there is none."""
    for block in blocks:
        for element in elements_of(block):
            if element.get("type") == "button" and element["text"]["text"] == label:
                return {**element, "block_id": block.get("block_id", "")}
    return {}
