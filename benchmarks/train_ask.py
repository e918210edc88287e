"""Makes the weights of bot/ask/weights.py again: which sentence answers, and whether any does.

    python -m benchmarks.train_ask --data DIR [--write]

DIR holds corpus.jsonl and questions.jsonl. Folds are by article title; the figures printed are those of the
held-out folds. Whether any sentence answers is learned from them and from tests/data/ask/calibration.jsonl,
each of these on news weighing `NEWS`, a signal counting only the way it counts alone; the bar lets
`COVERAGE` of the answerable news through. Only numbers are written.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import re
import tempfile
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from bot.app import open_app
from bot.ask import doubt
from bot.ask.asked import Asked
from bot.ask.choose import LEAST_COVERED, MARGIN, WEAKER, candidates
from bot.ask.features import NAMES, Candidate, of
from bot.ask.query import understand
from bot.ask.retrieve import retrieve
from bot.ask.spelling import respelled
from bot.domain.channel import LOCAL_TENANT
from bot.feeds.jsonl import LineReader
from bot.ports import UnitOfWork
from bot.settings import config_folder, load

FOLDS = 10
SENTENCE_L2 = 1.0
ANSWERABLE_L2 = 20.0
STEPS = 25
"""Steps after which the weights of sentences no longer change."""

DAMPED = 4
"""The first steps go less than the whole way, for they start far from where they lead."""

NEWS = 3
UNSURE = 0.5
"""What an answerable question counts, against one, where the best sentence is not the right one."""

DESCENTS = 1000
"""Steps after which the signed weights no longer change by what is printed."""

COVERAGE = 0.8
ROOT = Path(__file__).parent.parent
TARGET = ROOT / "bot" / "ask" / "weights.py"
OWN = ROOT / "tests" / "data" / "ask"
DEMO = config_folder() / "demo" / "articles.jsonl"

Matrix = np.ndarray[Any, np.dtype[Any]]


@dataclass
class Case:
    """One question: its sentences' features, which of them answer, and what it is about."""

    question: str
    fold: int
    answerable: bool
    features: Matrix
    right: Matrix
    from_evidence: Matrix
    holds: Matrix
    articles: tuple[str, ...]
    texts: tuple[str, ...]
    asked: Asked
    candidates: tuple[Candidate, ...]


