"""Short forms are read as what they stand for, and the other way round."""

from __future__ import annotations

import pytest

from bot.ask.query import understand
from bot.ask.reading import meanings, read
from bot.ask.short_forms import spoken


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("ceo", "Northline's chief executive, Petra Voss"),
        ("chief executive", "the CEO of Northline"),
        ("CFO", "its chief financial officer"),
        ("pm", "Prime Minister Reyl"),
        ("prime minister", "the PM's office"),
        ("UK", "in Britain"),
        ("Britain", "the U.K. said"),
        ("US", "the United States"),
        ("United States", "the U.S. said"),
        ("EU", "the European Union's courts"),
        ("MP", "two members of parliament"),
        ("gross domestic product", "GDP grew"),
        ("NHS", "the National Health Service"),
        ("PhD", "a Ph.D. and a doctorate"),
    ],
)
def test_either_form_holds_the_other(question: str, text: str) -> None:
    assert read(understand(question).words[0])[1] & read(text)[1]


@pytest.mark.parametrize(
    ("text", "not_said"),
    [
        ("at 3 pm", "prime"),
        ("they told us so", "united"),
        ("a chief of police", "ceo"),
        ("the united front of nations", "un"),
        ("What did Kim Jong Un announce?", "nations"),
        ("Kim Jong-un met him", "nations"),
        ("the paintings of Ai Weiwei", "artificial"),
        ("Who won the Premier League?", "minister"),
    ],
)
def test_what_only_looks_like_a_short_form_is_none(text: str, not_said: str) -> None:
    assert not_said not in spoken(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Un vote on the truce", "nations"),
        ("the pro-eu camp", "union"),
        ("the Premier of Kestria", "minister"),
        ("its Chief Executive", "ceo"),
    ],
)
def test_a_short_form_is_known_as_people_type_it(text: str, said: str) -> None:
    assert said in spoken(text)


def test_a_question_is_looked_up_in_both_forms() -> None:
    query = understand("Who is the CEO of Northline?")
    assert query.words == ("ceo", "northline")
    assert query.also == ("chief", "executive")
    assert query.replaced == {"ceo"}
    assert "usa" in understand("What did the US announce?").words


def test_words_of_one_meaning_are_given_as_they_are_written() -> None:
    assert "lawsuit" in meanings("suing")
    assert meanings("herring") == ()
