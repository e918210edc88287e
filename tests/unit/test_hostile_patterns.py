"""The scan of patterns finds those that a stranger's text keeps busy, and passes by the others."""

from __future__ import annotations

import re

import pytest

from benchmarks.hostile_patterns import worst
from benchmarks.hostile_texts import text
from benchmarks.patterns_found import Found

BUSY = (
    r"\s\([A-Z][\w.&/-]*(?:[ ,-]+[\w.&/’'-]+){0,4}\)",
    r"\b(?:does|did) (?:[A-Z][\w’'-]*(?:\s+(?=[A-Z]))?){1,6}\s+say\b",
    r"^what is [a-z]+ in (?:[A-Z][\w-]*\s*)+$",
    r"^(?:a|aa)+$",
    r"\w+\s*,?\s*\w*\s*;",
)
"""Such as stood here, and such as stand in the books."""
QUICK = (
    r"\s\([A-Z][\w.&/-]*+(?:[ ,-]++[\w.&/’'-]++){0,4}\)",
    r"^what is [a-z]+ in [A-Z][\w-]*+(?:\s++[A-Z][\w-]*+)*+\s*$",
    r"\b(?:until|by) \d+ [A-Z][a-z]+\b",
)


def found(pattern: str) -> Found:
    return Found("here", "it", re.compile(pattern), anchored=False)


@pytest.mark.untraced
@pytest.mark.parametrize("pattern", BUSY)
def test_a_pattern_that_a_text_keeps_busy_is_found(pattern: str) -> None:
    assert worst(found(pattern), seed=0).is_bad


@pytest.mark.untraced
@pytest.mark.parametrize("pattern", QUICK)
def test_a_pattern_that_no_text_keeps_busy_is_passed_by(pattern: str) -> None:
    assert not worst(found(pattern), seed=0).is_bad


def test_a_hostile_text_has_its_head_its_end_and_the_length_asked_for() -> None:
    assert text(("what is ", "ab ", "!"), 20) == "what is ab ab ab ab!"
