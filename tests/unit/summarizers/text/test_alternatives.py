from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizers.text.alternatives import tree

PIECES = st.recursive(
    st.sampled_from(
        ["a", "b", "ab", "ba", "a?", "b+", r"\b", r"\w", "[ab]", " ", "(?<!a)b", "(?<=b )a", "(?!b)", "$"]
    ),
    lambda inner: st.builds(
        lambda rows, times: f"(?:{'|'.join(''.join(row) for row in rows)}){times}",
        st.lists(st.lists(inner, max_size=3), min_size=1, max_size=3),
        st.sampled_from(["", "", "?"]),
    ),
    max_leaves=12,
)
PATTERNS = st.lists(st.lists(PIECES, min_size=1, max_size=4), min_size=1, max_size=4).map(
    lambda rows: "|".join("".join(row) for row in rows)
)
TEXTS = st.lists(st.text("ab c", max_size=9), min_size=1, max_size=5)


@given(pattern=PATTERNS, texts=TEXTS)
def test_a_tree_matches_the_same_characters_as_its_pattern(pattern: str, texts: list[str]) -> None:
    plain, sorted_by_letter = re.compile(pattern), tree(pattern)
    for text in texts:
        assert [one.span() for one in sorted_by_letter.finditer(text)] == [
            one.span() for one in plain.finditer(text)
        ]


@pytest.mark.parametrize(
    ("pattern", "in_a_tree"),
    [
        (r"\b(?:ends|begins|ended)\b", r"\b(?:e(?:n(?:d(?:s|ed)))|begins)\b"),
        (r"\b(?:is|are) up|\bat|\bends", r"\b(?:is up|a(?:re up|t)|ends)"),
        (r"\b(?:due|(?<!not )done)", r"\b(?:d(?:ue|o(?<!(?:(?:not )d)o)ne))"),
    ],
)
def test_alternatives_of_one_letter_stand_together(pattern: str, in_a_tree: str) -> None:
    assert tree(pattern).pattern == in_a_tree


@pytest.mark.parametrize("pattern", [r"(?P<first>ab|ac)", "(ab|ac)", "(?i:ab|ac)", "(?>ab|ac)", r"(ab)\1|ac"])
def test_what_a_tree_could_change_stays_as_it_was_written(pattern: str) -> None:
    assert tree(pattern).pattern == pattern
