"""What the one sentence on a story is."""

from __future__ import annotations

import pytest

from summarizers.engines.extractive import Extractive
from summarizers.types import Budget, Document, Publication

DAY = Publication.parse("2026-03-05")


def gist(title: str, *lines: str) -> str:
    body = "\n".join(lines)
    document = Document(id="a", title=title, body=body, published=DAY)
    found = Extractive().summarize((document,), Budget()).gist
    assert found is not None
    return found.text


LEAD = (
    "The parliament of Ostmark voted by 64 to 51 to join the shipping pact that its neighbours around the"
    " inland sea signed in Selwyn two years ago."
)


@pytest.mark.parametrize(
    "short",
    [
        "Later in the evening, the parliament of Ostmark went home.",
        "Before this vote, Ostmark was no member of the pact.",
        "The vote was 64 to 51 on the shipping pact, the parliament said.",
        "Under this pact, Ostmark would join in shipping.",
    ],
)
def test_what_happened_is_told_before_a_short_side_matter(short: str) -> None:
    assert gist("Ostmark’s parliament votes to join shipping pact", LEAD, short) == LEAD


def test_a_scene_that_opens_a_story_gives_way_to_what_its_title_tells() -> None:
    told = "Ostmark’s last coal mine, at Dellbrook, will shut in June, its owner said on Tuesday."
    assert (
        gist("Dellbrook, last coal mine of Ostmark, to shut", "They came up in the dark, as always.", told)
        == told
    )


def test_what_a_sentence_loses_counts_before_the_next_one_is_the_best() -> None:
    told = "Ostmark joins the shipping pact of its neighbours, its parliament decided on Tuesday."
    quoted = "“Ostmark joins the shipping pact, and we are glad of it,” said Bey Tamm of the dockers’ union."
    assert gist("Ostmark joins shipping pact", quoted, "It rained.", told) == told
    assert gist("Ostmark joins shipping pact", "It joins the shipping pact of Ostmark.", told) == told


def test_lines_of_the_page_take_no_place_from_the_news() -> None:
    page = ("Share", "Read more: the pact in figures", "Photo: a quay", "Sign up for our newsletter")
    after = "Ostmark’s ports handled nine million tonnes of shipping last year."
    assert gist("Ostmark joins shipping pact", *page, LEAD, after) == LEAD


def test_a_live_report_has_its_news_anywhere() -> None:
    told = "The council of Selwyn has voted to shut the harbour bridge to lorries from May."
    assert (
        gist(
            "Live: Selwyn votes on lorries on the harbour bridge",
            "19:40 That is all for tonight. The debate goes on at 9 tomorrow.",
            "18:20 Somebody has brought soup for the gallery.",
            "17:02 It rains on the bridge.",
            "16:10 A speaker from the hauliers has lost his notes.",
            "15:30 The mayor is on her feet.",
            f"15:00 {told}",
        )
        == told
    )


def test_a_lead_that_opens_with_a_joined_word_has_a_capital() -> None:
    assert gist(
        "Ostmark’s railway to cut trains", "On Monday, state-owned Ostmark Rail said it would cut 40 trains."
    ).startswith("State-owned Ostmark Rail")


@pytest.mark.parametrize("nothing", ["<div class='x'></div>", "&nbsp;", "<br/>. <p></p>"])
def test_a_sentence_of_tags_alone_is_no_gist(nothing: str) -> None:
    assert gist("Ostmark joins shipping pact", nothing, LEAD) == LEAD
