"""A question in the terms of a search: its words, its quoted phrases, its filters, what it is after."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from bot.ask.kinds import Kind, kind_of
from bot.ask.short_forms import instead, spelled_out
from summarizers.text.tokens import STOP_WORDS, words

MOST_WORDS = 24
"""Distinct content words that are looked up; a longer text is no question and its rest is not read."""

_ASKING_WORDS = """
happened happen tell know please show find give latest news anything something someone anyone somebody anybody
everyone did does whose much many long often name named called mean means use used
whats whos hows wheres whens hi hello hey thanks
"""
_ASKING = frozenset(_ASKING_WORDS.split())
"""Words of asking, which no answer need hold."""
_LEADS = frozenset(
    ("on", "in", "at", "by", "for", "from", "of", "since", "until", "during", "the", "this", "last")
)
"""Words that only lead to a day."""
_MENTION = re.compile(r"<[@#!][^<>]{1,80}>")
"""A person, a channel or a group as chat platforms write them: who is addressed, not what is asked."""

_PHRASE = re.compile(r'["“”«»]([^"“”«»]{2,120})["“”«»]')


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A question as it is looked up. `words` carry its meaning, in order, each once; days are inclusive.

    `also` are words of other forms ("chief executive") that articles may hold instead of `replaced` ("ceo").
    `context` are those of the words that an earlier question said: they tell what it is about, not what is
    asked. `is_bare` where it holds nothing but its filters: `Monday?` asks nothing.
    """

    text: str
    words: tuple[str, ...]
    phrases: tuple[str, ...]
    kind: Kind
    sources: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    context: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    replaced: frozenset[str] = frozenset()
    is_bare: bool = False


def understand(text: str, without: tuple[tuple[int, int], ...] = (), context: tuple[str, ...] = ()) -> Query:
    """The words, phrases and kind of a question; the ranges `without` are filters and no content."""
    content = text
    for start, end in without:
        content = content[:start] + " " * (end - start) + content[end:]
    content = _MENTION.sub(" ", content)
    phrases = tuple(p for p in map(str.strip, _PHRASE.findall(content)) if words(p))
    said = content_words(spelled_out(content))
    replaced, also = instead(content)
    return Query(
        text=text,
        words=said,
        phrases=phrases,
        kind=kind_of(text),
        context=tuple(one for one in context if one in said),
        also=tuple(one for one in also if one not in said),
        replaced=replaced,
        is_bare=bool(without) and _LEADS.issuperset(words(content)),
    )


def content_words(text: str) -> tuple[str, ...]:
    """The words of a text that carry meaning, each once, at most `MOST_WORDS`; words of asking carry none."""
    said = dict.fromkeys(word.removesuffix("'s") for word in words(text))
    return tuple(word for word in said if word not in STOP_WORDS and word not in _ASKING)[:MOST_WORDS]
