"""Which kept articles may be the same text as a new one: found by a sketch, then read and compared.

MinHash (Broder 1997) over runs of five words: each of its hashes is equal in two texts with the probability
of their Jaccard similarity, and each is a key to look up by (one-row bands of Leskovec, Rajaraman, Ullman,
"Mining of Massive Datasets", 3.4). Unrelated texts hardly share a run of five words, so few candidates come
for nothing, while a text that shares a seventh of its runs is found with probability 0.97.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from struct import pack

from rensa import RMinHash

from bot.ingest.forms import plain
from bot.ingest.likeness import LEAST_WORDS, whole
from bot.ports import Fingerprint, Opening

HASHES = 24
SHINGLE = 5

CROWD = 8
"""Articles filed under a key. A run of words that so many have tells nothing by itself, and looking it up
must stay cheap: those that come later are not filed under it any more."""

READ = 8
"""Candidates that are read and compared, those with most equal hashes first."""

_SEED = 20251110


def signature(opening: Opening) -> tuple[int, ...]:
    """The MinHash signature of a text: `HASHES` 32-bit hashes."""
    found = plain(opening.text)
    shingles = [*map(" ".join, zip(*(found[start:] for start in range(SHINGLE)), strict=False))]
    minhash = RMinHash(num_perm=HASHES, seed=_SEED)
    minhash.update(shingles if len(found) >= LEAST_WORDS else [whole(opening)])
    return tuple(minhash.digest())


def bands(hashes: Sequence[int]) -> tuple[int, ...]:
    """The 63-bit keys that a signature is found by, one for each hash and its place."""
    return tuple(
        int.from_bytes(blake2b(pack("<2I", place, value), digest_size=8).digest()) >> 1
        for place, value in enumerate(hashes)
    )


@dataclass(slots=True)
class Filed:
    """Fingerprints by their keys; of an article only the newest."""

    _prints: dict[str, Fingerprint] = field(default_factory=dict)
    _by_key: dict[int, set[str]] = field(default_factory=dict)

    def file(self, fingerprint: Fingerprint) -> None:
        """Take it in, in place of an earlier one of the article."""
        earlier = self._prints.get(fingerprint.article_id)
        for key in earlier.bands if earlier else ():
            self._by_key[key].discard(fingerprint.article_id)
        self._prints[fingerprint.article_id] = fingerprint
        for key in fingerprint.bands:
            self._by_key.setdefault(key, set()).add(fingerprint.article_id)

    def uncrowded(self, keys: Iterable[int]) -> tuple[int, ...]:
        """Those of the keys that another article may be filed under."""
        return tuple(key for key in keys if len(self._by_key.get(key, ())) < CROWD)

    def likeliest(self, hashes: Sequence[int], keys: Iterable[int]) -> tuple[Fingerprint, ...]:
        """At most `READ` that share a key, those with most equal hashes first, by id among equals.

        Who shares but one key, and that with a crowd, is passed over.
        """
        shared: dict[str, int] = {}
        for key in keys:
            crowd = self._by_key.get(key, ())
            tells = 1 if len(crowd) >= CROWD else 2
            for id_ in crowd:
                shared[id_] = shared.get(id_, 0) + tells
        found = [self._prints[id_] for id_, told in shared.items() if told > 1]
        ranked = sorted(found, key=lambda one: (-_equal(hashes, one.signature), one.article_id))
        return tuple(ranked[:READ])


def _equal(one: Sequence[int], other: Sequence[int]) -> int:
    return sum(a == b for a, b in zip(one, other, strict=False))
