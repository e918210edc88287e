"""Score the default engine on a labelled briefing set: as it ships, cross-validated, and its plain summaries.

    python benchmarks/briefing_dev.py --data DIR [--folds 10]

DIR holds labels.jsonl, articles.jsonl and the scorer briefing_eval.py. The shipped weights have seen these
labels; the cross-validated rows have not: weights are learned without the articles of the fold, or of the
outlet, scored. The articles written here, `benchmarks/written`, were never learned from.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarizers.engines.extractive import Extractive
from summarizers.sections.model import Classifier
from summarizers.types import Budget
from summarizers.wire import briefing

sys.path.insert(0, str(Path(__file__).parent.parent))
from benchmarks.rouge import rouge1
from benchmarks.train_sections import (
    NEEDS,
    SECTIONS,
    THRESHOLDS,
    Example,
    document,
    examples,
    learn,
    read_lines,
)
from benchmarks.written_articles import SEALED, TUNED, names, written

if TYPE_CHECKING:
    from collections.abc import Sequence

Json = dict[str, Any]
_OWN_FOLD = 10
"""An outlet with fewer articles shares its fold with the other small ones."""


def shipped(articles: Path) -> str:
    """Predictions of the engine through its command line, as JSON Lines."""
    with articles.open("rb") as lines:
        command = [sys.executable, "-m", "summarizers", "brief"]
        return subprocess.run(command, stdin=lines, capture_output=True, check=True).stdout.decode()


def held_out(articles: dict[str, Json], groups: dict[str, list[Example]], fold_of: dict[str, str]) -> str:
    """Predictions in which each article is written by weights that have not seen its fold."""
    lines = []
    for fold in sorted(set(fold_of.values())):
        seen = [groups[key] for key in groups if fold_of[key] != fold]
        agreement, tension = (
            Classifier(
                weights=learn(seen, section), threshold=THRESHOLDS[section], needs=frozenset(NEEDS[section])
            )
            for section in SECTIONS
        )
        engine = Extractive(agreement=agreement, tension=tension)
        for key in (key for key in groups if fold_of[key] == fold):
            documents = (document(articles[key]),)
            lines.append(
                json.dumps(
                    briefing(key, documents, engine.summarize(documents, Budget())), ensure_ascii=False
                )
            )
    return "\n".join(lines)


def folds_by_article(keys: list[str], count: int) -> dict[str, str]:
    """A fold for each article, the same on every run."""
    mixed = sorted(keys, key=lambda key: hashlib.md5(key.encode(), usedforsecurity=False).digest())
    return {key: f"{place % count:02}" for place, key in enumerate(mixed)}


def folds_by_outlet(articles: dict[str, Json]) -> dict[str, str]:
    """A fold for each outlet of size, one for all small outlets together."""
    sizes: dict[str, int] = defaultdict(int)
    for article in articles.values():
        sizes[article["source"]] += 1
    return {
        key: article["source"] if sizes[article["source"]] >= _OWN_FOLD else "small"
        for key, article in articles.items()
    }


def score(data: Path, predictions: str, *options: str) -> Json:
    """What the set's own scorer says of `predictions`."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.write(predictions)
        file.flush()
        files = [data / "labels.jsonl", data / "articles.jsonl", file.name]
        command = [sys.executable, str(data / "briefing_eval.py"), *map(str, files), "--json", *options]
        found = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    result: Json = json.loads(found)
    return result


def row(name: str, data: Path, predictions: str) -> str:
    """One line of the table."""
    loose, strict = score(data, predictions), score(data, predictions, "--strict")
    sections = " ".join(f"{loose[k]['f1']:5.1f}/{strict[k]['f1']:4.1f}" for k in (*SECTIONS, "deadline"))
    macro = f"{loose['all']['macro_f1']:5.1f}/{strict['all']['macro_f1']:4.1f}"
    false = f"{loose['all']['false_per_empty']:.2f}/{strict['all']['false_per_empty']:.2f}"
    grounded = f"{loose['grounded_bullets']:5.1f}%"
    return f"{name:28} {sections} {macro} {false}  {loose['deadline_dates']['f1']:5.1f} {grounded}"


def plain(labels: list[Json], articles: dict[str, Json], count: int) -> tuple[float, float]:
    """Mean ROUGE-1 F1 against the one-sentence gists: of our `count` sentences, and of the first `count`."""
    engine, ours, lead = Extractive(), 0.0, 0.0
    for label in labels:
        taken = document(articles[label["id"]])
        spans = engine.extract(taken, count)
        first = engine.extract(taken, 10**6)[:count]
        ours += rouge1(" ".join(taken.body[s.start : s.end] for s in spans), label["gist"])
        lead += rouge1(" ".join(taken.body[s.start : s.end] for s in first), label["gist"])
    return 100 * ours / len(labels), 100 * lead / len(labels)


def written_set(files: Sequence[str]) -> tuple[list[Json], list[Json]]:
    """Labels and articles of some files of those written here, `benchmarks/written`."""
    ours = [one for name in files for one in written(name)]
    return [one.labels for one in ours], [one.article for one in ours]


def print_written(data: Path) -> None:
    """Three lines of the table on articles written here: those read while rules were mended, and the others.

    No weights were learned from either; the scorer is that of `data`.
    """
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        shutil.copy(data / "briefing_eval.py", place)
        apart = sorted(set(names()) - {*TUNED, *SEALED})
        for name, files in (("seen", TUNED), ("kept apart", apart), ("sealed", SEALED)):
            labels, articles = written_set(files)
            (place / "labels.jsonl").write_text("\n".join(map(json.dumps, labels)), encoding="utf-8")
            (place / "articles.jsonl").write_text("\n".join(map(json.dumps, articles)), encoding="utf-8")
            title = f"{len(articles)} written here, {name}"
            print(row(title, place, shipped(place / "articles.jsonl")))


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--folds", type=int, default=10)
    args = parser.parse_args()
    labels = read_lines(args.data / "labels.jsonl")
    articles = {article["id"]: article for article in read_lines(args.data / "articles.jsonl")}
    groups = {label["id"]: examples(articles[label["id"]], label) for label in labels}
    print(
        f"{'F1 as default/strict':28}  agreement  tension    deadline   macro      false/empty dates grounded"
    )
    print(row("shipped (has seen them)", args.data, shipped(args.data / "articles.jsonl")))
    by_article = folds_by_article(list(groups), args.folds)
    print(row(f"{args.folds} folds of articles", args.data, held_out(articles, groups, by_article)))
    outlets = {key: fold for key, fold in folds_by_outlet(articles).items() if key in groups}
    print(row("leave one outlet out", args.data, held_out(articles, groups, outlets)))
    print_written(args.data)
    for count in (1, 3):
        ours, lead = plain(labels, articles, count)
        print(f"ROUGE-1 F1 of --sentences {count} against the gists: {ours:.2f}, lead-{count}: {lead:.2f}")


if __name__ == "__main__":
    main()
