"""The articles written for the benchmarks, as the labelled set has its own."""

from __future__ import annotations

import pytest

from benchmarks.written_articles import SEALED, TUNED, Written, names, written

ARTICLES = {one.article["id"]: one for name in names() for one in written(name)}


def test_every_article_is_there_and_nearly_half_were_kept_from_tuning() -> None:
    assert len(ARTICLES) == sum(len(written(name)) for name in names()) == 112
    assert sum(len(written(name)) for name in TUNED) == 62
    assert set(SEALED) <= set(names()) - set(TUNED)


@pytest.mark.parametrize("one", ARTICLES.values(), ids=ARTICLES)
def test_labels_fit_their_article(one: Written) -> None:
    body, labels = one.article["body"], one.labels
    assert "{" not in body
    assert all(body.startswith(mark["first_20_chars"], mark["start"]) for mark in labels["sentences"])
    items = {item["item"] for item in labels["items"]}
    assert items == {item for mark in labels["sentences"] for item in mark["item"]}
    assert {day["item"] for day in labels["deadlines"]} == {item for item in items if item[0] == "d"}


def test_a_mark_belongs_to_the_sentence_before_it() -> None:
    labels = ARTICLES["w01"].labels
    assert [mark["item"] for mark in labels["sentences"][:2]] == [["a1"], ["a1", "d1"]]
    assert labels["deadlines"][0] == {"item": "d1", "iso": "2025-04-04", "upcoming": True}
