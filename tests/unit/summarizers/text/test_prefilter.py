from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from summarizers.sections import deadline_cues, deadline_kinds, deadline_refusals
from summarizers.text.needed import needed
from summarizers.text.prefilter import AnyOf, Prefiltered, likely
from summarizers.text.sentences import split

ARTICLES = Path(__file__).parents[4] / "config/demo/articles.jsonl"
TABLES = {**vars(deadline_cues), **vars(deadline_refusals)}
ROWS = (*deadline_kinds.KINDS, *deadline_cues.FRAMES)
CUES = [cue for cue in (*TABLES.values(), *(cue for _, cue in ROWS)) if isinstance(cue, Prefiltered)]


@pytest.fixture(scope="module")
def clauses() -> list[str]:
    lines = ARTICLES.read_text(encoding="utf-8").splitlines()
    sentences = [one.text.lower() for line in lines[:12] for one in split(json.loads(line)["body"])]
    return [part for text in sentences for part in (text, text[: len(text) // 2], text[len(text) // 2 :])]


def test_a_cue_is_found_where_its_pattern_matches_and_nowhere_else(clauses: list[str]) -> None:
    for cue in CUES:
        plain = re.compile(cue.pattern)
        for text in clauses:
            assert str(cue.search(text)) == str(plain.search(text))
            assert cue.last_end(text) == max((one.end() for one in plain.finditer(text)), default=None)
            assert cue.may_stand_in(text) or plain.search(text) is None
            assert str(cue.search_start(text, 40)) == str(plain.search(text[:40]))
            assert str(cue.search_end(text, 40)) == str(plain.search(text[-40:]))


def test_each_cue_of_the_deadlines_needs_some_word() -> None:
    assert [cue.pattern for cue in CUES if not needed(cue.pattern)] == []


def test_a_pattern_that_needs_no_word_is_looked_for_everywhere() -> None:
    assert Prefiltered(r"\d\d").search("at 10") is not None


@pytest.mark.parametrize(
    ("text", "stands"),
    [("the union struck", True), ("they met at noon", True), ("a unionist slept", False), ("nothing", False)],
)
def test_several_patterns_are_one_question(text: str, stands: bool) -> None:
    either = AnyOf(Prefiltered(r"\bunion (?:struck|walked)\b"), Prefiltered(r"\bat noon$"))
    assert either.stands_in(text) is stands


def test_rows_without_a_word_of_theirs_are_left_out_and_the_others_keep_their_order() -> None:
    table = [
        ("vote", Prefiltered(r"\bvotes?\b")),
        ("digits", Prefiltered(r"\d\d")),
        ("talks", Prefiltered(r"\btalks\b")),
    ]
    assert [name for name, _ in likely(table, "the talks", "a vote")] == ["vote", "digits", "talks"]
    assert [name for name, _ in likely(table, "the talks")] == ["digits", "talks"]
