"""Whether a message's components are such as Discord takes; ids are given where they are missing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from tests.fakes.discord_server.limits import (
    CHARACTERS_MOST,
    COMPONENTS_MOST,
    CUSTOM_ID_MOST,
    LABEL_MOST,
    ROW_MOST,
)

ROW, BUTTON, SECTION, TEXT, SEPARATOR, CONTAINER = 1, 2, 9, 10, 14, 17
SECTION_TEXTS_MOST = 3
V2 = 1 << 15
LINK = 5

Json = dict[str, Any]


def faults(payload: Json) -> list[str]:
    """What is wrong with a message, nothing if it may be posted."""
    parts = payload.get("components") or []
    if not payload.get("flags", 0) & V2:
        return _classic_faults(payload)
    found = ["content with components v2"] if payload.get("content") or payload.get("embeds") else []
    every = list(_walk(parts))
    if not every or len(every) > COMPONENTS_MOST:
        found.append(f"{len(every)} components")
    if _characters(every) > CHARACTERS_MOST:
        found.append("more than 4000 characters")
    ids = [one["id"] for one in every if one.get("id")]
    if len(ids) != len(set(ids)):
        found.append("an id twice")
    return found + _twice(every) + [fault for one in every for fault in _alone(one)]


def _twice(every: list[Json]) -> list[str]:
    """Custom ids must differ within one message or modal."""
    ids = [one["custom_id"] for one in every if one.get("custom_id")]
    return [f"custom_id {one} twice" for one in sorted(set(ids)) if ids.count(one) > 1]


EMBED_MOST, EMBED_TEXT_MOST, FOOTER_MOST, CLASSIC_ROWS_MOST = 6_000, 4_096, 2_048, 5


def _classic_faults(payload: Json) -> list[str]:
    """Of a message without Components V2: text, embeds, and rows of buttons."""
    embeds, rows = payload.get("embeds") or [], payload.get("components") or []
    found = [] if payload.get("content") or embeds else ["empty message"]
    texts = [(one.get("description") or "", (one.get("footer") or {}).get("text") or "") for one in embeds]
    if any(len(said) > EMBED_TEXT_MOST or len(foot) > FOOTER_MOST for said, foot in texts):
        found.append("embed too long")
    if sum(len(said) + len(foot) for said, foot in texts) > EMBED_MOST:
        found.append("more than 6000 characters in embeds")
    if len(rows) > CLASSIC_ROWS_MOST or any(one["type"] != ROW for one in rows):
        found.append("components")
    return found + _twice(list(_walk(rows))) + [fault for row in _walk(rows) for fault in _alone(row)]


LABEL, SELECT, INPUT, ROLES = 18, 3, 4, 6
OPTIONS_MOST, CHOICE_MOST = 25, 100
FIELDS_MOST, TITLE_MOST, LABEL_TEXT_MOST, DESCRIPTION_MOST, INPUT_MOST = 5, 45, 45, 100, 4_000


def modal_faults(data: Json) -> list[str]:
    """What is wrong with a modal."""
    found = [] if 1 <= len(data.get("title", "")) <= TITLE_MOST else ["title"]
    found += [] if 1 <= len(data.get("custom_id", "")) <= CUSTOM_ID_MOST else ["custom_id"]
    found += [] if 1 <= len(data["components"]) <= FIELDS_MOST else ["1 to 5 fields"]
    found += _twice([label["component"] for label in data["components"]])
    return found + [fault for label in data["components"] for fault in _field_faults(label)]


def _field_faults(label: Json) -> Iterator[str]:
    if label["type"] != LABEL or not 1 <= len(label.get("label", "")) <= LABEL_TEXT_MOST:
        yield "label"
    if len(label.get("description") or "") > DESCRIPTION_MOST:
        yield "description"
    part = label["component"]
    if part["type"] not in {SELECT, INPUT, ROLES}:
        yield f"component {part['type']} in a modal"
    if part["type"] == INPUT and len(part.get("value") or "") > min(
        part.get("max_length", INPUT_MOST), INPUT_MOST
    ):
        yield "value"
    if part["type"] == SELECT:
        yield from _select_faults(part)


def _select_faults(part: Json) -> Iterator[str]:
    """A menu of 1 to 25 different options, of which as many are chosen before as may be."""
    options, most = part["options"], part.get("max_values", 1)
    values = [one["value"] for one in options]
    if not 1 <= len(options) <= OPTIONS_MOST or len(values) != len(set(values)):
        yield "options"
    if any(not 1 <= len(one[name]) <= CHOICE_MOST for one in options for name in ("label", "value")):
        yield "an option's words"
    chosen = sum(bool(one.get("default")) for one in options)
    if not part.get("min_values", 1) <= most <= len(options) or chosen > most:
        yield "values"


def choice_faults(choices: list[Json]) -> list[str]:
    """What is wrong with suggestions for an option that is being typed."""
    found = ["choices"] if len(choices) > OPTIONS_MOST else []
    texts = [str(one[name]) for one in choices for name in ("name", "value")]
    return found + [f"choice {text[:20]!r}" for text in texts if not 1 <= len(text) <= CHOICE_MOST]


def numbered(parts: list[Json]) -> list[Json]:
    """The components, each with an id."""
    every = list(_walk(parts))
    taken = {one.get("id") for one in every}
    free = (n for n in range(1, 1_000) if n not in taken)
    for one in every:
        if not one.get("id"):
            one["id"] = next(free)
    return parts


def _walk(parts: list[Json]) -> Iterator[Json]:
    for part in parts:
        yield part
        yield from _walk(part.get("components") or [])
        yield from _walk([part["accessory"]] if part.get("accessory") else [])


def _characters(every: list[Json]) -> int:
    return sum(len(one["content"].encode("utf-16-le")) // 2 for one in every if one["type"] == TEXT)


def _alone(part: Json) -> Iterator[str]:
    kind = part.get("type")
    if kind == TEXT and not part.get("content"):
        yield "empty text display"
    if kind == ROW and not 1 <= len(part["components"]) <= ROW_MOST:
        yield "a row of 1 to 5 buttons"
    if kind == CONTAINER and not part["components"]:
        yield "empty container"
    if kind == BUTTON and part.get("style") != LINK:
        yield from _button_faults(part)
    if kind == SECTION:
        yield from _section_faults(part)
    if kind not in {ROW, BUTTON, SECTION, TEXT, SEPARATOR, CONTAINER}:
        yield f"component {kind}"


def _button_faults(part: Json) -> Iterator[str]:
    if not 1 <= len(part.get("custom_id", "")) <= CUSTOM_ID_MOST:
        yield "custom_id"
    if not 1 <= len(part.get("label") or "") <= LABEL_MOST:
        yield "label"


def _section_faults(part: Json) -> Iterator[str]:
    texts = [one["type"] for one in part["components"]]
    if not 1 <= len(texts) <= SECTION_TEXTS_MOST or set(texts) != {TEXT}:
        yield "a section of 1 to 3 texts"
    if (part.get("accessory") or {}).get("type") != BUTTON:
        yield "a section without its button"


NAME = re.compile(r"[-_a-z0-9]{1,32}")
DESCRIPTION = 100

LOCALES = frozenset({"de", "en-GB", "en-US", "es-ES", "fr", "it", "nl", "pl", "pt-BR", "tr", "ja", "uk"})
"""Some of those that Discord knows (docs.discord.com, "Locales")."""


def command_faults(command: Json) -> list[str]:
    """What is wrong with an application command."""
    if command["type"] != 1:
        return ["description"] if command.get("description") else []
    return list(_command_faults(command))


def _command_faults(part: Json) -> Iterator[str]:
    if not NAME.fullmatch(part["name"]):
        yield f"name {part['name']}"
    if not 1 <= len(part.get("description", "")) <= DESCRIPTION:
        yield f"description of {part['name']}"
    for locale, text in (part.get("description_localizations") or {}).items():
        if locale not in LOCALES or not 1 <= len(text) <= DESCRIPTION:
            yield f"description of {part['name']} in {locale}"
    options = part.get("options") or []
    required = [bool(one.get("required")) for one in options]
    if len(options) > OPTIONS_MOST or required != sorted(required, reverse=True):
        yield f"options of {part['name']}"
    if part.get("autocomplete") and part.get("choices"):
        yield f"autocomplete of {part['name']}"
    for option in options:
        yield from _command_faults(option)
