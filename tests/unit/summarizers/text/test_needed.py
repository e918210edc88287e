from __future__ import annotations

import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizers.text.needed import GAP, needed


def holds(text: str, part: str) -> bool:
    return any(part in f"{GAP}{word}{GAP}" for word in re.findall("[a-z]+", text.lower()))


@pytest.mark.parametrize(
    ("pattern", "parts"),
    [
        (r"\bdue\b", {"|due|"}),
        (r"\b(?:expir(?:e|es)|laps\w+)\b", {"|expire|", "|expires|", "|laps"}),
        (r"\b[a-z]{3,}ed\b", {"ed|"}),
        (r"[a-z]['’](?:ll|d)\b", {"|ll|", "|d|"}),
        (r"^,? (?:was|were) (?:[a-z]+ )?(?:extended|moved)\b", {"extended|", "moved|"}),
        (r"finali[sz]e", {"finalise", "finalize"}),
        (r"\bput off(?: by \d+)?\s*$", {"|put|"}),
        (r"(?<!\bto )(?:may|might)(?! \d)", {"may", "might"}),
        (r"The Act\b", {"|act|"}),
        (r"(?:due)+", {"due"}),
        (r"(?:due)*|\d", set()),
        (r"[^,;]{2,9}", set()),
        (r"(?i)due", set()),
        (r"(?i:due)", set()),
        (r"(\w+)-\1", set()),
        (r"premi[eè]re", {"premiere", "premi|"}),
    ],
)
def test_a_pattern_needs_its_most_telling_words(pattern: str, parts: set[str]) -> None:
    assert needed(pattern) == parts


LEAF = st.sampled_from(
    ["a", "ab", " ", "b ", "'", "[ab]", "[^b]", "[a-c]", ".", r"\w", r"\s", r"\b", r"(?<!a)"]
)
PATTERN = st.recursive(
    LEAF,
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=4).map("".join),
        st.lists(inner, min_size=2, max_size=3).map(lambda ways: f"(?:{'|'.join(ways)})"),
        st.tuples(inner, st.sampled_from(["?", "*", "+", "{1,2}", "{2}", "{0,3}?"])).map(
            lambda both: f"(?:{both[0]}){both[1]}"
        ),
    ),
    max_leaves=12,
)


@given(PATTERN, st.lists(st.text("abc '", min_size=0, max_size=8), min_size=1, max_size=8))
def test_one_of_what_it_needs_stands_in_every_match(pattern: str, texts: list[str]) -> None:
    parts = needed(pattern)
    for text in texts:
        if parts and re.search(pattern, text) is not None:
            assert any(holds(text, part) for part in parts)


@pytest.mark.parametrize("parser", ["None", "object()", "lambda: None"])
def test_without_the_parser_inside_re_every_text_is_searched(parser: str) -> None:
    program = f"""
import re
import subprocess
import sys
re._parser = {parser}
from summarizers.text.needed import needed
from summarizers.text.prefilter import Prefiltered
assert needed("due") == set()
assert Prefiltered("[xy]z").search("no yz here")[0] == "yz"
"""
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
