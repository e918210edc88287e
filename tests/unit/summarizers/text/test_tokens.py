from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizers.text.tokens import WORD, content, lowered, stem, words


def test_words_are_lower_case_with_straight_apostrophes() -> None:
    assert words("The Minister’s RIGHT-to-reply, isn't it?") == [
        "the",
        "minister's",
        "right",
        "to",
        "reply",
        "isn't",
        "it",
    ]


def test_a_number_keeps_its_separators_and_loses_its_sign() -> None:
    assert words("$18,500.75 or 3.5%") == ["18,500.75", "or", "3.5"]


def test_each_cjk_character_is_a_word() -> None:
    assert words("港は12") == ["港", "は", "12"]


@given(st.text(st.sampled_from("aB’é9.,“”–—…_ \n"), max_size=20))
def test_marks_beyond_ascii_part_words_and_change_none(text: str) -> None:
    assert words(text) == WORD.findall(lowered(text))


@given(st.text(st.sampled_from("aB'9.,_- \n$"), max_size=20))
def test_a_text_without_accents_is_read_as_one_with_them(text: str) -> None:
    assert [*words(text), "é"] == words(f"{text} é")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("tariffs", "tariff"),
        ("parties", "party"),
        ("extended", "extends"),
        ("negotiating", "negotiated"),
        ("minister's", "minister"),
        ("agreements", "agreement"),
    ],
)
def test_inflections_share_a_stem(left: str, right: str) -> None:
    assert stem(left) == stem(right)


@pytest.mark.parametrize("word", ["bus", "gas", "news", "class", "red", "sing", "2019", "12.5"])
def test_a_stem_keeps_at_least_what_tells_short_words_apart(word: str) -> None:
    assert len(stem(word)) >= 3


def test_content_leaves_out_empty_words_and_keeps_repetitions() -> None:
    assert content(words("The deal and the deals of the ministers")) == ["deal", "deal", "minister"]


@given(st.text(max_size=200))
def test_every_word_and_stem_has_a_character(text: str) -> None:
    assert all(words(text)) or words(text) == []
    assert all(content(words(text)))


def test_the_words_of_a_piece_are_its_own_each_time() -> None:
    first = words("Re-elected (at 1,500.5 votes), it's Vennland's.")
    assert first == ["re", "elected", "at", "1,500.5", "votes", "it's", "vennland's"]
    first.clear()
    assert words("re-elected") == ["re", "elected"]
