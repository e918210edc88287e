"""Retrieval in a large store: the rarest words together, anything if that is thin."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest

from bot.ask import retrieve as module
from bot.ask.query import understand
from bot.ask.retrieve import LARGE, MOST, retrieve
from bot.domain.channel import LOCAL_TENANT
from bot.domain.passage import Found, Search
from bot.ingest.passages import passages
from tests.contract.kept import article
from tests.fakes.memory_passages import MemoryPassages
from tests.fakes.memory_state import State


@dataclass(frozen=True, slots=True)
class Large(MemoryPassages):
    """Many passages, of which only the searches are noted; every word is as common as told."""

    common: dict[str, int] = field(default_factory=dict)
    holding: dict[tuple[str, ...], int] = field(default_factory=dict)
    asked: list[Search] = field(default_factory=list)

    async def size(self) -> int:
        return LARGE

    async def rarity(self, words: Any, most: int) -> dict[str, int]:
        return {word: min(most, self.common.get(word, 0)) for word in words}

    async def find(self, tenant_id: str, search: Search) -> tuple[Found, ...]:
        self.asked.append(search)
        kept = [
            article(f"{'-'.join(search.required)}{n}") for n in range(self.holding.get(search.required, 0))
        ]
        return tuple(Found(article=a, passage=passages(a.body)[0], relevance=1.0) for a in kept)


@dataclass(frozen=True, slots=True)
class Unit:
    passages: Large


async def _required(index: Large, question: str) -> list[tuple[str, ...]]:
    unit: Any = Unit(index)
    await retrieve(unit, LOCAL_TENANT, understand(question), None)
    return [search.required for search in index.asked]


async def test_the_two_rarest_words_are_required_together() -> None:
    index = Large(State(), {"ore": 5, "truce": 3, "talks": 900}, {("truce", "ore"): module.THIN})
    assert await _required(index, "ore truce talks") == [("truce", "ore")]


async def test_more_words_are_required_where_all_are_common() -> None:
    words = ("ore", "truce", "talks", "port", "levy")
    index = Large(State(), dict.fromkeys(words, MOST), {words[:4]: module.THIN})
    assert await _required(index, " ".join(words)) == [words[:4]]


async def test_a_thin_yield_falls_back_to_any_of_the_rare_words() -> None:
    index = Large(State(), {"ore": 5, "truce": 3, "talks": MOST}, {("truce", "ore"): 1, (): 2})
    assert await _required(index, "ore truce talks") == [("truce", "ore"), ()]
    assert index.asked[-1].words == ("truce", "ore")


@pytest.mark.parametrize("question", ["ore", "ore zebra"])
async def test_one_known_word_is_looked_up_alone(question: str) -> None:
    index = Large(State(), {"ore": 5})
    assert await _required(index, question) == [()]


@pytest.mark.parametrize(
    ("question", "common", "looked_up"),
    [
        ("ore of the g7", {"ore": 5, "g7": 2}, ("ore", "g7")),
        ("ore of the G7", {"ore": 5, "7": 2}, ("ore", "g", "7")),
        ("ore for 18.4bn", {"ore": 5, "4bn": 1}, ("ore", "18.4", "4bn")),
        ("ore in the 1920s", {"ore": 5, "1920s": 1}, ("ore", "1920", "s")),
        ("ore in 1927", {"ore": 5, "1927": 1}, ("ore", "1927")),
    ],
)
async def test_letters_and_digits_in_one_are_looked_up_as_the_index_holds_them(
    question: str, common: dict[str, int], looked_up: tuple[str, ...]
) -> None:
    index = Large(State(), common)
    unit: Any = Unit(index)
    got = await retrieve(unit, LOCAL_TENANT, understand(question), None)
    assert index.asked[0].words == looked_up
    assert set(got.weights) == set(understand(question).words)


async def test_a_word_held_within_letters_and_digits_is_known() -> None:
    unit: Any = Unit(Large(State(), {"ore": 5, "g7": 2}))
    assert (await retrieve(unit, LOCAL_TENANT, understand("ore of the g7"), None)).unknown == ()
