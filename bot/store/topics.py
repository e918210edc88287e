"""Topics and searches as expressions of a full-text index.

A term is always written as the index writes a string, so nothing in it is syntax. SQLite's FTS5:
https://sqlite.org/fts5.html, 3.1. PostgreSQL's tsquery: its manual, 8.11.2 and 12.3.2.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bot.domain.channel import Topic
from bot.domain.passage import Search
from bot.store.words import words


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """How one index writes terms and what stands between them."""

    term: Callable[[str], str]
    both: str
    either: str
    without: str

    def any_of(self, terms: Iterable[str]) -> str:
        """At least one of the terms; empty for none."""
        written = self.either.join(map(self.term, terms))
        return f"({written})" if written else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """A topic's terms; None where the topic has no such terms.

    Exactly one of the two is set when there are terms at all: `wanted` excludes the unwanted terms already.
    """

    wanted: str | None
    unwanted: str | None


def expression(topic: Topic, grammar: Grammar) -> Expression:
    """The expressions for a topic's terms."""
    none_of = grammar.any_of(topic.none_of)
    required = [
        *([grammar.any_of(topic.any_of)] if topic.any_of else []),
        *map(grammar.term, topic.all_of),
    ]
    if not required:
        return Expression(wanted=None, unwanted=none_of or None)
    wanted = grammar.both.join(required)
    return Expression(wanted=f"({wanted}){grammar.without}{none_of}" if none_of else wanted, unwanted=None)


def searched(search: Search, grammar: Grammar) -> str:
    """The expression of a search; empty if it looks for nothing.

    Words beside those required only count for the rank. One that is required stands with them, so that they
    may be missing; more would be looked up, and count, twice.
    """
    needed = [grammar.term(term) for term in (*search.required, *search.phrases)]
    others = [word for word in search.words if word not in search.required]
    any_of = grammar.any_of((*search.required[:1], *others)) if others else ""
    return grammar.both.join([*needed, *([any_of] if any_of else [])])


def quoted(term: str) -> str:
    """A term as an FTS5 string: several words are a phrase. FTS5 reads an expression only up to a NUL."""
    return '"' + term.replace("\0", " ").replace('"', '""') + '"'


def fold(source: str) -> str:
    """A source's name without case, accents and outer space, to compare it by."""
    decomposed = unicodedata.normalize("NFKD", source.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold().strip()


def phrase(term: str) -> str:
    """A term as a tsquery: several words are a phrase within the title (A) or within the text (D)."""
    found = words(term)
    if not found:
        return NOTHING
    if len(found) == 1:
        return f"'{found[0]}'"
    return f"({' | '.join(_following(found, where) for where in 'AD')})"


def _following(found: list[str], where: str) -> str:
    return " <-> ".join(f"'{word}':{where}" for word in found)


NOTHING = "('x' & !'x')"
"""Holds for no text: a term without a word in it."""

FTS5 = Grammar(term=quoted, both=" AND ", either=" OR ", without=" NOT ")
TSQUERY = Grammar(term=phrase, both=" & ", either=" | ", without=" & !")