def rows(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


@cache
def normal(text: str) -> str:
    """A text as the development set's scorer compares it."""
    text = unicodedata.normalize("NFKD", text).lower().replace("’", "'")
    text = re.sub(r"'s\b", "", "".join(c for c in text if not unicodedata.combining(c)))
    return " ".join(re.findall(r"\d+(?:[.,]\d+)*|[a-z]+", text))


async def cases(articles: list[Path], questions: Path) -> list[Case]:
    """Every question with the sentences that are found for it."""
    with tempfile.TemporaryDirectory() as folder:
        async with open_app(load(data_dir=folder), create=True) as app:
            for path in articles:
                with path.open("rb") as stream:
                    async for _ in app.ingest.run(LOCAL_TENANT, str(path), LineReader(stream).batches()):
                        pass
            async with app.store.read() as unit:
                made = [await case(unit, question) for question in rows(questions)]
    return [one for one in made if len(one.features)]


async def case(unit: UnitOfWork, question: dict[str, Any]) -> Case:
    """One question with the sentences that are found for it."""
    query = understand(question["question"])
    got = await retrieve(unit, LOCAL_TENANT, query, None)
    if (text := respelled(query.text, got.unknown, got.texts)) != query.text:
        query = understand(text)
        got = await retrieve(unit, LOCAL_TENANT, query, None)
    asked = Asked(query, got.weights)
    golds = [normal(a) for a in (question.get("answer", ""), *question.get("aliases", ())) if normal(a)]
    evidence = question.get("evidence", ())
    found = list(candidates(got.found))
    evident = [one.article.id in evidence for _, _, one, _ in found]
    holds = [any(f" {gold} " in f" {normal(one.text)} " for gold in golds) for *_, one in found]
    home = evidence[0] if evidence else found[0][2].article.id if found else ""
    return Case(
        question=question["question"],
        fold=sum(home.rsplit("-", 1)[0].encode()) % FOLDS,
        answerable=question["answerable"],
        features=np.array([of(asked, one) for *_, one in found]),
        right=np.array(holds, bool) & np.array(evident, bool),
        from_evidence=np.array(evident, bool),
        holds=np.array(holds, bool),
        articles=tuple(one.article.id for _, _, one, _ in found),
        texts=tuple(" ".join(one.text.split()).casefold() for *_, one in found),
        asked=asked,
        candidates=tuple(one for *_, one in found),
    )


def fit_sentences(some: list[Case]) -> Matrix:
    """Weights under which the right sentences have the largest share of a question's softmax.

    Newton steps, each with the shares of the right sentences among themselves as they were before it (an
    expectation, then a maximisation).
    """
    some = [one for one in some if one.right.any()]
    x, right = np.vstack([one.features for one in some]), np.concatenate([one.right for one in some])
    sizes = [len(one.features) for one in some]
    starts, of_case = np.r_[0, np.cumsum(sizes)[:-1]], np.repeat(np.arange(len(some)), sizes)
    ridge = SENTENCE_L2 * np.eye(x.shape[1])
    w = np.zeros(x.shape[1])
    for step in range(STEPS):
        z = x @ w
        p = np.exp(z - np.maximum.reduceat(z, starts)[of_case])
        p /= np.add.reduceat(p, starts)[of_case]
        q = p * right
        q /= np.maximum(np.add.reduceat(q, starts), 1e-12)[of_case]
        weighed = x * p[:, None]
        middle = np.add.reduceat(weighed, starts)
        curve = weighed.T @ x - middle.T @ middle + ridge
        w = w - min(1.0, (step + 1) / DAMPED) * np.linalg.solve(curve, ridge @ w + x.T @ (p - q))
    return w


def signs(one: Case, w: Matrix) -> Matrix:
    """The signals of `bot.ask.choose.signals`."""
    z = one.features @ w
    order = np.argsort(-z)
    second = z[order[1]] if len(z) > 1 else z[order[0]] - 1
    against = doubt.of(one.asked, one.candidates[order[0]])
    return np.concatenate([[z[order[0]], z[order[0]] - second], one.features[order[0]], against])


def fit_logistic(x: Matrix, y: Matrix, weight: Matrix, l2: float) -> Matrix:
    """Logistic regression in which a signal may only count the way it counts alone, for or against.

    Of signals that tell nearly the same, one would else be weighed against another, by what is chance. By
    projected gradients on standardised columns; weights in raw units, the bias last.
    """
    mean, spread = x.mean(0), x.std(0) + 1e-9
    sign = np.sign(((x - mean) * weight[:, None]).T @ (y - np.average(y, weights=weight)))
    z = (x - mean) / spread * sign
    step = 1 / (0.25 * float(np.linalg.norm(z * np.sqrt(weight)[:, None], 2)) ** 2 + l2)
    w, bias = np.zeros(x.shape[1]), 0.0
    for _ in range(DESCENTS):
        wrong = weight * (1 / (1 + np.exp(-(z @ w + bias))) - y)
        w = np.maximum(0.0, w - step * (z.T @ wrong + l2 * w))
        bias -= 2 * float(wrong.sum() / weight.sum())
    w = w * sign / spread
    return np.append(w, bias - float(w @ mean))


def false_answers(scores: Matrix, answerable: Matrix) -> float:
    """Share of the unanswerable above the score that lets `COVERAGE` of the answerable through."""
    bar = np.sort(scores[answerable])[::-1][int(COVERAGE * answerable.sum() + 0.999999) - 1]
    return float((scores[~answerable] >= bar).mean())


def quoted(one: Case, z: Matrix) -> list[int]:
    """The sentences that `bot.ask.choose.best` would quote, of these strengths."""
    order = [int(n) for n in np.argsort(-z, kind="stable")]
    covered = one.features[:, NAMES.index("covered")]
    left = [
        n for n in order if n == order[0] or (z[n] >= z[order[0]] - WEAKER and covered[n] >= LEAST_COVERED)
    ]
    chosen: list[int] = []
    while left and len(chosen) < 3:
        known = {one.articles[n] for n in chosen}
        other = next((n for n in left if one.articles[n] not in known), left[0])
        now = other if one.articles[left[0]] in known and z[other] > z[left[0]] - MARGIN else left[0]
        chosen.append(now)
        left = [n for n in left if one.texts[n] != one.texts[now]]
    return chosen


def held_out(every: list[Case], news: list[Case]) -> tuple[Matrix, list[float]]:
    """Print the figures of the held-out folds; return signals by others' weights, and `surety`."""
    folds = np.array([one.fold for one in every])
    ws = [fit_sentences([one for one in every if one.fold != fold]) for fold in range(FOLDS)]
    told([hits(one, one.features @ ws[one.fold]) for one in every if one.answerable])
    signed = np.array([signs(one, ws[one.fold]) for one in every])
    sure = [surety(one, ws[one.fold]) for one in every]
    scores = np.zeros(len(every))
    for fold in range(FOLDS):
        train = folds != fold
        if train.all():
            continue
        others = [n for n, one in enumerate(every) if one.fold != fold]
        some, theirs = [every[n] for n in others], [sure[n] for n in others]
        b = fit_answerable(signed[train], some, theirs, news, ws[fold])
        scores[~train] = signed[~train] @ b[:-1] + b[-1]
    false = false_answers(scores, flags_of(every) > 0)
    print(f"held out, {FOLDS} folds by article, {len(every)} questions")
    print(f"false answers at coverage {COVERAGE}: {false:.3f}")
    return signed, sure


def hits(one: Case, z: Matrix) -> list[float]:
    """Whether the quotes of these strengths are right: article, answer, in the first and in all."""
    chosen = quoted(one, z)
    found = one.from_evidence[chosen[0]], one.from_evidence[chosen].any()
    held = one.holds[chosen[0]], one.holds[chosen].any()
    return [float(right) for right in (*found, *held, len(chosen))]


def told(figures: list[list[float]]) -> None:
    """Print the means of `hits`."""
    one_, three_, first, three, many = np.mean(figures, axis=0)
    print(f"hit@1 {one_:.3f}  hit@3 {three_:.3f}  answer in first {first:.3f}  in three {three:.3f}")
    print(f"quotes an answer {many:.2f}")


def surety(one: Case, w: Matrix) -> float:
    """What a question counts: less where an answer is found, but not in the best sentence."""
    best = int(np.argmax(one.features @ w))
    return UNSURE if one.answerable and one.right.any() and not one.holds[best] else 1.0


def fit_answerable(
    signed: Matrix, some: list[Case], sure: list[float], news: list[Case], w: Matrix
) -> Matrix:
    """Weights of the second model on signals of questions that the first was not learned from."""
    x = np.vstack([signed, [signs(one, w) for one in news]])
    weight = np.array([*sure, *[float(NEWS)] * len(news)])
    return fit_logistic(x, flags_of([*some, *news]), weight, ANSWERABLE_L2)


def main() -> None:
    """Cross-validate, print, and write the weights if asked to."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    every = asyncio.run(cases([given.data / "corpus.jsonl"], given.data / "questions.jsonl"))
    news = asyncio.run(cases([DEMO, OWN / "articles.jsonl"], OWN / "calibration.jsonl"))
    signed, sure = held_out(every, news)
    w = fit_sentences(every)
    b = fit_answerable(signed, every, sure, news, w)
    scores = np.array([1 / (1 + np.exp(-(signs(c, w) @ b[:-1] + b[-1]))) for c in news if c.answerable])
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
        'VERSION = "6"\n\n'
        f"SENTENCE = {listed(w)}\n\n"
        f"ANSWERABLE = {listed(b[:-1])}\n"
        '"""For `choose.signals`: strength, lead, the features of the best sentence, and `doubt`."""\n\n'
        f"ANSWERABLE_BIAS = {b[-1]:.4f}\n\n"
        f"ANSWER_FROM = {bar:.4f}\n"
        f'"""From this probability it is an answer: lets {COVERAGE:.0%} of the answerable news through."""\n',
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
