from __future__ import annotations

import pytest

from summarizers.sections.leaning import leans, tells_terms


@pytest.mark.parametrize(
    "text",
    [
        "The union rejected the charge.",
        "He threatened to answer with a duty of 50 per cent on machine tools from Kestria.",
        "Both sides agreed to let the Relief Register visit the places where prisoners are held.",
        "Solicitor General Amara Whitlock rejected that characterization on Thursday.",
        "The government of Sarrane calls forty of those criminals and holds them.",
        "The government denies it.",
        "The mayor of Selwyn defended both.",
        "The court of Ostmark backs many of those.",
        "Bey Tamm of the union condemned these plans.",
        "Not everybody was persuaded.",
        "Bey Tamm of the union called it “a lie”.",
        "Nobody signed the treaty.",
        "Both sides blamed each other.",
        "The miner has so far refused to discuss that.",
        "People in the village of Rio Claro say that is not good enough.",
        "If they fail, Ostmark will go to the tribunal on 1 March.",
        "When they do, the strike at Selwyn will be over.",
        "“They broke the law,” said Bey Tamm, the leader of the dockers’ union.",
    ],
)
def test_a_bullet_that_needs_the_sentence_before_it_leans(text: str) -> None:
    assert leans(text)


@pytest.mark.parametrize(
    "text",
    [
        "The dockers’ union rejected the offer of 4.2 per cent.",
        "Ostmark rejected the treaty.",
        "If the talks fail, Ostmark will go to the tribunal on 1 March.",
        "The minister said that the government had rejected a treaty that nobody in the islands wanted.",
        "The union called that morning for a strike at every port, which the government will not accept.",
        "Opponents of the law say it breaks the constitution and that this is a matter for the courts.",
    ],
)
def test_a_bullet_that_says_who_and_what_does_not(text: str) -> None:
    assert not leans(text)


def test_the_terms_of_a_deal_are_told_from_the_deal() -> None:
    assert tells_terms("Under the pact, Veltland will lower its duty.")
    assert tells_terms("In return Ostmark buys grain.")
    assert not tells_terms("Veltland and Ostmark signed the pact.")
