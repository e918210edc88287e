from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.channel import Topic
from bot.store.topics import FTS5, NOTHING, TSQUERY, expression, fold, phrase, quoted


@pytest.mark.parametrize(
    ("topic", "wanted", "unwanted"),
    [
        (Topic(name="t", any_of=("a", "b c")), '("a" OR "b c")', None),
        (Topic(name="t", all_of=("a", "b")), '"a" AND "b"', None),
        (Topic(name="t", any_of=("a",), all_of=("b",)), '("a") AND "b"', None),
        (Topic(name="t", any_of=("a",), none_of=("b", "c")), '(("a")) NOT ("b" OR "c")', None),
        (Topic(name="t", sources=("s",)), None, None),
        (Topic(name="t", sources=("s",), none_of=("b",)), None, '("b")'),
    ],
)
def test_terms_become_one_expression(topic: Topic, wanted: str | None, unwanted: str | None) -> None:
    found = expression(topic, FTS5)
    assert (found.wanted, found.unwanted) == (wanted, unwanted)


@pytest.mark.parametrize(
    ("topic", "wanted", "unwanted"),
    [
        (Topic(name="t", any_of=("a", "b")), "('a' | 'b')", None),
        (Topic(name="t", all_of=("a", "b")), "'a' & 'b'", None),
        (Topic(name="t", any_of=("a",), none_of=("b", "c")), "(('a')) & !('b' | 'c')", None),
        (Topic(name="t", sources=("s",), none_of=("b",)), None, "('b')"),
    ],
)
def test_terms_become_one_query_of_postgresql(topic: Topic, wanted: str | None, unwanted: str | None) -> None:
    found = expression(topic, TSQUERY)
    assert (found.wanted, found.unwanted) == (wanted, unwanted)


def test_several_words_are_a_phrase_within_the_title_or_within_the_text() -> None:
    assert phrase("Café-driver’s") == (
        "('cafe':A <-> 'driver':A <-> 's':A | 'cafe':D <-> 'driver':D <-> 's':D)"
    )


@given(term=st.text())
def test_nothing_in_a_phrase_is_syntax(term: str) -> None:
    written = phrase(term)
    assert written == NOTHING or re.fullmatch(r"[(]?'[^\W_]+'.*", written)
    assert set(re.sub(r"'[^\W_]+'", "", written)) <= set("()|&!<->:AD ")


@given(term=st.text())
def test_a_quoted_term_has_quotes_only_in_pairs_and_no_nul(term: str) -> None:
    text = quoted(term)
    assert text[0] == text[-1] == '"'
    assert '"' not in text[1:-1].replace('""', "")
    assert "\0" not in text


@pytest.mark.parametrize(
    "source",
    ["Agence Étoile", "AGENCE ÉTOILE", "agence etoile", " Agence E\N{COMBINING ACUTE ACCENT}toile\t"],
)
def test_a_source_is_the_same_in_any_case_and_with_any_accent(source: str) -> None:
    assert fold(source) == "agence etoile"


@given(source=st.text())
def test_folding_twice_changes_nothing_more(source: str) -> None:
    assert fold(fold(source)) == fold(source)
