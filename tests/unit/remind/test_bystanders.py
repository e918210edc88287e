"""Who a sentence names without being at it."""

from __future__ import annotations

from bot.remind.bystanders import bystanders


def test_a_dateline_is_no_party() -> None:
    told = "PORT SELDEN. The dockers vote on the ban with Velm on 10 November."
    assert not bystanders(told) & {"Velm"}


def test_a_run_of_capitals_that_is_no_dateline_is_read_to_its_end() -> None:
    """Where each way to part them is tried, sixty take longer than anybody waits."""
    assert not bystanders("Z" * 60 + "a: the Velm parliament votes on the water law.") & {"Velm"}
