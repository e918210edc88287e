"""SIGKILL while reminders are planned and posted: none twice, none lost, none of a date that has moved."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.seeded_reminders import make

CHAINS = 24


@pytest.mark.untraced
def test_killed_while_it_reminds_it_tells_each_thing_once_and_nothing_of_a_date_that_moved(
    tmp_path: Path,
) -> None:
    seed = make(tmp_path / "seed")
    program = [sys.executable, "-m", "tests.faults.warm_reminders", str(seed), str(tmp_path / "work")]
    done = subprocess.run([*program, str(CHAINS)], check=True, stdout=subprocess.PIPE, text=True)
    chains = [json.loads(line) for line in done.stdout.splitlines()]
    kills = [kill for chain in chains for kill in chain["kills"]]
    assert [chain for chain in chains if chain["faults"]] == []
    assert len(kills) >= 3 * CHAINS
    for name in ("INSERT INTO promises", "INSERT INTO deliveries", "write", "fsync", "commit"):
        assert any(name in kill for kill in kills), name
