"""Block Kit's blocks and views: what Slack would refuse, named with JSON pointers.

Source: docs.slack.dev/reference/block-kit/blocks and /reference/views.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tests.fakes.slack_server.checks import (
    Check,
    Problems,
    anything,
    boolean,
    both,
    by_type,
    items,
    one_of,
    problem,
    record,
    string,
    that,
)
from tests.fakes.slack_server.elements import IN_ACTIONS, IN_CONTEXT, IN_INPUT, IN_SECTION, either, plain
from tests.fakes.slack_server.nouns import Json
from tests.fakes.slack_server.rich_text import ELEMENT

IN_MESSAGE, IN_VIEW = 50, 100
BLOCK_ID = string(255)


def _block(name: str, required: dict[str, Check], optional: dict[str, Check] | None = None) -> Check:
    return record({"type": one_of(name), **required}, {"block_id": BLOCK_ID, **(optional or {})})


SECTION = both(
    _block(
        "section",
        {},
        {
            "text": either(3_000),
            "fields": items(either(2_000), 10),
            "accessory": IN_SECTION,
            "expand": boolean,
        },
    ),
    that(lambda block: "text" in block or "fields" in block, "missing required field: text"),
)
IMAGE = both(
    _block(
        "image",
        {"alt_text": string(2_000)},
        {"image_url": string(3_000), "slack_file": anything, "title": plain(2_000)},
    ),
    that(
        lambda block: ("image_url" in block) != ("slack_file" in block), "missing required field: image_url"
    ),
)
EVERYWHERE: dict[str, Check] = {
    "section": SECTION,
    "header": _block("header", {"text": plain(150)}),
    "divider": _block("divider", {}),
    "actions": _block("actions", {"elements": items(IN_ACTIONS, 25)}),
    "context": _block("context", {"elements": items(IN_CONTEXT, 10)}),
    "image": IMAGE,
    "rich_text": _block("rich_text", {"elements": items(ELEMENT, 100)}),
    "input": _block(
        "input",
        {"label": plain(2_000), "element": IN_INPUT},
        {"hint": plain(2_000), "optional": boolean, "dispatch_action": boolean},
    ),
}
MESSAGE_BLOCK = by_type({**EVERYWHERE, "markdown": _block("markdown", {"text": string(12_000)})})
VIEW_BLOCK = by_type(EVERYWHERE)

KEPT: dict[str, Check] = {
    "private_metadata": string(3_000, 0),
    "callback_id": string(255, 0),
    "external_id": string(255, 0),
}
MODAL = record(
    {"type": one_of("modal"), "title": plain(24), "blocks": items(VIEW_BLOCK, IN_VIEW)},
    {**KEPT, "submit": plain(24), "close": plain(24), "clear_on_close": boolean, "notify_on_close": boolean}
    | {"submit_disabled": boolean},
)
HOME = record({"type": one_of("home"), "blocks": items(VIEW_BLOCK, IN_VIEW, 0)}, KEPT)


def message_problems(blocks: list[Json]) -> list[str]:
    """What Slack would refuse in the blocks of a message; empty if it would take them."""
    found = list(items(MESSAGE_BLOCK, IN_MESSAGE, 0)(blocks, "/blocks"))
    return found or list(_repeated(blocks, "/blocks"))


def view_problems(view: Json) -> list[str]:
    """What Slack would refuse in a modal or a home tab."""
    found = list(by_type({"modal": MODAL, "home": HOME})(view, "/view"))
    return found or [*_repeated(view["blocks"], "/view/blocks"), *_without_submit(view)]


def _repeated(blocks: list[Json], pointer: str) -> Problems:
    """block_ids are unique in a message or view, action_ids in a block."""
    counted = Counter(block["block_id"] for block in blocks if "block_id" in block)
    for block_id, times in counted.items():
        if times > 1:
            yield problem(f"block_id {block_id} already exists", pointer)
    for number, block in enumerate(blocks):
        ids = Counter(one["action_id"] for one in elements_of(block) if "action_id" in one)
        for action_id, times in ids.items():
            if times > 1:
                yield problem(f"action_id {action_id} already exists", f"{pointer}/{number}")


def _without_submit(view: Json) -> Problems:
    has_input = any(block.get("type") == "input" for block in view["blocks"])
    if view["type"] == "modal" and has_input and "submit" not in view:
        yield problem("missing required field: submit", "/view")


def elements_of(block: Json) -> list[Json]:
    """The interactive elements of a block."""
    alone = [block[name] for name in ("accessory", "element") if isinstance(block.get(name), dict)]
    listed = block.get("elements", []) if block.get("type") == "actions" else []
    return [*alone, *listed]


def texts_in(value: object) -> Iterator[str]:
    """Every string that is shown inside blocks, in reading order; of a date what stands for it."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name in {"text", "fallback"} and isinstance(inner, str):
                yield inner
            else:
                yield from texts_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts_in(inner)


def text_length(blocks: list[Json]) -> int:
    """Characters of all text in blocks."""
    return sum(len(text) for text in texts_in(blocks))
