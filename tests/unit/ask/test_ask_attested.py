"""What a question takes for granted: denials, opposites, figures and names that a sentence must bear out."""

from __future__ import annotations

import pytest

from bot.ask.asked import Asked
from bot.ask.features import NAMES, Candidate, of
from bot.ask.query import understand


def _features(question: str, sentence: str, title: str = "", before: str = "") -> dict[str, float]:
    query = understand(question)
    asked = Asked(query, dict.fromkeys(query.words, 1.0))
    one = Candidate(
        text=sentence,
        before=before,
        after="",
        title=title,
        passage=f"{before} {sentence}",
        relevance=1.0,
        rank=0,
    )
    return dict(zip(NAMES, of(asked, one), strict=True))


@pytest.mark.parametrize(
    ("question", "sentence", "denied", "denies"),
    [
        ("Which port did not close?", "The port of Selwyn closed.", 1.0, 0.0),
        ("Which port didn't close?", "The port of Selwyn closed.", 1.0, 0.0),
        ("Which port did not close?", "The port of Selwyn never closed.", 0.0, 0.0),
        ("Which port closed?", "The port of Selwyn refused to close.", 0.0, 1.0),
        ("Which port closed?", "The port of Selwyn closed.", 0.0, 0.0),
    ],
)
def test_a_denial_on_one_side_only_is_seen(
    question: str, sentence: str, denied: float, denies: float
) -> None:
    told = _features(question, sentence)
    assert (told["denied"], told["denies"]) == (denied, denies)


@pytest.mark.parametrize(
    ("question", "sentence", "contrary"),
    [
        ("When did the levy increase?", "The levy decreased in May.", 1.0),
        ("When did the levy increase?", "The levy increased in May.", 0.0),
        ("Who won the vote?", "Its enemies lost no vote.", 1.0),
    ],
)
def test_an_opposite_in_the_place_of_a_word_is_seen(question: str, sentence: str, contrary: float) -> None:
    assert _features(question, sentence)["contrary"] == contrary


def test_what_denies_a_question_of_yes_or_no_answers_it() -> None:
    for question, sentence in (
        ("Is the port open on Monday?", "The port stays closed on Monday."),
        ("did the port close", "The port never closed."),
        ("Isn’t the port closed?", "The port is closed."),
    ):
        told = _features(question, sentence)
        assert (told["denied"], told["denies"], told["contrary"]) == (0.0, 0.0, 0.0)


def test_a_figure_or_a_name_that_the_passage_lacks_is_seen() -> None:
    sentence = "In 1927 the council of Selwyn opened a garden."
    assert _features("What did the council of Selwyn open in 1927?", sentence)["figure_missing"] == 0.0
    assert _features("What did the council of Selwyn open in 1928?", sentence)["figure_missing"] == 1.0
    assert _features("What did the council of Selwyn open?", sentence)["name_missing"] == 0.0
    assert _features("What did the council of Havrenne open?", sentence)["name_missing"] == 1.0
    assert _features("What did the council of Havrenne open?", sentence, "Havrenne")["name_missing"] == 0.0


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Where did they fight?", "They fought at the ford."),
        ("Who chose the site?", "The board chooses it."),
        ("What did the union seek?", "It sought a raise."),
    ],
)
def test_an_irregular_form_is_the_same_word(question: str, sentence: str) -> None:
    assert _features(question, sentence)["covered"] > 0


def test_another_word_for_it_is_meant_and_not_said() -> None:
    told = _features("When was the company purchased?", "It was acquired in May.", before="The firm is old.")
    assert (told["covered"], told["meant"], told["meant_around"]) == (0.0, 0.5, 1.0)


def test_only_a_question_after_a_time_looks_for_a_year() -> None:
    sentence = "The garden opened in 1927."
    assert _features("When did the garden open?", sentence)["year"] == 1.0
    assert _features("Who opened the garden?", sentence)["year"] == 0.0
    assert _features("When did the garden open?", "The garden opened in May.")["year"] == 0.0
