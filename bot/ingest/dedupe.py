"""Which kept articles may be the same text as a new one: found by a sketch, then read and compared.

MinHash (Broder 1997) over runs of five words: each of its hashes is equal in two texts with the probability
of their Jaccard similarity, and each is a key to look up by (one-row bands of Leskovec, Rajaraman, Ullman,
"Mining of Massive Datasets", 3.4). Unrelated texts hardly share a run of five words, so few candidates come
for nothing, while a text that shares a seventh of its runs is found with probability 0.97.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import blake2b
from struct import pack

from rensa import RMinHash

from bot.ingest.likeness import COMPARED, LEAST_WORDS, whole
from bot.ports import Fingerprint
from summarizers.text.tokens import words

HASHES = 24
SHINGLE = 5

CROWD = 12
"""Articles to a key: a run of words that so many have tells little, and looking it up must stay cheap."""

READ = 8
"""Candidates that are read and compared, those with most equal hashes first."""

_SEED = 20251110


def signature(clean: str, title: str) -> tuple[int, ...]:
    """The MinHash signature of a clean text: `HASHES` 32-bit hashes of its first `COMPARED` characters."""
    found = words(clean[:COMPARED])
    shingles = [" ".join(found[i : i + SHINGLE]) for i in range(len(found) - SHINGLE + 1)]
    minhash = RMinHash(num_perm=HASHES, seed=_SEED)
    minhash.update(shingles if len(found) >= LEAST_WORDS else [whole(title, clean[:COMPARED])])
    return tuple(minhash.digest())


def bands(hashes: Sequence[int]) -> tuple[int, ...]:
    """The 63-bit keys that a signature is found by, one for each hash and its place."""
    return tuple(
        int.from_bytes(blake2b(pack("<2I", place, value), digest_size=8).digest()) >> 1
        for place, value in enumerate(hashes)
    )


def likeliest(hashes: Sequence[int], candidates: Iterable[Fingerprint]) -> tuple[Fingerprint, ...]:
    """The `READ` candidates with most hashes in common, by id among equals."""
    ranked = sorted(candidates, key=lambda one: (-_equal(hashes, one.signature), one.article_id))
    return tuple(ranked[:READ])


def _equal(one: Sequence[int], other: Sequence[int]) -> int:
    return sum(a == b for a, b in zip(one, other, strict=False))
