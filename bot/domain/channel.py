"""Who reads: tenants, their channels, and the topics that a channel follows."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self

LOCAL_TENANT = "local"
"""The tenant of the terminal and of files ingested by hand."""


class Platform(StrEnum):
    """Where a channel lives."""

    CONSOLE = "console"
    SLACK = "slack"
    DISCORD = "discord"


@dataclass(frozen=True, slots=True, order=True)
class Channel:
    """One channel: `tenant` is a Slack team or enterprise, a Discord guild or user install, or `local`."""

    platform: Platform
    tenant_id: str
    channel_id: str

    def __str__(self) -> str:
        """`platform:tenant:channel`, as `parse` reads it."""
        return f"{self.platform}:{self.tenant_id}:{self.channel_id}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `platform:tenant:channel`; raise ValueError for anything else."""
        platform, _, rest = text.partition(":")
        tenant_id, _, channel_id = rest.partition(":")
        if not (tenant_id and channel_id):
            raise ValueError(f"not a channel (platform:tenant:channel): {text!r}")
        if platform not in list(Platform):
            raise ValueError(f"no platform {platform!r}; there are console, slack or discord")
        return cls(Platform(platform), tenant_id, channel_id)


LOCAL_CHANNEL = Channel(Platform.CONSOLE, LOCAL_TENANT, "terminal")
"""Where the commands typed in a terminal read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A named filter over title and body. A term is a word, or several words meaning that phrase.

    An article matches when it holds at least one of `any_of` (if there are any), all of `all_of`, none of
    `none_of`, and its source is one of `sources` (if there are any). Case and accents do not count.
    """

    name: str
    any_of: tuple[str, ...] = ()
    all_of: tuple[str, ...] = ()
    none_of: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a topic that cannot be told from others, or that asks for nothing."""
        if not self.name.strip():
            raise ValueError("a topic needs a name")
        if not (self.any_of or self.all_of or self.sources):
            raise ValueError(f"topic {self.name!r} needs any, all or sources")
        if not all(any(c.isalnum() for c in term) for term in self.any_of + self.all_of + self.none_of):
            raise ValueError(f"topic {self.name!r} has a term without a letter or digit")


NOWHERE = "\N{EMPTY SET}"
"""No outlet is called so: what reads only this reads nothing."""

_FROM = ' from "'


def topic_named(topics: Mapping[str, Topic], name: str) -> Topic | None:
    """The topic of that name; None if there is none.

    A name in double quotes is no topic of the settings but the words themselves, as a chat sets them. A name
    that `narrowed` made is that topic in these sources alone.
    """
    if name in topics:
        return topics[name]
    bare, sources = narrowing(name)
    if not sources:
        words = name[1:-1]
        means = any(c.isalnum() for c in words) and name == f'"{words}"'
        return Topic(name=name, any_of=(words,)) if means else None
    inner = topic_named(topics, bare) if bare else Topic(name=name, sources=sources)
    return inner and replace(inner, name=name, sources=_common(inner.sources, sources))


def narrowed(name: str, sources: Sequence[str]) -> str:
    """The name of that topic in these sources alone; of all that they tell where the name is empty."""
    listed = ", ".join(json.dumps(one, ensure_ascii=False) for one in sources)
    return f"{name} from {listed}".strip() if sources else name


def narrowing(name: str) -> tuple[str, tuple[str, ...]]:
    """What `narrowed` made a name of; any other name comes back without sources."""
    head, found, rest = f" {name}".rpartition(_FROM)
    try:
        sources = json.loads(f'["{rest}]') if found else []
    except ValueError:
        return name, ()
    if not sources or not all(isinstance(one, str) for one in sources):
        return name, ()
    return head.strip(), tuple(sources)


def _common(ours: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[str, ...]:
    """The sources that are among both; of none of our own, all of theirs."""
    wanted = {one.casefold() for one in theirs}
    return tuple(one for one in ours if one.casefold() in wanted) or (NOWHERE,) if ours else theirs
