"""Which items of a reading are taken up: what is new or changed, and of a first reading the newest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import blake2b

from bot.domain.fetched import Item

BASELINE = 20
"""How many items a source brings at first: enough for a first briefing, and no flood."""

BASELINE_AGE = timedelta(days=7)
"""How old they may be: a briefing looks no further back."""


ASKED = timedelta(minutes=10)
"""How near to its asking an item is dated by it: the request, a cache on the way, two clocks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """`take` is to be kept, newest first; `passed` are other items, key to digest, that need nothing."""

    take: tuple[Item, ...]
    passed: Mapping[str, str]


def choose(items: Sequence[Item], known: Mapping[str, str], now: datetime, *, first: bool) -> Chosen:
    """The items that are not known with what they say now; of a first reading only a baseline."""
    distinct = {item.key: item for item in reversed(items)}  # the first of a key wins
    fresh = [item for item in distinct.values() if _is_news(item, known.get(item.key, ""), now)]
    take = sorted(fresh, key=_age, reverse=True)
    if first:
        take = [item for item in take if _is_recent(item, now.date())][:BASELINE]
    taken = {item.key for item in take}
    passed = {key: digest(item) for key, item in distinct.items() if key not in taken}
    return Chosen(take=tuple(take), passed=passed)


def digest(item: Item) -> str:
    """A digest of what an item says, and behind a colon its day: another one means that it was changed.

    Of its date the day counts alone: some feeds date all they hold by the moment in which they are asked.
    """
    return f"{_said(item)}:{item.published.local_date if item.published else ''}"


def _said(item: Item) -> str:
    said = "\x1f".join((item.title, item.url or "", item.text))
    return blake2b(said.encode(errors="surrogatepass"), digest_size=12).hexdigest()


def _is_news(item: Item, known: str, now: datetime) -> bool:
    """Whether it says something else than before; a day that only follows that of the asking is nothing."""
    if digest(item) == known:
        return False
    return _said(item) != known.partition(":")[0] or not _is_dated_by_asking(item, now)


def _is_dated_by_asking(item: Item, now: datetime) -> bool:
    published = item.published
    if published is None:
        return False
    return abs(now - published.at) <= ASKED if published.at else published.local_date == now.date()


def _age(item: Item) -> tuple[date, float, str]:
    published = item.published
    if published is None:
        return (date.min, 0.0, item.key)
    return (published.local_date, published.at.timestamp() if published.at else 0.0, item.key)


def _is_recent(item: Item, today: date) -> bool:
    return item.published is None or item.published.local_date >= today - BASELINE_AGE
