"""What the default engine promises of any text whatever."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from hypothesis import example, given, settings
from hypothesis import strategies as st

from summarizers.engines.extractive import Extractive
from summarizers.grounding.guard import supports
from summarizers.types import MAX_POINT_CHARS, Budget, Document, Publication
from summarizers.wire import briefing

if TYPE_CHECKING:
    from summarizers.types import Point, Summary

ENGINE = Extractive()
DAY = Publication.parse("2031-03-06")
PIECES = (
    "Veltland and Ostmark signed the treaty on Thursday. ",
    "The Allied Dockers’ Union rejected the offer of 4.2 per cent. ",
    "The union will strike on 14 March unless the port gives way. ",
    "They accused the government of fraud. ",
    "The government denies it. ",
    "He said it was a threat, ",
    "Minister Ada Venn told reporters: “We reject ",
    "the deal.” ",
    "Both sides agreed to meet by 4 May and to pay by 9 June; ",
    "while the ban expires in 2032, ",
    "which is why — as the court ruled — ",
    "YESTERDAY, SELWYN (AP) - ",
    "the two countries",
    "While riot police stood by, ",
    "The police rejected the demand. ",
    "The government’s offer was turned down. ",
    "The ministers meet in Oslo on 3 May and in",
    "Riga on 5 June. ",
    "The court will rule by 9 June and ",
    "not on Monday but on ",
    "The talks, set for 12 April, were put off ",
    "by two weeks. ",
    "Last updated: 3 March 2031",
    "its president, Bo Tamm, ",
    '"it added. ',
    "\n",
    "<b>",
    "双方签署协定。",
    "הם חתמו. ",
    "\u200b",
    "\U0001f6a2",
    "5 p.m. ET ",
    "|",
    "(",
    "[",
    "*",
    "\\",
)
"""News as it comes, whole or broken."""

bodies = st.one_of(
    st.text(max_size=400),
    st.lists(st.sampled_from(PIECES), max_size=25).map("".join),
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=20)), max_size=15).map("".join),
)


def document(body: str, title: str = "Veltland signs", key: str = "a") -> Document:
    return Document(id=key, title=title, body=body, published=DAY)


def summarise(body: str, title: str = "Veltland signs") -> Summary:
    return ENGINE.summarize((document(body, title),), Budget())


def quotes(point: Point, body: str) -> list[str]:
    return [body[span.start : span.end] for span in point.evidence]


@settings(max_examples=25, deadline=None)
@given(bodies, st.text(max_size=60))
@example("He said it. " * 40, "")
@example("".join(PIECES), "Union rejects offer")
def test_every_bullet_is_short_whole_and_proved(body: str, title: str) -> None:
    summary = summarise(body, title)
    for point in summary.points:
        assert 0 < len(point.text.strip()) == len(point.text) <= MAX_POINT_CHARS
        assert all(quote.strip() and quote in body for quote in quotes(point, body))
    for point in (*summary.points, *summary.dated):
        assert all(0 <= span.start < span.end <= len(body) for span in point.evidence)


@settings(max_examples=25, deadline=None)
@given(bodies)
def test_seven_bullets_in_all_and_five_a_section_at_most(body: str) -> None:
    summary = summarise(body)
    assert len(summary.points) <= Budget().points
    assert max(Counter(point.section for point in summary.points).values(), default=0) <= Budget().per_section


@settings(max_examples=15, deadline=None)
@given(bodies)
def test_the_same_article_has_the_same_briefing(body: str) -> None:
    assert summarise(body) == summarise(body) == Extractive().summarize((document(body),), Budget())


@settings(max_examples=15, deadline=None)
@given(bodies)
def test_a_bullet_of_several_sentences_has_the_guards_leave(body: str) -> None:
    for point in summarise(body).points:
        if len(point.evidence) > 1 and ": " not in point.text:
            assert supports(point.text, [body[one.start : one.end] for one in sorted(point.evidence)])


@settings(max_examples=10, deadline=None)
@given(bodies, bodies)
def test_a_story_of_two_articles_cites_each_in_its_own_words(one: str, other: str) -> None:
    texts = {"a": one, "b": other}
    summary = ENGINE.summarize((document(one), document(other, key="b")), Budget())
    for point in summary.points:
        assert all(texts[span.document_id][span.start : span.end].strip() for span in point.evidence)
        assert len(point.text) <= MAX_POINT_CHARS


@settings(max_examples=10, deadline=None)
@given(bodies)
def test_what_leaves_the_command_can_be_read_again(body: str) -> None:
    told = briefing("a", (document(body),), summarise(body))
    again = json.loads(json.dumps(told, ensure_ascii=True))
    for bullet in again["bullets"]:
        for citation in bullet["citations"]:
            assert body[citation["start"] : citation["end"]] == citation["quote"]
