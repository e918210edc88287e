from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.store.words import WORD, apart, words


def test_words_are_cut_at_all_that_is_no_letter_and_no_digit_and_folded() -> None:
    assert words("Élysée’s café_strike: NEAR(100 %) C++ МОСКВА") == [
        "elysee", "s", "cafe", "strike", "near", "100", "c", "москва"
    ]  # fmt: skip


def test_an_accent_written_apart_is_the_same_word() -> None:
    assert words("cafe\N{COMBINING ACUTE ACCENT}") == words("Café") == ["cafe"]


def test_a_word_without_end_becomes_pieces_that_fit() -> None:
    assert [len(one) for one in words("a" * (WORD + 7))] == [WORD, 7]


@given(text=st.text())
def test_what_is_set_apart_gives_the_same_words_again(text: str) -> None:
    assert words(apart(text)) == words(text)


@given(text=st.text(min_size=20), most=st.integers(1, 60))
def test_what_is_set_apart_never_takes_more_than_its_bytes(text: str, most: int) -> None:
    joined = apart(text, most)
    assert len(joined.encode()) <= most
    assert " ".join(words(text)).startswith(joined)
