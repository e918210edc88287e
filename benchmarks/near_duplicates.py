"""Which written pairs ingest links as one text: precision and recall by kind, on both halves of the pairs.

    python benchmarks/near_duplicates.py [--articles FILE.jsonl …] [--show]

Events and forms with odd numbers are the half that thresholds were chosen on; those with even numbers were
held out. Every pair is taken in both orders. The last table sets each article of one event against each of
every other event, by what is compared alone, without the look-up that spares most of these comparisons.
`--articles` counts what is linked among articles of one's own.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import combinations
from pathlib import Path
from time import perf_counter

from bot.domain.article import RawEntry
from bot.ingest.decide import Decider
from bot.ingest.likeness import likeness
from bot.ingest.prepared import prepare
from tests.written_pairs import OTHER, SAME, Pair, pairs

NOW = datetime(2025, 11, 3, 12, tzinfo=UTC)


def linked(entries: Sequence[RawEntry]) -> list[tuple[str, str]]:
    """The entries that were linked when they came in this order, each with the one it was linked to."""
    decider = Decider("local", NOW, (), ())
    decisions = [decider.decide(prepare(entry)) for entry in entries]
    return [(d.article.id, d.linked_to) for d in decisions if d.article and d.linked_to]


def outcomes(pair: Pair) -> list[bool]:
    """Whether the two are linked, in either order."""
    return [bool(linked((pair.one, pair.other))), bool(linked((pair.other, pair.one)))]


def print_half(name: str, half: Sequence[Pair], *, show: bool) -> None:
    """A row for each kind, then precision and recall over the half."""
    print(f"\n{name}: {len(half)} pairs, each in both orders")
    print(f"{'kind':<15} {'one text':>8} {'pairs':>6} {'linked':>7} {'right':>7}")
    right = wrong = wanted = 0
    for kind in (*SAME, *OTHER):
        of_kind = [pair for pair in half if pair.kind == kind]
        found = [(pair, outcome) for pair in of_kind for outcome in outcomes(pair)]
        yes = sum(outcome for _, outcome in found)
        same = kind in SAME
        share = (yes if same else len(found) - yes) / max(1, len(found))
        says = "yes" if same else "no"
        print(f"{kind:<15} {says:>8} {len(of_kind):>6} {yes:>3}/{len(found):<3} {share:>7.3f}")
        right, wrong, wanted = right + yes * same, wrong + yes * (not same), wanted + len(found) * same
        if show:
            print(*(f"    {pair.name}" for pair, outcome in found if outcome != same), sep="\n", end="")
    precision, recall = right / max(1, right + wrong), right / max(1, wanted)
    print(f"precision {precision:.3f} (wanted 0.98)  recall {recall:.3f} (wanted 0.90)")


def print_across() -> None:
    """How many articles of different events, forms and pages are taken for one text."""
    entries = {
        entry.id: (pair.kind.endswith(("same form", "form, copied")), pair.number, prepare(entry).opening)
        for pair in pairs()
        if pair.kind not in {"roundup", "no article"}
        for entry in (pair.one, pair.other)
    }
    found = [likeness(a, b) > 0 for (*x, a), (*y, b) in combinations(entries.values(), 2) if x != y]
    print(f"\nacross events and forms: {len(found):,} pairs of articles, {sum(found)} taken for one text")


def print_own(files: Sequence[Path]) -> None:
    """What is linked among articles in files, and how long deciding took."""
    lines = [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]
    entries = [
        RawEntry(body=line["body"], id=str(line["id"]), title=str(line.get("title") or ""), source="own")
        for line in lines
        if line.get("body")
    ]
    start = perf_counter()
    found = linked(entries)
    seconds = perf_counter() - start
    print(f"\nown articles: {len(entries):,}, {len(found)} linked, {len(entries) / seconds:,.0f} a second")
    print(*(f"    {one} = {other}" for one, other in found), sep="\n")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--articles", type=Path, nargs="*", default=())
    parser.add_argument("--show", action="store_true", help="name the pairs that are wrong")
    given = parser.parse_args()
    print_half("tuned on (odd numbers)", [p for p in pairs() if not p.held_out], show=given.show)
    print_half("held out (even numbers)", [p for p in pairs() if p.held_out], show=given.show)
    print_across()
    if given.articles:
        print_own(given.articles)


if __name__ == "__main__":
    main()
