from __future__ import annotations

import pytest

from summarizers.sections.furniture import stripped

STATEMENT = "Veltland and Ostmark agreed on terms."


@pytest.mark.parametrize(
    "dateline",
    [
        "PORT SELWYN, Oct 30 (Ninefold Wire) — ",
        "PORT SELWYN, October 30, (Ninefold Wire) — ",
        "PORT SELWYN, Oct 30 — ",
        "PORT SELWYN (Ninefold Wire) — ",
        "PORT SELWYN — ",
    ],
)
def test_a_dateline_with_its_day_and_agency_is_taken_off(dateline: str) -> None:
    assert stripped(dateline + STATEMENT) == STATEMENT


def test_a_count_of_votes_is_no_dateline() -> None:
    text = "MPs voted 30 — 20 for the bill on Friday."
    assert stripped(text) == text
