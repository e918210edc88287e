"""views.*: modals opened, pushed and updated; home tabs published."""

from __future__ import annotations

import json

from tests.fakes.slack_server.blocks import elements_of, view_problems
from tests.fakes.slack_server.call import Call, Handler
from tests.fakes.slack_server.content import with_ids
from tests.fakes.slack_server.nouns import Json, Trigger, View
from tests.fakes.slack_server.params import required, structure, text_of
from tests.fakes.slack_server.refusal import SlackRefusal, invalid_blocks
from tests.fakes.slack_server.state import SlackState
from tests.fakes.slack_server.values import initial_value

DEEPEST = 3
"""Modals on top of one another."""

LARGEST = 250_000
"""Bytes of a view."""


def checked_view(view: object) -> Json:
    """The view, or the refusal that names what is wrong with it."""
    if not isinstance(view, dict):
        raise invalid_blocks(["missing required field: view"], "invalid_arguments")
    problems = view_problems(view)
    if problems:
        raise invalid_blocks(problems, "invalid_arguments")
    if len(json.dumps(view).encode()) > LARGEST:
        raise SlackRefusal("view_too_large")
    return view


def make(state: SlackState, team: str, user: str, view: Json) -> View:
    """A view of that user with an id, ids for its blocks and actions, and its initial values."""
    made = View(id=state.new_id("V"), team=team, user=user, view={}, hash="")
    made.root = made.id
    refill(state, made, view)
    return made


def refill(state: SlackState, made: View, view: Json) -> None:
    """Put new content into a view; what a user has entered stays where block_id and action_id stay."""
    blocks = with_ids(view["blocks"])
    for block in blocks:
        for number, element in enumerate(elements_of(block)):
            element.setdefault("action_id", f"a{number:03d}")
    made.view = {**view, "blocks": blocks}
    made.hash = f"{int(state.clock.seconds())}.{state.number():08x}"
    before = made.state
    made.state = {
        block["block_id"]: {
            element["action_id"]: before.get(block["block_id"], {}).get(element["action_id"])
            or initial_value(element)
            for element in elements_of(block)
            if element["type"] not in {"button", "overflow", "image"}
        }
        for block in blocks
        if elements_of(block)
    }
    made.state = {block_id: values for block_id, values in made.state.items() if values}


def shown_view(state: SlackState, made: View) -> Json:
    """The view object of payloads and answers."""
    return {
        "id": made.id,
        "team_id": made.team,
        "app_id": state.app.id,
        "app_installed_team_id": made.team,
        "bot_id": state.workspace(made.team).bot_id,
        "hash": made.hash,
        "root_view_id": made.root,
        "previous_view_id": made.previous or None,
        "state": {"values": made.state},
        "callback_id": "",
        "private_metadata": "",
        "external_id": "",
        "title": None,
        "submit": None,
        "close": None,
        "clear_on_close": False,
        "notify_on_close": False,
        **made.view,
    }


def stack(state: SlackState, team: str, user: str) -> list[View]:
    """The modals this user has open, the topmost last."""
    return state.modals.setdefault((team, user), [])


def push(state: SlackState, made: View) -> View:
    """Put a modal on top."""
    open_ones = stack(state, made.team, made.user)
    if len(open_ones) >= DEEPEST:
        raise SlackRefusal("push_limit_reached")
    if open_ones:
        made.root, made.previous = open_ones[0].id, open_ones[-1].id
    open_ones.append(made)
    return made


def exchange(call: Call) -> Trigger:
    """The trigger of the call, used up; each opens one view, within three seconds."""
    trigger = call.state.triggers.get(required(call.params, "trigger_id"))
    if trigger is None or trigger.team != call.who.team:
        raise SlackRefusal("invalid_trigger_id")
    if trigger.used:
        raise SlackRefusal("exchanged_trigger_id")
    if trigger.expires <= call.state.clock.seconds():
        raise SlackRefusal("expired_trigger_id")
    return trigger


def open_view(call: Call) -> Json:
    """views.open: a new stack of modals."""
    view = checked_view(structure(call.params, "view", "invalid_arguments"))
    _refuse_second(call, view)
    trigger = exchange(call)
    trigger.used = True
    stack(call.state, call.who.team, trigger.user).clear()
    made = push(call.state, make(call.state, call.who.team, trigger.user, view))
    return {"view": shown_view(call.state, made)}


def push_view(call: Call) -> Json:
    """views.push: on top of the modal in which something was done."""
    view = checked_view(structure(call.params, "view", "invalid_arguments"))
    _refuse_second(call, view)
    trigger = exchange(call)
    if not trigger.view:
        raise SlackRefusal("invalid_trigger_id")
    made = push(call.state, make(call.state, call.who.team, trigger.user, view))
    trigger.used = True
    return {"view": shown_view(call.state, made)}


def _refuse_second(call: Call, view: Json) -> None:
    external = view.get("external_id")
    if external and any(one.view.get("external_id") == external for one in _open(call)):
        raise SlackRefusal("duplicate_external_id")


def _open(call: Call) -> list[View]:
    return [view for (team, _), views in call.state.modals.items() if team == call.who.team for view in views]


def update_view(call: Call) -> Json:
    """views.update by view_id or external_id; with a hash, only if nothing changed since."""
    view = checked_view(structure(call.params, "view", "invalid_arguments"))
    view_id, external = text_of(call.params, "view_id"), text_of(call.params, "external_id")
    for made in _open(call):
        if made.id == view_id or (external and made.view.get("external_id") == external):
            _same(call, made)
            refill(call.state, made, view)
            return {"view": shown_view(call.state, made)}
    raise SlackRefusal("not_found")


def _same(call: Call, made: View) -> None:
    if text_of(call.params, "hash") not in {"", made.hash}:
        raise SlackRefusal("hash_conflict")


def publish(call: Call) -> Json:
    """views.publish: a user's home tab."""
    view = checked_view(structure(call.params, "view", "invalid_arguments"))
    if view["type"] != "home":
        raise invalid_blocks(["must be one of home [json-pointer:/view/type]"], "invalid_arguments")
    user = call.state.user(call.who.team, required(call.params, "user_id"))
    key = (call.who.team, user.id)
    if key in call.state.homes:
        _same(call, call.state.homes[key])
    made = make(call.state, call.who.team, user.id, view)
    call.state.homes[key] = made
    return {"view": shown_view(call.state, made)}


HANDLERS: dict[str, Handler] = {
    "views.open": open_view,
    "views.push": push_view,
    "views.update": update_view,
    "views.publish": publish,
}
