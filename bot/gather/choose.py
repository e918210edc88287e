"""Which items of a reading are taken up: what is new or changed, and of a first reading the newest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import blake2b

from bot.domain.fetched import Item

BASELINE = 20
"""How many items a source brings at first: enough for a first briefing, and no flood."""

BASELINE_AGE = timedelta(days=7)
"""How old they may be: a briefing looks no further back (DESIGN §5)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """`take` is to be kept, newest first; `passed` are other items, key to digest, that need nothing."""

    take: tuple[Item, ...]
    passed: Mapping[str, str]


def choose(items: Sequence[Item], known: Mapping[str, str], today: date, *, first: bool) -> Chosen:
    """The items that are not known with what they say now; of a first reading only a baseline."""
    distinct = {item.key: item for item in reversed(items)}  # the first of a key wins
    fresh = [item for item in distinct.values() if known.get(item.key) != digest(item)]
    take = sorted(fresh, key=_age, reverse=True)
    if first:
        take = [item for item in take if _is_recent(item, today)][:BASELINE]
    taken = {item.key for item in take}
    passed = {key: digest(item) for key, item in distinct.items() if key not in taken}
    return Chosen(take=tuple(take), passed=passed)


def digest(item: Item) -> str:
    """A digest of what an item says: another one means that it was changed.

    Of its date the day counts alone: some feeds date all they hold by the moment in which they are asked.
    """
    day = str(item.published.local_date) if item.published else ""
    said = "\x1f".join((item.title, item.url or "", day, item.text))
    return blake2b(said.encode(errors="surrogatepass"), digest_size=12).hexdigest()


def _age(item: Item) -> tuple[date, float, str]:
    published = item.published
    if published is None:
        return (date.min, 0.0, item.key)
    return (published.local_date, published.at.timestamp() if published.at else 0.0, item.key)


def _is_recent(item: Item, today: date) -> bool:
    return item.published is None or item.published.local_date >= today - BASELINE_AGE
