"""Learn the section weights from labelled articles and write them as a Python table.

    python benchmarks/train_sections.py LABELS ARTICLES [--out summarizers/sections/weights.py]

Logistic regression (Newton's method, L2 towards a part of the points that `benchmarks/section_rules.py` sets
by hand) over the feature rows of `summarizers.sections.features`. A sentence that carries the label is
positive, one of a key item weighs more; a borderline sentence is a light negative.
Thresholds are fixed here, chosen by cross-validation with `benchmarks/briefing_dev.py`.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent))
from benchmarks import section_rules
from summarizers.rank.centroid import term_weights
from summarizers.sections.features import features
from summarizers.sections.sides import DIVIDED, SETTLED
from summarizers.text.analysis import analyse
from summarizers.types import Document, Publication

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from numpy.typing import NDArray

    from summarizers.sections.features import Rows
    from summarizers.text.analysis import Analysis

SECTIONS = ("agreement", "tension")
BY_HAND = {"agreement": section_rules.AGREEMENT, "tension": section_rules.TENSION}
THRESHOLDS = {"agreement": 0.38, "tension": 0.48}
NEEDS = {
    "agreement": {f"c:{kind}" for kind in SETTLED | {"deal", "law", "give", "exchange", "tally"}}
    | {"easing", "will:deed", "intend:deed", "not:foe", "will:done", "would:done", "under", "holds"},
    "tension": {f"c:{kind}" for kind in DIVIDED - {"critics", "violence"} | {"probe", "want"}}
    | {"imposing", "will:foe", "would:foe", "intend:foe", "threat:foe", "done:foe", "hindered:act"},
}
RIDGE = 9.0
KEY_WEIGHT, BORDERLINE_WEIGHT = 1.5, 0.3
_NEWTON_STEPS = 25
_FEWEST = 4
"""A feature that fewer articles show is left out: its weight would describe those articles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One sentence: its feature row, and for each section whether it counts and how much."""

    row: dict[str, float]
    target: dict[str, float]
    weight: dict[str, float]


def read_lines(path: Path) -> list[dict[str, Any]]:
    """The JSON objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def document(article: dict[str, Any]) -> Document:
    """The article as the library takes it."""
    return Document(
        id=article["id"],
        title=article["title"],
        body=article["body"],
        published=Publication.parse(article["published"]),
    )


def examples(
    article: dict[str, Any],
    labels: dict[str, Any],
    describe: Callable[[Analysis, Mapping[str, float]], Rows] = features,
) -> list[Example]:
    """One example for each of our sentences, labelled by the annotated sentences that it overlaps."""
    analysis = analyse(document(article))
    keys = {item["item"] for item in labels["items"] if item["key"]}
    rows = describe(analysis, term_weights(analysis.stems, analysis.bags))
    made = []
    for sentence, row in zip(analysis.sentences, rows.own, strict=True):
        marks = [
            mark
            for mark in labels["sentences"]
            if 2 * (min(sentence.end, mark["end"]) - max(sentence.start, mark["start"]))
            >= min(sentence.end - sentence.start, mark["end"] - mark["start"])
        ]
        made.append(_example(rows.shared | row, marks, keys))
    return made


def _example(row: dict[str, float], marks: list[dict[str, Any]], keys: set[str]) -> Example:
    """The example of one sentence from the annotations `marks` that it overlaps."""
    target, weight = {}, {}
    for section in SECTIONS:
        positive = any(section in mark["labels"] for mark in marks)
        key = any(item in keys and item[0] == section[0] for mark in marks for item in mark["item"])
        borderline = any(section in mark.get("maybe", ()) for mark in marks)
        target[section] = float(positive)
        weight[section] = (
            (KEY_WEIGHT if key else 1.0) if positive else BORDERLINE_WEIGHT if borderline else 1.0
        )
    return Example(row=row, target=target, weight=weight)


def learn(
    groups: Sequence[Sequence[Example]], section: str, ridge_of: Callable[[str], float] = lambda _: RIDGE
) -> dict[str, float]:
    """Weights by feature name, from the examples of each article in `groups`."""
    names = _names(groups)
    place = {name: column for column, name in enumerate(names)}
    rows = [example for group in groups for example in group]
    matrix = np.zeros((len(rows), len(names)))
    for line, example in enumerate(rows):
        for name, value in example.row.items():
            if name in place:
                matrix[line, place[name]] = value
    target = np.array([example.target[section] for example in rows])
    weight = np.array([example.weight[section] for example in rows])
    ridge = np.array([0.01 if name == "bias" else ridge_of(name) for name in names])
    lean = np.array([prior(section, name) for name in names])
    solved = _newton(matrix, target, weight, ridge, lean)
    learned = {name: round(float(value), 3) for name, value in zip(names, solved, strict=True)}
    return {name: prior(section, name) for name in (*_EFFECT, *_DEFINED)} | learned


