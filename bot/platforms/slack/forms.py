"""A form as a modal, and what comes back from one."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from textwrap import shorten

from bot.domain.command import Suggest
from bot.domain.form import TITLE_MOST, Choice, Field, FieldKind, Form, Problem
from bot.platforms.slack.markup import Json, plain
from bot.texts import say

LABEL_MOST, HINT_MOST, TEXT_MOST, OPTION_MOST = 2_000, 2_000, 3_000, 75
"""docs.slack.dev, "Input block", "Plain-text input", "Option object"."""

CHECKBOXES_MOST = 10
"""More than these become a menu (docs.slack.dev, "Checkboxes element")."""

FORM = "form"
"""The callback_id of all forms; which one it is stands in its metadata."""

VALUE = "value"
"""The action_id of every field; its block bears the field's name."""

CLOCK = 5
"""Characters of HH:MM."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What a modal brings back unseen: its form, where it was opened, and how to answer there.

    Slack keeps it; a person can neither read nor alter it. `home` is set if it was opened on the home page.
    """

    form: str
    channel: str
    thread: str = ""
    url: str = ""
    home: bool = False

    @property
    def metadata(self) -> str:
        """As Slack keeps it: at most 3,000 characters, far less here."""
        return json.dumps(asdict(self), separators=(",", ":"))

    @classmethod
    def of(cls, metadata: str) -> Kept:
        """What `metadata` wrote; of anything else a form that nobody knows."""
        try:
            held = json.loads(metadata)
            kept = cls(**{name: held[name] for name in cls.__slots__})
        except (ValueError, TypeError, KeyError, RecursionError):
            return NOBODYS
        texts = (kept.form, kept.channel, kept.thread, kept.url)
        return kept if all(isinstance(one, str) for one in texts) else NOBODYS


NOBODYS = Kept(form="", channel="")


def modal(form: Form, kept: Kept, names: Mapping[str, str]) -> Json:
    """The whole form as one view; `names` has the words for values that only Slack knows."""
    return {
        "type": "modal",
        "callback_id": FORM,
        "private_metadata": kept.metadata,
        "title": plain(form.title[:TITLE_MOST]),
        "submit": plain(form.submit[:TITLE_MOST]),
        "close": plain(say("form.close")),
        "blocks": [_input(field, names) for field in form.fields],
    }


def values_of(view: Json) -> dict[str, tuple[str, ...]]:
    """What was filled in, by field; a field that was left empty has no values."""
    state = (view.get("state") or {}).get("values") or {}
    return {name: tuple(_filled(held.get(VALUE) or {})) for name, held in state.items()}


def errors_of(problems: tuple[Problem, ...], view: Json) -> dict[str, str]:
    """The problems beside their fields; those of fields that the view does not have stand at its first."""
    there = [block["block_id"] for block in view.get("blocks") or () if block.get("type") == "input"]
    found: dict[str, str] = {}
    for problem in problems:
        name = problem.field if problem.field in there else there[0] if there else problem.field
        found[name] = f"{found[name]} {problem.what}" if name in found else problem.what
    return found


def choices_answer(choices: tuple[Choice, ...]) -> Json:
    """The answer to a search field."""
    return {"options": [_option(one) for one in choices]}


def field_of(payload: Json) -> str:
    """The field that is being searched in."""
    return str(payload.get("block_id") or "")


def _filled(held: Json) -> Iterator[str]:
    for key in (VALUE, "selected_time"):
        if str(held.get(key) or "").strip():
            yield str(held[key])
    chosen = held.get("selected_options") or [held.get("selected_option")]
    yield from (str(one["value"]) for one in chosen if one)


def _input(field: Field, names: Mapping[str, str]) -> Json:
    made: Json = {
        "type": "input",
        "block_id": field.name,
        "label": plain(field.label[:LABEL_MOST]),
        "optional": not field.required,
        "element": {**_element(field, names), "action_id": VALUE},
    }
    return made | ({"hint": plain(shorten(field.hint, HINT_MOST, placeholder=" …"))} if field.hint else {})


def _element(field: Field, names: Mapping[str, str]) -> Json:
    first = field.values[0] if field.values else ""
    if field.kind is FieldKind.TIME:
        return {"type": "timepicker", **({"initial_time": first} if len(first) == CLOCK else {})}
    if field.kind is FieldKind.ROLE or field.suggest is Suggest.ZONES:
        return _search(Choice(value=first, label=names.get(first, first)))
    if field.kind is FieldKind.CHOICE:
        held = [_option(one) for one in field.choices if one.value in field.values]
        options = [_option(one) for one in field.choices]
        return {"type": "static_select", "options": options, **_initial("initial_option", held[:1])}
    if field.kind is FieldKind.CHOICES:
        held = [_option(one) for one in field.choices if one.value in field.values]
        kind = "checkboxes" if len(field.choices) <= CHECKBOXES_MOST else "multi_static_select"
        made: Json = {"type": kind, "options": [_option(one) for one in field.choices]}
        return made | ({"initial_options": held} if held else {})
    return _text(field)


def _text(field: Field) -> Json:
    most = min(field.most, TEXT_MOST)
    initial = "".join(field.values)[:most]
    made: Json = {"type": "plain_text_input", "multiline": field.kind is FieldKind.LONG_TEXT}
    return made | {"max_length": most, **({"initial_value": initial} if initial else {})}


def _search(held: Choice) -> Json:
    made: Json = {"type": "external_select", "min_query_length": 0}
    return made | ({"initial_option": _option(held)} if held.value else {})


def _initial(name: str, held: list[Json]) -> Json:
    return {name: held[0]} if held else {}


def _option(choice: Choice) -> Json:
    return {"text": plain(shorten(choice.label, OPTION_MOST, placeholder=" …") or "…"), "value": choice.value}
