"""Topics in the words of SQLite's full-text search (FTS5).

A term is always written as an FTS5 string, so nothing in it is syntax: https://sqlite.org/fts5.html, 3.1.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from bot.domain.channel import Topic


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """A topic's terms as FTS5 expressions; None where the topic has no such terms.

    Exactly one of the two is set when there are terms at all: `wanted` excludes the unwanted terms already.
    """

    wanted: str | None
    unwanted: str | None


def expression(topic: Topic) -> Expression:
    """The FTS5 expressions for a topic's terms."""
    none_of = _alternatives(topic.none_of)
    required = [*([_alternatives(topic.any_of)] if topic.any_of else []), *map(quoted, topic.all_of)]
    if not required:
        return Expression(wanted=None, unwanted=none_of or None)
    wanted = " AND ".join(required)
    return Expression(wanted=f"({wanted}) NOT {none_of}" if none_of else wanted, unwanted=None)


def quoted(term: str) -> str:
    """A term as an FTS5 string: several words are a phrase. FTS5 reads an expression only up to a NUL."""
    return '"' + term.replace("\0", " ").replace('"', '""') + '"'


def fold(source: str) -> str:
    """A source's name without case, accents and outer space, to compare it by."""
    decomposed = unicodedata.normalize("NFKD", source.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold().strip()


def _alternatives(terms: Iterable[str]) -> str:
    return f"({' OR '.join(map(quoted, terms))})" if terms else ""
