"""What a question is after: its words, phrases, kind, days and sources."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ask.days import due_days
from bot.ask.filters import understood
from bot.ask.kinds import Kind, holds, kind_of
from bot.ask.query import MOST_WORDS, content_words, understand

NOW = datetime(2025, 10, 30, 12, tzinfo=UTC)
STORED = (date(2025, 10, 1), date(2025, 10, 30))


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Who leads the delegation?", Kind.WHO),
        ("When does the truce expire?", Kind.WHEN),
        ("In what year was the fort built?", Kind.WHEN),
        ("Where do they meet?", Kind.WHERE),
        ("How many dockers may vote?", Kind.COUNT),
        ("What percentage of votes was cast?", Kind.COUNT),
        ("Why was the bid blocked?", Kind.WHY),
        ("How did the talks end?", Kind.HOW),
        ("What did the union ask for?", Kind.WHAT),
    ],
)
def test_the_kind_of_answer_follows_from_the_asking_word(question: str, kind: Kind) -> None:
    assert kind_of(question) is kind


@pytest.mark.parametrize(
    ("kind", "sentence", "fits"),
    [
        (Kind.WHO, "It was Maddern.", True),
        (Kind.WHEN, "It opens on Monday.", True),
        (Kind.WHEN, "It opens.", False),
        (Kind.WHERE, "They meet in Port Selwyn.", True),
        (Kind.COUNT, "Two hundred came.", True),
        (Kind.COUNT, "Many came.", False),
        (Kind.WHY, "It fell because of rain.", True),
        (Kind.HOW, "It was settled by vote.", True),
        (Kind.WHAT, "Anything.", True),
    ],
)
def test_a_sentence_fits_when_it_holds_what_is_asked_for(kind: Kind, sentence: str, fits: bool) -> None:
    assert holds(kind, sentence, names=1, numbers=0) is fits


def test_words_of_asking_and_empty_words_are_not_looked_up() -> None:
    assert understand("Tell me what the union’s claim is").words == ("union", "claim")
    assert understand("hi, whats new with anyone of the union").words == ("union",)


def test_quoted_words_are_a_phrase() -> None:
    assert understand('Who said "not a gift" about “the ore”?').phrases == ("not a gift", "the ore")


def test_mentions_are_no_content() -> None:
    asked = understand("<@U123> <!channel> <!subteam^S1|@desk> what about the <#C1|ore> union?")
    assert asked.words == ("union",)


@given(st.text(max_size=300))
def test_any_text_is_understood(text: str) -> None:
    assert len(content_words(text)) <= MOST_WORDS
    assert understood(text, NOW, STORED, ("The Lantern",)).query.text == text


@pytest.mark.parametrize(
    ("question", "first", "last"),
    [
        ("What was said since Monday?", date(2025, 10, 27), date(2025, 10, 30)),
        ("What did the union say last week?", date(2025, 10, 20), date(2025, 10, 26)),
        ("What happened on 28 October?", date(2025, 10, 28), date(2025, 10, 28)),
        ("What happened in October?", date(2025, 10, 1), date(2025, 10, 30)),
        ("What was agreed yesterday?", date(2025, 10, 29), date(2025, 10, 29)),
        ("What was agreed before 28 October?", date(2025, 10, 1), date(2025, 10, 27)),
        ("What was agreed until 28 October?", date(2025, 10, 1), date(2025, 10, 28)),
        ("What was agreed as of 28 October?", date(2025, 10, 1), date(2025, 10, 28)),
        ("What was agreed after 20 October?", date(2025, 10, 21), date(2025, 10, 30)),
        ("What was said between 23 and 25 October?", date(2025, 10, 23), date(2025, 10, 25)),
        ("What was said from Monday to Tuesday?", date(2025, 10, 27), date(2025, 10, 28)),
        ("What was said in early October?", date(2025, 10, 1), date(2025, 10, 10)),
        ("What was said over the past 3 days?", date(2025, 10, 27), date(2025, 10, 30)),
        ("What was said in the past 48 hours?", date(2025, 10, 28), date(2025, 10, 30)),
        ("What was said in the last 25 hours?", date(2025, 10, 28), date(2025, 10, 30)),
        ("What was said since the 20th?", date(2025, 10, 20), date(2025, 10, 30)),
        ("What was said on the 12th about levies?", date(2025, 10, 12), date(2025, 10, 12)),
        ("What was said between the 3rd and the 5th?", date(2025, 10, 3), date(2025, 10, 5)),
        ("What was said since the 31st?", date(2025, 8, 31), date(2025, 10, 30)),
        ("What was said between Monday and Wednesday last week?", date(2025, 10, 20), date(2025, 10, 22)),
        ("What was said between 5 October and 3 October?", date(2025, 10, 3), date(2025, 10, 5)),
        ("What was said on Monday and Tuesday?", date(2025, 10, 27), date(2025, 10, 28)),
        ("What was said in September and October?", date(2025, 9, 1), date(2025, 10, 30)),
        ("When will the bridge open, as told yesterday?", date(2025, 10, 29), date(2025, 10, 29)),
        ("What did they say last week will happen?", date(2025, 10, 20), date(2025, 10, 26)),
        ("What did Monday's reports say about what is due?", date(2025, 10, 27), date(2025, 10, 27)),
        ("Is there anything on ferries from Monday?", date(2025, 10, 27), date(2025, 10, 27)),
        ("Is that what the bank said on Monday?", date(2025, 10, 27), date(2025, 10, 27)),
        ("Are tariffs cut since Monday?", date(2025, 10, 27), date(2025, 10, 30)),
    ],
)
def test_a_date_filters_by_publication_and_is_said_back(question: str, first: date, last: date) -> None:
    read = understood(question, NOW, STORED, ())
    assert (read.query.first, read.query.last) == (first, last)
    assert str(first) in read.notes[0]
    assert "monday" not in read.query.words


@pytest.mark.parametrize(
    "question",
    [
        "What was seen on the 20th floor?",
        "What was built in 1066?",
        "What expires on 10 November?",
        "What is due this week?",
        "Is the bridge closed on Monday?",
        "Are schools in Dunmere shut on Monday?",
        "Who steers the night ferry?",
        "Who won?",
    ],
)
def test_a_date_that_is_asked_about_is_content(question: str) -> None:
    assert understood(question, NOW, STORED, ()).query.first is None


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("What happened yesterday with the ferry?", date(2025, 11, 5)),
        ("What was published today?", date(2025, 11, 6)),
        ("What was said since Monday?", date(2025, 11, 3)),
        ("Who votes on 5 November?", None),
    ],
)
def test_days_counted_from_the_asking_are_meant_though_nothing_of_them_is_stored(
    question: str, first: date | None
) -> None:
    assert understood(question, NOW + timedelta(days=7), STORED, ()).query.first == first


@pytest.mark.parametrize(
    "question",
    [
        "What happened after 9999-12-31?",
        "What happened before 0001-01-01?",
        "What happened in the last 9999 years?",
        "What happened in the last 99999999999 days?",
        "What was said between 31 December 9999 and 1 January 0001?",
        "What was said on 30 February?",
    ],
)
def test_days_at_the_ends_of_the_calendar_and_beyond_break_nothing(question: str) -> None:
    read = understood(question, NOW, STORED, ())
    assert read.query.first is None or STORED[0] >= read.query.first


def test_without_dated_articles_no_date_is_a_filter() -> None:
    assert understood("What happened yesterday?", NOW, None, ()).query.first is None


def test_a_named_source_is_a_filter_and_its_name_no_content() -> None:
    read = understood("According to the Lantern, who won?", NOW, STORED, ("The Lantern", "Echo"))
    assert read.query.sources == ("The Lantern",)
    assert "lantern" not in read.query.words
    assert "The Lantern" in read.notes[0]
    assert understood("What does Echo say on tariffs?", NOW, STORED, ("Echo",)).query.sources == ("Echo",)


def test_a_source_that_is_not_stored_is_named() -> None:
    for question in ("Who won according to the Far Gazette?", "What does the Far Gazette say on wins?"):
        read = understood(question, NOW, STORED, ("Echo",))
        assert read.query.sources == ()
        assert read.unknown is not None
        assert (read.unknown.name, read.unknown.surely) == ("Far Gazette", True)
        assert "gazette" not in read.query.words


def test_who_is_cited_may_be_a_person() -> None:
    read = understood("Who won according to Ilse Maddern?", NOW, STORED, ("Echo",))
    assert read.unknown is not None
    assert not read.unknown.surely
    assert "maddern" in read.query.words


@pytest.mark.parametrize(
    "question",
    [
        "As reported by the Far Lantern, who won?",
        "Far Lantern on the strike: who won?",
        "What is the Far Lantern's report on the strike?",
        "What was in the Far-Lantern about the strike?",
        "How many won, the far lantern says?",
        "What has The Far Lantern written about the strike?",
    ],
)
def test_an_outlets_word_is_asked_for_in_many_ways(question: str) -> None:
    assert understood(question, NOW, STORED, ("The Far Lantern", "Echo")).query.sources == (
        "The Far Lantern",
    )


HERALDS = ("Far Herald", "Near Herald", "The Echo", "Night Wire")


@pytest.mark.parametrize(
    ("question", "sources"),
    [
        ("What does the Wire say on the strike?", ("Night Wire",)),
        ("What did the Herald report on the strike?", ("Far Herald", "Near Herald")),
        ("What did the Far Herald report on the strike?", ("Far Herald",)),
        ("According to the Echo and the Night Wire, who won?", ("The Echo", "Night Wire")),
        ("What do the Echo, the Near Herald and Night Wire say on the strike?", (*HERALDS[1:],)),
        ("Which herald sang, and by wire?", ()),
        ("What was sent by wire?", ()),
        ("What does the Old Town Wire say?", ()),
        ("What was seen in the Wire Street?", ()),
    ],
)
def test_several_sources_are_asked_at_once_and_short_names_are_known(
    question: str, sources: tuple[str, ...]
) -> None:
    read = understood(question, NOW, STORED, HERALDS)
    assert sorted(read.query.sources) == sorted(sources)
    assert all(source in read.notes[0] for source in sources)
    assert not sources or {"echo", "herald", "far"}.isdisjoint(read.query.words)


@pytest.mark.parametrize(
    "question",
    ["according to reuters, who won?", "what does reuters say on wins?", "wins: any news from the bbc?"],
)
def test_a_known_agency_that_is_not_stored_is_named_in_any_case(question: str) -> None:
    unknown = understood(question, NOW, STORED, ("Echo",)).unknown
    assert unknown is not None
    assert unknown.surely


@pytest.mark.parametrize(
    ("question", "source"),
    [
        ("According to L'Echo, who won?", "L’Écho"),
        ("According to l’Écho, who won?", "L'Echo"),
        ("What does RTE say on the strike?", "RTÉ"),
        ("According to the WHO, who won?", "WHO"),
        ("По словам Echo: according to Новости, who won?", "Новости"),
        ("According to 24/7, what burned?", "24/7"),
        ("According to Daily (UK) [beta], who won?", "Daily (UK) [beta]"),
    ],
)
def test_a_source_is_known_without_its_accents_and_with_odd_signs(question: str, source: str) -> None:
    assert understood(question, NOW, STORED, ("The", "WHO", source)).query.sources == (source,)


def test_a_source_called_like_an_empty_word_is_asked_for_only_as_it_is_written() -> None:
    assert understood("What was told in the last week?", NOW, STORED, ("The", "Who")).query.sources == ()


def test_a_source_that_is_itself_the_matter_is_no_filter() -> None:
    assert understood("Who owns the Far Lantern?", NOW, STORED, ("The Far Lantern",)).query.sources == ()


def test_words_that_only_name_a_section_are_not_looked_up() -> None:
    assert understood("What is still open on the levies?", NOW, STORED, ()).query.words == ("levies",)
    assert "agreed" in understood("Who agreed to the levies?", NOW, STORED, ()).query.words


@pytest.mark.parametrize(
    ("question", "within"),
    [
        ("What is due next week?", ("2025-11-03", "2025-11-09")),
        ("What is due by Friday?", ("2025-10-30", "2025-10-31")),
        ("Which permits expire on 10 November?", ("2025-11-10", "2025-11-10")),
        ("When does the truce end that was signed on 3 November?", None),
        ("Will the tolls of 2024 end?", None),
        ("What is due?", None),
    ],
)
def test_days_within_which_something_falls_due_are_known(
    question: str, within: tuple[str, str] | None
) -> None:
    found = due_days(question, NOW.date())
    assert (found and (found[0].isoformat(), found[1].isoformat())) == within
