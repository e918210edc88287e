from __future__ import annotations

import pytest

from summarizers.rank.centroid import term_weights
from summarizers.sections.agreements import agreements
from summarizers.sections.features import Rows, features
from summarizers.sections.model import Classifier
from summarizers.sections.statements import Statement, told_apart
from summarizers.sections.tensions import tensions
from summarizers.text.analysis import Analysis, analyse
from summarizers.types import Document, Publication, Section

BODY = (
    "Veltland and Ostmark signed a fishing agreement on Thursday after eleven hours of talks in Port"
    " Selwyn.\n"
    "Both governments agreed to share a quota of 84,000 tonnes.\n"
    "Port Selwyn lies on a wide bay.\n"
    "Conservation groups accused both governments of recklessness and threatened to sue over the quota.\n"
    "The bay is forty kilometres wide."
)


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    title = "Veltland and Ostmark sign fishing deal as conservationists threaten lawsuit"
    return analyse(Document(id="a", title=title, body=BODY, published=Publication.parse("2031-03-06")))


@pytest.fixture(scope="module")
def rows(analysis: Analysis) -> Rows:
    return features(analysis, term_weights(analysis.stems, analysis.bags))


def test_a_signed_treaty_is_an_agreement_and_a_bay_is_not(rows: Rows) -> None:
    found = {one.sentence for one in agreements(rows)}
    assert {0, 1} <= found
    assert found.isdisjoint({2, 4})


def test_an_accusation_with_a_threat_is_a_tension_and_a_bay_is_not(rows: Rows) -> None:
    found = {one.sentence for one in tensions(rows)}
    assert 3 in found
    assert found.isdisjoint({2, 4})


def test_a_classifier_adds_weights_and_ignores_unknown_features() -> None:
    classifier = Classifier(weights={"bias": -1.0, "x": 2.0}, threshold=0.5)
    ((index, chance),) = classifier.above(
        Rows(shared={"bias": 1.0}, own=[{"x": 1.0, "unknown": 9.0}, {"x": 0.0}], cues=[])
    )
    assert index == 0
    assert chance == pytest.approx(0.731, abs=0.001)


def test_a_classifier_wants_evidence_in_the_sentence_itself() -> None:
    classifier = Classifier(weights={"near": 9.0}, threshold=0.5, needs=frozenset({"own"}))
    rows = Rows(shared={}, own=[{"near": 1.0}, {"near": 1.0, "own": 1.0}], cues=[])
    assert [index for index, _ in classifier.above(rows)] == [1]


def test_an_extreme_score_is_a_probability() -> None:
    classifier = Classifier(weights={"x": -1e6}, threshold=0.0)
    assert classifier.above(Rows(shared={}, own=[{"x": 1.0}], cues=[])) == [(0, 0.0)]


def statement(section: Section, index: int, probability: float) -> Statement:
    return Statement(section, index, probability, frozenset())


def test_a_sentence_states_its_more_probable_section_only() -> None:
    weak, strong = statement(Section.AGREEMENT, 1, 0.6), statement(Section.TENSION, 1, 0.7)
    other = statement(Section.AGREEMENT, 2, 0.5)
    assert told_apart((weak, other, strong)) == (other, strong)


def test_a_sentence_that_is_sure_of_both_states_both() -> None:
    both = (statement(Section.AGREEMENT, 1, 0.88), statement(Section.TENSION, 1, 0.9))
    assert told_apart(both) == both


@pytest.mark.parametrize(
    "attack",
    [
        "Exporters' associations criticised the decision and said the strong crown was costing jobs.",
        "Shop owners in Selwyn opposed the plan.",
        "Shop owners in Selwyn are fighting the plan to close the quay.",
        "Shop owners in Selwyn accuse the bank of hiding its losses.",
        "Two families from Selwyn have sued the Lumo company over it.",
    ],
)
def test_a_plain_attack_is_a_tension_in_a_calm_article_too(attack: str) -> None:
    calm = (
        "The bank of Ostmark kept its rate at 4.25 percent on Thursday.\nThe next meeting is on June 11."
        "\nInflation was 2 percent in March.\nThe bank moved into its new house last year."
    )
    found = analyse(Document(id="a", title="Ostmark’s bank holds rate", body=f"{calm}\n{attack}"))
    told = [one.sentence for one in tensions(features(found, term_weights(found.stems, found.bags)))]
    assert told == [4]


@pytest.mark.parametrize(
    "promise",
    [
        "The council has promised to run breakfast clubs at all four schools.",
        "Councillor Ada Venn apologised to residents for the late papers.",
    ],
)
def test_a_plain_promise_is_an_agreement_in_a_calm_article_too(promise: str) -> None:
    calm = "Selwyn’s schools opened on Monday.\nIt rained all morning.\nThe bay is forty kilometres wide."
    found = analyse(Document(id="a", title="Selwyn’s schools open", body=f"{calm}\n{promise}"))
    told = [one.sentence for one in agreements(features(found, term_weights(found.stems, found.bags)))]
    assert told == [3]


def test_a_refusal_of_long_ago_is_no_tension() -> None:
    body = (
        "Ada Venn, who painted the bay of Selwyn, has died at 91.\nShe refused a medal in 1988.\nIt rained a"
        " lot in her pictures."
    )
    found = analyse(
        Document(id="a", title="Painter dies", body=body, published=Publication.parse("2031-03-06"))
    )
    assert not tensions(features(found, term_weights(found.stems, found.bags)))
