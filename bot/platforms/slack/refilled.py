"""A form once more as a person filled it in, with what was wrong: nothing that was typed is lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.deliver.outline import Paragraph
from bot.deliver.spoken import spoken
from bot.domain.reply import Reply
from bot.platforms.slack.forms import VALUE, errors_of
from bot.platforms.slack.markup import Json, plain
from bot.platforms.slack.pack import pack
from bot.platforms.slack.replies import VIEW_MOST, drawn
from bot.texts import say

KEPT = ("type", "callback_id", "private_metadata", "title", "submit", "close")
"""What a form has besides its blocks; what else a payload says of a view is Slack's."""

_INITIAL = {
    "value": "initial_value",
    "selected_time": "initial_time",
    "selected_option": "initial_option",
    "selected_options": "initial_options",
}
"""What a state says of a field, and by which name its element begins with that."""

PROBLEM_MOST = 2_000
"""Characters of a text in a context block (docs.slack.dev, "Context block")."""


def refilled(view: Json, reply: Reply) -> Json:
    """The form of a payload to be sent again: each problem below its field, a failure above them all.

    A field holds what was sent in it, by whatever way it came there.
    """
    typed = (view.get("state") or {}).get("values") or {}
    inputs = [_filled(block, typed) for block in view["blocks"] if block.get("type") == "input"]
    wrong = errors_of(reply.problems, view)
    blocks = [one for block in inputs for one in (block, *_problem(wrong.get(block["block_id"])))]
    above = [block for page in pack(drawn(_failure(reply), buttons=False)) for block in page]
    return {name: view[name] for name in KEPT if view.get(name)} | {
        "blocks": [*above[: VIEW_MOST - len(blocks)], *blocks]
    }


def _failure(reply: Reply) -> Sequence[Paragraph]:
    return spoken(Reply(failure=reply.failure)) if reply.failure else ()


def _problem(what: str | None) -> Iterator[Json]:
    if what:
        yield {"type": "context", "elements": [plain(say("slack.problem", what=what)[:PROBLEM_MOST])]}


def _filled(block: Json, typed: Json) -> Json:
    held = (typed.get(block["block_id"]) or {}).get(VALUE) or {}
    element = {name: value for name, value in block["element"].items() if name not in _INITIAL.values()}
    sent = {_INITIAL[name]: value for name, value in held.items() if name in _INITIAL and value}
    return {**block, "element": element | _as_offered(element, sent)}


def _as_offered(element: Json, sent: Json) -> Json:
    """Choices of a fixed list as the list words them: Slack takes no others."""
    offered = {one["value"]: one for one in element.get("options") or ()}
    if not offered:
        return sent
    one, many = sent.get("initial_option"), sent.get("initial_options") or []
    held = [offered[choice["value"]] for choice in many if choice.get("value") in offered]
    first = offered.get((one or {}).get("value", ""))
    return ({"initial_option": first} if first else {}) | ({"initial_options": held} if held else {})
