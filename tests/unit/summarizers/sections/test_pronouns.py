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
        ("Bey Tamm came in. Tamm said it rained. He rejected it.", "Tamm rejected it."),
        ("Bey Tamm spoke. His union rejected it.", "Bey Tamm's union rejected it."),
        ('Bey Tamm spoke to us. "We reject it," he said.', '"We reject it," Bey Tamm said.'),
        ("Veltland and Ostmark met. The two sides signed it.", "Veltland and Ostmark signed it."),
        ("Veltland and Ostmark met. They signed it.", "Veltland and Ostmark signed it."),
        ("Veltland and Ostmark met. Cod was there. Both countries won.", "Veltland and Ostmark won."),
    ],
)
def test_a_name_that_is_sure_takes_the_place_of_its_pronoun(body: str, text: str) -> None:
    assert told(body) == (text, 0 if "Tamm said it" not in body else 1)


@pytest.mark.parametrize(
    "body",
    [
        "He rejected the offer.",
        "The Harbour Union met. He rejected the offer.",
        "Arlo Venn met the press as Bey Tamm said it rained. He rejected it.",
        "It rained on the quay. He rejected the offer.",
        "Veltland and Ostmark met Corvane and Halden. The two sides signed it.",
        "Veltland and Ostmark met. The two sides of Veltland signed it.",
        "Veltland met the union. The two sides signed it.",
        "Bey Tamm came. The dockers rejected it.",
    ],
)
def test_where_no_name_is_sure_the_bullet_stays(body: str) -> None:
    assert told(body) is None


@given(st.text(alphabet="AbTHe .,\"“”'’-and", max_size=120))
def test_no_text_stops_it(body: str) -> None:
    for index, sentence in enumerate(split(body)):
        found = resolved(split(body), index, sentence.text)
        assert found is None or found[1] < index
