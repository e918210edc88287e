"""A briefing becomes a post: what is said, in which order, in which words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.brief.compose import compose
from bot.brief.select import window
from bot.deliver.layout import lay_out
from bot.domain.action import Action
from bot.domain.article import Article
from bot.domain.briefing import Briefing
from bot.domain.channel import LOCAL_CHANNEL, Channel, Platform
from bot.domain.post import Post
from bot.domain.style import USUAL, Length, Style
from summarizers.types import Certainty, Gist, Section, Status, Summary
from tests.unit.brief.telling import NOON, TODAY, article, due, frame, point, span, summary

DEAL = "Veltland and Ostmark agreed on fish quotas for three years."
TERM = "The fish quotas of Veltland and Ostmark end on 10 November."
CLAIM = "The union rejected the harbour company's offer on night shifts."
Told = tuple[Article, Summary]
SHOWN = USUAL.shown


def brief(*told: Told, **changes: object) -> Briefing:
    summaries = {(one.id, one.revision): said for one, said in told}
    return compose(frame(**changes), [[one] for one, _ in told], summaries)


def post(*told: Told, **changes: object) -> Post:
    return lay_out(brief(*told, **changes), LOCAL_CHANNEL)


def full(id_: str = "a", weight: float = 1.0) -> Told:
    made = article(id_, DEAL, CLAIM, TERM)
    said = summary(
        point(made, DEAL, Section.AGREEMENT, weight=weight),
        point(made, CLAIM, weight=weight),
        due(made, TERM, date(2025, 11, 10)),
        gist=Gist(text=DEAL, evidence=(span(made, DEAL),)),
    )
    return made, said


def test_the_title_and_the_subtitle_say_day_zone_and_counts() -> None:
    made = post(full(), zone="Europe/Berlin")
    assert made.title == "Communiqué · Monday 3 November 2025"
    assert made.subtitle == "as of 13:00 Europe/Berlin · 1 article, 1 source, 1 story"
    assert made.day == TODAY


def test_the_subtitle_names_topics_undated_articles_and_failed_sources() -> None:
    said = post(full(), topics=("trade", "ports"), undated=1, failed_sources=2).subtitle
    assert said.endswith(" · Topics: trade, ports · 1 article without a date left out · 2 sources failed")


def test_a_day_in_the_channel_is_the_day_of_its_zone() -> None:
    late = window(NOON + timedelta(hours=11, minutes=30), 24)
    assert post(full(), zone="Asia/Tokyo", window=late).title == "Communiqué · Tuesday 4 November 2025"


def test_the_three_sections_stand_in_their_order_each_line_with_its_proof() -> None:
    made = post(full())
    assert [block.heading for block in made.blocks] == ["Key agreements", "Open tensions", "Deadlines"]
    for block in made.blocks:
        (line,) = block.lines
        assert [(ref.n, ref.quote) for ref in line.references] == [(1, line.text)]
    assert made.blocks[2].lines[0].when == "Monday 10 November 2025 (in 7 days)"
    assert [(ref.n, ref.title, ref.published) for ref in made.references] == [
        (1, "Title of a", "3 November 2025")
    ]
    assert made.footer == "Each bullet quotes its source. Written by by-hand-1."


def test_a_section_without_bullets_says_so() -> None:
    made = article("a", CLAIM)
    agreements, tensions, deadlines = post((made, summary(point(made, CLAIM)))).blocks
    assert (agreements.lines, agreements.empty) == ((), "No agreements reported.")
    assert len(tensions.lines) == 1
    assert (deadlines.lines, deadlines.empty) == ((), "No deadlines ahead.")


@pytest.mark.parametrize(
    ("certainty", "said"), [("fixed", ""), ("tentative", "not certain"), ("conditional", "conditional")]
)
def test_the_hedge_of_a_deadline_is_always_repeated(certainty: Certainty, said: str) -> None:
    made = article("a", TERM)
    told = (made, summary(due(made, TERM, date(2025, 11, 10), certainty=certainty)))
    result = post(told)
    assert [line.status for line in result.blocks[2].lines] == [said]
    assert [line.status for story in result.stories for line in story.lines] == [said]


@pytest.mark.parametrize(
    ("status", "said"), [(Status.AGREED, "agreed"), (Status.TENTATIVE, "tentative"), (None, "")]
)
def test_an_agreement_says_whether_it_is_settled(status: Status | None, said: str) -> None:
    made = article("a", DEAL)
    told = (made, summary(replace(point(made, DEAL, Section.AGREEMENT), status=status)))
    assert post(told).blocks[0].lines[0].status == said


def test_marks_are_shown_only_where_there_was_a_briefing_before() -> None:
    first = brief(full())
    assert {line.mark for block in post(full()).blocks for line in block.lines} == {""}
    again = post(full(), previous=first)
    assert {line.mark for block in again.blocks for line in block.lines} == {""}
    fresh = post(full(), previous=brief())
    assert {line.mark for block in fresh.blocks for line in block.lines} == {"new"}


def many(number: int) -> list[Told]:
    told = []
    for n in range(number):
        claim = f"Party{n} rejected plan{n} of chamber{n} over clause{n}."
        made = article(f"a{n}", claim)
        told.append((made, summary(point(made, claim, weight=number - n))))
    return told


@pytest.mark.parametrize(("number", "more"), [(SHOWN - 1, 0), (SHOWN, 0), (SHOWN + 1, 1), (SHOWN + 7, 7)])
def test_what_overflows_is_counted_and_stands_in_the_details(number: int, more: int) -> None:
    made = post(*many(number))
    tensions = made.blocks[1]
    assert (len(tensions.lines), tensions.more) == (number - more, more)
    assert sum(len(story.lines) for story in made.stories) == number


def test_the_weightiest_are_shown() -> None:
    lines = post(*many(SHOWN + 2)).blocks[1].lines
    assert [line.text.split()[0] for line in lines] == [f"Party{n}" for n in range(SHOWN)]


def test_every_story_has_its_best_bullet_shown_before_any_has_its_second() -> None:
    claims = [f"Union{n} rejected offer{n} of harbour{n} over shift{n}." for n in range(SHOWN)]
    loud = article("loud", *claims)
    quiet = article("quiet", CLAIM)
    told = [
        (loud, summary(*(point(loud, claim, weight=9) for claim in claims))),
        (quiet, summary(point(quiet, CLAIM))),
    ]
    assert CLAIM in {line.text for line in post(*told).blocks[1].lines}


def test_a_quiet_day_is_said_with_its_counts() -> None:
    made = post((article("a", CLAIM), summary()))
    assert made.notice == "A quiet day: nothing agreed, disputed or due in what was published."
    assert (made.blocks, made.footer) == ((), "")
    assert "1 article" in made.subtitle
    assert [story.headline for story in made.stories] == ["Title of a"]


@pytest.mark.parametrize("newest", [date(2025, 10, 1), date(2025, 11, 2), date(2025, 11, 20)])
def test_an_empty_window_says_where_the_news_is(newest: date) -> None:
    made = post(newest=newest, zone="Europe/Berlin")
    assert made.notice == (
        "No articles in this window (2025-11-02 13:00 to 2025-11-03 13:00). "
        f"The newest stored article is of {newest}."
    )


def test_an_empty_store_says_only_that_the_window_is_empty() -> None:
    assert post().notice == (
        "No articles in this window (2025-11-02 12:00 to 2025-11-03 12:00). "
        "Nothing is stored here yet. To begin, add a source: communique sources add https://…"
    )


def test_where_topics_find_nothing_the_store_is_not_called_empty() -> None:
    assert post(topics=("docks",)).notice == (
        "No articles in this window (2025-11-02 12:00 to 2025-11-03 12:00). "
        "Nothing that is stored here is on these topics. More sources bring more: communique sources add https://…"
    )


@pytest.mark.parametrize("platform", [Platform.SLACK, Platform.DISCORD])
def test_what_a_channel_is_told_to_type_is_what_is_typed_there(platform: Platform) -> None:
    for topics in ((), ("docks",)):
        made = lay_out(brief(topics=topics), Channel(platform, "local", "C1"))
        assert made.notice.endswith(": /brief sources add https://…")


def test_a_story_without_a_gist_says_none() -> None:
    made = article("a", CLAIM)
    (story,) = post((made, summary(point(made, CLAIM)))).stories
    assert (story.gist, story.references, story.outlets) == ("", (), "The Lantern")


def test_an_undated_source_shows_no_day() -> None:
    made, said = full()
    (reference,) = post((replace(made, published=None), said)).references
    assert reference.published == ""


def test_the_same_briefing_gives_the_same_post_and_each_channel_its_own_key() -> None:
    briefing = brief(full())
    elsewhere = Channel(Platform.SLACK, "T1", "C1")
    assert lay_out(briefing, LOCAL_CHANNEL) == lay_out(briefing, LOCAL_CHANNEL)
    there = lay_out(briefing, elsewhere)
    assert there.channel == elsewhere
    assert there.key != lay_out(briefing, LOCAL_CHANNEL).key


@pytest.mark.parametrize(
    "sections", [(Section.DEADLINE,), (Section.TENSION, Section.AGREEMENT), tuple(Section)]
)
def test_only_the_sections_that_the_channel_wants_stand_there_in_their_fixed_order(
    sections: tuple[Section, ...],
) -> None:
    made = lay_out(brief(full()), LOCAL_CHANNEL, Style(sections=sections))
    assert [block.section for block in made.blocks] == [one for one in Section if one in sections]


@pytest.mark.parametrize(
    ("length", "shown", "details"), [("short", 3, False), ("normal", 5, True), ("long", 8, True)]
)
def test_a_length_says_how_many_bullets_and_whether_there_are_details(
    length: Length, shown: int, details: bool
) -> None:
    made = lay_out(brief(*many(9)), LOCAL_CHANNEL, Style(length=Length(length)))
    assert (len(made.blocks[1].lines), made.blocks[1].more) == (shown, 9 - shown)
    assert bool(made.stories) is details


def test_every_button_of_a_digest_names_its_briefing() -> None:
    made = brief(full())
    actions = [button.action for button in lay_out(made, LOCAL_CHANNEL).buttons]
    assert [action.name for action in actions] == ["ask_about", "deadlines", "why", "feedback", "settings"]
    assert {action.target for action in actions} == {made.id}
    assert [Action.read(action.code) for action in actions] == actions
