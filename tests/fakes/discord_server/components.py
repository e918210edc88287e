"""Whether a message's components are such as Discord takes; ids are given where they are missing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.fakes.discord_server.limits import (
    CHARACTERS_MOST,
    COMPONENTS_MOST,
    CUSTOM_ID_MOST,
    LABEL_MOST,
    ROW_MOST,
)

ROW, BUTTON, TEXT, SEPARATOR, CONTAINER = 1, 2, 10, 14, 17
V2 = 1 << 15
LINK = 5

Json = dict[str, Any]


def faults(payload: Json) -> list[str]:
    """What is wrong with a message, nothing if it may be posted."""
    parts = payload.get("components") or []
    if not payload.get("flags", 0) & V2:
        return [] if payload.get("content") or payload.get("embeds") else ["empty message"]
    found = ["content with components v2"] if payload.get("content") or payload.get("embeds") else []
    every = list(_walk(parts))
    if not every or len(every) > COMPONENTS_MOST:
        found.append(f"{len(every)} components")
    if _characters(every) > CHARACTERS_MOST:
        found.append("more than 4000 characters")
    ids = [one["id"] for one in every if one.get("id")]
    if len(ids) != len(set(ids)):
        found.append("an id twice")
    return found + [fault for one in every for fault in _alone(one)]


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
        if not 1 <= len(part.get("custom_id", "")) <= CUSTOM_ID_MOST:
            yield "custom_id"
        if not 1 <= len(part.get("label") or "") <= LABEL_MOST:
            yield "label"
    if kind not in {ROW, BUTTON, TEXT, SEPARATOR, CONTAINER}:
        yield f"component {kind}"
