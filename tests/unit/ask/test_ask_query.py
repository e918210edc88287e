"""What a question is after: its words, phrases, kind, days and sources."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


def test_quoted_words_are_a_phrase() -> None:
    assert understand('Who said "not a gift" about “the ore”?').phrases == ("not a gift", "the ore")


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
        ("What was agreed before 28 October?", date(2025, 10, 1), date(2025, 10, 28)),
    ],
)
def test_a_date_filters_by_publication_and_is_said_back(question: str, first: date, last: date) -> None:
    read = understood(question, NOW, STORED, ())
    assert (read.query.first, read.query.last) == (first, last)
    assert str(first) in read.notes[0]
    assert "monday" not in read.query.words


@pytest.mark.parametrize("question", ["What was built in 1066?", "What expires on 10 November?", "Who won?"])
def test_a_date_of_which_nothing_can_be_stored_is_content(question: str) -> None:
    assert understood(question, NOW, STORED, ()).query.first is None


def test_without_dated_articles_no_date_is_a_filter() -> None:
    assert understood("What happened yesterday?", NOW, None, ()).query.first is None


def test_a_named_source_is_a_filter_and_its_name_no_content() -> None:
    read = understood("According to the Lantern, who won?", NOW, STORED, ("The Lantern", "Echo"))
    assert read.query.sources == ("The Lantern",)
    assert "lantern" not in read.query.words
    assert "The Lantern" in read.notes[0]
    assert understood("What does Echo say on tariffs?", NOW, STORED, ("Echo",)).query.sources == ("Echo",)


def test_a_source_that_is_not_stored_is_named() -> None:
    read = understood("Who won according to Farwire?", NOW, STORED, ("Echo",))
    assert read.query.sources == ()
    assert "Farwire" in read.notes[0]
