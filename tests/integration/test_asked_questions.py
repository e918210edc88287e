"""The question set of tests/data/ask over a real store: floors, and what must hold for every question."""

from __future__ import annotations

import asyncio
import re

import pytest

from bot.texts import say
from tests.integration.asked_questions import Outcome, outcomes, rows

# `tests/unit/ask` and `tests/scenario` go the same ways; here are two hundred questions more.
pytestmark = pytest.mark.untraced

DAY = re.compile(r"\d{4}-\d\d-\d\d")


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Outcome, ...]:
    return asyncio.run(outcomes(tmp_path_factory.mktemp("asked")))


def _of(asked: tuple[Outcome, ...], kind: str) -> list[Outcome]:
    return [one for one in asked if one.row["kind"] == kind]


def test_the_set_is_as_large_as_its_readme_says() -> None:
    kinds = [row["kind"] for row in rows()]
    assert (len(kinds), kinds.count("thread")) == (195, 50)


def test_every_quote_is_a_slice_of_its_article(asked: tuple[Outcome, ...]) -> None:
    for one in asked:
        for quote, article in zip(one.answer.quotes, one.articles, strict=True):
            assert article is not None
            assert quote.citation.holds(article), one


def test_every_date_filters_and_is_said_back(asked: tuple[Outcome, ...]) -> None:
    for one in _of(asked, "dated"):
        row = one.row
        said = [day for note in one.answer.notes for day in DAY.findall(note)]
        if row["first"] is None:
            assert not said, one
        else:
            assert said[-1] == row["last"], one
            assert said[0] >= row["first"], one
            assert all(row["first"] <= day <= row["last"] for day in one.days), one


def test_every_source_filters_and_is_said_back(asked: tuple[Outcome, ...]) -> None:
    for one in _of(asked, "source"):
        if one.row["source"] is None:
            assert say("ask.no_source", source=one.row["missing"]) in one.answer.notes, one
        else:
            assert one.sources == {one.row["source"]}, one
            assert all(one.row.get("first", "") <= day <= one.row.get("last", "9") for day in one.days), one


def test_what_is_on_topic_but_not_stated_is_called_the_closest(asked: tuple[Outcome, ...]) -> None:
    unstated = _of(asked, "unstated")
    assert sum(one.answer.outcome == "closest" for one in unstated) >= 0.7 * len(unstated)


def test_what_nothing_is_about_is_mostly_declined_and_never_answered(asked: tuple[Outcome, ...]) -> None:
    off = _of(asked, "off_topic")
    assert all(one.answer.outcome != "answer" for one in off)
    assert sum(one.answer.abstained for one in off) >= 0.8 * len(off)


def test_follow_ups_are_made_whole(asked: tuple[Outcome, ...]) -> None:
    threads = _of(asked, "thread")
    whole = [
        one
        for one in threads
        if all(word.lower() in one.answer.understood.lower() for word in one.row["holds"])
    ]
    assert len(whole) >= 47
    assert sum(one.told for one in whole) >= 42


@pytest.mark.parametrize(("kind", "floor"), [("answerable", 0.8), ("section", 0.8), ("source", 0.95)])
def test_quotes_hold_what_was_asked_for(asked: tuple[Outcome, ...], kind: str, floor: float) -> None:
    some = _of(asked, kind)
    assert sum(one.told for one in some) >= floor * len(some)


def test_nothing_stored_is_rarely_said_where_something_is(asked: tuple[Outcome, ...]) -> None:
    some = [*_of(asked, "answerable"), *_of(asked, "section")]
    assert sum(one.answer.abstained for one in some) <= 1
