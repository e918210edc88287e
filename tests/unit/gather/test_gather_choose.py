"""Which items are taken up."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.fetched import Item
from bot.gather.choose import BASELINE, choose, digest
from summarizers.types import Publication

NOW = datetime(2025, 11, 3, 12, tzinfo=UTC)
TODAY = NOW.date()


def _item(key: str, days: int | None = 0, **more: str) -> Item:
    published = None if days is None else Publication(local_date=TODAY - timedelta(days=days))
    return Item(key=key, published=published, title=f"About {key}", **more)  # type: ignore[arg-type]  # of Item


def test_what_is_known_with_the_same_words_is_passed_over() -> None:
    known, changed, fresh = _item("a"), _item("b"), _item("c")
    chosen = choose([known, changed, fresh], {"a": digest(known), "b": "older"}, NOW, first=False)
    assert {item.key for item in chosen.take} == {"b", "c"}
    assert chosen.passed == {"a": digest(known)}


def test_an_item_dated_by_the_moment_in_which_its_feed_is_asked_is_not_new_at_every_look() -> None:
    hours = [datetime(2025, 11, 3, hour, tzinfo=UTC) for hour in (8, 9)]
    early, late = (replace(_item("a"), published=Publication(at=at, local_date=TODAY)) for at in hours)
    known = {"a": digest(early)}
    assert choose([late], known, NOW, first=False).take == ()
    moved = _item("a", days=1)
    assert choose([moved], known, NOW, first=False).take == (moved,)


def test_an_item_whose_date_follows_that_of_the_asking_is_not_new_every_day() -> None:
    known = {"a": digest(_item("a", days=1))}
    followed = Publication(at=NOW - timedelta(minutes=2), local_date=TODAY)
    told_again = Publication(at=NOW - timedelta(hours=2), local_date=TODAY)
    for published, taken in ((followed, False), (Publication(local_date=TODAY), False), (told_again, True)):
        item = replace(_item("a"), published=published)
        assert bool(choose([item], known, NOW, first=False).take) is taken
    changed = replace(_item("a", text="new"), published=followed)
    assert choose([changed], known, NOW, first=False).take == (changed,)


def test_a_first_reading_is_a_baseline_of_the_newest_and_the_rest_is_known_without_being_kept() -> None:
    items = [_item(f"k{n}", n // 10) for n in range(300)]
    chosen = choose(items, {}, NOW, first=True)
    assert len(chosen.take) == BASELINE
    assert {item.published for item in chosen.take} == {
        Publication(local_date=TODAY),
        Publication(local_date=TODAY - timedelta(days=1)),
    }
    assert len(chosen.passed) == 300 - BASELINE
    again = choose(items, {**chosen.passed, **{i.key: digest(i) for i in chosen.take}}, NOW, first=False)
    assert again.take == ()


def test_what_is_older_than_a_week_is_no_part_of_the_baseline_but_counts_when_it_is_added_later() -> None:
    old = _item("old", 8)
    assert choose([old], {}, NOW, first=True).take == ()
    assert choose([old], {}, NOW, first=False).take == (old,)


def test_undated_items_come_after_dated_ones() -> None:
    chosen = choose([_item("a", None), _item("b", 3), _item("c", 0)], {}, NOW, first=True)
    assert [item.key for item in chosen.take] == ["c", "b", "a"]


def test_the_later_hour_of_one_day_comes_first() -> None:
    early = Publication(local_date=TODAY, at=datetime(2025, 11, 3, 8, tzinfo=UTC))
    late = Publication(local_date=TODAY, at=datetime(2025, 11, 3, 9, tzinfo=UTC))
    items = [replace(_item("a"), published=early), replace(_item("b"), published=late)]
    assert [item.key for item in choose(items, {}, NOW, first=False).take] == ["b", "a"]


def test_a_key_that_stands_twice_counts_once_with_what_stands_first() -> None:
    first, second = _item("a", text="one"), _item("a", text="two")
    assert choose([first, second], {}, NOW, first=False).take == (first,)


KEYS = st.lists(st.sampled_from("abcdefgh"), max_size=12)


@given(KEYS, st.dictionaries(st.sampled_from("abcdefgh"), st.just("other")), st.booleans())
def test_every_item_is_either_taken_or_passed(keys: list[str], known: dict[str, str], first: bool) -> None:
    items = [_item(key) for key in keys]
    chosen = choose(items, known, NOW, first=first)
    taken = [item.key for item in chosen.take]
    assert sorted([*taken, *chosen.passed]) == sorted(set(keys))
