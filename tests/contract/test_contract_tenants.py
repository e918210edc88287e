"""What every call promises: a tenant sees its own and nothing else."""

from __future__ import annotations

from bot.domain.channel import LOCAL_CHANNEL, Channel, Topic
from bot.domain.channel import LOCAL_TENANT as LOCAL
from bot.ports import Store, UnitOfWork
from summarizers.types import Summary
from tests.contract.kept import DAY, EVERY, HOUR, NOON, OTHER_TENANT, article, briefing, fingerprint

URL = "https://example.org/a"
MINE, THEIRS = "Mine: truce.", "Theirs: truce."
TRUCE = [Topic(name="t", any_of=("truce",))]


def _channel(tenant_id: str) -> Channel:
    return Channel(LOCAL_CHANNEL.platform, tenant_id, LOCAL_CHANNEL.channel_id)


async def _fill(unit: UnitOfWork, tenant_id: str, text: str) -> None:
    kept = article("a", tenant_id=tenant_id, body=text, clean=text, canonical_url=URL)
    undated = article("b", tenant_id=tenant_id, body=text, clean=text, published=None)
    await unit.articles.add([kept, undated])
    await unit.articles.add_fingerprints(tenant_id, [fingerprint("a", 1, len(text))])
    await unit.summaries.put(tenant_id, "e", {("a", 1): Summary(gist=None, points=(), engine=text)})
    made = briefing("id", topics=(text,), tenant_id=tenant_id)
    await unit.briefings.put(made, NOON)
    await unit.briefings.show(_channel(tenant_id), made, NOON)
    await unit.checkpoints.put(tenant_id, "file", text)


async def test_the_same_keys_of_two_tenants_stay_apart(store: Store) -> None:
    async with store.write() as unit:
        await _fill(unit, LOCAL, MINE)
        await _fill(unit, OTHER_TENANT, THEIRS)
    async with store.read() as unit:
        for tenant_id, text in ((LOCAL, MINE), (OTHER_TENANT, THEIRS)):
            found = [
                *await unit.articles.heads(tenant_id, ["a"], [URL]),
                await unit.articles.get(tenant_id, "a"),
                await unit.articles.get(tenant_id, "a", 1),
                *await unit.articles.published(tenant_id, DAY, DAY),
                *await unit.articles.published(tenant_id, DAY, DAY, TRUCE, NOON),
            ]
            assert [one and one.body for one in found] == [text] * 5
            came = await unit.articles.arrived(tenant_id, EVERY, TRUCE)
            assert [(one.id, one.body) for one in came] == [("a", text), ("b", text)]
            assert await unit.articles.candidates(tenant_id, [1]) == (fingerprint("a", 1, len(text)),)
            summaries = await unit.summaries.get(tenant_id, [("a", 1)], "e")
            assert [one.engine for one in summaries.values()] == [text]
            for made in (
                await unit.briefings.get(tenant_id, "id"),
                await unit.briefings.last(_channel(tenant_id), (text,), NOON + HOUR),
            ):
                assert made is not None
                assert made.topics == (text,)
            assert await unit.checkpoints.get(tenant_id, "file") == text


async def test_a_tenant_without_anything_sees_nothing_of_another(store: Store) -> None:
    async with store.write() as unit:
        await _fill(unit, OTHER_TENANT, THEIRS)
        await unit.checkpoints.drop(LOCAL, "file")
        assert await unit.articles.heads(LOCAL, ["a"], [URL]) == ()
        assert await unit.articles.get(LOCAL, "a") is None
        assert await unit.articles.get(LOCAL, "a", 1) is None
        assert await unit.articles.published(LOCAL, DAY, DAY, TRUCE) == ()
        assert await unit.articles.arrived(LOCAL, EVERY) == ()
        assert await unit.articles.latest(LOCAL) == 0
        assert await unit.articles.arrival(LOCAL, NOON - HOUR) == 0
        assert await unit.articles.candidates(LOCAL, [1]) == ()
        assert await unit.articles.undated(LOCAL) == 0
        assert await unit.articles.undated(LOCAL, TRUCE) == 0
        assert await unit.articles.newest(LOCAL) is None
        assert await unit.articles.count(LOCAL) == 0
        assert await unit.summaries.get(LOCAL, [("a", 1)], "e") == {}
        assert await unit.briefings.get(LOCAL, "id") is None
        assert await unit.briefings.last(LOCAL_CHANNEL, (THEIRS,), NOON + HOUR) is None
        assert await unit.checkpoints.get(LOCAL, "file") is None
        assert await unit.checkpoints.get(OTHER_TENANT, "file") == THEIRS


async def test_one_batch_may_hold_articles_of_several_tenants(store: Store) -> None:
    both = [article("a"), article("a", tenant_id=OTHER_TENANT, title="Elsewhere")]
    async with store.write() as unit:
        await unit.articles.add(both)
        assert await unit.articles.get(LOCAL, "a") == both[0]
        assert await unit.articles.get(OTHER_TENANT, "a") == both[1]


async def test_replacing_a_fingerprint_leaves_the_other_tenants_alone(store: Store) -> None:
    async with store.write() as unit:
        await unit.articles.add_fingerprints(OTHER_TENANT, [fingerprint("a", 1)])
        await unit.articles.add_fingerprints(LOCAL, [fingerprint("a", 1)])
        await unit.articles.add_fingerprints(LOCAL, [fingerprint("a", 2)])
        assert await unit.articles.candidates(OTHER_TENANT, [1]) == (fingerprint("a", 1),)
