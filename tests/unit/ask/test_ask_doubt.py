"""What speaks against a sentence as the answer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ask.asked import Asked
from bot.ask.doubt import NAMES, of
from bot.ask.features import Candidate
from bot.ask.query import understand


def _told(question: str, sentence: str, before: str = "") -> dict[str, float]:
    query = understand(question)
    one = Candidate(text=sentence, before=before, after="", title="", passage=sentence, relevance=1.0, rank=0)
    return dict(zip(NAMES, of(Asked(query, dict.fromkeys(query.words, 1.0)), one), strict=True))


def test_another_name_or_figure_in_the_place_of_the_one_asked_for_is_seen() -> None:
    right = _told(
        "Who built the bridge at Fellgate in 1888?", "The bridge at Fellgate was built in 1888 by Oake."
    )
    wrong = _told(
        "Who built the bridge at Fellgate in 1888?", "The bridge at Sarnmouth was built in 1932 by Oake."
    )
    assert (right["names_swapped"], right["figures_swapped"]) == (0.0, 0.0)
    assert wrong["names_swapped"] > 0
    assert wrong["figures_swapped"] == 1.0


def test_a_name_in_the_sentence_before_is_not_missing() -> None:
    question, sentence = "What did Oake build?", "The engineer built the bridge."
    assert _told(question, sentence)["names_missing"] > 0
    assert _told(question, sentence, "Oake was an engineer.")["names_missing"] == 0


@pytest.mark.parametrize(
    ("question", "near", "far", "without"),
    [
        (
            "Who won the cup?",
            "The cup was won by Ines Rovero.",
            "The cup was won. " + "It rained. " * 9 + "So did Ines Rovero.",
            "The cup was won.",
        ),
        (
            "When was the cup won?",
            "The cup was won in June.",
            "The cup was won. " + "It rained. " * 9 + "So in June.",
            "The cup was won.",
        ),
        (
            "How many won the cup?",
            "The cup was won by nine.",
            "The cup was won. " + "It rained. " * 9 + "So did nine.",
            "The cup was won.",
        ),
    ],
)
def test_something_of_the_kind_asked_for_counts_by_how_near_it_stands(
    question: str, near: str, far: str, without: str
) -> None:
    some = [_told(question, text) for text in (near, far, without)]
    assert some[0]["kind_near"] > some[1]["kind_near"] > some[2]["kind_near"] == 0.0
    assert [one["holds_kind"] for one in some] == [1.0, 1.0, 0.0]


@pytest.mark.parametrize(
    ("question", "sentence", "turned"),
    [
        ("Which cells are unable to remember?", "Some cells are able to remember.", 1.0),
        ("What was the significance of the win?", "The insignificance of the win was plain.", 1.0),
        ("Which cells are able to remember?", "Some cells are able to remember.", 0.0),
        ("Who is under the age?", "Those below the age are.", 0.0),
    ],
)
def test_a_word_with_a_prefix_that_denies_it_is_its_opposite(
    question: str, sentence: str, turned: float
) -> None:
    assert _told(question, sentence)["turned"] == turned


def test_opposites_count_among_the_words_that_carry_little_too() -> None:
    assert _told("What was built before the war?", "The quay was built after the war.")["opposed"] == 1.0
    assert _told("What was built before the war?", "The quay was built before the war.")["opposed"] == 0.0


def test_only_first_or_all_must_be_said_by_the_sentence_or_its_passage() -> None:
    def told(sentence: str) -> tuple[float, float]:
        one = _told("What was the only port that closed?", sentence)
        return one["bound_missing"], one["bound_missing_around"]

    assert told("The port of Selwyn closed.") == (1.0, 1.0)
    assert told("The port of Selwyn was the only one that closed.") == (0.0, 0.0)


@pytest.mark.untraced
@given(st.text(max_size=120), st.text(max_size=200))
def test_whatever_is_asked_and_told_the_features_lie_between_0_and_1(question: str, sentence: str) -> None:
    assert all(0.0 <= value <= 1.0 + 1e-9 for value in _told(question, sentence).values())


@pytest.mark.parametrize(
    ("name", "question", "right", "wrong"),
    [
        (
            "rival",
            "What fell in the third quarter?",
            "Sales fell in the third quarter.",
            "Sales fell in the second quarter.",
        ),
        ("rival", "What did her son paint?", "Her son painted a boat.", "Her brother painted a boat."),
        (
            "phrase_missing",
            "What did the mayor Dora Finch say?",
            "The mayor Dora Finch said no.",
            "The mayor Dora Lind met Otto Finch.",
        ),
        ("names_unseen", "What did Oake build?", "Oake built the bridge.", "Rovero built the bridge."),
    ],
)
def test_what_stands_in_the_place_of_what_is_asked_for_speaks_against_it(
    name: str, question: str, right: str, wrong: str
) -> None:
    assert _told(question, right)[name] == 0
    assert _told(question, wrong)[name] > 0


def test_a_number_stands_before_what_is_counted() -> None:
    question = "How many jobs will be cut?"
    assert _told(question, "The yard will cut 90 jobs.")["counted"] == 1
    assert _told(question, "Jobs will be cut, said one of 40 clerks.")["counted"] == 0
    assert _told("Who cuts jobs?", "The yard will cut 90 jobs.")["counted"] == 0.5
