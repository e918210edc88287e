"""What a deadline is about, in sentences as newsrooms write them: a date deep in somebody's report.

`tests/data/about_cases.tsv` holds a sentence, words of its date, and what that is about;
read on 6 May 2031.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizers.dates import find
from summarizers.sections.deadline_about import about
from summarizers.types import Publication

_TODAY = Publication.parse("2031-05-06")
_LINES = (Path(__file__).parents[3] / "data" / "about_cases.tsv").read_text("utf-8").splitlines()
_CASES = [tuple(line.split("\t")) for line in _LINES if not line.startswith("#")]


@pytest.mark.parametrize(("sentence", "date", "told"), _CASES)
def test_a_deadline_is_about_its_own_clause(sentence: str, date: str, told: str) -> None:
    timex = [one for one in find(sentence, _TODAY) if date in one.text or one.text in date][-1]
    assert about(sentence, timex.start, timex.end) == told


def test_only_what_stands_near_a_date_is_read() -> None:
    endless = "the plan that will end " * 5000
    assert about(f"{endless}expires on 5 May.", len(endless) + 11, len(endless) + 16).endswith("expires")


def test_a_backslash_in_a_name_is_a_letter_like_any_other() -> None:
    sentence = r"T\he guild said it felt betrayed and would block the ports on 10 June."
    at = sentence.index("10 June")
    assert about(sentence, at, at + 7) == r"T\he guild would block the ports"
