"""What Articles promises of topics: the same matches in every store."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.channel import LOCAL_TENANT as LOCAL
from bot.domain.channel import Topic
from bot.ports import Store
from tests.contract.kept import DAY, EVERY, article

ARTICLES = [
    article(
        "tariffs",
        title="Tariff truce",
        clean="Negotiators near a deal on trade. The talks go on.",
        source="The Lantern",
    ),
    article("talks", title="Trade talks resume", clean="Soybean buyers wait.", source="Agence Étoile"),
    article(
        "élysée",
        title="Élysée",
        clean="The café strike ended; a train driver’s union agreed.",
        source="Ärzte",
    ),
    article(
        "syntax",
        title="NEAR miss",
        clean="AND then OR not; title: none. C++ and 100 %.",
        source="The Lantern",
    ),
    article("undated", title="Tariffs again", clean="Undated.", source="the lantern", published=None),
]


def _topic(**terms: Any) -> Topic:
    return Topic(name="t", **terms)


CASES: list[tuple[Topic, list[str]]] = [
    (_topic(any_of=("tariff",)), ["tariffs"]),
    (_topic(any_of=("tariff", "soybeans")), ["talks", "tariffs"]),
    (_topic(all_of=("trade", "talks")), ["talks", "tariffs"]),
    (_topic(any_of=("trade talks",)), ["talks"]),
    (_topic(all_of=("trade talks", "soybean")), ["talks"]),
    (_topic(any_of=("soybean", "deal"), all_of=("trade",)), ["talks", "tariffs"]),
    (_topic(any_of=("trade",), none_of=("soybean",)), ["tariffs"]),
    (_topic(any_of=("trade",), none_of=("trade talks", "truce")), []),
    (_topic(any_of=("truce talks",)), []),
    (_topic(any_of=("truce negotiators",)), []),
    (_topic(any_of=("ELYSEE",)), ["élysée"]),
    (_topic(any_of=("Café",)), ["élysée"]),
    (_topic(any_of=("cafe\N{COMBINING ACUTE ACCENT}",)), ["élysée"]),
    (_topic(any_of=("driver's",)), ["élysée"]),
    (_topic(any_of=("resuming",)), ["talks"]),
    (_topic(sources=("the lantern",)), ["syntax", "tariffs"]),
    (_topic(sources=("THE LANTERN", "agence etoile")), ["syntax", "talks", "tariffs"]),
    (_topic(sources=("ARZTE",)), ["élysée"]),
    (_topic(sources=("lantern",)), []),
    (_topic(any_of=("trade",), sources=("Agence Étoile",)), ["talks"]),
    (_topic(sources=("The Lantern",), none_of=("truce",)), ["syntax"]),
    (_topic(sources=("The Lantern",), none_of=("truce", "near")), []),
    (_topic(any_of=("NEAR(",)), ["syntax", "tariffs"]),
    (_topic(any_of=("NEAR(trade talks)",)), []),
    (_topic(any_of=('"near" miss',)), ["syntax"]),
    (_topic(any_of=("tar*",)), []),
    (_topic(any_of=("truce*",)), ["tariffs"]),
    (_topic(any_of=("AND",)), ["syntax"]),
    (_topic(any_of=("truce OR soybean",)), []),
    (_topic(any_of=("truce NOT soybean",)), []),
    (_topic(any_of=("title:truce",)), []),
    (_topic(any_of=("title: none",)), ["syntax"]),
    (_topic(any_of=("{title clean}: truce",)), []),
    (_topic(any_of=("^truce",)), ["tariffs"]),
    (_topic(any_of=("-truce",)), ["tariffs"]),
    (_topic(any_of=("truce + soybean",)), []),
    (_topic(any_of=("c++",)), ["syntax"]),
    (_topic(any_of=("100 %",)), ["syntax"]),
    (_topic(any_of=("tru\0ce",)), []),
    (_topic(any_of=("tariff\0truce",)), ["tariffs"]),
    (_topic(any_of=('truce"; DROP TABLE heads; --',)), []),
    (_topic(any_of=(*(f"word{n}" for n in range(3_000)), "truce")), ["tariffs"]),
    (_topic(any_of=("truce",), none_of=tuple(f"word{n}" for n in range(3_000))), ["tariffs"]),
    (_topic(any_of=("\U0001e900",)), []),
    (_topic(any_of=("trade",), none_of=("\U0001e900",)), ["talks", "tariffs"]),
]


async def test_topics_match_these_articles(store: Store) -> None:
    async with store.write() as unit:
        await unit.articles.add(ARTICLES)
        found = [await unit.articles.published(LOCAL, DAY, DAY, [topic]) for topic, _ in CASES]
    matched = [[one.id for one in articles] for articles in found]
    wrong = [(ids, case) for ids, case in zip(matched, CASES, strict=True) if ids != case[1]]
    assert wrong == []


async def test_one_of_several_topics_is_enough(store: Store) -> None:
    topics = [_topic(any_of=("soybean",)), Topic(name="u", sources=("Ärzte",)), _topic(any_of=("nothing",))]
    async with store.write() as unit:
        await unit.articles.add(ARTICLES)
        found = await unit.articles.published(LOCAL, DAY, DAY, topics)
    assert [one.id for one in found] == ["talks", "élysée"]


async def test_every_look_up_by_topic_uses_the_same_filter(store: Store) -> None:
    tariffs, nothing = [_topic(any_of=("tariffs",))], [_topic(any_of=("nothing",))]
    async with store.write() as unit:
        await unit.articles.add(ARTICLES)
        came = await unit.articles.arrived(LOCAL, EVERY, tariffs)
        assert [one.id for one in came] == ["tariffs", "undated"]
        assert await unit.articles.undated(LOCAL, tariffs) == 1
        assert await unit.articles.undated(LOCAL, nothing) == 0
        assert await unit.articles.newest(LOCAL, tariffs) == DAY
        assert await unit.articles.newest(LOCAL, nothing) is None


async def test_the_head_decides_even_where_an_earlier_revision_is_shown(store: Store) -> None:
    first = article("a", clean="A truce.")
    second = article("a", 2, clean="A quarrel.", published=None)
    async with store.write() as unit:
        await unit.articles.add([first])
    async with store.write() as unit:
        await unit.articles.add([second])
        assert await unit.articles.published(LOCAL, DAY, DAY, [_topic(any_of=("truce",))]) == ()
        assert await unit.articles.published(LOCAL, DAY, DAY, [_topic(any_of=("quarrel",))]) == (first,)


async def test_a_rolled_back_article_is_not_found(store: Store) -> None:
    async def add_and_fail() -> None:
        async with store.write() as unit:
            await unit.articles.add(ARTICLES)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await add_and_fail()
    async with store.write() as unit:
        await unit.articles.add([article("other", clean="Elsewhere.")])
        assert await unit.articles.published(LOCAL, DAY, DAY, [_topic(any_of=("truce",))]) == ()


@pytest.mark.untraced
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@given(
    term=st.text(
        st.characters(exclude_categories=["Cs"]) | st.sampled_from('"*(){}:^+-\0\\'), min_size=1
    ).filter(lambda term: any(c.isalnum() for c in term))
)
async def test_no_term_is_syntax(store: Store, term: str) -> None:
    topics = [
        _topic(any_of=(term, "truce")),
        _topic(all_of=(term,)),
        _topic(any_of=("truce",), none_of=(term,)),
        _topic(sources=(term,), none_of=(term,)),
    ]
    async with store.write() as unit:
        if not await unit.articles.count(LOCAL):
            await unit.articles.add(ARTICLES)
        found = [await unit.articles.published(LOCAL, DAY, DAY, [topic]) for topic in topics]
    assert ARTICLES[0] in found[0]
    assert ((ARTICLES[0] in found[1]), (ARTICLES[0] in found[2])) in {(True, False), (False, True)}
