"""Names of topics: of the settings, of words, and in chosen sources alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.channel import NOWHERE, Topic, narrowed, narrowing, topic_named

TOPICS = {
    "trade": Topic(name="trade", any_of=("tariff",)),
    "wires": Topic(name="wires", any_of=("tariff",), sources=("The Wire", "The Tide")),
    'odd from "x"': Topic(name='odd from "x"', any_of=("odd",)),
}
SOURCES = st.lists(st.text(min_size=1), min_size=1, max_size=5).map(tuple)
WORDS = (
    st.text(st.characters(exclude_characters='"'), min_size=1)
    .map(str.strip)
    .filter(lambda words: any(map(str.isalnum, words)))
)


@given(st.just("") | st.just("trade") | WORDS.map('"{}"'.format), SOURCES)
def test_a_narrowed_name_comes_back_as_what_it_was_made_of(name: str, sources: tuple[str, ...]) -> None:
    made = narrowed(name, sources)
    assert narrowing(made) == (name, sources)
    topic = topic_named(TOPICS, made)
    assert topic is not None
    assert (topic.name, topic.sources) == (made, sources)


@given(st.text())
def test_any_other_name_is_left_as_it_is(name: str) -> None:
    assert narrowed(name, ()) == name
    bare, sources = narrowing(name)
    assert sources or bare == name


@pytest.mark.parametrize(
    ("chosen", "read"),
    [(("the wire",), ("The Wire",)), (("The Quay",), (NOWHERE,)), (("The Tide", "x"), ("The Tide",))],
)
def test_sources_of_a_topic_are_narrowed_further(chosen: tuple[str, ...], read: tuple[str, ...]) -> None:
    topic = topic_named(TOPICS, narrowed("wires", chosen))
    assert topic is not None
    assert topic.sources == read
    assert topic.any_of == ("tariff",)


def test_a_name_of_the_settings_goes_first_and_one_that_is_gone_is_none() -> None:
    assert topic_named(TOPICS, 'odd from "x"') == TOPICS['odd from "x"']
    assert topic_named(TOPICS, "gone") is None
    assert topic_named(TOPICS, narrowed("gone", ("The Wire",))) is None
    assert topic_named(TOPICS, 'x from "broken') is None
    assert topic_named(TOPICS, 'x from "a", 3') is None
