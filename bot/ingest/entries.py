"""One line of JSON becomes one raw entry, or an error that says which field is wrong."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from bot.domain.article import MAX_BODY_CHARS, RawEntry
from bot.errors import InputError
from summarizers.types import Publication

MAX_FIELD_CHARS = 4_000
"""For every field but the body: longer ones are no titles, ids or addresses."""

MAX_ID_CHARS = 300

YEARS = range(1000, 9000)
"""Publication years that are taken: all that the calendar can be counted from in both directions."""


def parse(line: bytes) -> RawEntry:
    """Read one JSON object; raise InputError, naming the field, if it is no usable article."""
    fields = _object(line)
    body = _text(fields, "body", MAX_BODY_CHARS)
    if not body.strip():
        raise InputError("the article has no body")
    return RawEntry(
        body=body,
        id=_identifier(fields.get("id")),
        title=_text(fields, "title").strip(),
        source=_text(fields, "source").strip(),
        url=_text(fields, "url").strip() or None,
        published=_published(fields),
        language=_text(fields, "language").strip() or None,
    )


def line_of(entry: RawEntry) -> bytes:
    """The line that `parse` reads as this entry, as far as the entry is one that may be kept."""
    fields = {
        "id": entry.id,
        "title": entry.title,
        "source": entry.source,
        "url": entry.url,
        "published": str(entry.published) if entry.published else None,
        "language": entry.language,
        "body": entry.body,
    }
    return json.dumps(fields).encode()


def identifier_of(line: bytes) -> str | None:
    """The id a bad line carries, as far as it can be read, so that an error can name it."""
    try:
        return _identifier(_object(line).get("id"))
    except InputError:
        return None


def _object(line: bytes) -> Mapping[str, Any]:
    try:
        value = json.loads(line.decode("utf-8-sig"))  # some editors put a mark at the start of a file
    except UnicodeDecodeError as error:
        raise InputError(f"not UTF-8 at byte {error.start}") from None
    except json.JSONDecodeError as error:
        raise InputError(f"not JSON: {error.msg} at character {error.pos}") from None
    except (RecursionError, ValueError) as error:
        raise InputError(f"not usable JSON: {error}") from None
    if not isinstance(value, dict):
        raise InputError(f"not a JSON object but {type(value).__name__}")
    return value


def _text(fields: Mapping[str, Any], name: str, limit: int = MAX_FIELD_CHARS) -> str:
    value = fields.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise InputError(f"{name} is not text but {type(value).__name__}")
    if len(value) > limit:
        raise InputError(f"{name} has {len(value):,} characters, more than {limit:,}")
    return _encodable(name, value)


def _encodable(name: str, value: str) -> str:
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        raise InputError(f"{name} holds a lone surrogate at character {error.start}") from None
    return value


def _identifier(value: object) -> str | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise InputError(f"id is not text but {type(value).__name__}")
    text = _encodable("id", str(value)).strip()
    if len(text) > MAX_ID_CHARS:
        raise InputError(f"id has {len(text):,} characters, more than {MAX_ID_CHARS}")
    return text or None


def _published(fields: Mapping[str, Any]) -> Publication | None:
    text = _text(fields, "published").strip()
    if not text:
        return None
    try:
        publication = Publication.parse(text)
    except (ValueError, OverflowError) as error:
        raise InputError(f"published: {error}") from None
    if publication.local_date.year not in YEARS:
        raise InputError(f"published: the year {publication.local_date.year} cannot be meant")
    return publication
