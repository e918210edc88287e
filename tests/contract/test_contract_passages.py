"""Passages: in step with the heads, found by their words, under every filter, for their tenant only."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from bot.domain.channel import LOCAL_TENANT
from bot.domain.passage import Search
from bot.ingest.passages import passages
from bot.ports import Store
from summarizers.types import Publication
from tests.contract.kept import NOON, OTHER_TENANT, article


async def _keep(store: Store, *kept: Any) -> None:
    async with store.write() as unit:
        await unit.articles.add(kept)
        await unit.passages.put([(one, passages(one.body)) for one in kept])


async def _found(store: Store, *words: str, tenant_id: str = LOCAL_TENANT, **filters: Any) -> list[str]:
    async with store.read() as unit:
        found = await unit.passages.find(tenant_id, Search(words=words, **filters))
    return [one.article.id for one in found]


async def test_any_of_the_words_finds_a_passage_whatever_their_endings(store: Store) -> None:
    await _keep(store, article("a", body="The cranes moved."), article("b", body="Nothing of note."))
    assert await _found(store, "crane", "zebra") == ["a"]


async def test_the_title_is_searched_too(store: Store) -> None:
    await _keep(store, article("a", title="Lighthouse sold", body="It was old."))
    assert await _found(store, "lighthouses") == ["a"]


async def test_required_words_and_phrases_must_all_be_there(store: Store) -> None:
    await _keep(store, article("a", body="Red boats sail."), article("b", body="Boats of red wood sail."))
    assert await _found(store, "sail", phrases=("red boats",)) == ["a"]
    assert await _found(store, "sail", required=("wood", "red")) == ["b"]


async def test_a_new_revision_replaces_the_passages_of_the_old_one(store: Store) -> None:
    await _keep(store, article("a", body="Cranes stopped."))
    await _keep(store, article("a", 2, body="Ferries stopped."))
    assert await _found(store, "cranes") == []
    assert await _found(store, "ferries") == ["a"]


async def test_a_passage_whose_article_moved_on_is_not_found(store: Store) -> None:
    await _keep(store, article("a", body="Cranes stopped."))
    async with store.write() as unit:
        await unit.articles.add([article("a", 2, body="Ferries stopped.")])
    assert await _found(store, "cranes") == []


async def test_another_tenants_passages_are_never_found(store: Store) -> None:
    await _keep(store, article("a", body="Cranes stopped.", tenant_id=OTHER_TENANT))
    assert await _found(store, "cranes") == []
    assert await _found(store, "cranes", tenant_id=OTHER_TENANT) == ["a"]


async def test_days_sources_and_the_instant_of_asking_are_hard_filters(store: Store) -> None:
    third, fifth = date(2025, 11, 3), date(2025, 11, 5)
    await _keep(
        store,
        article("old", body="Cranes.", published=Publication(local_date=third), source="The Lantern"),
        article("new", body="Cranes.", published=Publication(local_date=fifth), source="L’Écho"),
        article("undated", body="Cranes.", published=None),
    )
    assert sorted(await _found(store, "cranes")) == ["new", "old", "undated"]
    assert await _found(store, "cranes", first=fifth) == ["new"]
    assert await _found(store, "cranes", last=third) == ["old"]
    assert await _found(store, "cranes", sources=("l’echo",)) == ["new"]
    until = datetime(2025, 11, 4, tzinfo=UTC)
    assert sorted(await _found(store, "cranes", until=until)) == ["old", "undated"]


@pytest.mark.parametrize(
    "term", ['"', "a OR b", "NEAR(a b)", "title: x", "*", "'; DROP TABLE heads; --", "\0", "🦀"]
)
async def test_nothing_in_a_search_is_syntax(store: Store, term: str) -> None:
    await _keep(store, article("a", body="Cranes stopped."))
    assert await _found(store, term, phrases=(term,)) == []


async def test_a_search_for_nothing_finds_nothing(store: Store) -> None:
    await _keep(store, article("a"))
    assert await _found(store) == []


async def test_counting_a_word_stops_at_the_most(store: Store) -> None:
    await _keep(store, *(article(f"a{n}", title="", body="Cranes stopped.") for n in range(5)))
    async with store.read() as unit:
        assert await unit.passages.rarity(["cranes", "zebra"], 3) == {"cranes": 3, "zebra": 0}
        assert await unit.passages.size() == 5


async def test_a_transaction_counts_what_it_wrote_itself(store: Store) -> None:
    kept = [article(name, title="", body="Cranes stopped.") for name in "ab"]
    async with store.write() as unit:
        for number, one in enumerate(kept, start=1):
            await unit.articles.add([one])
            await unit.passages.put([(one, passages(one.body))])
            assert await unit.passages.rarity(["cranes"], 3) == {"cranes": number}
            assert await unit.passages.size() == number
        await unit.passages.clear()
        assert await unit.passages.rarity(["cranes"], 3) == {"cranes": 0}
        assert await unit.passages.size() == 0


async def test_heads_without_passages_wait_until_they_are_indexed(store: Store) -> None:
    await _keep(store, article("a"))
    async with store.write() as unit:
        await unit.articles.add([article("b"), article("c")])
        assert [one.id for one in await unit.passages.waiting(("", ""), 9)] == ["b", "c"]
        assert [one.id for one in await unit.passages.waiting((LOCAL_TENANT, "b"), 9)] == ["c"]
        await unit.passages.clear()
        assert [one.id for one in await unit.passages.waiting(("", ""), 1)] == ["a"]
    assert await _found(store, "cranes") == []


async def test_dropped_passages_are_not_found(store: Store) -> None:
    await _keep(store, article("a"), article("b"))
    async with store.write() as unit:
        await unit.passages.drop(LOCAL_TENANT, ["a", "missing"])
    assert await _found(store, "cranes") == ["b"]


async def test_sources_and_days_are_those_of_the_tenants_heads(store: Store) -> None:
    async with store.read() as unit:
        assert await unit.passages.span(LOCAL_TENANT) is None
        assert await unit.passages.sources(LOCAL_TENANT) == ()
    first, last = date(2025, 10, 1), date(2025, 10, 9)
    await _keep(
        store,
        article("a", source="Lantern", published=Publication(local_date=last)),
        article("b", source="Echo", published=Publication(local_date=first)),
        article("c", source="", published=None),
        article("d", source="Elsewhere", tenant_id=OTHER_TENANT),
    )
    async with store.read() as unit:
        assert await unit.passages.span(LOCAL_TENANT) == (first, last)
        assert await unit.passages.sources(LOCAL_TENANT) == ("Echo", "Lantern")


async def test_a_source_is_spelled_as_by_its_newest_article(store: Store) -> None:
    await _keep(
        store,
        article("new", source="THE ECHO", seen=NOON),
        article("old", source="The Echo", seen=NOON - timedelta(days=1)),
        article("z", source="Wire", seen=NOON - timedelta(days=1)),
        article("a", source="WIRE", seen=NOON - timedelta(days=1)),
    )
    async with store.read() as unit:
        assert await unit.passages.sources(LOCAL_TENANT) == ("THE ECHO", "Wire")
