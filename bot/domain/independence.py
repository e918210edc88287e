"""How many sources tell a thing in their own words."""

from __future__ import annotations

from collections.abc import Iterable


def independent(texts: Iterable[tuple[str, str]]) -> int:
    """How many outlets speak for themselves, from pairs of a text's group of near-duplicates and its outlet.

    A wire copy in five papers is one, two texts in one paper are one too. Each text is counted for an outlet
    that no other text is counted for; texts that fewest carry come first.
    """
    groups: dict[str, set[str]] = {}
    for group, outlet in texts:
        groups.setdefault(group, set()).add(outlet)
    counted: set[str] = set()
    for outlets in sorted(groups.values(), key=lambda some: (len(some), sorted(some))):
        counted.update(sorted(outlets - counted)[:1])
    return len(counted)
