"""From a query to passages: any of its words, and in a large store its rarest two together."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from bot.ask.query import Query
from bot.ask.reading import meanings
from bot.domain.passage import Found, Search
from bot.ports import UnitOfWork
from summarizers.text.tokens import words

LARGE = 50_000
"""Passages from which the two rarest words are required: any-of alone grows with the commonest word."""

THIN = 10
"""Fewer hits than this are thin, and any of the words will do after all."""

MOST = 2_000
"""Counting the passages that hold a word stops here: what is that common says little anyway."""

LIMIT = 40

PAIR = 2
"""So many of the rarest words are required together in a large store."""

COMMON = 4
"""And so many where even the rarest is common: two of those are still in a great part of all passages."""

_RUN = re.compile(
    r"(?<![^\W_])(?!\d+(?:st|nd|rd|th|s)\b)[^\W_]*?(?:\d[^\W\d_]|[^\W\d_]\d)[^\W_]*", re.IGNORECASE
)
"""Letters and digits in one; of "17th" and "1990s" the number is what tells."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Retrieved:
    """The passages found, best first, and for each word of the query how much it tells (idf).

    `unknown` are the words that no passage holds.
    """

    found: tuple[Found, ...]
    weights: Mapping[str, float]
    unknown: tuple[str, ...] = ()

    @property
    def texts(self) -> Iterator[str]:
        """The title and the text of each passage found."""
        for one in self.found:
            yield one.article.title
            yield one.article.body[one.passage.start : one.passage.end]


async def retrieve(unit: UnitOfWork, tenant_id: str, query: Query, until: datetime | None) -> Retrieved:
    """The most relevant passages for a query, under its filters."""
    size = await unit.passages.size()
    runs = _runs(query)
    looked_up = tuple(dict.fromkeys((*query.words, *runs.values(), *query.also)))
    counts = dict(await unit.passages.rarity(looked_up, MOST))
    held = {word: run if counts[run := runs.get(word, word)] else word for word in query.words}
    unknown = tuple(word for word in query.words if not counts[held[word]])
    means = [other for word in unknown if word not in query.replaced for other in meanings(word)]
    others = tuple(dict.fromkeys((*query.also, *means)))
    search = Search(
        words=tuple(dict.fromkeys((*held.values(), *others))),
        phrases=query.phrases,
        sources=query.sources,
        first=query.first,
        last=query.last,
        until=until,
        limit=LIMIT,
    )
    apart = query.replaced.union(others)
    own = {word: number for word, number in counts.items() if word not in apart}
    found = await _found(unit, tenant_id, search, own, large=size >= LARGE)
    weights = {word: math.log1p(max(size, 1) / (1 + counts[held[word]])) for word in query.words}
    return Retrieved(found=found, weights=weights, unknown=unknown)


def _runs(query: Query) -> dict[str, str]:
    """Letters and digits in one, as "g7", by each word that we cut of them: indexes hold them as one word."""
    runs = (found[0].lower() for found in _RUN.finditer(query.text))
    return {word: run for run in runs for word in words(run) if word in query.words}


async def _found(
    unit: UnitOfWork, tenant_id: str, search: Search, counts: Mapping[str, int], *, large: bool
) -> tuple[Found, ...]:
    """`counts` are those of the words that may be required: for which nothing else can stand."""
    rare = sorted((word for word in search.words if counts.get(word)), key=lambda word: counts[word])
    if not large or len(rare) < PAIR:
        return await unit.passages.find(tenant_id, search)
    for required in dict.fromkeys((PAIR if counts[rare[0]] < MOST else COMMON, PAIR)):
        found = await unit.passages.find(tenant_id, replace(search, required=tuple(rare[:required])))
        if len(found) >= THIN:
            return found
    few = [word for word in rare if counts[word] < MOST] or rare[:1]
    more = await unit.passages.find(tenant_id, replace(search, words=tuple(few)))
    known = {(one.article.id, one.passage.start) for one in found}
    return (*found, *(one for one in more if (one.article.id, one.passage.start) not in known))[
        : search.limit
    ]
