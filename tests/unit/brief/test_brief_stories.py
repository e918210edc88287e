"""Articles on one event become one story, and its independent sources are counted."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.brief.stories import group, independent_sources
from bot.domain.article import Article
from summarizers.types import Publication

NOON = datetime(2025, 11, 3, 12, tzinfo=UTC)
PORT = (
    "Crane drivers at Port Selwyn went back to work on Monday after the Quay Union and the Selwyn Harbour "
    "Company settled their quarrel over night shifts."
)
PORT_AGAIN = (
    "Selwyn Harbour Company said that its crane drivers, members of the Quay Union, had returned to work and "
    "that night shifts at the port would be shared."
)
BUDGET = (
    "The finance minister of Arden, Lio Maar, put off the diesel levy by a year, and the Arden parliament "
    "votes on the budget in December."
)


def article(id_: str, body: str, days: int = 0, source: str = "The Lantern", group_id: str = "") -> Article:
    at = NOON + timedelta(days=days)
    return Article(
        tenant_id="local",
        id=id_,
        revision=1,
        title="",
        source=source,
        body=body,
        clean=body,
        group_id=group_id or id_,
        first_seen=NOON,
        seen=NOON,
        published=Publication(local_date=at.date(), at=at),
    )


def ids(articles: list[Article]) -> list[list[str]]:
    return [[one.id for one in story] for story in group(articles)]


def test_articles_on_one_event_share_a_story_and_others_do_not() -> None:
    assert ids([article("a", PORT), article("b", BUDGET), article("c", PORT_AGAIN)]) == [["a", "c"], ["b"]]


def test_near_duplicates_share_a_story_whatever_their_words() -> None:
    assert ids([article("a", PORT, group_id="g"), article("b", BUDGET, group_id="g")]) == [["a", "b"]]


@pytest.mark.parametrize(("days", "together"), [(7, True), (8, False)])
def test_what_lies_more_than_a_week_apart_is_another_event(days: int, together: bool) -> None:
    found = ids([article("a", PORT), article("x", BUDGET), article("b", PORT_AGAIN, days=days)])
    assert (["a", "b"] in found) is together


def test_articles_that_hold_nothing_to_compare_stay_alone() -> None:
    assert ids([article("a", "1"), article("b", "…"), article("c", "the of and")]) == [["a"], ["b"], ["c"]]


def test_no_articles_are_no_stories() -> None:
    assert group([]) == ()


BODIES = st.sampled_from([PORT, PORT_AGAIN, BUDGET, "Stub.", "…"])


@given(st.lists(st.tuples(BODIES, st.integers(0, 12), st.sampled_from(["", "g", "h"])), max_size=8))
def test_every_article_is_in_exactly_one_story_and_a_group_in_one(rows: list[tuple[str, int, str]]) -> None:
    articles = [article(str(n), body, days, group_id=linked) for n, (body, days, linked) in enumerate(rows)]
    stories = group(articles)
    assert sorted(one.id for story in stories for one in story) == sorted(one.id for one in articles)
    for linked in {one.group_id for one in articles}:
        assert sum(any(one.group_id == linked for one in story) for story in stories) == 1
    assert group(articles) == stories


@pytest.mark.parametrize(
    ("reports", "sources"),
    [
        ([], 0),
        ([("The Lantern", "a")], 1),
        ([("The Lantern", "a"), ("The Courier", "b")], 2),
        ([("The Lantern", "a"), ("The Courier", "a"), ("The Herald", "a")], 1),
        ([("The Lantern", "a"), ("The Courier", "a"), ("The Courier", "b")], 2),
        ([("The Lantern", "a"), ("The Lantern", "b")], 1),
        ([("", "a"), ("The Lantern", "b")], 2),
    ],
)
def test_wire_copies_and_one_outlet_twice_count_as_one_source(
    reports: list[tuple[str, str]], sources: int
) -> None:
    articles = [article(str(n), PORT, source=s, group_id=g) for n, (s, g) in enumerate(reports)]
    assert independent_sources(articles) == sources
