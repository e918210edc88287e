from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizers.sections.pronouns import resolved
from summarizers.text.sentences import split


def told(body: str) -> tuple[str, int] | None:
    """What becomes of the last sentence of `body`."""
    sentences = split(body)
    return resolved(sentences, len(sentences) - 1, sentences[-1].text)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("Bey Tamm spoke to the dockers. He rejected the offer.", "Bey Tamm rejected the offer."),
        ("Minister Venn spoke. She rejected it again.", "Minister Venn rejected it again."),
        ('"We wait," said Bey Tamm. He rejected it again.', "Bey Tamm rejected it again."),
        (
            '"We wait," said the head of the northern dockers, Bey Tamm. He rejected it.',
            "Bey Tamm rejected it.",
        ),
        ("Bey Tamm came in. Tamm said it rained. He rejected it.", "Tamm rejected it."),
        ("Ostmark’s trade minister Bey Tamm said so. He rejected it.", "Bey Tamm rejected it."),
        ("Bey Tamm spoke. His union rejected it.", "Bey Tamm's union rejected it."),
        ('Bey Tamm spoke to us. "We reject it," he said.', '"We reject it," Bey Tamm said.'),
        ("Veltland and Ostmark met. The two sides signed it.", "Veltland and Ostmark signed it."),
        ("Veltland and Ostmark met. They signed it.", "Veltland and Ostmark signed it."),
        ("Veltland and Ostmark met. Cod was there. Both countries won.", "Veltland and Ostmark won."),
        ("The Harbour Union met. Its president resigned.", "The Harbour Union's president resigned."),
        ("The Reef Council spoke. It said that it would go.", "The Reef Council said that it would go."),
        ('"We wait," said the NRU. "We reject it," it added.', '"We reject it," NRU added.'),
        ("Ada Venn of Ostmark said so in a letter. She rejected it.", "Ada Venn rejected it."),
        (
            "The government of Ostmark and the Reef Council met. The two sides signed it.",
            "The government of Ostmark and the Reef Council signed it.",
        ),
    ],
)
def test_a_name_that_is_sure_takes_the_place_of_its_pronoun(body: str, text: str) -> None:
    assert told(body) == (text, 0 if "Tamm said it" not in body else 1)


@pytest.mark.parametrize(
    "body",
    [
        "He rejected the offer.",
        "The US Secretary of State spoke to the dockers. He rejected the offer.",
        "Queen Ada Venn spoke to the dockers. He rejected the offer.",
        "Mr Bey Tamm spoke to the dockers. Her union rejected the offer.",
        "The Harbour Union met. He rejected the offer.",
        "Arlo Venn met the press as Bey Tamm said it rained. He rejected it.",
        "It rained on the quay. He rejected the offer.",
        "Veltland and Ostmark met Corvane and Halden. The two sides signed it.",
        "Veltland and Ostmark met. The two sides of Veltland signed it.",
        "Veltland met the union. The two sides signed it.",
        "Bey Tamm came. The dockers rejected it.",
        "Marl and Upper Stannick are depots. The two companies agreed to it.",
        "Corvane and Halden met. Cod is a matter of both nations.",
        "Bey Tamm spoke. Its president resigned.",
        "Every Thursday at six, Bey Tamm climbs the tower. His father did it before him.",
        "It rained. It said that it would go.",
        "Bey Tamm and Ada Venn spoke to the dockers. He rejected the offer.",
        '"We wait," said a lawyer for Bey Tamm. He rejected the offer.',
        "A lawyer for Bey Tamm spoke to the dockers. He rejected the offer.",
    ],
)
def test_where_no_name_is_sure_the_bullet_stays(body: str) -> None:
    assert told(body) is None


def test_the_two_sides_may_be_named_at_the_head_of_the_article() -> None:
    body = "Veltland and Ostmark met. It rained. It snowed. It hailed. It froze. The two sides signed it."
    assert told(body) == ("Veltland and Ostmark signed it.", 0)
    assert told(body.replace("The two sides", "The two countries")) is None


@given(st.text(alphabet="AbTHe .,\"“”'’-and", max_size=120))
def test_no_text_stops_it(body: str) -> None:
    for index, sentence in enumerate(split(body)):
        found = resolved(split(body), index, sentence.text)
        assert found is None or found[1] < index


def test_two_persons_at_the_head_of_an_article_are_not_its_two_sides() -> None:
    body = (
        "Veltland and Ostmark met. Ada Venn and Bey Tamm ate. It rained. It froze. It blew."
        " The two sides quarrel."
    )
    assert told(body) == ("Veltland and Ostmark quarrel.", 0)
    assert told(body.replace("Ada Venn and Bey Tamm", "Sarrane and Keld")) is None
