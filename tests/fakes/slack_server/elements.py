"""Block Kit's composition objects and elements: what each may hold.

Source: docs.slack.dev/reference/block-kit (composition-objects, block-elements).
"""

from __future__ import annotations

from tests.fakes.slack_server.checks import (
    Check,
    anything,
    boolean,
    both,
    by_type,
    integer,
    items,
    one_of,
    record,
    string,
    that,
)
from tests.fakes.slack_server.nouns import Json

DATE = r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
TIME = r"([01]\d|2[0-3]):[0-5]\d"


def plain(most: int) -> Check:
    return record({"type": one_of("plain_text"), "text": string(most)}, {"emoji": boolean})


def mrkdwn(most: int) -> Check:
    return record({"type": one_of("mrkdwn"), "text": string(most)}, {"verbatim": boolean})


def either(most: int) -> Check:
    """A text object of either kind."""
    return by_type({"plain_text": plain(most), "mrkdwn": mrkdwn(most)})


CONFIRM = record(
    {"title": plain(100), "text": either(300), "confirm": plain(30), "deny": plain(30)},
    {"style": one_of("primary", "danger")},
)
OPTION = record({"text": plain(75), "value": string(150)}, {"description": plain(75)})
RICH_OPTION = record({"text": either(75), "value": string(150)}, {"description": either(75)})
OVERFLOW_OPTION = record(
    {"text": plain(75), "value": string(150)}, {"description": plain(75), "url": string(3_000)}
)
GROUP = record({"label": plain(75), "options": items(OPTION, 100)})
FILTER = record(
    {},
    {
        "include": items(one_of("im", "mpim", "private", "public"), 4),
        "exclude_external_shared_channels": boolean,
        "exclude_bot_users": boolean,
    },
)
ACTION_ID = string(255)
COMMON: dict[str, Check] = {"action_id": ACTION_ID, "confirm": CONFIRM}
FOCUS: dict[str, Check] = {"placeholder": plain(150), "focus_on_load": boolean}
SELECT: dict[str, Check] = {**COMMON, **FOCUS}
MANY: dict[str, Check] = {**SELECT, "max_selected_items": integer(1, 100)}
IDS = items(string(50), 100)


def _values(element: Json) -> list[Json]:
    """All options of a select, those in groups included."""
    groups = element.get("option_groups") or ()
    return [*(element.get("options") or ()), *(one for group in groups for one in group.get("options", ()))]


def _initial_is_an_option(element: Json) -> bool:
    chosen = element.get("initial_options") or [element.get("initial_option")]
    return all(one is None or one in _values(element) for one in chosen)


def _has_options(element: Json) -> bool:
    return ("options" in element) != ("option_groups" in element)


def _kind(name: str, required: dict[str, Check], optional: dict[str, Check]) -> dict[str, Check]:
    return {name: record({"type": one_of(name), **required}, optional)}


def _static(name: str, more: dict[str, Check]) -> dict[str, Check]:
    fields = {"options": items(OPTION, 100), "option_groups": items(GROUP, 100), **more}
    return {
        name: both(
            record({"type": one_of(name)}, fields),
            that(_has_options, "must have either options or option_groups"),
            that(_initial_is_an_option, "initial option is not one of the options"),
        )
    }


def _chosen(name: str, option: Check, most: int, more: dict[str, Check]) -> dict[str, Check]:
    fields = {**COMMON, "focus_on_load": boolean, **more}
    return {
        name: both(
            record({"type": one_of(name), "options": items(option, most)}, fields),
            that(_initial_is_an_option, "initial option is not one of the options"),
        )
    }


def _picker(name: str, initial: dict[str, Check]) -> dict[str, Check]:
    return _kind(name, {}, {**SELECT, **initial})


def _typed(name: str, more: dict[str, Check]) -> dict[str, Check]:
    """Inputs that are typed into."""
    dispatch = record({}, {"trigger_actions_on": items(anything, 2)})
    return _kind(
        name,
        {},
        {"action_id": ACTION_ID, **FOCUS, "initial_value": string(3_000, 0)}
        | {"dispatch_action_config": dispatch, **more},
    )


CONVERSATION: dict[str, Check] = {
    "default_to_current_conversation": boolean,
    "response_url_enabled": boolean,
    "filter": FILTER,
}
MENUS: dict[str, Check] = {
    **_static("static_select", {**SELECT, "initial_option": OPTION}),
    **_static("multi_static_select", {**MANY, "initial_options": items(OPTION, 100)}),
    **_picker("external_select", {"initial_option": OPTION, "min_query_length": integer(0, 100)}),
    **_picker("users_select", {"initial_user": string(50)}),
    **_picker("multi_users_select", {"initial_users": IDS, "max_selected_items": integer(1, 100)}),
    **_picker("conversations_select", {"initial_conversation": string(50), **CONVERSATION}),
    **_picker(
        "multi_conversations_select",
        {"initial_conversations": IDS, "max_selected_items": integer(1, 100), **CONVERSATION},
    ),
    **_picker("channels_select", {"initial_channel": string(50), "response_url_enabled": boolean}),
    **_picker("multi_channels_select", {"initial_channels": IDS, "max_selected_items": integer(1, 100)}),
    **_picker("datepicker", {"initial_date": string(10, pattern=DATE)}),
    **_picker("timepicker", {"initial_time": string(5, pattern=TIME), "timezone": string(60)}),
    **_kind(
        "datetimepicker",
        {},
        {**COMMON, "focus_on_load": boolean, "initial_date_time": integer(10**9, 10**10 - 1)},
    ),
    **_chosen("radio_buttons", RICH_OPTION, 10, {"initial_option": RICH_OPTION}),
    **_chosen("checkboxes", RICH_OPTION, 10, {"initial_options": items(RICH_OPTION, 10)}),
}
BUTTON = _kind(
    "button",
    {"text": plain(75)},
    {**COMMON, "value": string(2_000), "url": string(3_000), "style": one_of("primary", "danger")}
    | {"accessibility_label": string(75)},
)
OVERFLOW = _kind("overflow", {"options": items(OVERFLOW_OPTION, 5)}, COMMON)
IMAGE = _kind("image", {"alt_text": string(2_000)}, {"image_url": string(3_000), "slack_file": anything})
LENGTHS: dict[str, Check] = {"min_length": integer(0, 3_000), "max_length": integer(1, 3_000)}
TYPED: dict[str, Check] = {
    **_typed("plain_text_input", {"multiline": boolean, **LENGTHS}),
    **_typed("email_text_input", {}),
    **_typed("url_text_input", {}),
    **_kind(
        "number_input",
        {"is_decimal_allowed": boolean},
        {"action_id": ACTION_ID, **FOCUS, "initial_value": string(40), "min_value": string(40)}
        | {"max_value": string(40), "dispatch_action_config": anything},
    ),
    **_kind("file_input", {}, {"action_id": ACTION_ID, "filetypes": anything, "max_files": integer(1, 10)}),
}
IN_ACTIONS = by_type({**BUTTON, **OVERFLOW, **MENUS})
IN_SECTION = by_type({**BUTTON, **OVERFLOW, **MENUS, **IMAGE})
IN_INPUT = by_type({**MENUS, **TYPED})
IN_CONTEXT = by_type({**IMAGE, "plain_text": plain(3_000), "mrkdwn": mrkdwn(3_000)})
