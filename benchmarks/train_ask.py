"""Makes the weights of bot/ask/weights.py again: which sentence answers, and whether any does.

    python benchmarks/train_ask.py --data DIR [--write]

DIR holds corpus.jsonl and questions.jsonl. Folds are by article title; the figures printed are those of the
held-out folds. Numbers only are written, no word of the data.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import re
import tempfile
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from bot.app import open_app
from bot.ask.choose import candidates
from bot.ask.features import NAMES, Asked, of
from bot.ask.query import understand
from bot.ask.retrieve import retrieve
from bot.domain.channel import LOCAL_TENANT
from bot.feeds.jsonl import LineReader
from bot.ports import UnitOfWork
from bot.settings import load

FOLDS = 10
SENTENCE_L2 = 1.0
ANSWERABLE_L2 = 3.0
COVERAGE = 0.8
TARGET = Path(__file__).parent.parent / "bot" / "ask" / "weights.py"

Matrix = np.ndarray[Any, np.dtype[Any]]


@dataclass
class Case:
    """One question: its sentences' features, which of them answer, and what it is about."""

    fold: int
    answerable: bool
    features: Matrix
    right: Matrix
    from_evidence: Matrix


def rows(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def normal(text: str) -> str:
    """A text as the development set's scorer compares it."""
    text = unicodedata.normalize("NFKD", text).lower().replace("’", "'")
    text = re.sub(r"'s\b", "", "".join(c for c in text if not unicodedata.combining(c)))
    return " ".join(re.findall(r"\d+(?:[.,]\d+)*|[a-z]+", text))


async def cases(data: Path) -> list[Case]:
    """Every question with the sentences that are found for it."""
    with tempfile.TemporaryDirectory() as folder:
        async with open_app(load(data_dir=folder), create=True) as app:
            with (data / "corpus.jsonl").open("rb") as stream:
                async for _ in app.ingest.run(LOCAL_TENANT, "train", LineReader(stream).batches()):
                    pass
            async with app.store.read() as unit:
                made = [await case(unit, question) for question in rows(data / "questions.jsonl")]
    return [one for one in made if len(one.features)]


async def case(unit: UnitOfWork, question: dict[str, Any]) -> Case:
    """One question with the sentences that are found for it."""
    query = understand(question["question"])
    got = await retrieve(unit, LOCAL_TENANT, query, None)
    asked = Asked(query, got.weights)
    golds = [normal(a) for a in (question["answer"], *question["aliases"]) if normal(a)]
    evidence = question["evidence"]
    found = list(candidates(got.found))
    evident = [one.article.id in evidence for _, _, one, _ in found]
    right = [
        fits and any(f" {gold} " in f" {normal(one.text)} " for gold in golds)
        for fits, (*_, one) in zip(evident, found, strict=True)
    ]
    home = evidence[0] if evidence else found[0][2].article.id if found else ""
    return Case(
        fold=sum(home.rsplit("-", 1)[0].encode()) % FOLDS,
        answerable=question["answerable"],
        features=np.array([of(asked, one) for *_, one in found]),
        right=np.array(right),
        from_evidence=np.array(evident),
    )


def fit_sentences(some: list[Case]) -> Matrix:
    """Weights under which the right sentences have the largest share of a question's softmax."""
    some = [one for one in some if one.right.any()]
    w = np.zeros(len(NAMES))
    m, v = np.zeros_like(w), np.zeros_like(w)
    for step in range(1, 401):
        slope = SENTENCE_L2 * w
        for one in some:
            z = one.features @ w
            p = np.exp(z - z.max())
            p /= p.sum()
            q = p * one.right
            q /= max(q.sum(), 1e-12)
            slope = slope + one.features.T @ (p - q)
        m, v = 0.9 * m + 0.1 * slope, 0.99 * v + 0.01 * slope**2
        w = w - 0.1 * (m / (1 - 0.9**step)) / (np.sqrt(v / (1 - 0.99**step)) + 1e-8)
    return w


def signs(one: Case, w: Matrix) -> Matrix:
    """The signals of `bot.ask.choose.signals`."""
    z = one.features @ w
    order = np.argsort(-z)
    second = z[order[1]] if len(z) > 1 else z[order[0]] - 1
    return np.concatenate([[z[order[0]], z[order[0]] - second], one.features[order[0]]])


def fit_logistic(x: Matrix, y: Matrix, l2: float) -> Matrix:
    """Logistic regression by Newton steps on standardised columns; weights in raw units, the bias last."""
    mean, spread = x.mean(0), x.std(0) + 1e-9
    z = np.hstack([(x - mean) / spread, np.ones((len(x), 1))])
    ridge = np.diag([l2] * x.shape[1] + [0.0])
    w = np.zeros(z.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-z @ w))
        w = w - np.linalg.solve((z * (p * (1 - p))[:, None]).T @ z + ridge, z.T @ (p - y) + ridge @ w)
    return np.append(w[:-1] / spread, w[-1] - (w[:-1] * mean / spread).sum())