def _names(groups: Sequence[Sequence[Example]]) -> list[str]:
    """Features shown by enough articles, sorted."""
    shown: dict[str, int] = {}
    for group in groups:
        for name in {name for example in group for name, value in example.row.items() if value}:
            shown[name] = shown.get(name, 0) + 1
    return sorted(name for name, count in shown.items() if count >= _FEWEST)


def _newton(
    matrix: NDArray[np.float64],
    target: NDArray[np.float64],
    weight: NDArray[np.float64],
    ridge: NDArray[np.float64],
    lean: NDArray[np.float64],
) -> NDArray[np.float64]:
    """The weights that minimise weighted log loss + ridge/2 · |w - lean|²."""
    solved = lean.copy()
    for _ in range(_NEWTON_STEPS):
        chance = 1 / (1 + np.exp(-matrix @ solved))
        slope = matrix.T @ (weight * (chance - target)) + ridge * (solved - lean)
        curve = (matrix.T * (weight * chance * (1 - chance))) @ matrix + np.diag(ridge)
        step = np.linalg.solve(curve, slope)
        solved -= step
        if float(np.abs(step).max()) < 1e-6:
            break
    return solved


_LEAN, _PAIR_LEAN = 0.3, 0.2


_TRUSTED = 0.5
"""How much of the points that are set by hand a weight starts from."""


def prior(section: str, name: str) -> float:
    """What the weight of a feature is before any example: cue classes lean the way their names say.

    Without it, rare classes take the sign of the few articles that happen to show them.
    """
    by_hand = 0.0 if name == "bias" else _TRUSTED * BY_HAND[section].get(name, 0.0)
    return by_hand + _leaning(section, name)


def _leaning(section: str, name: str) -> float:
    """How far the name alone of a feature decides its weight."""
    sides = {"agreement": (SETTLED, DIVIDED), "tension": (DIVIDED, SETTLED)}
    ours, theirs = sides[section]
    if name in _EFFECT:
        return _LEAN * _EFFECT[name][section]
    head, _, tail = name.rpartition(":")
    if head in {"c", "done"}:
        return _LEAN if tail in ours else -_LEAN / 3 if tail in theirs else 0.0
    left, _, right = name.partition("&")
    if left in ours and (right in ours or right in _PARTNERS):
        return _PAIR_LEAN
    return _LEAN if name in {"t~settled", "t~divided"} and name[2:5] == _SIDE[section] else 0.0


_EFFECT = {
    "easing": {"agreement": 2, "tension": -1},
    "exchange&ease": {"agreement": 2, "tension": -1},
    "c:exchange": {"agreement": 2, "tension": -1},
    "imposing": {"agreement": -1, "tension": 2},
}
"""What weighs so even where too few articles show it."""

_DEFINED = (
    "done:amends",
    "done:pledge",
    "exchange&will",
    "did:fear",
    "termed",
    "mutual",
    "c:offence",
    "doc:offence",
    "c:match",
    "doc:match",
    "t:offence",
    "t:match",
    "t:fruitless",
)
"""What the annotation guide itself names, or means: few articles show it, so its points by hand decide."""

_PARTNERS = frozenset({"law", "deal", "give", "actors", "accord"})
_SIDE = {"agreement": "set", "tension": "div"}

_HEAD = '''"""Weights of the section classifiers: written by benchmarks/train_sections.py, not by hand.

{count} labelled sentences of {articles} articles. The features are explained in
`summarizers.sections.features`.
"""

from __future__ import annotations

from typing import Final

from summarizers.sections.model import Classifier
'''


def table(weights: dict[str, dict[str, float]], sentences: int, articles: int) -> str:
    """The Python module that holds the two classifiers."""
    lines = [_HEAD.format(count=sentences, articles=articles)]
    for section in SECTIONS:
        needs = "".join(f'            "{name}",\n' for name in sorted(NEEDS[section]))
        lines.append(
            f"\n{section.upper()}: Final = Classifier(\n"
            f"    threshold={THRESHOLDS[section]},\n"
            f"    needs=frozenset(\n        [\n{needs}        ]\n    ),\n    weights={{\n"
        )
        lines += [
            f'        "{name}": {value},\n' for name, value in sorted(weights[section].items()) if value
        ]
        lines.append("    },\n)\n")
    return "".join(lines)


def main() -> None:
    """Read labels and articles, learn, write the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("labels", type=Path)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--out", type=Path, default=Path("summarizers/sections/weights.py"))
    args = parser.parse_args()
    articles = {article["id"]: article for article in read_lines(args.articles)}
    groups = [examples(articles[labels["id"]], labels) for labels in read_lines(args.labels)]
    weights = {section: learn(groups, section) for section in SECTIONS}
    args.out.write_text(table(weights, sum(map(len, groups)), len(groups)), encoding="utf-8")


if __name__ == "__main__":
    main()
