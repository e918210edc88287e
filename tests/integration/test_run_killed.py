"""SIGKILL at any instant: each digest is in the transcript once, whole and in order."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from tests.faults.process import bot, eventually
from tests.faults.seeded import Seed, faults, make, settled
from tests.faults.warm import STEPS

CHAINS = 60
DIGESTS = 3
RANDOM_KILLS = 8


@pytest.fixture(scope="module")
def seed(tmp_path_factory: pytest.TempPathFactory) -> Seed:
    return make(tmp_path_factory.mktemp("seed"), DIGESTS)


@pytest.mark.untraced
def test_killed_at_two_hundred_points_and_started_again_it_sends_each_digest_once(
    seed: Seed, tmp_path: Path
) -> None:
    program = [sys.executable, "-m", "tests.faults.warm", str(seed.folder), str(tmp_path)]
    done = subprocess.run(
        [*program, str(DIGESTS), str(CHAINS)], check=True, stdout=subprocess.PIPE, text=True
    )
    chains = [json.loads(line) for line in done.stdout.splitlines()]
    kills = [kill for chain in chains for kill in chain["kills"]]
    assert [chain for chain in chains if chain["faults"]] == []
    assert len(kills) >= 200
    for step, names in STEPS.items():
        assert sum(any(name in kill for name in names) for kill in kills) >= 10, step


@pytest.mark.untraced
def test_killed_at_any_moment_the_command_itself_sends_each_digest_once(seed: Seed, tmp_path: Path) -> None:
    life = _life(seed, tmp_path / "undisturbed")
    folder = tmp_path / "data"
    shutil.copytree(seed.folder, folder)
    for number in range(1, RANDOM_KILLS + 1):
        with bot(folder) as killed:
            time.sleep(life * number / RANDOM_KILLS)
            killed.end(signal.SIGKILL)
    with bot(folder) as last:
        assert eventually(lambda: last.up and settled(folder)), last.said
        assert (last.end(), faults(folder, DIGESTS)) == (0, [])


def _life(seed: Seed, folder: Path) -> float:
    """How long a bot takes from its start until all is sent, in seconds."""
    shutil.copytree(seed.folder, folder)
    before = time.clock_gettime(time.CLOCK_MONOTONIC)
    with bot(folder):
        assert eventually(partial(settled, folder))
    return time.clock_gettime(time.CLOCK_MONOTONIC) - before