def false_answers(scores: Matrix, answerable: Matrix) -> float:
    """Share of the unanswerable above the score that lets `COVERAGE` of the answerable through."""
    bar = np.sort(scores[answerable])[::-1][int(COVERAGE * answerable.sum() + 0.999999) - 1]
    return float((scores[~answerable] >= bar).mean())


def held_out(every: list[Case]) -> None:
    """Print the figures of the held-out folds."""
    figures, scores, answerable = [], [], []
    for fold in range(FOLDS):
        train, test = [c for c in every if c.fold != fold], [c for c in every if c.fold == fold]
        w = fit_sentences(train)
        b = fit_answerable(train, w)
        for one in test:
            order = np.argsort(-(one.features @ w))
            scores.append(signs(one, w) @ b[:-1] + b[-1])
            answerable.append(one.answerable)
            if one.answerable:
                first, three = one.right[order[0]], one.right[order[:3]].any()
                figures.append((one.from_evidence[order[0]], first, three))
    hit, first, three = np.mean(figures, axis=0)
    print(f"held out, {FOLDS} folds by article, {len(every)} questions")
    print(f"hit@1 {hit:.3f}  answer in first {first:.3f}  in three {three:.3f}")
    print(
        f"false answers at coverage {COVERAGE}: {false_answers(np.array(scores), np.array(answerable)):.3f}"
    )


def fit_answerable(some: list[Case], w: Matrix) -> Matrix:
    """Weights of the second model on top of the first."""
    return fit_logistic(np.array([signs(one, w) for one in some]), flags_of(some), ANSWERABLE_L2)


def main() -> None:
    """Cross-validate, print, and write the weights if asked to."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    every = asyncio.run(cases(given.data))
    held_out(every)
    w = fit_sentences(every)
    b = fit_answerable(every, w)
    scores = np.array([1 / (1 + np.exp(-(signs(c, w) @ b[:-1] + b[-1]))) for c in every if c.answerable])
    for name, weight in zip(NAMES, w, strict=True):
        print(f"  {name:<16} {weight:7.3f}")
    if given.write:
        write(w, b, float(np.quantile(scores, 1 - COVERAGE)))


def flags_of(some: list[Case]) -> Matrix:
    """Which cases are answerable, as numbers."""
    return np.array([one.answerable for one in some], float)


def listed(values: Matrix) -> str:
    """Numbers as the text of a tuple."""
    return "(\n" + "".join(f"    {value:.4f},\n" for value in values) + ")"


def write(w: Matrix, b: Matrix, bar: float) -> None:
    """Write the module."""
    TARGET.write_text(
        '"""Learned weights, made by benchmarks/train_ask.py; the order is that of features.NAMES."""\n\n'
        "from __future__ import annotations\n\n"
        'VERSION = "1"\n\n'
        f"SENTENCE = {listed(w)}\n\n"
        f"ANSWERABLE = {listed(b[:-1])}\n"
        '"""For `choose.signals`: strength, lead, then the features of the first sentence."""\n\n'
        f"ANSWERABLE_BIAS = {b[-1]:.4f}\n\n"
        f"ANSWER_FROM = {bar:.4f}\n"
        f'"""From this probability it is an answer: lets {COVERAGE:.0%} of the answerable through."""\n',
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
