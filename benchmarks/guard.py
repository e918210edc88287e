"""What the guard catches of made-up faults, what it refuses of honest rewrites, and how fast it is.

    python benchmarks/guard.py [--data BRIEFING_DEV] [--show KIND]

True bullets are the trimmed sentences of the demo articles and, with --data, of the development set.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from benchmarks.corruption import Case, corruptions
from summarizers.grounding.guard import objections
from summarizers.grounding.reading import read
from summarizers.sections.wording import trim
from summarizers.text.sentences import split

ROOT = Path(__file__).parents[1]
PARAPHRASES = ROOT / "tests/data/paraphrases.jsonl"


def bodies(folder: Path | None) -> list[str]:
    """The article texts to make bullets of."""
    files = [
        *sorted((ROOT / "config/demo").glob("*.jsonl")),
        *([folder / "articles.jsonl"] if folder else []),
    ]
    return [json.loads(line)["body"] for file in files for line in file.read_text("utf-8").splitlines()]


def _names(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(w.surface for w in read(text) if w.name and len(w.surface) > 3))


def cases(texts: list[str]) -> Iterator[Case]:
    """A case for each sentence that makes a bullet; strangers are names of the article after it."""
    for at, body in enumerate(texts):
        own, strangers = _names(body), _names(texts[(at + 1) % len(texts)])
        for sentence in split(body):
            bullet = trim(sentence.text)
            if bullet and len(bullet.split()) > 6:
                yield Case(bullet, sentence.text, own, tuple(n for n in strangers if n not in body))


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--show")
    options = parser.parse_args()
    found = list(cases(bodies(options.data)))
    _print_true(found, options.show)
    _print_faults(found, options.show)
    _print_honest(options.show)


def _print_true(found: list[Case], show: str | None) -> None:
    refused = [(case, why) for case in found if (why := objections(case.bullet, [case.evidence]))]
    print(f"true bullets {len(found)}, refused {len(refused)} ({100 * len(refused) / len(found):.1f} %)")
    if show == "true":
        for case, why in refused:
            print("   ", why, "\n      ", case.bullet, "\n      ", case.evidence)


def _print_faults(found: list[Case], show: str | None) -> None:
    made = [fault for case in found for fault in corruptions(case)]
    began = time.process_time()
    caught = [bool(objections(fault.text, [fault.evidence], 10_000)) for fault in made]
    speed = len(made) / (time.process_time() - began)
    total, hit, missed = Counter[str](), Counter[str](), defaultdict(list)
    for fault, ok in zip(made, caught, strict=True):
        total[fault.kind] += 1
        hit[fault.kind] += ok
        if not ok:
            missed[fault.kind].append(fault)
    print(f"{'kind':22}{'made':>7}{'caught %':>10}")
    for kind, count in total.items():
        print(f"{kind:22}{count:7}{100 * hit[kind] / count:10.1f}")
    print(f"{'all':22}{len(made):7}{100 * sum(caught) / len(made):10.1f}")
    print(f"{speed:,.0f} bullets a second of CPU time")
    for fault in missed.get(show or "", []):
        print("   ", fault.text, "\n      ", fault.evidence)


def _print_honest(show: str | None) -> None:
    pairs = [json.loads(line) for line in PARAPHRASES.read_text("utf-8").splitlines()]
    refused = [(pair, why) for pair in pairs if (why := objections(pair["text"], pair["evidence"]))]
    print(
        f"honest paraphrases {len(pairs)}, refused {len(refused)} ({100 * len(refused) / len(pairs):.1f} %)"
    )
    if show == "honest":
        for pair, why in refused:
            print("   ", why, "\n      ", pair["text"], "\n      ", pair["evidence"])


if __name__ == "__main__":
    main()
