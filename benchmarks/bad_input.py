"""What `python -m summarizers brief` makes of input that no editor meant to publish, as two tables.

    python benchmarks/bad_input.py

The first shows each odd body with its gist or error, its bullets by section, and how many of these are not
grounded: a quote that is no slice of the body, or a text the guard refuses. The second shows that time grows
no faster than length: seconds for a quarter of a megabyte and for a whole one, each a process of its own.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))
from benchmarks.bad_bodies import BODIES, LONG, PUBLISHED, long
from summarizers.grounding.guard import supports
from summarizers.types import Section

Json = dict[str, Any]
_WIDTH = 62


def brief(bodies: dict[str, str]) -> tuple[list[Json], int]:
    """What the command answers for each body, and its exit status."""
    lines = [
        json.dumps({"id": name, "title": "", "published": PUBLISHED, "body": body})
        for name, body in bodies.items()
    ]
    done = subprocess.run(
        [sys.executable, "-m", "summarizers", "brief"],
        input="\n".join(lines).encode(),
        capture_output=True,
        check=False,
    )
    if done.stderr:
        raise RuntimeError(done.stderr.decode())
    return [json.loads(line) for line in done.stdout.decode().splitlines()], done.returncode


def ungrounded(answer: Json, body: str) -> list[str]:
    """The texts of bullets and gist that their quotes do not carry."""
    told = [*answer["bullets"], *([answer["gist"]] if answer["gist"] else [])]
    return [one["text"] for one in told if not _carried(one, body)]


def _carried(bullet: Json, body: str) -> bool:
    quotes = [citation["quote"] for citation in bullet["citations"]]
    sliced = all(body[one["start"] : one["end"]] == one["quote"] for one in bullet["citations"])
    return sliced and supports(bullet["text"], quotes)


def odd_bodies() -> None:
    """Print the first table."""
    answers, status = brief(BODIES)
    print(f"{'body':28}{'agr':>4}{'ten':>4}{'ddl':>4}{'ungrounded':>12}  gist or error")
    for answer, body in zip(answers, BODIES.values(), strict=True):
        if "error" in answer:
            print(f"{answer['id']:28}{'':24}  error: {answer['error']}")
            continue
        counted = Counter(one["section"] for one in answer["bullets"])
        sections = "".join(f"{counted[section]:4}" for section in Section)
        gist = answer["gist"]["text"] if answer["gist"] else "(none)"
        print(f"{answer['id']:28}{sections}{len(ungrounded(answer, body)):12}  {gist[:_WIDTH]}")
    print(f"exit status {status}")


def long_bodies() -> None:
    """Print the second table."""
    print(f"\n{'a megabyte of':28}{'1/4':>8}{'whole':>8}{'growth':>8}{'bullets':>9}{'ungrounded':>12}")
    for name in LONG:
        taken = []
        for part in (0.25, 1.0):
            began = time.perf_counter()
            (answer,), _ = brief({name: "Deal: " + long(name, part)})
            taken.append(time.perf_counter() - began)
        quarter, whole = taken
        bad = len(ungrounded(answer, "Deal: " + long(name)))
        print(
            f"{name:28}{quarter:7.2f}s{whole:7.2f}s{whole / quarter:7.1f}x{len(answer['bullets']):9}{bad:12}"
        )


if __name__ == "__main__":
    odd_bodies()
    long_bodies()
