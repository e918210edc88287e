from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizers.rank.centroid import term_weights
from summarizers.sections.features import Rows, features
from summarizers.text.analysis import analyse
from summarizers.types import Document, Publication


def rows(body: str, title: str = "", published: str | None = "2031-03-06") -> Rows:
    date = Publication.parse(published) if published else None
    analysis = analyse(Document(id="a", title=title, body=body, published=date))
    return features(analysis, term_weights(analysis.stems, analysis.bags))


@given(st.text(max_size=300), st.text(max_size=60))
def test_there_is_one_row_a_sentence_and_no_value_that_is_none_or_out_of_range(body: str, title: str) -> None:
    found = rows(body, title)
    assert len(found.own) == len(analyse(Document(id="a", title=title, body=body)).sentences)
    assert all(0 <= value <= 9 for value in found.shared.values())
    for row in found.own:
        assert all(0 < value <= 9 for name, value in row.items() if name not in {"close", "len", "pos"})


def test_the_headline_is_shared_by_all_sentences() -> None:
    shared = rows("The ports reopened.", title="Union signs deal").shared
    assert {"t:conclude", "t:deal"} <= set(shared)


def test_a_sentence_that_takes_up_the_headline_says_so() -> None:
    first, second = rows("The union signed the deal. It rained.", title="Union signs deal").own
    assert first["t~settled"] == 1
    assert first["title"] > 0
    assert {"t~settled", "title"}.isdisjoint(second)


def test_a_year_before_the_article_is_history_and_needs_a_date() -> None:
    body = "In 2019 the ports closed."
    assert "pastyear" in rows(body).own[0]
    assert "pastyear" not in rows(body, published=None).own[0]
    assert "pastyear" not in rows("By 2035 the ports close.").own[0]


def test_the_time_before_an_update_is_no_number_of_it() -> None:
    assert "num" not in rows("15.55 The union signed the deal.").own[0]
    assert "num" in rows("15.55 The union signed the 2 deals.").own[0]


def test_a_pair_of_cues_counts_beside_its_parts() -> None:
    row = rows("The senate passed the bill.").own[0]
    assert row["pass&law"] == row["c:pass"] == row["c:law"] == 1


def test_neighbours_lend_their_disputes() -> None:
    first, second = rows("The union rejected the offer and sued. It rained.").own
    assert second["prev_d"] == 2
    assert {"prev_d", "next_d"}.isdisjoint(first)


def test_a_new_deal_is_told_from_the_known_one() -> None:
    new, known = rows("They signed a new deal. The deal covers ships.").own
    deals = {"newdeal", "defdeal"}
    assert (deals & new.keys(), deals & known.keys()) == ({"newdeal"}, {"defdeal"})


@pytest.mark.parametrize(
    "text",
    [
        "They were unable to reach a new deal.",
        "In the absence of an acceptable gas agreement the pipe stays shut.",
        "The house rose without passing a spending bill.",
        "The two sides haven’t signed a pact.",
        "No new agreement was reached on Friday.",
        "The two sides are nowhere near a landmark deal.",
    ],
)
def test_a_deal_that_there_is_not_is_no_new_one(text: str) -> None:
    assert "newdeal" not in rows(text).own[0]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Under the new two-year contract, pay rises.", {"under"}),
        ("The three-year deal also includes pay.", {"holds"}),
        ("The deal was signed.", set()),
        ("Under the bridge it rained.", set()),
    ],
)
def test_what_a_deal_holds_is_told_from_the_deal(text: str, told: set[str]) -> None:
    assert {"under", "holds"} & rows(text).own[0].keys() == told


@pytest.mark.parametrize(
    ("text", "defines"),
    [
        ("Venn is a port of the north.", True),
        ("Venn was the first port.", True),
        ("Venn is closed.", False),
        ("This a port knows.", False),
    ],
)
def test_a_definition_is_told_by_its_verb(text: str, defines: bool) -> None:
    assert ("isa" in rows(text).own[0]) is defines


@pytest.mark.parametrize(
    ("text", "recent"), [("It closed on Friday.", True), ("This is this weekend.", True), ("It is.", False)]
)
def test_a_day_close_by_is_recent(text: str, recent: bool) -> None:
    assert ("recent" in rows(text).own[0]) is recent


@pytest.mark.parametrize(
    ("text", "mutual"),
    [
        ("Both sides will set up a working group on water.", 1),
        ("The two will share the cost of a lawyer.", 1),
        ("The envoy said that the two governments are to lower the levy.", 1),
        ("Both sides have also signed off on a new season.", 1),
        ("Both parties will need to go back to the table.", 0),
        ("The two sides will not lower the levy.", 0),
        ("The port will lower both levies.", 0),
        ("Each of the six, two of them new, failed; Venn will pay.", 0),
    ],
)
def test_what_both_parties_will_do_is_told_from_what_one_will(text: str, mutual: int) -> None:
    assert bool(rows(text).own[0].get("mutual")) == bool(mutual)


def test_a_term_is_all_that_is_told_of_a_deal() -> None:
    assert rows("The truce is scheduled to begin Tuesday to let aid reach the coast.").own[0].get("termed")
    assert not rows("The truce was signed Tuesday.").own[0].get("termed")


def test_a_sentence_without_a_cue_that_is_needed_has_an_empty_row_and_the_others_the_same_one() -> None:
    body = "It rained on the bay. The union signed the deal. The senate denied it."
    analysis = analyse(Document(id="a", title="Union signs deal", body=body))
    weights = term_weights(analysis.stems, analysis.bags)
    first, second, third = features(analysis, weights, frozenset({"c:deal"})).own
    assert (first, third) == ({}, {})
    assert second == features(analysis, weights).own[1]


@pytest.mark.parametrize(
    ("text", "need"),
    [
        ("The union will sue.", "will:foe"),
        ("The senate lifted the tariffs.", "easing"),
        ("Critics denounced the bill.", "did:accuse"),
        ("The union signed the deal.", "done:conclude"),
        ("The senate passed the bill.", "pass&law"),
        ("It rained on the bay.", "settled0"),
    ],
)
def test_whatever_a_sentence_has_by_its_cues_may_be_what_is_needed(text: str, need: str) -> None:
    analysis = analyse(Document(id="a", title="", body=text))
    weights = term_weights(analysis.stems, analysis.bags)
    (row,) = features(analysis, weights, frozenset({need})).own
    assert row == features(analysis, weights).own[0]
    assert row[need] == 1
