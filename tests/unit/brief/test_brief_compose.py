"""Stories and their facts become one frozen briefing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.brief.compose import compose
from bot.domain.article import Article
from bot.domain.briefing import Briefing, Mark
from summarizers.types import Gist, Point, Section, Summary
from tests.unit.brief.telling import NOON, TODAY, article, due, frame, point, span, summary

CLAIM = "The union rejected the harbour company's offer on night shifts."
DEAL = "Veltland and Ostmark agreed on fish quotas for three years."
TERM = "The fish quotas of Veltland and Ostmark end on 10 November."
LEVY = "Two ministers quarrelled over the diesel levy in parliament."


def told(made: Article, *points: Point, gist: str = "") -> tuple[Article, Summary]:
    said = Gist(text=gist, evidence=(span(made, gist),)) if gist else None
    return made, summary(*points, gist=said)


def brief(*stories: list[tuple[Article, Summary]], **changes: object) -> Briefing:
    summaries = {(one.id, one.revision): said for story in stories for one, said in story}
    return compose(frame(**changes), [[one for one, _ in story] for story in stories], summaries)


A, B, C = (
    article("a", CLAIM, TERM),
    article("b", DEAL, source="The Courier"),
    article("c", DEAL, source="Radio"),
)
PORT = [told(A, point(A, CLAIM), due(A, TERM, date(2025, 11, 10)), gist=CLAIM)]
FISH = [
    told(B, point(B, DEAL, Section.AGREEMENT), gist=DEAL),
    told(C, point(C, DEAL, Section.AGREEMENT)),
]


def test_a_story_of_more_sources_comes_first() -> None:
    made = brief(PORT, FISH)
    assert [story.sources for story in made.stories] == [2, 1]
    assert [story.outlets for story in made.stories] == [("The Courier", "Radio"), ("The Lantern",)]


def test_sections_come_in_their_order_and_deadlines_by_date() -> None:
    later = due(B, DEAL, date(2025, 12, 1))
    made = brief([told(B, later)], PORT, FISH[1:])
    assert [item.bullet.section for item in made.items] == [
        Section.AGREEMENT,
        Section.TENSION,
        Section.DEADLINE,
        Section.DEADLINE,
    ]
    days = [item.bullet.deadline.date for item in made.items if item.bullet.deadline]
    assert days == [date(2025, 11, 10), date(2025, 12, 1)]


def test_sources_are_numbered_in_the_order_in_which_they_are_met() -> None:
    made = brief(PORT, FISH)
    assert [(ref.n, ref.article_id) for ref in made.sources] == [(1, "c"), (2, "b"), (3, "a")]
    assert all(made.reference(citation).n for item in made.items for citation in item.bullet.citations)


def test_a_story_without_a_gist_or_a_title_has_still_a_headline() -> None:
    bare = replace(A, title="")
    with_gist = brief([told(bare, gist=CLAIM)]).stories[0]
    without = brief([told(bare)]).stories[0]
    assert (with_gist.headline, with_gist.gist) == (CLAIM, CLAIM)
    assert (without.headline, without.gist, without.gist_citations) == ("a", None, ())


def test_an_article_without_a_source_has_no_outlet() -> None:
    nameless = replace(A, source="")
    story = brief([told(nameless, point(nameless, CLAIM))]).stories[0]
    assert (story.outlets, story.sources) == ((), 1)


def test_the_coverage_counts_what_was_looked_at() -> None:
    seen = brief(PORT, FISH, undated=3, failed_sources=2).coverage
    assert (seen.articles, seen.outlets, seen.stories, seen.undated, seen.failed_sources) == (3, 3, 2, 3, 2)


def test_without_articles_the_briefing_is_quiet_and_whole() -> None:
    made = brief(newest=date(2025, 10, 1))
    assert made.quiet
    assert (made.stories, made.items, made.sources, made.newest) == ((), (), (), date(2025, 10, 1))


def test_two_dates_in_one_sentence_are_two_items_with_two_names() -> None:
    made = brief([told(A, due(A, TERM, date(2025, 11, 10)), due(A, TERM, date(2025, 11, 20)))])
    assert len({item.key for item in made.items}) == 2


def test_the_same_request_on_the_same_articles_has_the_same_id() -> None:
    assert brief(PORT, FISH) == brief(PORT, FISH)


@pytest.mark.parametrize(
    "changes",
    [
        {"tenant_id": "T1"},
        {"zone": "Europe/Berlin"},
        {"topics": ("fish",)},
        {"engine": "by-hand-2"},
        {"undated": 1},
        {"failed_sources": 1},
        {"newest": date(2025, 11, 3)},
        {"previous": brief(FISH)},
    ],
)
def test_nothing_that_is_shown_may_differ_under_one_id(changes: dict[str, object]) -> None:
    assert brief(PORT, **changes).id != brief(PORT).id


def test_other_articles_and_other_revisions_make_another_id() -> None:
    revised = replace(A, revision=2)
    ids = {brief(PORT).id, brief(PORT, FISH).id, brief([told(revised, point(revised, CLAIM))]).id}
    assert len(ids) == 3


def marks(yesterday: Point, today: Point, body: Article) -> Mark:
    before = brief([(body, summary(yesterday))])
    return brief([(body, summary(today))], previous=before).items[0].mark


def test_what_a_briefing_between_did_not_have_is_held_against_the_one_before_it() -> None:
    made = article("a", TERM, LEVY)
    first = brief([(made, summary(due(made, TERM, date(2025, 11, 10))))])
    between = brief([(made, summary(point(made, LEVY)))], previous=first)

    def told(day: date, *before: Briefing) -> Mark:
        today = summary(due(made, TERM, day))
        return brief([(made, today)], previous=between, before=before).items[0].mark

    assert told(date(2025, 11, 20)) is Mark.NEW
    assert told(date(2025, 11, 20), first) is Mark.UPDATED
    assert told(date(2025, 11, 10), first) is Mark.UNCHANGED


def test_the_last_briefing_that_told_it_counts() -> None:
    made = article("a", TERM)
    first = brief([(made, summary(due(made, TERM, date(2025, 11, 10))))])
    second = brief([(made, summary(due(made, TERM, date(2025, 11, 20))))], previous=first)
    again = brief([(made, summary(due(made, TERM, date(2025, 11, 10))))], previous=second, before=(first,))
    assert again.items[0].mark is Mark.UPDATED


def test_what_the_last_briefing_did_not_have_is_new() -> None:
    made = article("a", CLAIM, LEVY)
    assert marks(point(made, LEVY), point(made, CLAIM), made) is Mark.NEW


def test_what_it_told_in_the_same_terms_is_unchanged_whatever_the_words() -> None:
    again = "The harbour company's offer on night shifts was rejected by the union again."
    made = article("a", CLAIM, again)
    assert marks(point(made, CLAIM), point(made, again), made) is Mark.UNCHANGED


def test_other_figures_or_another_status_are_an_update() -> None:
    five = "The union rejected an offer of 5 crowns a night shift from the harbour company."
    six = "The union rejected an offer of 6 crowns a night shift from the harbour company."
    made = article("a", five, six, DEAL)
    assert marks(point(made, five), point(made, six), made) is Mark.UPDATED
    agreed = point(made, DEAL, Section.AGREEMENT)
    assert marks(replace(agreed, status=None), agreed, made) is Mark.UPDATED


def test_a_deadline_that_moved_is_an_update_and_one_that_stayed_is_not() -> None:
    made = article("a", TERM)
    first, moved = due(made, TERM, TODAY + timedelta(days=7)), due(made, TERM, TODAY + timedelta(days=9))
    assert marks(first, first, made) is Mark.UNCHANGED
    assert marks(first, moved, made) is Mark.UPDATED


def test_the_first_briefing_of_a_channel_marks_everything_as_new() -> None:
    made = brief(PORT)
    assert {item.mark for item in made.items} == {Mark.NEW}
    assert made.previous_id is None


def test_the_local_day_decides_what_is_over() -> None:
    made = article("a", TERM)
    over_in_berlin = due(made, TERM, TODAY)
    late = replace(frame().window, until=NOON + timedelta(hours=11, minutes=30))
    story = [(made, summary(over_in_berlin))]
    assert not brief(story, zone="UTC", window=late).quiet
    assert brief(story, zone="Europe/Berlin", window=late).quiet
