from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizers.sections.short_names import spelled_out
from summarizers.text.sentences import split

UNION = "The Allied Dockers’ Union met in Selwyn."
BOTH = "Veltland’s government and the Reef Council signed a truce."


def told(body: str) -> tuple[str, int] | None:
    """What becomes of the last sentence of `body`."""
    sentences = split(body)
    return spelled_out(sentences, len(sentences) - 1, sentences[-1].text)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (f"{UNION} The union rejected the offer.", "The Allied Dockers’ Union rejected the offer."),
        (f"{UNION} The union’s leader resigned.", "The Allied Dockers’ Union’s leader resigned."),
        (
            "The Commission on Tides met. The commission rejected the plan.",
            "The Commission on Tides rejected the plan.",
        ),
        (
            "Venn signed the Coast Safety Act. The bill has sparked protests.",
            "The Coast Safety Act has sparked protests.",
        ),
        (
            "It rained as President Ada Venn of Ostmark spoke. The president rejected it.",
            "President Ada Venn rejected it.",
        ),
        (
            "Vice President Bo Tamm left and President Ada Venn spoke. The president rejected it.",
            "President Ada Venn rejected it.",
        ),
        (f"{BOTH} The government rejected a change.", "Veltland’s government rejected a change."),
        (
            "The government of Ostmark and Ostmark’s government are one. The government agreed to it.",
            "The government of Ostmark agreed to it.",
        ),
        (
            f"{BOTH} The government and the council remain divided.",
            "Veltland’s government and the Reef Council remain divided.",
        ),
        ("Ostmark’s foreign ministry spoke. The ministry agreed.", "Ostmark’s foreign ministry agreed."),
    ],
)
def test_the_only_full_name_takes_the_place_of_its_short_form(body: str, text: str) -> None:
    assert told(body) == (text, 0)


@pytest.mark.parametrize(
    "body",
    [
        "It rained. The union rejected the offer.",
        f"{UNION} The Northern Rail Union met too. The union rejected the offer.",
        f"{UNION} A union of bakers met too. The union rejected the offer.",
        f"{UNION} Other unions met too. The union rejected the offer.",
        f"{UNION} The union of bakers rejected the offer.",
        f"{UNION} Workers of the union rejected the offer.",
        "A trial court in Selwyn ruled. The Supreme Court was silent. The court rejected the plea.",
        "The Fisheries Authority on Thursday spoke. The board rejected the plea.",
        "President Ada Venn met former President Bo Tamm. The president rejected it.",
        "President Ada Venn met President Bo Tamm. The president rejected it.",
        "Veltland’s government met Ostmark’s government. The government rejected it.",
        f"{UNION} The government and the union remain divided.",
        f"{UNION} The union and the bakers rejected it.",
    ],
)
def test_where_no_name_or_more_than_one_is_meant_the_text_stays(body: str) -> None:
    assert told(body) is None


@pytest.mark.parametrize("leading", ["While", "As", "In", "The"])
def test_who_rules_without_a_country_is_no_name(leading: str) -> None:
    assert told(f"{leading} riot police stood by. The police rejected the demand.") is None
    named = told(f"{leading} riot police stood by. Sarrane police met them. The police rejected the demand.")
    assert named == ("The Sarrane police rejected the demand.", 1)


def test_a_day_is_no_part_of_a_name() -> None:
    found = told("The Ports Fair Authority on Thursday agreed. The authority will rule in May.")
    assert found == ("The Ports Fair Authority will rule in May.", 0)


@given(st.text(alphabet="AbTHe .,’'-andofUnion", max_size=150))
def test_no_text_stops_it(body: str) -> None:
    sentences = split(body)
    for sentence in sentences:
        found = spelled_out(sentences, sentence.index, sentence.text)
        assert found is None or found[1] < sentence.index
