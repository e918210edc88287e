"""All that can be worked out of an entry before anything is looked up."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.article import RawEntry
from bot.errors import InputError
from bot.ingest.dedupe import bands, signature
from bot.ingest.likeness import COMPARED
from bot.ingest.normalise import canonical_url, clean_text, derived_id
from bot.ports import Opening


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """An entry with all that can be worked out of it alone."""

    entry: RawEntry
    id: str
    canonical: str | None
    clean: str
    opening: Opening
    signature: tuple[int, ...]
    bands: tuple[int, ...]


def prepare(entry: RawEntry) -> Prepared:
    """Work out the canonical URL, the id, the clean text and the fingerprint of an entry.

    Raise InputError for a body of nothing but invisible characters.
    """
    canonical = canonical_url(entry.url)
    clean = clean_text(entry.body)
    if not clean:
        raise InputError("the article has no body")
    opening = Opening(title=entry.title, text=clean[:COMPARED])
    hashes = signature(opening)
    return Prepared(
        entry=entry,
        id=entry.id or derived_id(entry, canonical),
        canonical=canonical,
        clean=clean,
        opening=opening,
        signature=hashes,
        bands=bands(hashes),
    )
