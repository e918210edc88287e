"""What Articles promises of heads, revisions and fingerprints."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.article import Outlet
from bot.domain.channel import LOCAL_TENANT as LOCAL
from bot.domain.channel import Topic
from bot.ingest.pipeline import Ingest
from bot.ports import Fingerprint, Opening, Store
from summarizers.types import Publication
from tests.contract.kept import DAY, HOUR, NOON, OTHER_TENANT, article, fingerprint
from tests.fakes.world import SetClock, inline
from tests.written_pairs import pairs

TEXT = st.text(st.characters(exclude_categories=["Cs"]))


async def test_an_article_comes_back_exactly(store: Store) -> None:
    at = dt.datetime(2025, 11, 3, 1, 30, 0, 250_001, tzinfo=dt.timezone(dt.timedelta(hours=5, minutes=45)))
    kept = article(
        "a",
        title="Zölle: “Frist” läuft ab",
        body=" received\r\nas it was\t",
        clean="received as it was",
        group_id="first",
        first_seen=NOON - HOUR,
        seen=NOON + dt.timedelta(microseconds=1),
        url="https://example.org/?a=1#b",
        canonical_url="https://example.org/?a=1",
        published=Publication(local_date=at.date(), at=at),
        language="de",
    )
    async with store.write() as unit:
        await unit.articles.add([kept])
    async with store.read() as unit:
        found = await unit.articles.get(LOCAL, "a")
    assert found == kept
    assert str(found.published) == "2025-11-03T01:30:00.250001+05:45"


@pytest.mark.untraced
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(body=TEXT, title=TEXT, id_=TEXT.filter(bool), source=TEXT)
async def test_every_code_point_but_a_surrogate_comes_back(
    store: Store, body: str, title: str, id_: str, source: str
) -> None:
    async with store.write() as unit:
        head = await unit.articles.get(LOCAL, id_)
        revision = head.revision + 1 if head else 1
        kept = article(id_, revision, body=body, clean=body, title=title, source=source, canonical_url=body)
        await unit.articles.add([kept])
    async with store.read() as unit:
        assert await unit.articles.get(LOCAL, id_) == kept
        assert kept in await unit.articles.heads(LOCAL, (), [body])


async def test_text_after_a_nul_is_kept_and_found(store: Store) -> None:
    kept = article("a", body="before\0after", clean="before\0after", source="a\0b")
    async with store.write() as unit:
        await unit.articles.add([kept])
    async with store.read() as unit:
        assert await unit.articles.get(LOCAL, "a") == kept
        for topic in (Topic(name="t", any_of=("after",)), Topic(name="t", sources=("A\0B",))):
            assert await unit.articles.published(LOCAL, DAY, DAY, [topic]) == (kept,)


@pytest.mark.parametrize(
    "at",
    [
        "0001-01-01T00:00:00+05:00",
        "9999-12-31T23:59:59.999999-05:00",
        "1890-01-01T00:00:00+00:17:30",
        "2025-11-03T00:00:00+00:00",
    ],
)
async def test_publications_at_the_ends_of_the_calendar_keep_their_offset(store: Store, at: str) -> None:
    instant = dt.datetime.fromisoformat(at)
    kept = article("a", published=Publication(local_date=instant.date(), at=instant))
    async with store.write() as unit:
        await unit.articles.add([kept])
    async with store.read() as unit:
        (found,) = await unit.articles.published(LOCAL, instant.date(), instant.date())
    assert found == kept
    assert str(found.published) == at


async def test_the_head_is_the_newest_revision_and_earlier_ones_stay(store: Store) -> None:
    first, second = article("a"), article("a", 2, body="A correction.", first_seen=NOON, seen=NOON + HOUR)
    async with store.write() as unit:
        await unit.articles.add([first])
    async with store.write() as unit:
        await unit.articles.add([second])
    async with store.read() as unit:
        assert await unit.articles.get(LOCAL, "a") == second
        assert await unit.articles.get(LOCAL, "a", 2) == second
        assert await unit.articles.get(LOCAL, "a", 1) == first
        assert await unit.articles.get(LOCAL, "a", 3) is None
        assert await unit.articles.count(LOCAL) == 1


async def test_several_revisions_may_come_in_one_batch_in_any_order(store: Store) -> None:
    revisions = [article("a", number, body=f"Revision {number}.") for number in (2, 3, 1)]
    async with store.write() as unit:
        await unit.articles.add(revisions)
        assert await unit.articles.get(LOCAL, "a") == revisions[1]


async def test_an_older_revision_that_comes_late_does_not_become_the_head(store: Store) -> None:
    async with store.write() as unit:
        await unit.articles.add([article("a", 3, clean="third")])
    async with store.write() as unit:
        await unit.articles.add([article("a", 1, clean="first")])
        head = await unit.articles.get(LOCAL, "a")
        assert head is not None
        assert head.revision == 3
        first = Topic(name="t", any_of=("first",))
        assert await unit.articles.published(LOCAL, DAY, DAY, [first]) == ()


async def test_a_revision_that_is_kept_already_is_refused_with_its_batch(store: Store) -> None:
    kept = article("a")
    async with store.write() as unit:
        await unit.articles.add([kept])
    async with store.write() as unit:
        with pytest.raises(ValueError, match="'a'"):
            await unit.articles.add([article("b"), article("a", body="Rewritten.")])
        await unit.articles.add([article("c")])
    async with store.read() as unit:
        assert await unit.articles.get(LOCAL, "a") == kept
        assert await unit.articles.get(LOCAL, "b") is None
        assert await unit.articles.get(LOCAL, "c") == article("c")


async def test_a_revision_twice_in_one_batch_is_refused(store: Store) -> None:
    async with store.write() as unit:
        with pytest.raises(ValueError, match="revision 1"):
            await unit.articles.add([article("a"), article("a", body="Again.")])
        assert await unit.articles.count(LOCAL) == 0


async def test_adding_nothing_changes_nothing(store: Store) -> None:
    async with store.write() as unit:
        await unit.articles.add([])
        await unit.articles.add_fingerprints(LOCAL, [])
        assert await unit.articles.count(LOCAL) == 0
        assert await unit.articles.heads(LOCAL, [], []) == ()
        assert await unit.articles.candidates(LOCAL, []) == ()


async def test_heads_are_found_by_id_or_by_canonical_url_each_once(store: Store) -> None:
    a, b = article("a", canonical_url="https://a.example/"), article("b", canonical_url="https://b.example/")
    c, d = article("c"), article("d", canonical_url="https://b.example/")
    async with store.write() as unit:
        await unit.articles.add([a, b, c, d])
        found = await unit.articles.heads(
            LOCAL, ["a", "c", "?"], ["https://a.example/", "https://b.example/"]
        )
    assert sorted(found, key=lambda head: head.id) == [a, b, c, d]


async def test_only_the_heads_own_url_leads_to_it(store: Store) -> None:
    moved = article("a", 2, canonical_url="https://new.example/")
    async with store.write() as unit:
        await unit.articles.add([article("a", canonical_url="https://old.example/"), moved])
        assert await unit.articles.heads(LOCAL, [], ["https://old.example/"]) == ()
        assert await unit.articles.heads(LOCAL, [], ["https://new.example/"]) == (moved,)


@pytest.mark.untraced
async def test_thousands_of_keys_fit_into_one_call(store: Store) -> None:
    many = [article(f"{n:05}", canonical_url=f"https://example.org/{n}") for n in range(2_000)]
    async with store.write() as unit:
        await unit.articles.add(many)
        prints = [fingerprint(one.id, n, -n - 1) for n, one in enumerate(many)]
        await unit.articles.add_fingerprints(LOCAL, prints)
    async with store.read() as unit:
        by_id = await unit.articles.heads(LOCAL, [one.id for one in many], [])
        by_url = await unit.articles.heads(LOCAL, [], [str(one.canonical_url) for one in many])
        assert {*by_id} == {*by_url} == {*many}
        assert await unit.articles.candidates(LOCAL, range(40_000)) == tuple(prints)


async def test_candidates_share_a_band_and_come_once_ordered_by_article(store: Store) -> None:
    c, a, b = fingerprint("c", 1, 2, 3), fingerprint("a", 3, 2, 2**63 - 1), fingerprint("b", 4)
    async with store.write() as unit:
        await unit.articles.add_fingerprints(LOCAL, [c, a, b])
        assert await unit.articles.candidates(LOCAL, [2, 3, 9]) == (a, c)
        assert await unit.articles.candidates(LOCAL, [2**63 - 1]) == (a,)
        assert await unit.articles.candidates(LOCAL, [9]) == ()


async def test_openings_are_those_of_the_newest_revisions_and_of_the_own_tenant(store: Store) -> None:
    a = article("a", title="Ports reopen", clean="Ćranes 🏗 moved again.")
    b = [article("b", clean="First."), article("b", 2, title="", clean="Second.")]
    stranger = article("c", tenant_id="T-other")
    async with store.write() as unit:
        await unit.articles.add([a, *b, stranger])
        found = await unit.articles.openings(LOCAL, ["a", "b", "c", "?"], 8)
        assert await unit.articles.openings(LOCAL, [], 8) == {}
    assert found == {
        "a": Opening(title="Ports reopen", text="Ćranes 🏗"),
        "b": Opening(title="", text="Second."),
    }


async def test_copies_are_linked_and_forms_are_not_whatever_keeps_them(store: Store) -> None:
    """One article a batch, so that everything that is compared has been through the store."""
    ingest = Ingest(store=store, clock=SetClock(NOON), run_cpu=inline)
    chosen = [pair for pair in pairs() if pair.number in {3, 9} and pair.kind != "no article"]
    for n, pair in enumerate(chosen):
        one, other = (replace(entry, id=f"{n}-{entry.id}", url=None) for entry in (pair.one, pair.other))
        tenant = f"T-{n}"
        assert (await ingest.keep(tenant, [one])).linked == 0
        assert (await ingest.keep(tenant, [other])).linked == pair.same, pair.name


async def test_a_new_fingerprint_replaces_the_articles_earlier_one(store: Store) -> None:
    later = Fingerprint(article_id="a", group_id="g", signature=(1, 2), bands=(2, 3))
    async with store.write() as unit:
        await unit.articles.add_fingerprints(LOCAL, [fingerprint("a", 1, 2)])
    async with store.write() as unit:
        await unit.articles.add_fingerprints(LOCAL, [later])
        assert await unit.articles.candidates(LOCAL, [1]) == ()
        assert await unit.articles.candidates(LOCAL, [2, 3]) == (later,)


async def test_the_last_fingerprint_of_an_article_in_a_batch_counts(store: Store) -> None:
    first, last = fingerprint("a", 1), replace(fingerprint("a", 2, 2), group_id="g")
    async with store.write() as unit:
        await unit.articles.add_fingerprints(LOCAL, [first, last])
        assert await unit.articles.candidates(LOCAL, [1, 2]) == (last,)


async def test_outlets_come_with_how_many_articles_and_how_fresh_they_are(store: Store) -> None:
    day = dt.timedelta(days=1)
    old = Publication(local_date=DAY - day)
    async with store.write() as unit:
        await unit.articles.add(
            [
                article("a", source="the lantern", published=old),
                article("b", source="Sarrow Post", seen=NOON - HOUR, published=None),
                article("c", source="The Lantern"),
                article("d", source=""),
                article("e", source="The Lantern", tenant_id="T-other"),
            ]
        )
        await unit.articles.add([article("c", 2, source="The Lantern", seen=NOON + HOUR)])
    async with store.read() as unit:
        assert await unit.articles.outlets(LOCAL) == (
            Outlet(name="The Lantern", articles=2, newest=DAY, seen=NOON + HOUR),
            Outlet(name="Sarrow Post", articles=1, newest=None, seen=NOON - HOUR),
        )
        assert await unit.articles.outlets("T-nobody") == ()


async def _most_told(store: Store, first: dt.date | None, *sources: str, limit: int = 9) -> list[str]:
    async with store.read() as unit:
        found = await unit.articles.most_told(LOCAL, first, DAY, sources, limit)
    return [one.id for one in found]


async def test_what_most_sources_tell_stands_first_then_the_newest(store: Store) -> None:
    wire = [article(f"wire-{n}", group_id="wire-1", source=f"Outlet {n}") for n in (1, 2, 3)]
    twice = [article(f"own-{n}", group_id="own-1", source="Echo") for n in (1, 2)]
    late = article("late", seen=NOON + HOUR)
    old = article("old", published=Publication(local_date=DAY - dt.timedelta(days=1)))
    async with store.write() as unit:
        await unit.articles.add([old, *twice, late, *wire])
    told = await _most_told(store, DAY - dt.timedelta(days=1))
    assert told == ["wire-1", "wire-2", "wire-3", "late", "own-1", "own-2", "old"]
    assert await _most_told(store, DAY, limit=4) == told[:4]


async def test_what_is_told_is_of_those_days_sources_and_that_tenant(store: Store) -> None:
    before = Publication(local_date=DAY - dt.timedelta(days=1))
    async with store.write() as unit:
        await unit.articles.add(
            [
                article("echo", source="L’Écho"),
                article("other"),
                article("before", published=before),
                article("undated", source="L’Écho", published=None),
                article("after", published=Publication(local_date=DAY + dt.timedelta(days=1))),
            ]
        )
        await unit.articles.add([article("theirs", tenant_id=OTHER_TENANT)])
    assert await _most_told(store, DAY) == ["echo", "other"]
    assert await _most_told(store, None, "l’echo") == ["echo", "undated"]
    assert await _most_told(store, None, "Nobody") == []
