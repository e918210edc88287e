"""Headlines that say that nobody came to terms."""

from __future__ import annotations

import pytest

from summarizers.engines.extractive import Extractive
from summarizers.sections.cued import read
from summarizers.sections.fruitless import is_fruitless
from summarizers.text.tokens import words
from summarizers.types import Budget, Document, Section


def fruitless(headline: str) -> bool:
    cues = read(words(headline))
    return is_fruitless(cues.hits, cues.tokens)


@pytest.mark.parametrize(
    "headline",
    [
        "Dam talks end with no agreement in sight",
        "Orrin and Stow fail to reach agreement on number plates",
        "Debt talks head into weekend with no deal",
        "No consensus reached in vote on pesticides",
        "Union leaders fail to agree on top jobs",
        "Coalition talks collapse",
        "Steel negotiations end without a deal",
        "Peace talks stall over prisoners",
        "Pay talks break down",
        "Growers and mills unable to agree a price",
        "No final deal reached as talks end",
        "Rail talks fail over rest days",
        "Fishing talks failed last week",
    ],
)
def test_a_headline_may_say_that_nobody_came_to_terms(headline: str) -> None:
    assert fruitless(headline)


@pytest.mark.parametrize(
    "headline",
    [
        "Orrin and Stow reach agreement on number plates",
        "House approves stopgap after Senate fails to agree",
        "Deal reached after talks failed",
        "Union agrees to new offer as rail talks collapse",
        "Talks resume with no preconditions",
        "Senate fails to pass tax bill",
        "Ministers brace for no-deal exit",
        "Bridge collapses near the talks' venue",
        "Growers and mills near agreement on price",
        "Talks go on to end strike",
        "No strikes after pay deal",
        "Court fails to halt merger as mills close deal",
        "Growers fail to stop pay deal as members back it",
        "Ministers hail pact after talks collapsed last year",
        "Months after talks collapsed, mills close deal",
        "No strikes in rail deal",
        "No-strike deal signed",
        "No layoffs in Tarn mill deal",
        "No tariffs under trade deal",
        "Without Orrin, bay states strike deal",
        "Without Orrin, bay states sign accord",
        "No Orrin as bay states strike deal",
        "Failed airline wins rescue deal",
        "Failed bank reaches rescue deal",
        "Summit fails to please critics, adopts accord",
        "Summit failed poor nations despite climate deal",
        "Talks stalled for years, now a deal is signed",
        "Dam talks collapsed in March, deal signed in May",
        "Talks fail to stop strike; mill and union agree later",
    ],
)
def test_one_that_tells_of_a_deal_or_of_talks_does_not(headline: str) -> None:
    assert not fruitless(headline)


def agreements(headline: str) -> list[str]:
    body = (
        "Ministers of Orrin and Stow met in Tolva on Monday.\n"
        "In spring the two sides agreed to share the lower dam."
    )
    document = Document(id="a", title=headline, body=body)
    points = Extractive().summarize((document,), Budget()).points
    return [point.text for point in points if point.section is Section.AGREEMENT]


def test_below_such_a_headline_what_was_once_agreed_is_no_agreement() -> None:
    assert agreements("Ministers of Orrin and Stow meet in Tolva")
    assert not agreements("Water talks end with no deal")
