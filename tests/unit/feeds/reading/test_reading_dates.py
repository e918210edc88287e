"""Dates as the wild writes them, and which of them are believed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.feeds.reading.dating import dated
from tests.unit.feeds.reading.given import NOW


@pytest.mark.parametrize(
    ("text", "read", "problem"),
    [
        ("2025-11-10T08:30:00+01:00", "2025-11-10T08:30:00+01:00", ""),
        ("Mon, 10 Nov 2025 08:30:00 +0100 (CET)", "2025-11-10T08:30:00+01:00", ""),
        ("10 Nov 2025 08:30:00 UTC+1", "2025-11-10T08:30:00+01:00", ""),
        ("10 Nov 2025 08:30 GMT-3", "2025-11-10T08:30:00-03:00", ""),
        ("Nov 9, 2025 2:05 pm EST", "2025-11-09T14:05:00-05:00", ""),
        ("lun., 10 nov. 2025 08:30:00 +0100", "2025-11-10T08:30:00+01:00", ""),
        ("Montag, 3. März 2025 um 08:30 Uhr", "2025-03-03", "zone"),
        ("mardi 4 novembre 2025 à 10h30", "2025-11-04", "zone"),
        ("3 de noviembre de 2025", "2025-11-03", ""),
        ("2025年11月10日", "2025-11-10", ""),
        ("2025. 11. 9.", "2025-11-09", ""),
        ("20251110", "2025-11-10", ""),
        ("13/10/2025", "2025-10-13", ""),
        ("11/11/2024", "2024-11-11", ""),
        ("10/11/2025", "", "no date"),
        ("2025-11-10T00:00:00+01:00", "2025-11-10", "00:00"),
        ("2025-11-10T08:30:00+23:59", "2025-11-10", "zone"),
        ("2025-11-10T08:30:00 IST", "2025-11-10", "zone"),
        ("2025-11-10T12:10:00Z", "2025-11-10T12:10:00+00:00", ""),
        ("2025-11-11T02:00:00Z", "2025-11-11T02:00:00+00:00", "ahead"),
        ("2025-11-12T08:30:00Z", "2025-11-12T08:30:00+00:00", "ahead"),
        ("2025-11-12", "2025-11-12", "ahead"),
        ("2026-11-10T08:30:00Z", "2026-11-10T08:30:00+00:00", "ahead"),
        ("2026-11-12T08:30:00Z", "", "ahead"),
        ("9999-12-31T23:59:59Z", "", "ahead"),
        ("0001-01-01T00:00:00Z", "", "older"),
        ("1969-07-20T20:17:00Z", "", "older"),
        ("November 2025", "", "no date"),
        ("12:30", "", "no date"),
        ("5 minutes ago", "", "no date"),
        ("2025-02-30", "", "no date"),
        ("", "", ""),
    ],
)
def test_what_is_read_and_what_was_wrong(text: str, read: str, problem: str) -> None:
    found = dated(text, NOW)
    assert str(found.publication or "") == read
    assert problem in found.problem
    assert bool(problem) == bool(found.problem)


@pytest.mark.untraced
@given(st.one_of(st.text(max_size=60), st.from_regex(r"\A[0-9T:+Z./ -]{1,40}\Z"), st.datetimes().map(str)))
@settings(max_examples=400, deadline=None)
def test_no_text_breaks_it(text: str) -> None:
    found = dated(text, NOW)
    assert found.publication is None or found.publication.local_date.year >= 1990
