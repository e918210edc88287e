"""The sentences of the passages found, the likeliest answer first, wire copies as one."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.ask import weights
from bot.ask.features import Asked, Candidate, of
from bot.ask.query import Query
from bot.ask.retrieve import Retrieved
from bot.domain.article import Article, Citation
from bot.domain.passage import Found

NEAR = 2.5
"""How much more a sentence of an article counts that the question before was answered from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One sentence with its features and how likely it is the answer; `also` are copies in other articles."""

    article: Article
    citation: Citation
    features: tuple[float, ...]
    strength: float
    also: tuple[Article, ...] = ()


def ranked(query: Query, retrieved: Retrieved) -> tuple[Choice, ...]:
    """Every sentence of the passages found, once, the strongest first."""
    asked = Asked(query, retrieved.weights)
    best: dict[tuple[str, int], Choice] = {}
    for start, end, found, one in candidates(retrieved.found):
        features = of(asked, one)
        strength = sum(w * x for w, x in zip(weights.SENTENCE, features, strict=True))
        key = (found.article.id, start)
        if key not in best or best[key].strength < strength:
            citation = Citation.of(found.article, start, end)
            best[key] = Choice(article=found.article, citation=citation, features=features, strength=strength)
    return tuple(sorted(best.values(), key=lambda c: (-c.strength, c.citation.article_id, c.citation.start)))


def candidates(found: Sequence[Found]) -> Iterator[tuple[int, int, Found, Candidate]]:
    """Every sentence with its surroundings, per passage; one that lies in two passages comes twice."""
    if not found:
        return
    low, high = min(f.relevance for f in found), max(f.relevance for f in found)
    for rank, one in enumerate(found):
        body, sentences = one.article.body, one.passage.sentences
        texts = [body[start:end] for start, end in sentences]
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
                    passage=body[one.passage.start : one.passage.end],
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

    The last one comes from another article where all before it share one: a second source is worth more to
    a reader than a third sentence of the first.
    """
    chosen: dict[str, tuple[Choice, list[Article]]] = {}
    for one in choices:
        key = " ".join(one.citation.quote.split()).casefold()
        if key in chosen:
            chosen[key][1].append(one.article)
        elif len(chosen) < number and not (len(chosen) == number - 1 and _all_of(one, chosen)):
            chosen[key] = (one, [])
    return tuple(_with(one, others) for one, others in chosen.values())


def _all_of(one: Choice, chosen: Mapping[str, tuple[Choice, list[Article]]]) -> bool:
    return all(other.article.id == one.article.id for other, _ in chosen.values())


def _with(one: Choice, others: Sequence[Article]) -> Choice:
    return Choice(
        article=one.article,
        citation=one.citation,
        features=one.features,
        strength=one.strength,
        also=tuple({other.id: other for other in others if other.id != one.article.id}.values()),
    )


def signals(choices: Sequence[Choice]) -> tuple[float, ...]:
    """What tells whether the first sentence answers the question at all, in the order of the weights."""
    if not choices:
        return (0.0,) * (len(weights.SENTENCE) + 2)
    first = choices[0]
    second = choices[1].strength if len(choices) > 1 else first.strength - 1
    return (first.strength, first.strength - second, *first.features)


def probability(signs: Sequence[float]) -> float:
    """How likely the question is answerable, by logistic regression on the signals."""
    z = weights.ANSWERABLE_BIAS + sum(w * x for w, x in zip(weights.ANSWERABLE, signs, strict=True))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, z))))
