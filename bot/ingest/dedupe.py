"""Near-duplicates: wire copies with other heads and tails, light rewrites, re-posts under another address.

MinHash (Broder 1997) over word trigrams estimates the Jaccard similarity of two texts; bands of its
signature (Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets", 3.4) find the candidates by equality.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from struct import pack

from rensa import RMinHash

from bot.ports import Fingerprint

PERMUTATIONS = 128
ROWS = 4
"""Rows a band: with 32 bands of 4, a pair at similarity 0.5 shares one with probability 0.87, at 0.2 0.05."""

SIMILAR = 0.5
"""Estimated share of common trigrams from which two articles are one text (standard error 0.044)."""

SHINGLE = 3
MIN_SHINGLES = 20
"""A text of fewer trigrams says too little to be called the same as another unless all of it is equal, title
included: "Subscribe to read on" stands under many a headline."""

_SEED = 20251110
_WORD = re.compile(r"\w+")


def signature(clean: str, title: str) -> tuple[int, ...]:
    """The MinHash signature of a clean text: `PERMUTATIONS` 32-bit hashes."""
    words = _WORD.findall(clean.casefold())
    shingles = [" ".join(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1))]
    minhash = RMinHash(num_perm=PERMUTATIONS, seed=_SEED)
    minhash.update(shingles if len(shingles) >= MIN_SHINGLES else [_whole(clean, title)])
    return tuple(minhash.digest())


def _whole(clean: str, title: str) -> str:
    """Title and text as one shingle; not only words, so that texts without any are told apart as well."""
    return f"{title.casefold().strip()}\n{clean.casefold()}"


def bands(hashes: Sequence[int]) -> tuple[int, ...]:
    """The 63-bit keys of the bands of a signature; equal keys mean that a whole band is equal."""
    return tuple(
        int.from_bytes(blake2b(pack(f"<{ROWS + 1}I", i, *hashes[i : i + ROWS]), digest_size=8).digest()) >> 1
        for i in range(0, len(hashes), ROWS)
    )


def similarity(one: Sequence[int], other: Sequence[int]) -> float:
    """The estimated Jaccard similarity of two texts, from 0 to 1."""
    return sum(a == b for a, b in zip(one, other, strict=True)) / len(one)


def closest(hashes: Sequence[int], candidates: Iterable[Fingerprint]) -> Fingerprint | None:
    """The most similar candidate that is the same text, the first by id among equals; None if none is."""
    best, at_least = None, SIMILAR
    for candidate in sorted(candidates, key=lambda c: c.article_id):
        found = similarity(hashes, candidate.signature)
        if found > at_least or (best is None and found == at_least):
            best, at_least = candidate, found
    return best
