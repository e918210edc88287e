"""The written cases: one sentence, its publication, and the date or deadline that a careful reader finds."""

import csv
from pathlib import Path

import pytest

from summarizers.dates import find
from summarizers.sections.deadlines import deadlines
from summarizers.text.sentence import Sentence
from summarizers.types import Document, Publication

TABLE = Path(__file__).parents[3] / "data" / "timex_cases.tsv"
ROWS = list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines(), delimiter="\t"))
DATES = [row for row in ROWS if row["group"].startswith("dates")]
DEADLINES = [row for row in ROWS if not row["group"].startswith("dates")]


def of(row: dict[str, str], *columns: str) -> object:
    return pytest.param(*(row[column] for column in columns), id=f"{row['group']}: {row['sentence']}")


@pytest.mark.parametrize(
    ("published", "sentence", "expected"), [of(row, "published", "sentence", "expected") for row in DATES]
)
def test_an_expression_has_the_written_value(published: str, sentence: str, expected: str) -> None:
    expression, value = expected.split("=")
    day = Publication.parse(published) if published else None
    found = {timex.text: timex.value for timex in find(sentence, day)}
    assert found.get(expression, "-") == value, found


def stated(sentence: str, published: str, expected: str) -> list[str]:
    document = Document(id="case", title="", body=sentence, published=Publication.parse(published))
    whole = Sentence(start=0, end=len(sentence), index=0, paragraph=0, text=sentence)
    found = [point.deadline for point in deadlines(document, (whole,))]
    hedged = expected.endswith(("conditional", "tentative", "fixed"))
    return [
        " ".join(
            filter(
                None,
                (
                    f"{one.date}/{one.end}" if one.end else f"{one.date}",
                    one.boundary,
                    one.certainty if hedged else "",
                ),
            )
        )
        for one in found
    ] or ["none"]


@pytest.mark.parametrize(
    ("published", "sentence", "expected"), [of(row, "published", "sentence", "expected") for row in DEADLINES]
)
def test_a_sentence_states_the_written_deadline(published: str, sentence: str, expected: str) -> None:
    found = stated(sentence, published, expected)
    if expected.endswith(" *"):  # any boundary reads well
        found = [f"{one.split()[0]} *" for one in found]
    assert found == [expected]


def test_the_table_covers_thirteen_groups_of_deadlines_in_500_cases() -> None:
    assert len({row["group"] for row in DEADLINES}) == 13
    assert len(ROWS) >= 500


def test_a_period_that_runs_for_days_has_them_all_to_its_end() -> None:
    told = stated("The application window runs for ten days from 7 December.", "2026-11-30", "")
    assert "2026-12-17 until" in told
