"""Scores `communique ask --jsonl` on a labelled set of questions, through the real commands.

    python benchmarks/qa_dev.py --data DIR

DIR holds corpus.jsonl, questions.jsonl and the scorer qa_eval.py. The corpus is ingested into a store of its
own, every question asked, and the scorer's table printed, with how often each outcome was given.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

REFUSED = 1
"""The exit status where a line was refused: a question of empty words alone, which counts as no answer."""


def communique(home: Path, *arguments: str, text: str = "") -> str:
    """What a command prints, run on a data folder of its own."""
    environment = {**os.environ, "COMMUNIQUE_DATA_DIR": str(home)}
    command = (sys.executable, "-m", "bot", *arguments)
    done = subprocess.run(command, env=environment, input=text, stdout=-1, text=True, check=False)
    if done.returncode not in {0, REFUSED}:
        done.check_returncode()
    return str(done.stdout)


def main() -> None:
    """Ingest, ask, score."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    data: Path = parser.parse_args().data
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        communique(home, "ingest", str(data / "corpus.jsonl"))
        asked = [json.loads(line) for line in (data / "questions.jsonl").read_text("utf-8").splitlines()]
        lines = [json.dumps({"id": one["id"], "question": one["question"]}) for one in asked]
        told = communique(home, "ask", "--jsonl", text="\n".join(lines))
        predictions = home / "predictions.jsonl"
        predictions.write_text(told, encoding="utf-8")
        files = ("--corpus", data / "corpus.jsonl", "--questions", data / "questions.jsonl")
        subprocess.run(
            (sys.executable, data / "qa_eval.py", *files, "--predictions", predictions), check=True
        )
    answers = [json.loads(line) for line in told.splitlines()]
    for answerable in (True, False):
        ids = {one["id"] for one in asked if one["answerable"] is answerable}
        outcomes = Counter(one.get("outcome", "refused") for one in answers if one["id"] in ids)
        print("answerable  " if answerable else "unanswerable", dict(outcomes))


if __name__ == "__main__":
    main()
