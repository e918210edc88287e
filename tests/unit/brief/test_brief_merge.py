"""What the articles of one story say together."""

from __future__ import annotations

from datetime import timedelta

from bot.brief.merge import Merged, merge
from bot.domain.article import Article
from summarizers.types import Budget, Section, Summary
from tests.unit.brief.telling import TODAY, article, due, point, summary

CLAIM = "The union rejected the harbour company's offer on night shifts."
SAME_CLAIM = "The offer on night shifts was rejected by the union, the harbour company said."
OTHER = "Two ministers quarrelled over the diesel levy in parliament."
DEAL = "The union and the harbour company agreed on night shifts."
BUDGET = Budget(points=9, per_section=4)
Told = list[tuple[Article, Summary]]


def merged(told: Told, budget: Budget = BUDGET) -> tuple[Merged, ...]:
    summaries = {(one.id, one.revision): said for one, said in told}
    return merge([one for one, _ in told], summaries, TODAY, "UTC", budget)


def one(id_: str, *sentences: str, **changes: str | int) -> tuple[Article, Summary]:
    made = article(id_, *sentences, **changes)  # type: ignore[arg-type] # fields of an article only
    return made, summary(*(point(made, sentence) for sentence in sentences))


def test_one_fact_in_two_articles_is_one_bullet_that_cites_both() -> None:
    (fact,) = merged([one("a", CLAIM), one("b", SAME_CLAIM, source="The Courier")])
    assert {citation.article_id for citation in fact.citations} == {"a", "b"}
    assert fact.sources == 2
    assert len(fact.bullet.citations) == 2


def test_the_newest_article_words_a_fact_that_all_tell_as_well() -> None:
    (fact,) = merged([one("a", CLAIM), one("b", SAME_CLAIM)])
    assert fact.point.text == SAME_CLAIM


def test_a_wire_copy_adds_its_proof_and_no_source() -> None:
    (alone,) = merged([one("a", CLAIM)])
    (fact,) = merged([one("a", CLAIM), one("b", CLAIM, source="The Courier", group="a")])
    assert (fact.sources, len(fact.citations)) == (1, 2)
    assert fact.weight == alone.weight


def test_a_fact_that_more_sources_tell_comes_before_one_that_one_tells() -> None:
    told = [one("a", OTHER, CLAIM), one("b", SAME_CLAIM, source="The Courier")]
    assert [fact.sources for fact in merged(told)] == [2, 1]


def test_one_article_that_says_a_thing_twice_is_one_source() -> None:
    (fact,) = merged([one("a", CLAIM, SAME_CLAIM)])
    assert (fact.sources, len(fact.citations)) == (1, 2)


def test_facts_of_two_sections_stay_apart() -> None:
    made = article("a", CLAIM, DEAL)
    said = summary(point(made, CLAIM), point(made, DEAL, Section.AGREEMENT))
    assert {fact.point.section for fact in merged([(made, said)])} == {Section.TENSION, Section.AGREEMENT}


def test_a_sentence_shown_as_an_agreement_is_not_shown_as_a_tension_too() -> None:
    made = article("a", DEAL)
    said = summary(
        point(made, DEAL, text="They quarrelled, then agreed."), point(made, DEAL, Section.AGREEMENT)
    )
    assert [fact.point.section for fact in merged([(made, said)])] == [Section.AGREEMENT]


def test_words_that_lean_on_the_sentence_before_give_way_to_words_that_stand_alone() -> None:
    leaning = "They rejected the offer on night shifts from the harbour company."
    (fact,) = merged([one("a", CLAIM), one("b", leaning, source="The Courier")])
    assert fact.point.text == CLAIM


def test_deadlines_that_are_over_are_left_out_and_those_of_today_stay() -> None:
    past, now, long = "The first term ends.", "The second term ends.", "The talks go on this week."
    made = article("a", past, now, long)
    week = due(made, long, TODAY - timedelta(days=3), end=TODAY)
    said = summary(due(made, past, TODAY - timedelta(days=1)), due(made, now, TODAY), week)
    assert {fact.point.text for fact in merged([(made, said)])} == {now, long}


def test_a_deadline_on_another_day_is_another_fact() -> None:
    made = article("a", CLAIM)
    said = summary(due(made, CLAIM, TODAY), due(made, CLAIM, TODAY + timedelta(days=1)))
    assert len(merged([(made, said)])) == 2


SENTENCES = tuple(
    f"The {who} rejected the {what} in {where}."
    for who, what, where in zip(
        ("union", "senate", "court", "bank", "club"),
        ("offer", "levy", "appeal", "merger", "transfer"),
        ("Selwyn", "Arden", "Veltland", "Ostmark", "Corvane"),
        strict=True,
    )
)


def test_no_section_and_no_story_says_more_than_its_budget() -> None:
    told = [one("a", *SENTENCES)]
    assert len(merged(told)) == 4
    assert len(merged(told, Budget(points=2, per_section=4))) == 2
    assert merged(told, Budget(points=0)) == ()


def test_the_same_articles_give_the_same_facts_in_the_same_order() -> None:
    told = [one("a", *SENTENCES[:3]), one("b", *SENTENCES[2:], source="The Courier")]
    assert [fact.bullet for fact in merged(told)] == [fact.bullet for fact in merged(told)]


def test_articles_with_nothing_to_say_give_no_facts() -> None:
    assert merged([one("a"), one("b")]) == ()


def test_outlets_that_give_different_figures_for_one_fact_are_told_apart_in_its_bullet() -> None:
    ours = "The dockers' union voted with 55 percent for a strike at the harbour."
    theirs = "The dockers' union voted with 57 percent for a strike at the harbour."
    (fact,) = merged([one("a", ours, hours=3), one("b", theirs, source="The Courier")])
    assert fact.bullet.text.endswith("at the harbour (The Lantern: 55 %; The Courier: 57 %).")
    assert {citation.article_id for citation in fact.bullet.citations} == {"a", "b"}


def test_an_outlet_that_corrects_itself_differs_from_nobody() -> None:
    ours = "The dockers' union voted with 55 percent for a strike at the harbour."
    (fact,) = merged([one("a", ours, hours=3), one("b", ours.replace("55", "57"))])
    assert "The Lantern" not in fact.bullet.text


def two_days(ours: str, theirs: str, source: str = "The Courier") -> tuple[Merged, ...]:
    first, second = article("a", ours, hours=3), article("b", theirs, source=source)
    one_day, other = (
        due(first, ours, TODAY + timedelta(days=3)),
        due(second, theirs, TODAY + timedelta(days=4)),
    )
    return merged([(first, summary(one_day)), (second, summary(other))])


VOTE = "The senate of Veltland will vote on the harbour levy on {} November."


def test_outlets_that_give_one_event_two_days_share_a_bullet_that_says_so() -> None:
    (fact,) = two_days(VOTE.format(6), VOTE.format(7))
    assert "(The Lantern: 6 November; The Courier: 7 November)" in fact.bullet.text
    assert len(fact.bullet.citations) == 2


def test_a_day_that_moved_or_another_event_stays_a_bullet_of_its_own() -> None:
    moved = "The senate of Veltland moved its vote on the harbour levy to 7 November."
    assert len(two_days(VOTE.format(6), moved)) == 2
    assert len(two_days(VOTE.format(6), "The diesel talks of Ostmark end on 7 November.")) == 2
    assert len(two_days(VOTE.format(6), VOTE.format(7), source="The Lantern")) == 2
