"""Wire copies: however many outlets print one text, it speaks once."""

from __future__ import annotations

from dataclasses import replace

from bot.remind.ledger import Told, absorb
from bot.remind.view import event_of
from tests.unit.remind.told import told

COPY = "At Cape Lorn the Lorn Secretariat wants climate plans by 20 November. {2031-11-20 due}"
OTHER = "At Cape Lorn climate plans must reach the Lorn Secretariat by 27 November. {2031-11-27 due}"


def printed(text: str, outlet: str, number: int, group: str) -> Told:
    """One article of a group of near-duplicates."""
    one = told(f"{outlet} 2031-11-01: {text}", number)
    reports = tuple(replace(report, group_id=group) for report in one.reports)
    return Told(article=replace(one.article, group_id=group), reports=reports)


def test_a_report_knows_the_group_of_its_article() -> None:
    assert {report.group_id for report in told(f"Sarrow Post 2031-11-01: {COPY}", 7).reports} == {"a7"}


def test_a_text_in_three_papers_is_one_source() -> None:
    (entry,) = absorb((), [printed(COPY, f"Paper {'ABC'[n]}", n, "wire") for n in range(3)])
    assert len(entry.reports) == 3
    assert event_of(entry).independent == 1


def test_two_texts_of_two_outlets_are_two_sources() -> None:
    (entry,) = absorb((), [printed(COPY, f"Paper {'ABC'[n]}", n, f"own{n}") for n in range(2)])
    assert event_of(entry).independent == 2


def test_a_copy_in_three_papers_does_not_outvote_two_outlets_of_their_own() -> None:
    copies = [printed(COPY, f"Paper {'ABC'[n]}", n, "wire") for n in range(3)]
    others = [printed(OTHER, f"Own {'AB'[n]}", 3 + n, f"own{n}") for n in range(2)]
    (entry,) = absorb((), [*copies, *others])
    assert str(entry.deadline.date) == "2031-11-27"
    assert [str(one.date) for one in entry.disputed] == ["2031-11-20"]
