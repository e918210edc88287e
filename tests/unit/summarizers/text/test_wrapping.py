"""Lines wrapped at a width: mail, old wires, text files."""

from __future__ import annotations

import re
import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ingest.normalise import clean_text
from summarizers.engines.extractive import Extractive
from summarizers.engines.line_ends import read, spans
from summarizers.text.wrapping import unwrapped
from summarizers.types import Budget, Document, Publication, Span

NEWS = (
    "Veltland and Ostmark agreed on Tuesday to extend the truce over cod by one year, after eleven hours of "
    "talks in Port Selwyn that both sides had called the last chance before the season begins in earnest."
)
BACKGROUND = (
    "The old agreement was to lapse on 10 November, and fishermen on both coasts feared a row over quotas. "
    "The new one runs until 10 November 2032."
)
PARAGRAPHS = (NEWS, BACKGROUND)
A_SENTENCE_A_LINE = """One sentence a line.
Another sentence on its own line.
A third one, which is rather a long one.
And a fourth to end the text with."""
A_LIST = """- milk for the children of the school
- bread for the teachers of the school
- salt for the cooks of the same school
- fish for the cats of the school next door"""
INDENTED = """  Indented lines stand for themselves, whatever they
  may hold and however long they are made by whoever
  whoever set them in this way, for they are verse
  and nobody may make prose of them at all"""


@pytest.mark.parametrize("width", [60, 66, 72, 80])
def test_wrapped_lines_are_one_and_paragraphs_stay(width: int) -> None:
    body = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in PARAGRAPHS)
    assert unwrapped(body) == "\n\n".join(PARAGRAPHS)


def test_a_wrapped_article_says_what_it_says_on_long_lines_and_quotes_its_own_characters() -> None:
    wrapped = "\n\n".join(textwrap.fill(paragraph, 66) for paragraph in PARAGRAPHS)
    plain, found = (_told(body) for body in ("\n\n".join(PARAGRAPHS), wrapped))
    assert found == plain
    assert plain


@pytest.mark.parametrize("width", [60, 72])
def test_lines_that_end_in_two_characters_are_read_as_those_that_end_in_one(width: int) -> None:
    body = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in (*PARAGRAPHS, *PARAGRAPHS[1:]))
    plain, found = _told(body), _told(body.replace("\n", "\r\n"))
    assert [text for text, _ in found] == [text for text, _ in plain]
    assert [[quote.replace("\r", "") for quote in quotes] for _, quotes in found] == [it for _, it in plain]


def test_a_plain_summary_of_such_lines_quotes_its_own_characters() -> None:
    body = "\r\n\r\n".join(textwrap.fill(one, 66).replace("\n", "\r\n") for one in PARAGRAPHS)
    document = Document(id="a", title="Truce", body=body, published=Publication.parse("2031-10-29"))
    found = [body[one.start : one.end].replace("\r\n", " ") for one in Extractive().extract(document, 2)]
    assert found[0] == NEWS


@pytest.mark.parametrize("every", [2, 3, 5])
def test_lines_of_which_some_end_in_two_characters_are_read_as_one_and_quoted_where_they_stand(
    every: int,
) -> None:
    rows = "\n\n".join(textwrap.fill(paragraph, 60) for paragraph in PARAGRAPHS).split("\n")
    ends = ("\n", "\r\n")
    body = "".join(f"{row}{ends[at % every == 0]}" for at, row in enumerate(rows))
    document = Document(id="a", title="", body=body, published=None)
    told = read(document)
    assert told.body.strip() == "\n\n".join(PARAGRAPHS)
    for word in re.finditer(r"\S+", told.body):
        one = spans([Span("a", word.start(), word.end())], document, told)[0]
        assert body[one.start : one.end] == word[0]


def _told(body: str) -> list[tuple[str, list[str]]]:
    document = Document(id="a", title="Truce", body=body, published=Publication.parse("2031-10-29"))
    points = Extractive().summarize((document,), Budget()).points
    quotes = [[body[one.start : one.end].replace("\n", " ") for one in point.evidence] for point in points]
    return [(point.text, quote) for point, quote in zip(points, quotes, strict=True)]


@pytest.mark.parametrize(
    "body",
    [
        A_SENTENCE_A_LINE,
        A_LIST,
        INDENTED,
        "Roses are red and\nviolets are blue, but neither of them ever grew as\ntall\nas the oaks of Selwyn",
        "Row | 12 | 14 | 15 | 17 | 18 | 19 | 20 | 21 | 22\n" * 6,
        "",
        "One line.",
        "Short\nlines\nof\na\npoem\nthat\nend\nnowhere",
    ],
)
def test_lists_verse_tables_and_a_sentence_a_line_stay_as_they_are(body: str) -> None:
    assert unwrapped(body) is body


@pytest.mark.parametrize(
    "rows",
    [
        f"{'Fair of Selwyn':<40}{'3 May':<20}open\n{'Hearing of Arden':<40}{'12 May':<20}shut",
        "Fair of Selwyn in the old market hall\tthe third of May\topen\nHearing in Arden\tthe twelfth of May",
        f"Selwyn town hall {'.' * 40} 3 May\nArden market hall {'.' * 40} 9 May",
        "10:15 Both ministers have met in Selwyn to talk about cod.\n10:40 They agreed on a treaty, he said.",
        "– the truce in the valley is extended by a week from next Monday\n– the lights will be lit again",
        "(a) the truce in the valley is extended by a week from next Monday\n(b) the lights will be lit",
    ],
)
def test_rows_and_what_is_counted_stay_within_a_wrapped_text(rows: str) -> None:
    prose = "\n\n".join(textwrap.fill(paragraph, 66) for paragraph in PARAGRAPHS)
    assert unwrapped(f"{prose}\n\n{rows}") == "\n\n".join((*PARAGRAPHS, rows))


@given(st.text(alphabet="abc. \n-\r\u2028", max_size=400))
def test_nothing_but_line_breaks_changes_and_no_offset(body: str) -> None:
    found = unwrapped(body)
    assert len(found) == len(body)
    assert all(new == old or (old, new) == ("\n", " ") for old, new in zip(body, found, strict=True))


def test_stored_text_is_unwrapped_with_either_line_end() -> None:
    body = "\n\n".join(textwrap.fill(paragraph, 72) for paragraph in PARAGRAPHS)
    assert clean_text(body) == clean_text(body.replace("\n", "\r\n")) == "\n".join(PARAGRAPHS)
