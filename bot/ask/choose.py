"""The sentences of the passages found, the likeliest answer first, wire copies as one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from operator import mul

from bot.ask import doubt, weights
from bot.ask.asked import Asked
from bot.ask.features import NAMES, Candidate, of
from bot.ask.offices import ANOTHERS, anothers
from bot.ask.query import Query
from bot.ask.retrieve import Retrieved
from bot.ask.surroundings import Surroundings, surroundings
from bot.ask.yes_or_no import SETTLING, settled
from bot.domain.article import Article, Citation
from bot.domain.passage import Found

WEAKER = 5.0
"""How much weaker than the first a further quote may be."""

LEAST_COVERED = 0.1
"""The share of the question's weight that a further quote must hold."""

MARGIN = 2.0
"""How much weaker a quote from another article may be than the next one of an article quoted already."""

COVERED = NAMES.index("covered")

MATTER = 4.0
"""How much a sentence counts more whose passage holds all that the question before was about."""

NEAR = 5.0
"""How much more a sentence of an article counts that the question before was answered from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One sentence with its features and how likely it is the answer; `also` are copies in other articles."""

    article: Article
    citation: Citation
    candidate: Candidate
    features: tuple[float, ...]
    strength: float
    also: tuple[Article, ...] = ()


def ranked(query: Query, retrieved: Retrieved) -> tuple[Choice, ...]:
    """Every sentence of the passages found, once, the strongest first."""
    asked = Asked(query, retrieved.weights)
    best: dict[tuple[str, int], Choice] = {}
    within: dict[int, Surroundings] = {}
    for start, end, found, one in candidates(retrieved.found):
        if one.rank not in within:
            within[one.rank] = surroundings(asked, one.title, one.passage, found.texts)
        features = of(asked, one, within[one.rank])
        strength = sum(map(mul, weights.SENTENCE, features))
        strength += SETTLING * settled(asked, one.text) - ANOTHERS * anothers(asked.text, one)
        strength += MATTER * asked.lent_share(one.passage, one.title)
        key = (found.article.id, start)
        if key not in best or best[key].strength < strength:
            citation = Citation.of(found.article, start, end)
            best[key] = Choice(
                article=found.article, citation=citation, candidate=one, features=features, strength=strength
            )
    return tuple(sorted(best.values(), key=lambda c: (-c.strength, c.citation.article_id, c.citation.start)))


def candidates(found: Sequence[Found]) -> Iterator[tuple[int, int, Found, Candidate]]:
    """Every sentence with its surroundings, per passage; one that lies in two passages comes twice."""
    if not found:
        return
    low, high = min(f.relevance for f in found), max(f.relevance for f in found)
    for rank, one in enumerate(found):
        sentences, texts = one.passage.sentences, one.texts
        passage = one.article.body[one.passage.start : one.passage.end]
        relevance = (one.relevance - low) / (high - low) if high > low else 1.0
        for n, (start, end) in enumerate(sentences):
            yield (
                start,
                end,
                one,
                Candidate(
                    text=texts[n],
                    before=texts[n - 1] if n else "",
                    after=texts[n + 1] if n + 1 < len(texts) else "",
                    title=one.article.title,
                    passage=passage,
                    relevance=relevance,
                    rank=rank,
                ),
            )


def near(choices: Sequence[Choice], article_ids: Sequence[str]) -> tuple[Choice, ...]:
    """The choices in their new order, those of these articles counting `NEAR` more."""
    if not article_ids:
        return tuple(choices)
    moved = [replace(c, strength=c.strength + NEAR) if c.article.id in article_ids else c for c in choices]
    return tuple(sorted(moved, key=lambda one: -one.strength))


def best(choices: Sequence[Choice], number: int) -> tuple[Choice, ...]:
    """The first sentences, copies of one text counted once with their other articles beside them.

    A sentence far weaker than the first (`WEAKER`), or about hardly any of what is asked, is left out: fewer
    are better than weak ones. One from an article that is quoted already gives way to one from another that
    is nearly as strong (`MARGIN`): a second source is worth more than a second sentence.
    """
    left = [one for one in choices if one is choices[0] or _worth(one, choices[0])]
    texts = [_text(one) for one in left]
    chosen: list[Choice] = []
    while left and len(chosen) < number:
        one = _next(left, {other.article.id for other in chosen})
        text = _text(one)
        same = [other for other, its in zip(left, texts, strict=True) if its == text]
        chosen.append(_with(one, [other.article for other in same]))
        left = [other for other, its in zip(left, texts, strict=True) if its != text]
        texts = [its for its in texts if its != text]
    return tuple(chosen)


def _worth(one: Choice, first: Choice) -> bool:
    return one.strength >= first.strength - WEAKER and one.features[COVERED] >= LEAST_COVERED


def _next(left: Sequence[Choice], quoted: AbstractSet[str]) -> Choice:
    other = next((one for one in left if one.article.id not in quoted), left[0])
    return other if left[0].article.id in quoted and other.strength > left[0].strength - MARGIN else left[0]


def _text(one: Choice) -> str:
    return " ".join(one.citation.quote.split()).casefold()


def _with(one: Choice, others: Sequence[Article]) -> Choice:
    return replace(
        one, also=tuple({other.id: other for other in others if other.id != one.article.id}.values())
    )


def signals(asked: Asked, choices: Sequence[Choice]) -> tuple[float, ...]:
    """What tells whether the first sentence answers the question at all.

    Its strength, its lead over the second, its features, and what speaks against it (`doubt`).
    """
    if not choices:
        return (0.0,) * (len(NAMES) + 2 + len(doubt.NAMES))
    first = choices[0]
    second = choices[1].strength if len(choices) > 1 else first.strength - 1
    return (
        first.strength,
        first.strength - second,
        *first.features,
        *doubt.of(asked, first.candidate),
    )
