"""Whose office a sentence tells of: somebody else's chief executive answers nothing."""

from __future__ import annotations

import pytest

from bot.ask.features import Candidate
from bot.ask.offices import anothers, tells_of


def _one(sentence: str, passage: str = "Sarrow Rail and the Dockers’ Union of Kestria met.") -> Candidate:
    return Candidate(
        text=sentence, before="", after="", title="", passage=f"{passage} {sentence}", relevance=1.0, rank=0
    )


ANOTHERS = (
    (
        "Who is the CEO of Sarrow Rail?",
        "Northern Steel’s chief executive, Oskar Brandt, thanked Sarrow Rail.",
    ),
    ("who is sarrow rail's ceo?", "The CEO of Northern Steel, Oskar Brandt, thanked Sarrow Rail."),
    ("Who was Sarrow Rail’s chief executive?", "Corin Lines chief executive Mara Voss left for Sarrow Rail."),
    ("Who is the CEO of Sarrow Rail?", "Peter Lind, chief executive of Coast Retail, rides on Sarrow Rail."),
    (
        "Who is the president of Kestria?",
        "President Olga Marn of Valdoro and Prime Minister Dov Tesk of Kestria signed the text.",
    ),
    ("Who is the CEO of Sarrow Rail?", "Chief executive Ana Brix of Northern Steel thanked Sarrow Rail."),
    ("Who is the president of the Dockers’ Union?", "President of the Port Board is Ana Roth."),
)
OWN = (
    (
        "Who is the CEO of Sarrow Rail?",
        "Sarrow Rail’s new chief executive is Jon Marl, once of Northern Steel.",
    ),
    ("Who is the CEO of Sarrow Rail?", "The chief executive, Jon Marl, thanked Northern Steel."),
    ("Who is the CEO of Sarrow Rail?", "Sarrow chief executive Jon Marl met the CEO of Northern Steel."),
    ("Who is the CEO of SR?", "Sarrow Rail’s chief executive is Jon Marl."),
    ("Who is the president of Kestria?", "Former Kestrian President Iva Falk met the Sarrow Rail board."),
    (
        "Who is the president of Kestria?",
        "President Olga Marn of Kestria and Prime Minister Dov Tesk of Valdoro signed the text.",
    ),
    ("Who is the president of Kestria?", "President Olga Marn of the People’s Party thanked Kestria."),
    ("Who is the president of Kestria?", "President Olga Marn met the Bank of Valdoro."),
    ("Who is the president of the guild?", "Sarrow Rail’s president, Ana Roth, spoke."),
    ("What did the CEO of Sarrow Rail say?", "Northern Steel’s chief executive said no."),
)


@pytest.mark.parametrize(("question", "sentence"), ANOTHERS)
def test_the_office_of_others_is_told_apart(question: str, sentence: str) -> None:
    assert anothers(question, _one(sentence))
    assert not tells_of(question, _one(sentence))


@pytest.mark.parametrize(("question", "sentence"), OWN)
def test_the_office_asked_after_is_its_own_under_a_short_name_too(question: str, sentence: str) -> None:
    assert not anothers(question, _one(sentence))
    assert tells_of(question, _one(sentence))
