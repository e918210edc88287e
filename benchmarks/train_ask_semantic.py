"""Makes the weights of bot/ask/weights_semantic.py again: the order of the best sentences, by meaning too.

    python -m benchmarks.train_ask_semantic --data DIR [--vectors FILE] [--write]

DIR is that of train_ask, and so are the folds; needs the extra `semantic`. The sentences are those that the
held-out weights of train_ask put first, so the figures are those of both steps together. FILE keeps the
vectors for another run. Only numbers are written.
"""

from __future__ import annotations

import argparse
import asyncio
import json
from dataclasses import replace
from pathlib import Path

import numpy as np

from benchmarks.train_ask import FOLDS, ROOT, Case, Matrix, cases, fit_sentences, hits, listed, told
from bot.ask.meaning import READ, of
from summarizers.engines.encoder import MiniLM

TARGET = ROOT / "bot" / "ask" / "weights_semantic.py"
BATCH = 32

Vectors = dict[str, list[float]]


def kept(file: Path | None) -> Vectors:
    """The vectors in a file, none if there is none."""
    if file is None or not file.exists():
        return {}
    found = np.load(file)
    return dict(zip(json.loads(str(found["texts"])), found["vectors"].tolist(), strict=True))


def encode(texts: set[str], vectors: Vectors, file: Path | None) -> None:
    """Add the vectors of texts that have none."""
    waiting = sorted(texts - vectors.keys(), key=lambda text: (len(text), text))
    model = MiniLM()
    for start in range(0, len(waiting), BATCH):
        some = waiting[start : start + BATCH]
        vectors |= {text: list(v) for text, v in zip(some, model.encode(some), strict=True)}
    if file and waiting:
        np.savez(file, texts=json.dumps(list(vectors)), vectors=np.array(list(vectors.values()), np.float32))


def best(one: Case, w: Matrix) -> Matrix:
    """The places of the sentences that are read by meaning, each text of an article once, the best first."""
    order, seen, found = np.argsort(-(one.features @ w), kind="stable"), set(), []
    for n in order:
        if (key := (one.articles[n], one.texts[n])) not in seen:
            seen.add(key)
            found.append(n)
    return np.array(found[:READ])


def read(one: Case, places: Matrix, vectors: Vectors) -> Case:
    """The question with these sentences alone, what they mean among their features."""
    articles, texts = ([some[n] for n in places] for some in (one.articles, one.texts))
    means = of(vectors[one.question], [vectors[text] for text in texts], articles)
    return replace(
        one,
        features=np.hstack([one.features[places], np.array(means)]),
        right=one.right[places],
        from_evidence=one.from_evidence[places],
        holds=one.holds[places],
        articles=tuple(articles),
        texts=tuple(texts),
    )


def main() -> None:
    """Cross-validate, print, and write the weights if asked to."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--vectors", type=Path)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    every = asyncio.run(cases([given.data / "corpus.jsonl"], given.data / "questions.jsonl"))
    every = [one for one in every if one.answerable]
    lexical = [fit_sentences([one for one in every if one.fold != fold]) for fold in range(FOLDS)]
    lexical.append(fit_sentences(every))
    places = [[best(one, w) for one in every] for w in lexical]
    texts = {one.texts[n] for chosen in places for one, some in zip(every, chosen, strict=True) for n in some}
    vectors = kept(given.vectors)
    encode(texts | {one.question for one in every}, vectors, given.vectors)
    sets = [[read(*pair, vectors) for pair in zip(every, chosen, strict=True)] for chosen in places]
    figures = []
    for fold in range(FOLDS):
        w = fit_sentences([one for one in sets[fold] if one.fold != fold])
        figures += [hits(one, one.features @ w) for one in sets[fold] if one.fold == fold]
    print(f"held out, {FOLDS} folds by article, {len(every)} answerable questions, {READ} sentences read")
    told(figures)
    if given.write:
        write(fit_sentences(sets[-1]))


def write(w: Matrix) -> None:
    """Write the module."""
    TARGET.write_text(
        '"""Learned weights, made by benchmarks/train_ask_semantic.py, for the vectors of one model.\n\n'
        'The order is that of features.NAMES, then of meaning.NAMES.\n"""\n\n'
        "from __future__ import annotations\n\n"
        f"SENTENCE = {listed(w)}\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
