"""What a channel follows, in words."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from bot.domain.channel import narrowing
from bot.domain.shown import shown
from bot.texts import say


def topics_in_words(names: Iterable[str]) -> tuple[str, ...]:
    """The topics, and the sources in which alone they are read; each a part, none for everything."""
    parts = [narrowing(name) for name in names]
    topics = [shown(topic) for topic, _ in parts if topic]
    sources = list(dict.fromkeys(map(shown, chain.from_iterable(found for _, found in parts))))
    told = [say("digest.topics", topics=", ".join(topics))] if topics else []
    return (*told, *([say("digest.sources", sources=", ".join(sources))] if sources else ()))
