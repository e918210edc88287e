from __future__ import annotations

import pytest

from summarizers.sections.firmness import firmness, status
from summarizers.text.analysis import analyse
from summarizers.types import Document, Status


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Veltland and Ostmark signed the treaty.", Status.AGREED),
        ("Veltland could sign the treaty.", Status.TENTATIVE),
        ("The firms are in final talks on a merger.", Status.TENTATIVE),
        ("The minister expects Ostmark to lift the ban.", Status.TENTATIVE),
        ("Ostmark, which had sought a delay, ratified the treaty.", Status.AGREED),
        ("Ostmark brokered the deal, which calls for a buffer zone.", Status.AGREED),
        ("Ostmark will see the union vote as a judge was about to rule on the fee.", Status.AGREED),
        ("The sides reached a tentative deal on wages.", Status.TENTATIVE),
        ("The dockers agreed to preliminary terms.", Status.TENTATIVE),
        ("Venn Freight said it would pay the dockers 4 crowns more.", Status.AGREED),
        ("Ostmark will withdraw the proposed levy on cod.", Status.AGREED),
        ("Ostmark said it would consider a pact.", Status.TENTATIVE),
        ("Ostmark declared its intent to join the pact.", Status.TENTATIVE),
        ("Venn is likely to sign the bill, which also passed the house.", Status.TENTATIVE),
        ("The mayor said the city would hire 60 nurses.", Status.AGREED),
        ("The mayor told the court that the rangers would stop writing tickets.", Status.AGREED),
        ("The mayor said the city would sign the pact if both houses pass it.", Status.TENTATIVE),
        ("If the deal is signed, it would mark an end of decades of talks.", Status.TENTATIVE),
        ("The pact could be signed by the two sides.", Status.TENTATIVE),
        ("The pact is likely weeks away from being ratified.", Status.TENTATIVE),
        ("Dockers voted by 812 to 377 to accept an offer from Venn Freight.", Status.AGREED),
        ("The charter was renewed one day before it would have lapsed.", Status.AGREED),
        ("Neither port may no longer refuse a ship.", Status.AGREED),
        ("Veltland has shelved plans to close its ports.", Status.AGREED),
        ("Veltland will send a bill to the assembly.", Status.TENTATIVE),
        ("Envoys of Veltland are talking to Ostmark about the pact.", Status.TENTATIVE),
        ("SELWYN, May 14 - Veltland prolonged the truce for ten weeks.", Status.AGREED),
        ("Veltland may prolong the truce in May.", Status.TENTATIVE),
        ("Venn Freight will also drop its plan to cut crews.", Status.AGREED),
        ("Venn Freight has a plan to cut crews.", Status.TENTATIVE),
    ],
)
def test_a_hedge_without_a_completed_act_is_tentative(text: str, expected: Status) -> None:
    assert firmness(text) is expected


@pytest.mark.parametrize(
    ("head", "detail", "expected"),
    [
        (
            "Venn and the dockers have a tentative deal.",
            "Under the deal, Venn will pay more.",
            Status.TENTATIVE,
        ),
        ("Venn and the dockers have a deal.", "Under the deal, Venn will pay more.", Status.AGREED),
        ("Venn and the dockers had a tentative deal.", "The deal was ratified on Monday.", Status.AGREED),
        ("Venn and the dockers have a tentative deal.", "Venn will open the port.", Status.AGREED),
    ],
)
def test_what_a_tentative_deal_holds_is_as_tentative(head: str, detail: str, expected: Status) -> None:
    analysis = analyse(Document(id="a", title="Talks", body=f"{head} {detail}"))
    assert status(analysis, 1) is expected
