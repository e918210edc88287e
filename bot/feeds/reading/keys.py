"""What tells the items of a source from one another."""

from __future__ import annotations

from hashlib import blake2b

LONGEST = 300
"""Characters of a guid that is kept as it is; a longer one is kept by its hash."""


def key_of(guid: str, url: str | None, title: str, text: str) -> str:
    """The guid, else the address, else a hash of title and text."""
    said = " ".join(guid.split()) or url or ""
    if said and len(said) <= LONGEST:
        return said
    return (
        "hash-" + blake2b((said or f"{title}\x1f{text}").encode(errors="replace"), digest_size=12).hexdigest()
    )
