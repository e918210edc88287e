"""A zoo of feeds and pages over real sockets: each gives the right articles or the right named state."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

import pytest

from bot.domain.article import Article
from tests.fakes.zoo.animal import Animal, Told
from tests.fakes.zoo.keeper import Fed, feed_all
from tests.fakes.zoo.list import ZOO


@pytest.fixture(scope="module")
def fed(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Fed]:
    """All of it together, so that one that hangs would hold up the others."""
    return asyncio.run(feed_all(ZOO, tmp_path_factory.mktemp("zoo")))


def test_the_zoo_is_large_and_no_two_have_one_name() -> None:
    assert len({animal.name for animal in ZOO}) == len(ZOO) >= 60


@pytest.mark.parametrize("animal", ZOO, ids=lambda animal: animal.name)
def test_each_gives_its_articles_or_its_state(animal: Animal, fed: Mapping[str, Fed]) -> None:
    source, articles = fed[animal.name].source, fed[animal.name].articles
    assert source.health is animal.health, source.detail
    assert source.detail or not animal.health.is_failure
    assert sorted(one.title for one in articles) == sorted(one.title for one in animal.told)
    for told in animal.told:
        _agrees(next(one for one in articles if one.title == told.title), told)
    if animal.end:
        assert source.url.endswith(f"/{animal.end}")


def _agrees(article: Article, told: Told) -> None:
    assert told.text in article.body
    assert not told.hides or told.hides not in article.body
    if told.published is not None:
        assert str(article.published or "") == told.published
    if told.path is None:
        assert article.url is None
    else:
        assert (article.url or "").endswith(told.path)
