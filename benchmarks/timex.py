"""Scores of the date recogniser on TIMEX3 corpora, and its speed.

python benchmarks/timex.py SCORER DOCS GOLD [DOCS GOLD ...]
    SCORER  a program `SCORER DOCS GOLD PREDICTIONS` that prints scores
    DOCS    JSON Lines {doc, dct, text}; GOLD  JSON Lines {doc, start, end, text, type, value}
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from summarizers.command import dates
from summarizers.dates import find
from summarizers.types import Publication

_SIZE = 2000
_REPEATS = 5


def predict(docs: Path, out: Path) -> None:
    """Write what `python -m summarizers dates` answers, one line a timex."""
    with docs.open(encoding="utf-8") as lines, out.open("w", encoding="utf-8") as predictions:
        for line in lines:
            doc = json.loads(line)
            predictions.writelines(json.dumps(timex) + "\n" for timex in dates(doc))


def speed(docs: list[Path]) -> float:
    """Documents of 2,000 characters a second of CPU time, best of five."""
    text = "\n".join(
        json.loads(line)["text"] for path in docs for line in path.read_text(encoding="utf-8").splitlines()
    )
    pieces = [text[at : at + _SIZE] for at in range(0, len(text) - _SIZE, _SIZE)]
    day = Publication.parse("1998-02-13")
    best = float("inf")
    for _ in range(_REPEATS):
        start = time.process_time()
        for piece in pieces:
            find(piece, day)
        best = min(best, time.process_time() - start)
    return len(pieces) / best


def main(arguments: list[str]) -> None:
    """Print a table: the scorer's lines for each corpus, then the speed."""
    scorer, paths = arguments[0], [Path(argument) for argument in arguments[1:]]
    for docs, gold in zip(paths[::2], paths[1::2], strict=True):
        with tempfile.TemporaryDirectory() as folder:
            out = Path(folder, "predictions.jsonl")
            predict(docs, out)
            done = subprocess.run(
                [sys.executable, scorer, docs, gold, out], capture_output=True, text=True, check=True
            )
        for line in done.stdout.splitlines():
            print(f"{docs.name:24} {line}")
    print(f"{'speed':24} {speed(paths[::2]):,.0f} documents of 2,000 characters a second")


if __name__ == "__main__":
    main(sys.argv[1:])
