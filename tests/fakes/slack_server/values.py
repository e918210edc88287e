"""What an input holds: its initial value, and the value after a person's choice."""

from __future__ import annotations

import json

from tests.fakes.slack_server.nouns import Json
from tests.fakes.slack_server.refusal import CannotAct

HELD: dict[str, str] = {
    "plain_text_input": "value",
    "email_text_input": "value",
    "url_text_input": "value",
    "number_input": "value",
    "static_select": "selected_option",
    "external_select": "selected_option",
    "radio_buttons": "selected_option",
    "overflow": "selected_option",
    "multi_static_select": "selected_options",
    "checkboxes": "selected_options",
    "users_select": "selected_user",
    "multi_users_select": "selected_users",
    "conversations_select": "selected_conversation",
    "multi_conversations_select": "selected_conversations",
    "channels_select": "selected_channel",
    "multi_channels_select": "selected_channels",
    "datepicker": "selected_date",
    "timepicker": "selected_time",
    "datetimepicker": "selected_date_time",
}
"""Type of element → the field of its state that holds the choice."""


def initial_value(element: Json) -> Json:
    """What the state holds before a person has touched the element."""
    field = HELD[element["type"]]
    initial = element.get(field.replace("selected", "initial") if field != "value" else "initial_value")
    empty: object = [] if field.endswith("s") else None
    return {"type": element["type"], field: empty if initial is None else initial}


def chosen(element: Json, wanted: object) -> Json:
    """What the state holds after a person chose `wanted`: options by label or value, the rest as itself.

    Raise CannotAct if there is no such option.
    """
    field = HELD[element["type"]]
    value: object = wanted
    if field == "selected_option":
        value = None if wanted is None else option(element, str(wanted))
    elif field == "selected_options":
        value = [option(element, str(one)) for one in (wanted if isinstance(wanted, list) else [wanted])]
    elif field.endswith("s"):
        value = list(wanted) if isinstance(wanted, list) else [wanted]
    elif field == "value" and wanted is not None:
        value = str(wanted)
    return {"type": element["type"], field: value}


def option(element: Json, wanted: str) -> Json:
    """The option with this label or value; of an external select, an option made of it."""
    groups = element.get("option_groups", ())
    options = [*element.get("options", ()), *(one for group in groups for one in group["options"])]
    for one in options:
        if wanted in {one["value"], one["text"]["text"]}:
            return dict(one)
    if element["type"] == "external_select":
        made: Json = json.loads(wanted)
        return made
    labels = ", ".join(one["text"]["text"] for one in options)
    raise CannotAct(f"no option {wanted!r}; there are: {labels}")


def is_empty(held: Json) -> bool:
    """Whether nothing is chosen or entered."""
    return held.get(HELD[held["type"]]) in (None, "", [])
