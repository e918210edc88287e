"""Who a sentence names without being at it."""

from __future__ import annotations

import time

from bot.remind.bystanders import bystanders

SOON = 2.0


def test_a_dateline_is_no_party() -> None:
    told = "PORT SELDEN. The dockers vote on the ban with Velm on 10 November."
    assert not bystanders(told) & {"Velm"}


def test_a_run_of_capitals_that_is_no_dateline_takes_no_longer_than_any_other() -> None:
    begun = time.perf_counter()
    bystanders("Z" * 60 + "a: the Velm parliament votes on the water law.")
    assert time.perf_counter() - begun < SOON
