"""A word that nothing stored holds is looked up as what was found spells it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ask.reading import root
from bot.ask.spelling import respelled

FOUND = ("The Céloron expedition received treaties.", "Céloron's men rested at Fellgate, by the hearth.")


@pytest.mark.parametrize(
    ("question", "unknown", "understood"),
    [
        ("Who was on Celeron's expedition?", "celeron", "Who was on Céloron's expedition?"),
        ("Who recieved it?", "recieved", "Who received it?"),
        ("What is at felgate?", "felgate", "What is at fellgate?"),
        ("What is at Fellgatte?", "fellgatte", "What is at Fellgate?"),
        ("What is at Hellgate?", "hellgate", "What is at Hellgate?"),
        ("Who will heart it?", "heart", "Who will heart it?"),
        ("What is at Fallgote?", "fallgote", "What is at Fallgote?"),
        ("What was in 18888?", "18888", "What was in 18888?"),
    ],
)
def test_a_word_one_letter_apart_is_spelled_as_found(question: str, unknown: str, understood: str) -> None:
    assert respelled(question, (unknown,), FOUND) == understood


def test_the_commoner_spelling_is_taken() -> None:
    assert respelled("Hansin?", ("hansin",), ("Hanson came.", "Hansen and Hansen left.")) == "Hansen?"


@pytest.mark.untraced
@given(text=st.text(max_size=60), unknown=st.text(max_size=8), found=st.text(max_size=60))
def test_any_text_can_be_respelled(text: str, unknown: str, found: str) -> None:
    assert isinstance(respelled(text, (unknown,), (found,)), str)


def test_a_word_typed_without_its_accents_is_the_same() -> None:
    assert root("céloron") == root("celoron")
    assert root("são") == root("sao")
