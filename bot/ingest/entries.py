"""One line of JSON becomes one raw entry, or an error that says which field is wrong."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

from bot.domain.article import MAX_BODY_CHARS, RawEntry
from bot.errors import InputError
from summarizers.types import Publication

MAX_FIELD_CHARS = 4_000
"""For every field but the body: longer ones are no titles, ids or addresses."""

MAX_ID_CHARS = 300

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_VISIBLE = re.compile(r"[^\s\x00-\x1f\x7f]")

_KINDS = {dict: "an object", list: "an array", str: "text", bool: "true or false", type(None): "null"}
"""What JSON calls them; all else is a number."""

YEARS = range(1000, 9000)
"""Publication years that are taken: all that the calendar can be counted from in both directions."""


def parse(line: bytes) -> RawEntry:
    """Read one JSON object; raise InputError, naming the field, if it is no usable article.

    The body stays as it came, for quotes are counted in it; from all else control characters, such as NUL,
    are removed. A name that stands twice in the object is refused: nobody could say which of both was meant.
    """
    fields = _object(line)
    body = _text(fields, "body", MAX_BODY_CHARS)
    if not _VISIBLE.search(body):
        raise InputError("the article has no body")
    return RawEntry(
        body=body,
        id=_identifier(fields.get("id")),
        title=_line(fields, "title"),
        source=_line(fields, "source"),
        url=_line(fields, "url") or None,
        published=_published(fields),
        language=_line(fields, "language") or None,
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
        value = json.loads(line.decode("utf-8-sig"), object_pairs_hook=_Pairs)  # editors may put a mark first
    except UnicodeDecodeError as error:
        raise InputError(f"not UTF-8 at byte {error.start}") from None
    except json.JSONDecodeError as error:
        raise InputError(f"not JSON: {error.msg.removesuffix(' at')} at character {error.pos}") from None
    except RecursionError:
        raise InputError("not usable JSON: nested too deeply") from None
    except ValueError:
        raise InputError("not usable JSON: a number of too many digits") from None
    if not isinstance(value, _Pairs):
        raise InputError(f"not a JSON object but {_kind(value)}")
    return value.single()


class _Pairs(dict[str, Any]):
    """A JSON object that knows the first name which stands in it twice."""

    twice: str | None = None

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        if len(self) < len(pairs):
            self.twice = next(name for name, count in Counter(name for name, _ in pairs).items() if count > 1)

    def single(self) -> Mapping[str, Any]:
        """Itself; raise InputError if a name stands twice."""
        if self.twice is not None:
            raise InputError(f"{self.twice[:MAX_ID_CHARS]} stands twice in the object")
        return self


def _kind(value: object) -> str:
    kind = dict if isinstance(value, dict) else type(value)
    return _KINDS.get(kind, "a number")


def _text(fields: Mapping[str, Any], name: str, limit: int = MAX_FIELD_CHARS) -> str:
    value = fields.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise InputError(f"{name} is not text but {_kind(value)}")
    if len(value) > limit:
        raise InputError(f"{name} has {len(value):,} characters, more than {limit:,}")
    return _encodable(name, value)


def _line(fields: Mapping[str, Any], name: str) -> str:
    return _CONTROL.sub("", _text(fields, name)).strip()


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
        raise InputError(f"id is not text but {_kind(value)}")
    text = _CONTROL.sub("", _encodable("id", str(value))).strip()
    if len(text) > MAX_ID_CHARS:
        raise InputError(f"id has {len(text):,} characters, more than {MAX_ID_CHARS}")
    return text or None


def _published(fields: Mapping[str, Any]) -> Publication | None:
    text = _line(fields, "published")
    if not text:
        return None
    try:
        publication = Publication.parse(text)
    except (ValueError, OverflowError) as error:
        raise InputError(f"published: {error}") from None
    if publication.local_date.year not in YEARS:
        raise InputError(f"published: the year {publication.local_date.year} cannot be meant")
    return publication
